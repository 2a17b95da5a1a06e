import ByteLanes

/// The words of a line by which two lines can be compared: hashed, in lower case, cut to their stems, without the short ones that every
/// line has.
///
/// A stem is a word's first six letters, which parts "elections" from "electric" and joins it with "election" in most languages that
/// newspapers are printed in. In scripts without spaces every two neighbouring characters count as a word.
struct LineWords {
  private(set) var hashes: [UInt32] = []

  /// Words of fewer letters are articles and prepositions.
  private static let shortest = 4

  init(_ line: ArraySlice<UInt8>, limit: Int = 400) {
    line.prefix(limit).withUnsafeBufferPointer { bytes in
      hashes.reserveCapacity(bytes.count / 8 + 1)
      Self.forEach(bytes) { hashes.append($0) }
    }
  }

  /// Calls `body` with the hash of each word.
  ///
  /// Most words are ASCII letters between breaks: they are found by masks, and hashed one after the other without a look at what is between.
  @inline(__always)
  static func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var index = 0
    while index < bytes.count {
      var masks = WordMasks(bytes, from: index)
      while masks.count > 0 {
        let plain = masks.plain
        var starts = plain.words
        while starts != 0 {
          let run = LetterRun(bytes, at: index &+ starts.trailingZeroBitCount)
          starts &= starts &- 1
          var stem = Stem()
          stem.add(run)
          body(stem.hash)
        }
        let end = plain.endsInOther ? takeOther(bytes, from: index &+ plain.count, body) : index &+ plain.count
        // A word that goes on behind the bytes is left to the next.
        if !plain.endsInOther, plain.count < masks.count { masks.drop(masks.count) } else { masks.drop(end &- index) }
        index = end
      }
    }
  }

  /// Takes what is not ASCII letters alone, up to the next break.
  /// - Returns: Where that ends.
  @inline(never)
  private static func takeOther(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ body: (UInt32) -> Void) -> Int {
    var stem = Stem()
    var isNumber = false
    var previous: UInt32 = 0
    func endWord() {
      if stem.length >= shortest || isNumber && stem.length >= 2 { body(stem.hash) }
      stem = Stem()
      isNumber = false
    }
    let ascii = CharacterClass.ascii
    var index = start
    while index < bytes.count {
      let run = LetterRun(bytes, at: index)
      if run.length > 0 {
        index &+= run.length
        previous = 0
        isNumber = false
        stem.add(run)
        continue
      }
      let scalar = UTF8Scalar.next(in: bytes, at: &index)
      let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
      switch kind {
      case .lower, .upper, .caseless, .digit:
        isNumber = kind == .digit
        stem.add(CharacterFolding.lowercase(scalar))
        previous = 0
      case .unspaced:
        endWord()
        if previous != 0 { body((previous &* 0x9E37_79B1) ^ scalar) }
        previous = scalar
      case .apostrophe: break
      default:
        endWord()
        return index
      }
    }
    endWord()
    return index
  }

  /// The share of this line's words that another has too; 0 for a line without words.
  func share(in other: LineWords) -> Double {
    if hashes.isEmpty { return 0 }
    return Double(hashes.count { other.hashes.contains($0) }) / Double(hashes.count)
  }

  /// The share of this line's words that a text uses.
  func share(in vocabulary: Vocabulary) -> Double {
    if hashes.isEmpty { return 0 }
    return Double(hashes.count { vocabulary.holds($0) }) / Double(hashes.count)
  }
}

/// A word's first six letters.
private struct Stem {
  /// A byte for each; of letters beyond ASCII the rest is mixed in above.
  private var letters: UInt64 = 0
  /// How many letters the whole word has.
  private(set) var length = 0

  private static let longest = 6

  /// Adds a run of letters.
  @inline(__always)
  mutating func add(_ run: LetterRun) {
    let room = max(0, Self.longest &- length)
    letters |= (run.key & ((1 &<< UInt64(truncatingIfNeeded: 8 &* room)) &- 1)) &<< UInt64(truncatingIfNeeded: 8 &* length)
    length &+= run.length
  }

  @inline(__always)
  mutating func add(_ letter: UInt32) {
    if length < Self.longest {
      letters ^= UInt64(letter & 0xFF) &<< UInt64(truncatingIfNeeded: 8 &* length)
      letters ^= UInt64(letter >> 8) &* 0x9E37_79B9_0000_0000
    }
    length &+= 1
  }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, section 6.4).
  @inline(__always)
  var hash: UInt32 { UInt32(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) &>> 32) }
}

/// The words that the article's first paragraphs use, as a Bloom filter (B. Bloom, *Space/time trade-offs in hash coding with allowable
/// errors*, 1970): what a headline says, its article takes up again, and what a menu says it does not.
struct Vocabulary {
  private var bits = [UInt64](repeating: 0, count: Self.size / 64)

  private static let size = 1 << 14

  mutating func add(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { bytes in
      bits.withUnsafeMutableBufferPointer { bits in
        LineWords.forEach(bytes) { bits[Int($0 >> 24 ^ $0 >> 10) & 0xFF] |= 1 << UInt64($0 & 63) }
      }
    }
  }

  func holds(_ word: UInt32) -> Bool { bits[Int(word >> 24 ^ word >> 10) & 0xFF] & (1 << UInt64(word & 63)) != 0 }
}

/// Which of the next bytes of a text are ASCII letters, and which may join words or be one: digits, apostrophes, anything beyond ASCII. A bit for
/// each, the first lowest.
private struct WordMasks {
  private(set) var count: Int
  private var letters: UInt64 = 0
  private var others: UInt64 = 0
  /// Whether the text ends behind the bytes.
  private let isLast: Bool

  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    count = min(64, text.count &- start)
    isLast = start &+ count == text.count
    var offset = 0
    while offset < count {
      let bytes = SixteenBytes(text, at: start &+ offset)
      let places = UInt64(truncatingIfNeeded: offset)
      letters |= bytes.lowercased.isAmong(26, from: 0x61) &<< places
      others |= (bytes.among(10, from: 0x30) | bytes.among(1, from: 0x27) | bytes.among(0x80, from: 0x80)).bits &<< places
      offset &+= 16
    }
  }

  /// The bytes in front that words of ASCII letters and nothing else stand in.
  struct Plain {
    /// The bytes up to the last break before another character.
    var count: Int
    /// Whether what follows those is for someone else to read.
    var endsInOther: Bool
    /// The beginnings of the words of four letters or more in them.
    var words: UInt64
  }

  @inline(__always)
  var plain: Plain {
    let other = min(others.trailingZeroBitCount, count)
    let breaks = ~letters & Self.first(other)
    let plainCount = isLast && other == count ? count : 64 &- breaks.leadingZeroBitCount
    let plain = letters & Self.first(plainCount)
    return Plain(
      count: plainCount, endsInOther: other < count || plainCount == 0,
      words: plain & ~(plain &<< 1) & plain &>> 1 & plain &>> 2 & plain &>> 3)
  }

  /// Leaves out the bytes that have been read.
  @inline(__always)
  mutating func drop(_ read: Int) {
    count &-= read
    // By 64 and more nothing is left.
    letters >>= UInt64(truncatingIfNeeded: read)
    others >>= UInt64(truncatingIfNeeded: read)
  }

  @inline(__always)
  private static func first(_ count: Int) -> UInt64 { count == 64 ? .max : 1 &<< UInt64(truncatingIfNeeded: count) &- 1 }
}
