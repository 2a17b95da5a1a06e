internal import Synchronization

extension Tree {
  /// The line of the source that a node stands in, from 1, or `nil` if the parser did not keep where.
  ///
  /// For an element, the line of the first of its attributes' values or of the text in it that is in the source as it stands.
  public func line(of node: Node) -> Int? {
    guard let offset = sourceOffset(node) else { return nil }
    return lines.line(at: offset, in: source)
  }

  private func sourceOffset(_ node: Node) -> Int? {
    // A bound on the search: the first text is most often near.
    for index in subtree(node).prefix(256) {
      let record = nodes[Int(index)]
      switch record.kind {
      case .element:
        let start = Int(record.bytes.start)
        for attribute in attributes[start..<start + Int(record.attributeCount)]
        where attribute.value.count > 0 && !attribute.value.isDecoded {
          return attribute.value.offset
        }
      case .text, .comment:
        if record.bytes.count > 0, !record.bytes.isDecoded { return record.bytes.offset }
      case .document, .doctype, .templateContent:
        break
      }
    }
    return nil
  }
}

/// Line numbers by offset: the line feeds before every 512th byte, counted as far as has been asked.
final class LineIndex: Sendable {
  private static let step = 512
  private let counts = Mutex<[Int32]>([0])

  func line(at offset: Int, in source: [UInt8]) -> Int {
    let offset = min(max(offset, 0), source.count)
    let place = offset / Self.step
    let base = counts.withLock { counts in
      while counts.count <= place {
        let start = (counts.count - 1) * Self.step
        counts.append(counts[counts.count - 1] + Int32(truncatingIfNeeded: Self.lineFeeds(source, start..<start + Self.step)))
      }
      return Int(counts[place])
    }
    return base + Self.lineFeeds(source, place * Self.step..<offset) + 1
  }

  private static func lineFeeds(_ source: [UInt8], _ range: Range<Int>) -> Int {
    // No more bytes than 16 times 255: a sum of each sixteenth never overflows.
    source.withUnsafeBytes { bytes in
      let feeds = SIMD16<UInt8>(repeating: 0x0A)
      var sums = SIMD16<UInt8>(repeating: 0)
      var index = range.lowerBound
      while index &+ 16 <= range.upperBound {
        let isFeed = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== feeds
        sums.replace(with: sums &+ 1, where: isFeed)
        index &+= 16
      }
      var sum = 0
      for lane in sums.indices { sum &+= Int(sums[lane]) }
      while index < range.upperBound {
        sum &+= bytes[index] == 0x0A ? 1 : 0
        index &+= 1
      }
      return sum
    }
  }
}
