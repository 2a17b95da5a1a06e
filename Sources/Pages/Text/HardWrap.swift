/// Whether a text dump's lines were broken at a column, and where a paragraph goes on in the next line.
///
/// A program that wraps text breaks a line exactly when the next word no longer fits. So in wrapped text nearly every line that has
/// another directly below it is too long for that one's first word; in a dump of one paragraph a line, such pairs are rare and the
/// lines are of all lengths.
struct HardWrap {
  /// The longest line that counts, in characters.
  let column: Int

  /// Wrap columns seen in mail, RFCs and press releases are 60 to 100; nobody wraps prose above 132.
  private static let columns = 40...132
  private static let sampleBytes = 1 << 20
  private static let fewestPairs = 3
  /// A line may stand out for one long address in it: one in so many.
  private static let exceptions = 50

  /// Looks at the first megabyte; `nil` if the text is not wrapped.
  /// - Parameter lines: The lines of the text.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ lines: [TextLines.Line]) {
    let lines = lines.prefix { $0.text.lowerBound < Self.sampleBytes }
    let nonEmpty = lines.count { !$0.text.isEmpty }
    // Most dumps show at once that they are not, by paragraphs that are one line each.
    var overlong = 0
    for line in lines where line.text.count > Self.columns.upperBound {
      overlong += Self.length(bytes, line.text) > Self.columns.upperBound ? 1 : 0
      if overlong * Self.exceptions > nonEmpty { return nil }
    }
    var pairs: [(length: Int, nextWord: Int)] = []
    var lengths = [Int](repeating: 0, count: Self.columns.upperBound + 2)
    var wide = 0
    var previous: TextLines.Line?
    for line in lines {
      guard !line.text.isEmpty else {
        previous = nil
        continue
      }
      let length = Self.length(bytes, line.text)
      lengths[min(length, Self.columns.upperBound + 1)] += 1
      wide += Self.startsWide(bytes, line.text) ? 1 : 0
      if let previous, !line.isIndented, !Self.startsItem(bytes, line.text) {
        pairs.append((Self.length(bytes, previous.text), Self.firstWord(bytes, line.text)))
      }
      previous = line
    }
    guard pairs.count >= Self.fewestPairs, wide * 3 < nonEmpty else { return nil }
    var column = Self.columns.upperBound + 1
    var above = 0
    while column > 0, (above + lengths[column]) * Self.exceptions <= nonEmpty {
      above += lengths[column]
      column -= 1
    }
    guard Self.columns.contains(column) else { return nil }
    let full = pairs.count { $0.length + 1 + $0.nextWord > column }
    guard full * 10 >= pairs.count * 7, full >= Self.fewestPairs else { return nil }
    self.column = column
  }

  /// Whether the paragraph of `line` goes on in `next`, the line directly below.
  func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ line: TextLines.Line, _ next: TextLines.Line) -> Bool {
    guard !next.isIndented || line.isIndented, !Self.startsItem(bytes, next.text) else { return false }
    return Self.length(bytes, line.text) + 1 + Self.firstWord(bytes, next.text) > column
  }

  /// Characters: bytes that do not continue another. Of a line beyond all columns it does not matter how far.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let beyond = columns.upperBound + 1
    if range.count > beyond * 4 { return beyond }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(bytes)
    var continuing = 0
    var i = range.lowerBound
    while i + 8 <= range.upperBound {
      // The top bit of each byte that has it, and not the next.
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let others = word & ~(word << 1) & (ones << 7)
      continuing &+= Int(truncatingIfNeeded: ((others >> 7) &* ones) >> 56)
      i += 8
    }
    while i < range.upperBound {
      continuing &+= bytes[i] & 0xC0 == 0x80 ? 1 : 0
      i += 1
    }
    return range.count - continuing
  }

  private static func firstWord(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var length = 0
    for i in range {
      if bytes[i] == 0x20 || bytes[i] == 0x09 { break }
      length += bytes[i] & 0xC0 != 0x80 ? 1 : 0
    }
    return length
  }

  /// Whether the line begins with a character of a script that has no spaces (U+2E80 and up): there, the test of the next word says nothing.
  private static func startsWide(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let lead = bytes[range.lowerBound]
    return lead >= 0xE3 || (lead == 0xE2 && bytes[range.lowerBound + 1] >= 0xBA)
  }

  /// `- `, `* `, `• `, `12. `, `> `: the line begins a list item or a quotation.
  private static func startsItem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    if ListMark.length(UnsafeBufferPointer(rebasing: bytes[range])) > 0 { return true }
    var i = range.lowerBound
    switch bytes[i] {
    case 0x2D, 0x2A, 0x3E: i += 1
    case let byte where ASCII.isDigit(byte):
      while i < range.upperBound, ASCII.isDigit(bytes[i]), i - range.lowerBound < 3 { i += 1 }
      guard i < range.upperBound, bytes[i] == 0x2E || bytes[i] == 0x29 else { return false }
      i += 1
    default: return false
    }
    return i < range.upperBound && (bytes[i] == 0x20 || bytes[i] == 0x09)
  }
}
