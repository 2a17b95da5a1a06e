/// A text cut into numbers, words and signs, for reading dates. Works on text folded to lower case.
struct DateTokens {
  enum Kind: UInt8 { case number, word, sign }

  struct Token {
    var kind: Kind
    /// For a number its value (-1 where it has more than nine digits), for a sign its character.
    var value: Int
    /// How many digits a number has.
    var digits: Int
    /// What the word is; empty for others.
    var meaning: DateWords.Meaning
    /// Where it stands in the folded text.
    var range: Range<Int>
    var followsSpace: Bool
  }

  let text: FoldedText
  private(set) var tokens: [Token] = []

  /// - Parameter limit: How many bytes are looked at.
  init(_ text: FoldedText, limit: Int = 20_000) {
    self.text = text
    let tokens = text.bytes.withUnsafeBufferPointer { Self.tokens(of: UnsafeBufferPointer(rebasing: $0.prefix(limit))) }
    self.tokens = tokens
  }

  var count: Int { tokens.count }

  /// The token at an index, or a sign that fits nothing when the index is out of range.
  subscript(index: Int) -> Token {
    index >= 0 && index < tokens.count ? tokens[index] : Self.none
  }

  private static let none = Token(kind: .sign, value: 0, digits: 0, meaning: .none, range: 0..<0, followsSpace: false)

  func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    let token = self[index]
    return token.kind == .sign && token.value == Int(sign.value)
  }

  /// The word's bytes, folded.
  func word(_ index: Int) -> ArraySlice<UInt8> {
    let token = self[index]
    guard token.kind == .word else { return [] }
    let start = text.bytes.startIndex
    return text.bytes[start + token.range.lowerBound..<start + token.range.upperBound]
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    let bytes = self.word(index)
    guard bytes.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes.elementsEqual($0) }
  }

  /// Whether a word is in Thai letters (U+0E00 to U+0E7F).
  func isThai(_ index: Int) -> Bool {
    let bytes = word(index)
    return bytes.count >= 3 && bytes[bytes.startIndex] == 0xE0
      && (bytes[bytes.startIndex + 1] == 0xB8 || bytes[bytes.startIndex + 1] == 0xB9)
  }

  private static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(min(text.count / 4, 256))
    var index = 0
    var followsSpace = false
    while index < text.count {
      let start = index
      let scalar = UTF8Scalar.next(in: text, at: &index)
      if scalar == 0x20 {
        followsSpace = true
        continue
      }
      if let digit = digitValue(scalar) {
        var value = digit
        var digits = 1
        while index < text.count {
          var next = index
          guard let digit = digitValue(UTF8Scalar.next(in: text, at: &next)) else { break }
          digits += 1
          value = digits > 9 ? -1 : value * 10 + digit
          index = next
        }
        tokens.append(
          Token(kind: .number, value: value, digits: digits, meaning: .none, range: start..<index, followsSpace: followsSpace))
      } else if isLetter(scalar) {
        var hash = WordHash()
        hash.add(text, start..<index)
        // Characters of scripts that are written without spaces are words of their own.
        if !isIdeographic(scalar) {
          while index < text.count {
            var next = index
            let following = UTF8Scalar.next(in: text, at: &next)
            guard isLetter(following), !isIdeographic(following) else { break }
            hash.add(text, index..<next)
            index = next
          }
        }
        tokens.append(
          Token(
            kind: .word, value: 0, digits: 0, meaning: DateWords.meaning(of: hash), range: start..<index,
            followsSpace: followsSpace))
      } else {
        tokens.append(
          Token(kind: .sign, value: Int(scalar), digits: 0, meaning: .none, range: start..<index, followsSpace: followsSpace))
      }
      followsSpace = false
    }
    return tokens
  }

  /// Decimal digits of ASCII, Arabic, Persian and the larger Indic scripts and Thai (Unicode category Nd; each a run of ten).
  static func digitValue(_ scalar: UInt32) -> Int? {
    if scalar < 0x80 { return scalar >= 0x30 && scalar <= 0x39 ? Int(scalar - 0x30) : nil }
    guard scalar >= 0x660 else { return nil }
    switch scalar {
    case 0x660...0x669: return Int(scalar - 0x660)
    case 0x6F0...0x6F9: return Int(scalar - 0x6F0)
    case 0x966...0x96F: return Int(scalar - 0x966)
    case 0x9E6...0x9EF: return Int(scalar - 0x9E6)
    case 0xAE6...0xAEF: return Int(scalar - 0xAE6)
    case 0xBE6...0xBEF: return Int(scalar - 0xBE6)
    case 0xE50...0xE59: return Int(scalar - 0xE50)
    default: return nil
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
    switch scalar {
    case 0x80...0xBF: return scalar == 0xAA || scalar == 0xBA || scalar == 0xB5
    case 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965: return false
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x30FB, 0xFE10...0xFE6F, 0xFFFD: return false
    default: return true
    }
  }

  private static func isIdeographic(_ scalar: UInt32) -> Bool {
    scalar >= 0x2E80 && scalar <= 0xD7FF || scalar >= 0x20000 && scalar <= 0x3FFFF
  }
}

/// A hash of a word's bytes: FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), so that no string is made to look one up.
struct WordHash: Hashable {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  init(_ word: some Sequence<UInt8>) {
    for byte in word { add(byte) }
  }

  /// The hash of a text's folded letters, made without folding it where that would change nothing but capitals.
  init(folding text: some StringProtocol) {
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes in
      PlainText.read(bytes).map { WordHash(bytes[$0.range].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) }
    }
    self = plain.flatMap(\.self) ?? WordHash(FoldedText(String(text), case: .folded).bytes)
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inline(__always)
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    for index in range { add(text[index]) }
  }
}
