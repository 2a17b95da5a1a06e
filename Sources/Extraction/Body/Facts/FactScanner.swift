/// Goes once over the bytes of a block and counts.
struct FactScanner {
  private let gate = CueGate.shared
  private let ascii = CharacterClass.ascii

  func scan(_ bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    ascii.withUnsafeBufferPointer { scan(bytes, $0, into: &facts) }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<CharacterClass>, into facts: inout BlockFacts
  ) {
    var words = 0
    var letters = 0
    var uppercase = 0
    var capitalised = 0
    var index = 0
    var inWord = false
    /// The last character that is no closing quote or bracket.
    var lastInk: CharacterClass = .space
    var dots = 0
    var cues: CueKinds = []
    while index < bytes.count {
      // Most bytes are ASCII letters.
      var run = LetterRun(bytes, at: index)
      if run.length > 0 {
        if gate.mayTell(run.key) { cues.formUnion(gate.kinds(run: run.key)) }
        if !inWord {
          inWord = true
          words &+= 1
          if run.startsWithCapital { capitalised &+= 1 }
        }
        while run.length == 8 {
          letters &+= 8
          uppercase &+= run.capitals
          index &+= 8
          run = LetterRun(bytes, at: index)
        }
        letters &+= run.length
        uppercase &+= run.capitals
        index &+= run.length
        dots = 0
        // Most words end at a space.
        if index < bytes.count, bytes[index] == 0x20 {
          inWord = false
          lastInk = .space
          index &+= 1
        } else {
          lastInk = .lower
        }
        continue
      }
      var scalar = UInt32(bytes[index])
      var width = 1
      let kind: CharacterClass
      if scalar < 0x80 {
        kind = ascii[Int(scalar)]
      } else {
        (scalar, width) = decode(bytes, index)
        kind = CharacterClass.of(scalar)
      }
      index += width
      if CueGate.mustLetThrough(scalar) { cues = .all }

      switch kind {
      case .lower, .upper, .caseless, .digit, .unspaced:
        if !inWord {
          inWord = true
          if kind != .unspaced { words &+= 1 }
          if kind == .upper { capitalised &+= 1 }
        }
        switch kind {
        case .digit: facts.digits += 1
        case .unspaced:
          facts.unspaced += 1
          letters &+= 1
        default:
          letters &+= 1
          if kind == .upper { uppercase &+= 1 }
        }
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
      if scalar == 0x2E { dots += 1 } else if kind != .closing, kind != .apostrophe { dots = 0 }
      if scalar == 0x2026 { dots = 3 }
      if kind != .closing, kind != .apostrophe { lastInk = kind }
    }
    facts.words = words
    facts.letters = letters
    facts.uppercase = uppercase
    facts.capitalised = capitalised
    facts.endsSentence = lastInk == .terminator
    if facts.endsSentence { facts.sentenceEnds += 1 }
    facts.endsColon = lastInk == .colon
    facts.endsEllipsis = dots >= 3
    facts.cues = cues
    readFront(of: bytes, into: &facts)
  }

  private func readFront(of bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    guard let byte = bytes.first else { return }
    let scalar = byte < 0x80 ? UInt32(byte) : decode(bytes, 0).0
    let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
    facts.startsLower = kind == .lower
    facts.opensQuote = kind == .opening || kind == .dash && scalar >= 0x2010 || scalar == 0x22
    guard let first = LetterRun.next(in: bytes, from: 0) else { return }
    facts.firstLetter = UInt8(truncatingIfNeeded: first.run.key)
    let second = LetterRun.next(in: bytes, from: first.end)?.run.key ?? 0
    if gate.mayOpen(with: first.run.key, second) { facts.cues.insert(.phrase) }
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

  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 32
    case 0x400...0x40F: scalar + 80
    case 0x100...0x17F: scalar | 1
    default: scalar
    }
  }
}
