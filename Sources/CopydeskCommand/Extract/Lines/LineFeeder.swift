import Copydesk

/// Some whole lines of an input, in the order in which they were read.
struct LineBatch: Sendable {
  /// The batch's position among all batches, from 0.
  var index: Int
  /// The number of the first line, from 1.
  var firstLine: Int
  /// The lines, each with its line feed; the last line of the input may be without.
  var bytes: [UInt8]
  /// Where each line ends in ``bytes``: at its line feed, or at the end.
  var ends: [Int]
  /// The batch stands for one line that was longer than the limit and has been passed over.
  var isOverlong = false

  /// Each line without its line end, and its number.
  var lines: [(bytes: ArraySlice<UInt8>, number: Int)] {
    var lines: [(bytes: ArraySlice<UInt8>, number: Int)] = []
    lines.reserveCapacity(ends.count)
    var start = bytes.startIndex
    for end in ends {
      let isCRLF = end > start && bytes[end - 1] == 0x0D
      lines.append((bytes[start..<(isCRLF ? end - 1 : end)], firstLine + lines.count))
      start = end + 1
    }
    return lines
  }
}

/// Reads an input and hands it out in batches of whole lines, to whichever worker asks next.
///
/// What has been read is handed out at once, so that a program at the other end of a pipe that waits for an answer gets it.
actor LineFeeder {
  private let file: OpenFile
  private let lineLimit: Int
  private var chunk: [UInt8]
  /// The beginning of a line whose end has not been read.
  private var carry: [UInt8] = []
  private var nextIndex = 0
  private var nextLine = 1
  private var isSkipping = false
  private var isAtEnd = false

  /// - Parameters:
  ///   - file: What to read.
  ///   - lineLimit: The most bytes of a line; longer ones are passed over.
  ///   - chunkSize: How much to read at a time, and about the size of a batch.
  init(file: OpenFile, lineLimit: Int, chunkSize: Int = 1 << 18) {
    self.file = file
    self.lineLimit = lineLimit
    chunk = [UInt8](repeating: 0, count: chunkSize)
  }

  /// Returns the next lines, or `nil` at the end.
  func next() throws -> LineBatch? {
    while !isAtEnd {
      let count = try file.read(into: &chunk)
      if count == 0 {
        isAtEnd = true
        break
      }
      var start = 0
      if isSkipping {
        guard let end = LineFeeds.first(in: chunk[..<count]) else { continue }
        isSkipping = false
        start = end + 1
      }
      let feeds = LineFeeds.all(in: chunk[start..<count])
      guard let last = feeds.last else {
        carry += chunk[start..<count]
        if carry.count > lineLimit {
          carry = []
          isSkipping = true
          return batch([], ends: [0], isOverlong: true)
        }
        continue
      }
      // Places in the chunk become places in the batch, which begins with what was carried over.
      let shift = carry.count - start
      var bytes = carry
      carry = []
      bytes += chunk[start...last]
      // Room for what is still to come of the line, so that it is not moved as it grows: most pages are shorter than this.
      carry.reserveCapacity(2 * chunk.count)
      carry += chunk[(last + 1)..<count]
      return batch(bytes, ends: feeds.map { $0 + shift })
    }
    guard !carry.isEmpty else { return nil }
    let rest = carry
    carry = []
    return batch(rest, ends: [rest.count])
  }

  private func batch(_ bytes: [UInt8], ends: [Int], isOverlong: Bool = false) -> LineBatch {
    defer {
      nextIndex += 1
      nextLine += ends.count
    }
    return LineBatch(index: nextIndex, firstLine: nextLine, bytes: bytes, ends: ends, isOverlong: isOverlong)
  }
}
