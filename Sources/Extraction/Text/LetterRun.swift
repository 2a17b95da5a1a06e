import ByteLanes

/// The ASCII letters, at most eight, that stand at a place in a text.
///
/// All eight bytes are tested at once, each by its top bit: the tests are those of "determine if a word has a byte between m and n"
/// (https://graphics.stanford.edu/~seander/bithacks.html), which are exact here, because the top bits are masked away before the
/// additions.
struct LetterRun {
  /// How many letters there are; 8 if there may be more.
  let length: Int
  private let bytes: UInt64
  private let letters: UInt64

  private static let tops: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bytes = EightBytes.load(text, at: index)
    let lower = (bytes | Self.ones &* 0x20) & ~Self.tops
    letters = (lower &+ Self.ones &* 0x1F) & ~(lower &+ Self.ones &* 0x05) & ~bytes & Self.tops
    length = (~letters & Self.tops).trailingZeroBitCount / 8
  }

  /// A number for the letters, case apart; 0 where there are none.
  @inline(__always)
  var key: UInt64 {
    length == 0 ? 0 : (bytes | Self.ones &* 0x20) & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &* 8))
  }

  /// How many of the letters are capitals.
  @inline(__always)
  var capitals: Int {
    // The letters are in front: what is behind them ends where the first byte that is none has its top bit.
    let others = ~letters & Self.tops
    let front = letters & (others &- 1)
    let capitals = front & ~(bytes << 2)
    return Int(truncatingIfNeeded: ((capitals &>> 7) &* Self.ones) &>> 56)
  }

  /// The first run from an index on, and where it ends; of a run of more than eight letters the first eight.
  static func next(in text: UnsafeBufferPointer<UInt8>, from index: Int) -> (run: LetterRun, end: Int)? {
    var start = index
    while start < text.count, !isLetter(text[start]) { start += 1 }
    guard start < text.count else { return nil }
    let run = LetterRun(text, at: start)
    var end = start + run.length
    while end < text.count, isLetter(text[end]) { end += 1 }
    return (run, end)
  }

  /// The last run that ends before an index.
  static func previous(in text: UnsafeBufferPointer<UInt8>, before index: Int) -> LetterRun? {
    var end = index
    while end > 0, !isLetter(text[end - 1]) { end -= 1 }
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    return LetterRun(text, at: start)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The keys of all runs in a phrase, with their lengths.
  static func keys(in phrase: String) -> [(key: UInt64, length: Int)] {
    var phrase = phrase
    return phrase.withUTF8 { text in
      var keys: [(key: UInt64, length: Int)] = []
      var index = 0
      while let (run, end) = next(in: text, from: index) {
        let length = text[index..<end].reversed().prefix { ($0 | 0x20) &- 0x61 < 26 }.count
        keys.append((run.key, length))
        index = end
      }
      return keys
    }
  }
}
