/// The words of a line by which two lines can be compared: hashed, in lower case, cut to their stems, without the short ones that every
/// line has.
///
/// A stem is a word's first six letters, which parts "elections" from "electric" and joins it with "election" in most languages that
/// newspapers are printed in. In scripts without spaces every two neighbouring characters count as a word.
struct LineWords {
  private(set) var hashes: [UInt32] = []

  private static let stem = 6
  /// Words of fewer letters are articles and prepositions.
  private static let shortest = 4

  init(_ line: ArraySlice<UInt8>, limit: Int = 400) {
    line.prefix(limit).withUnsafeBufferPointer { bytes in
      hashes.reserveCapacity(bytes.count / 8 + 1)
      Self.forEach(bytes) { hashes.append($0) }
    }
  }

  /// Calls `body` with the hash of each word.
  @inline(__always)
  static func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
    var hash: UInt32 = 0x811C_9DC5
    var length = 0
    var isNumber = false
    var previous: UInt32 = 0
    func endWord() {
      if length >= shortest || isNumber && length >= 2 { body(hash) }
      hash = 0x811C_9DC5
      length = 0
      isNumber = false
    }
    let ascii = CharacterClass.ascii
    var index = 0
    while index < bytes.count {
      // Most bytes are ASCII letters.
      let run = LetterRun(bytes, at: index)
      if run.length > 0 {
        index &+= run.length
        previous = 0
        isNumber = false
        // A short word that a space ends need not be hashed.
        if length == 0, run.length < shortest, index < bytes.count, bytes[index] == 0x20 {
          index &+= 1
          continue
        }
        var key = run.key
        // As many steps for each word, since how long words are cannot be foreseen.
        let letters = min(run.length, stem &- length)
        for place in 0..<stem {
          let next = (hash ^ UInt32(truncatingIfNeeded: key & 0xFF)) &* 0x0100_0193
          hash = place < letters ? next : hash
          key &>>= 8
        }
        length &+= run.length
        continue
      }
      let scalar = UTF8Scalar.next(in: bytes, at: &index)
      let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
      switch kind {
      case .lower, .upper, .caseless, .digit:
        isNumber = kind == .digit
        if length < stem { hash = (hash ^ CharacterFolding.lowercase(scalar)) &* 0x0100_0193 }
        length += 1
        previous = 0
      case .unspaced:
        endWord()
        if previous != 0 { body((previous &* 0x9E37_79B1) ^ scalar) }
        previous = scalar
      case .apostrophe: break
      default:
        endWord()
        previous = 0
      }
    }
    endWord()
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
