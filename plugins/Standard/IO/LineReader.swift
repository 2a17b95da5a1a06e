import Copydesk

/// Reads lines of any number with memory for one.
struct LineReader: ~Copyable {
  /// One line, without its line end.
  enum Line {
    case complete([UInt8])
    /// A line longer than the limit: its beginning.
    case tooLong(prefix: [UInt8])
  }

  private let input: InputDescriptor
  private let limit: Int
  private var buffer: [UInt8] = []
  /// What of ``buffer`` is not given out.
  private var range = 0..<0
  private var isAtEnd = false
  /// The number of the line last given out, from 1.
  private(set) var number = 0

  init(_ input: consuming InputDescriptor, limit: Int) {
    self.input = input
    self.limit = max(1, limit)
    buffer = [UInt8](repeating: 0, count: 1 << 16)
  }

  /// - Returns: the next line; `nil` at the end.
  mutating func next() throws -> Line? {
    var searched = range.lowerBound
    while true {
      if let end = newline(in: searched..<range.upperBound) {
        number += 1
        defer { range = (end + 1)..<range.upperBound }
        return line(range.lowerBound..<end)
      }
      searched = range.upperBound
      if range.count > limit { return try skipLine() }
      if isAtEnd {
        guard !range.isEmpty else { return nil }
        number += 1
        defer { range = range.upperBound..<range.upperBound }
        return line(range)
      }
      let before = range.lowerBound
      try fill()
      searched -= before - range.lowerBound
    }
  }

  private func line(_ range: Range<Int>) -> Line {
    if range.count > limit { return .tooLong(prefix: Array(buffer[range].prefix(4096))) }
    let end = range.isEmpty || buffer[range.upperBound - 1] != 0x0D ? range.upperBound : range.upperBound - 1
    return .complete(Array(buffer[range.lowerBound..<end]))
  }

  /// Reads over the rest of a line that is too long.
  private mutating func skipLine() throws -> Line {
    let prefix = Array(buffer[range].prefix(4096))
    number += 1
    while true {
      if let end = newline(in: range) {
        range = (end + 1)..<range.upperBound
        return .tooLong(prefix: prefix)
      }
      range = 0..<0
      if isAtEnd { return .tooLong(prefix: prefix) }
      try fill()
    }
  }

  private func newline(in range: Range<Int>) -> Int? {
    LineFeeds.first(in: buffer[range])
  }

  /// Reads more, moving what is left to the front and growing the buffer when a line fills it.
  private mutating func fill() throws {
    if range.lowerBound > 0 {
      buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range])) }
      range = 0..<range.count
    }
    if range.upperBound == buffer.count { buffer.append(contentsOf: repeatElement(0, count: buffer.count)) }
    let start = range.upperBound
    let count = try buffer.withUnsafeMutableBytes { try input.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[start...])) }
    if count == 0 { isAtEnd = true }
    range = range.lowerBound..<(start + count)
  }
}
