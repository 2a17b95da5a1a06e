import Copydesk
import Synchronization

/// Some whole lines of an input, in the order in which they were read.
struct LineBatch: Sendable {
  /// The batch's position among all batches, from 0.
  var index: Int
  /// The number of the first line, from 1.
  var firstLine: Int
  /// The lines, each with its line feed; the last line of the input may be without.
  var bytes: ArraySlice<UInt8>
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
  private let chunkSize: Int
  /// The beginning of a line whose end has not been read, at the end of what was read last.
  private var carry: ArraySlice<UInt8> = []
  private var nextIndex = 0
  private var nextLine = 1
  private var isSkipping = false
  private var isAtEnd = false
  private let stopRequest = Atomic(false)

  /// - Parameters:
  ///   - file: What to read.
  ///   - lineLimit: The most bytes of a line; longer ones are passed over.
  ///   - chunkSize: How much to read at a time, and about the size of a batch.
  init(file: OpenFile, lineLimit: Int, chunkSize: Int = 1 << 19) {
    self.file = file
    self.lineLimit = lineLimit
    self.chunkSize = chunkSize
  }

  /// Hands out nothing more. May be called from anywhere, at any time.
  nonisolated func stop() { stopRequest.store(true, ordering: .relaxed) }

  nonisolated var isStopped: Bool { stopRequest.load(ordering: .relaxed) }

  /// Returns the next lines, or `nil` at the end and once it is stopped.
  func next() throws -> LineBatch? {
    while !isAtEnd, !isStopped {
      let carried = carry.count
      let bytes = try read(after: carry)
      if bytes.count == carried {
        isAtEnd = true
        break
      }
      var start = 0
      if isSkipping {
        guard let end = LineFeeds.first(in: bytes[...]) else { continue }
        isSkipping = false
        start = end + 1
      }
      let feeds = LineFeeds.all(in: bytes[max(start, carried)...])
      guard let last = feeds.last else {
        carry = bytes[start...]
        if carry.count > lineLimit {
          carry = []
          isSkipping = true
          return batch([], ends: [0], isOverlong: true)
        }
        continue
      }
      carry = bytes[(last + 1)...]
      return batch(bytes[start...last], ends: feeds)
    }
    // What has been read of a line when the end was asked for is not one.
    guard isAtEnd, !isStopped, !carry.isEmpty else { return nil }
    let rest = carry
    carry = []
    return batch(rest, ends: [rest.endIndex])
  }

  /// The bytes of a line's beginning, and behind them what comes next, up to a line feed at least where there is room; nothing more at
  /// the end of the input.
  private func read(after beginning: ArraySlice<UInt8>) throws -> [UInt8] {
    // As much again as there is of a long line, so that its beginning is not moved over and over. Of others the whole is of one size, so
    // that what the last but one took can be taken again.
    let room = max(chunkSize - beginning.count, chunkSize / 2 + 1, min(beginning.count, lineLimit - beginning.count))
    return try [UInt8](unsafeUninitializedCapacity: beginning.count + room) { buffer, count in
      _ = buffer.initialize(from: beginning)
      count = beginning.count
      while count < buffer.count, file.wait(unless: { isStopped }) {
        let read = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
        count += read
        let isEnough =
          read == 0 || count < buffer.count && LineFeeds.isAny(in: UnsafeBufferPointer(rebasing: buffer[(count - read)..<count]))
        if isEnough { break }
      }
    }
  }

  private func batch(_ bytes: ArraySlice<UInt8>, ends: [Int], isOverlong: Bool = false) -> LineBatch {
    defer {
      nextIndex += 1
      nextLine += ends.count
    }
    return LineBatch(index: nextIndex, firstLine: nextLine, bytes: bytes, ends: ends, isOverlong: isOverlong)
  }
}
