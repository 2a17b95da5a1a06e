/// Where the lines of a source begin, so that an offset can be told as line and column.
struct LineTable: Sendable {
  private let source: [UInt8]
  private let starts: [Int]

  init(_ source: [UInt8]) {
    self.source = source
    var starts = [0]
    for (offset, byte) in source.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.starts = starts
  }

  /// The line of an offset, from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The lines that a range touches.
  func lines(of range: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: range.lowerBound)
    return first...max(first, line(at: max(range.lowerBound, range.upperBound - 1)))
  }

  /// The column of an offset in characters, from 1.
  func column(at offset: Int) -> Int {
    let start = starts[line(at: offset) - 1]
    return String(decoding: source[start..<min(max(offset, start), source.count)], as: UTF8.self).count + 1
  }

  /// How many characters a range has on the line that it begins in.
  func width(of range: Range<Int>) -> Int {
    let end = min(range.upperBound, endOfLine(line(at: range.lowerBound)))
    guard end > range.lowerBound else { return 1 }
    return max(1, String(decoding: source[range.lowerBound..<end], as: UTF8.self).count)
  }

  /// The text of a line, without its line break; `nil` past the end.
  func text(ofLine line: Int) -> String? {
    guard line >= 1, line <= starts.count else { return nil }
    return String(decoding: source[starts[line - 1]..<endOfLine(line)], as: UTF8.self)
  }

  /// The range of a line without its indentation and line break.
  func trimmedRange(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= starts.count else { return nil }
    var start = starts[line - 1]
    let end = endOfLine(line)
    while start < end, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
    return start..<end
  }

  private func endOfLine(_ line: Int) -> Int {
    var end = line < starts.count ? starts[line] - 1 : source.count
    if end > starts[line - 1], source[end - 1] == 0x0D { end -= 1 }
    return max(end, starts[line - 1])
  }
}
