/// Goes once over the bytes of a block and counts.
struct FactScanner {
  private var inWord = false
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    CharacterClass.ascii.withUnsafeBufferPointer { scan(bytes, $0, into: &facts) }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<CharacterClass>, into facts: inout BlockFacts
  ) {
    var index = 0
    var isFirst = true
    /// The last character that is no closing quote or bracket.
    var lastInk: CharacterClass = .space
    var dots = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Most bytes are letters within a word.
      if inWord, byte &- 0x61 < 26 {
        let start = index
        while index < bytes.count, bytes[index] &- 0x61 < 26 {
          mix(UInt32(bytes[index]))
          index += 1
        }
        facts.letters += index - start
        dots = 0
        lastInk = .lower
        continue
      }
      var scalar = UInt32(byte)
      var width = 1
      let kind: CharacterClass
      if byte < 0x80 {
        kind = ascii[Int(byte)]
      } else {
        (scalar, width) = decode(bytes, index)
        kind = CharacterClass.of(scalar)
      }
      index += width

      switch kind {
      case .lower, .upper, .caseless, .digit, .unspaced:
        if !inWord {
          inWord = true
          if kind != .unspaced { facts.words += 1 }
          if kind == .upper { facts.capitalised += 1 }
        }
        switch kind {
        case .digit: facts.digits += 1
        case .unspaced:
          facts.unspaced += 1
          facts.letters += 1
        default:
          facts.letters += 1
          if kind == .upper { facts.uppercase += 1 }
        }
        mix(kind == .upper ? Self.lowercased(scalar) : scalar)
      case .space:
        if lastInk == .terminator { facts.sentenceEnds += 1 }
        inWord = false
      case .terminator:
        // A full stop of an unspaced script ends a sentence wherever it stands.
        if scalar >= 0x3000 { facts.sentenceEnds += 1 }
      case .comma: facts.commas += 1
      case .separator: facts.separators += 1
      case .closing, .opening, .dash, .colon, .other, .apostrophe: break
      }
      if isFirst {
        facts.startsLower = kind == .lower
        facts.opensQuote = kind == .opening || kind == .dash && scalar >= 0x2010 || scalar == 0x22
        isFirst = false
      }
      if scalar == 0x2E { dots += 1 } else if kind != .closing, kind != .apostrophe { dots = 0 }
      if scalar == 0x2026 { dots = 3 }
      if kind != .closing, kind != .apostrophe { lastInk = kind }
    }
    facts.endsSentence = lastInk == .terminator
    if facts.endsSentence { facts.sentenceEnds += 1 }
    facts.endsColon = lastInk == .colon
    facts.endsEllipsis = dots >= 3
    facts.fingerprint = facts.words + facts.unspaced == 0 ? 0 : hash
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
    func next(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    let first = UInt32(bytes[index])
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// FNV-1a over scalars (http://www.isthe.com/chongo/tech/comp/fnv/).
  private mutating func mix(_ scalar: UInt32) {
    hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x100...0x17F: scalar | 1
    default: scalar
    }
  }
}
