/// Runs of ASCII letters, read eight bytes at a time.
///
/// The word tests are those of "determine if a word has a byte between m and n" (https://graphics.stanford.edu/~seander/bithacks.html);
/// they are exact here, because the top bits are masked away before the additions.
enum LetterRun {
  static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The eight bytes at an index, the first lowest; zeros behind the end of the text.
  @inline(__always)
  static func load(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    if index + 8 <= text.count {
      return UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in index..<max(index, text.count) { word |= UInt64(text[offset]) << UInt64((offset - index) * 8) }
    return word
  }

  /// Sets the top bit of each byte that is a letter.
  @inline(__always)
  static func letters(_ word: UInt64) -> UInt64 {
    let lower = (word | ones &* 0x20) & ~tops
    return (lower &+ ones &* 0x1F) & ~(lower &+ ones &* 0x05) & ~word & tops
  }

  /// Of the bytes that are letters, sets the top bit of each capital.
  @inline(__always)
  static func capitals(_ word: UInt64, among letters: UInt64) -> UInt64 { letters & ~(word << 2) }

  /// How many of the eight bytes, from the first, are letters.
  @inline(__always)
  static func length(_ letters: UInt64) -> Int { (~letters & tops).trailingZeroBitCount / 8 }

  /// How many top bits are set, and nothing but top bits may be.
  @inline(__always)
  static func count(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: ((bits &>> 7) &* ones) &>> 56) }

  /// The first few of eight bytes, fewer than eight; the others are 0.
  @inline(__always)
  static func prefix(_ word: UInt64, _ length: Int) -> UInt64 { word & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1) }

  /// A number for a run's first eight letters, case apart.
  /// - Parameter length: 1 to 8.
  @inline(__always)
  static func key(_ word: UInt64, length: Int) -> UInt64 {
    (word | ones &* 0x20) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &* 8))
  }

  /// The keys of all runs in a phrase, with their lengths.
  static func keys(in phrase: String) -> [(key: UInt64, length: Int)] {
    phrase.utf8.split { ($0 | 0x20) &- 0x61 >= 26 }.map { run in
      var key: UInt64 = 0
      for (offset, byte) in run.prefix(8).enumerated() { key |= UInt64(byte | 0x20) << UInt64(offset * 8) }
      return (key, run.count)
    }
  }
}
