/// The part of a run of UTF-8 between its first and last visible character.
enum VisibleRange {
  /// White space here is ASCII white space and controls, NEL, NBSP, the spaces of U+2000 to U+200F (zero-width and direction marks
  /// included), U+2028 to U+202F, U+205F to U+2064, U+3000, U+00AD and the byte-order mark: whatever leaves no ink.
  static func of<Bytes: RandomAccessCollection>(_ bytes: Bytes) -> Range<Int> where Bytes.Element == UInt8, Bytes.Index == Int {
    var lower = bytes.startIndex
    var upper = bytes.endIndex
    while lower < upper {
      let width = blankWidth(bytes, at: lower)
      if width == 0 { break }
      lower += width
    }
    while upper > lower {
      var start = upper - 1
      while start > lower, bytes[start] & 0xC0 == 0x80, upper - start < 4 { start -= 1 }
      let width = blankWidth(bytes, at: start)
      if width == 0 || start + width != upper { break }
      upper = start
    }
    return lower..<upper
  }

  /// The number of bytes of the blank character at an offset; 0 if the character there is visible.
  static func blankWidth<Bytes: RandomAccessCollection>(_ bytes: Bytes, at index: Int) -> Int
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let first = bytes[index]
    if first <= 0x20 || first == 0x7F { return 1 }
    if first < 0xC2 { return 0 }
    if first == 0xC2, index + 1 < bytes.endIndex {
      let second = bytes[index + 1]
      return second == 0xA0 || second == 0x85 || second == 0xAD ? 2 : 0
    }
    guard index + 2 < bytes.endIndex else { return 0 }
    switch (first, bytes[index + 1], bytes[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xA4), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }
}
