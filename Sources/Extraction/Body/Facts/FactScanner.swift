import ByteLanes

/// Goes once over the bytes of a block and counts.
///
/// Which bytes are letters and which are blank comes as masks of many bytes at once, and the counts of words are sums over masks. Only what is
/// neither, two or three characters in most lines, is looked at one by one.
struct FactScanner {
  private let gate = CueGate.shared
  private let ascii = CharacterClass.ascii

  func scan(_ bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    ascii.withUnsafeBufferPointer { scan(bytes, $0, into: &facts) }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ascii: UnsafeBufferPointer<CharacterClass>, into facts: inout BlockFacts
  ) {
    var counts = Counts()
    /// The first two runs of letters.
    var (first, second): (UInt64, UInt64) = (0, 0)
    /// Where the last one begins.
    var last: Int?
    var endsInLetter: UInt64 = 0
    var index = 0
    while index < bytes.count {
      let masks = ByteMasks(bytes, from: index)
      var starts = masks.letters & ~(masks.letters &<< 1 | endsInLetter)
      endsInLetter = masks.letters &>> UInt64(truncatingIfNeeded: masks.count &- 1)
      if starts != 0 { last = index &+ 63 &- starts.leadingZeroBitCount }
      if second == 0 {
        var starts = starts
        while starts != 0, second == 0 {
          let run = LetterRun(bytes, at: index &+ starts.trailingZeroBitCount)
          starts &= starts &- 1
          (first, second) = first == 0 ? (run.key, 0) : (first, run.key)
        }
      }
      // The gate knows most cues by runs of some length.
      starts &= masks.longRuns
      while starts != 0 {
        let start = index &+ starts.trailingZeroBitCount
        starts &= starts &- 1
        guard gate.mayTell(front: EightBytes.load(bytes, at: start)) else { continue }
        let run = LetterRun(bytes, at: start)
        if gate.mayTell(run.key) { counts.cues.formUnion(gate.kinds(run: run.key, at: start, in: bytes)) }
      }
      counts.add(masks, bytes, at: index, ascii)
      // The signs' words are joined by apostrophes; runs of letters are not.
      if index == 0, counts.apostrophes > 0 || second == 0 && masks.count < bytes.count { counts.cues.insert(.sign) }
      index &+= masks.count
    }
    if let last { counts.cues.formUnion(gate.kinds(ending: LetterRun(bytes, at: last).key)) }
    if first != 0 { counts.cues.formUnion(gate.kinds(opening: first, second)) }
    facts.words = counts.words
    facts.unspaced = counts.unspaced
    facts.letters = counts.letters
    facts.uppercase = counts.uppercase
    facts.digits = counts.digits
    facts.commas = counts.commas
    facts.capitalised = counts.capitalised
    facts.sentenceEnds = counts.sentenceEnds + Int(counts.isEnding)
    facts.separators = counts.separators
    facts.letterSum = UInt16(truncatingIfNeeded: counts.sum)
    facts.endsSentence = counts.isEnding != 0
    facts.cues = counts.cues
    readFront(of: bytes, into: &facts)
    readBack(of: bytes, into: &facts)
  }

  /// What the scanner has counted so far.
  private struct Counts {
    var words = 0
    var unspaced = 0
    var letters = 0
    var uppercase = 0
    var digits = 0
    var commas = 0
    var capitalised = 0
    var sentenceEnds = 0
    var separators = 0
    var apostrophes = 0
    var sum = 0
    var cues: CueKinds = []
    /// 1 within a word, else 0.
    var isInWord: UInt64 = 0
    /// 1 behind the sign that ends a sentence, and behind the quotes and brackets that close after it; else 0.
    var isEnding: UInt64 = 0

    /// Counts some of a text's bytes.
    @inline(__always)
    mutating func add(
      _ masks: ByteMasks, _ text: UnsafeBufferPointer<UInt8>, at start: Int, _ ascii: UnsafeBufferPointer<CharacterClass>
    ) {
      var others = OtherCharacters(behind: masks)
      letters &+= masks.letters.nonzeroBitCount
      sum &+= masks.letterSum
      if masks.controls != 0 { cues = .all }
      if masks.digits != 0 { digits &+= masks.digits.nonzeroBitCount }
      while others.left != 0 {
        let place = start &+ others.left.trailingZeroBitCount
        if text[place] < 0x80 {
          note(ascii[Int(truncatingIfNeeded: text[place])], &others)
        } else {
          note(&others, text, at: start)
        }
      }

      // A run of ink is a run of ones. A letter added to it carries through all that is behind the first one.
      let text = masks.letters | masks.digits | others.letters
      let ink = ~(masks.blanks | others.blanks) & masks.all
      let sums = ink &+ text &+ isInWord
      let firsts = text & ~sums
      words &+= (firsts & ~others.unspaced).nonzeroBitCount
      let capitals = masks.capitals | others.capitals
      uppercase &+= capitals.nonzeroBitCount
      capitalised &+= (firsts & capitals).nonzeroBitCount
      let end = UInt64(truncatingIfNeeded: masks.count)
      isInWord = sums &>> end & 1

      // The same way the end of a sentence carries through what closes after it.
      let behind = others.terminators &<< 1 | isEnding
      let reached = (behind | (behind & others.closings) &+ others.closings) & ~others.closings
      sentenceEnds &+= (reached & ~ink & masks.all).nonzeroBitCount
      isEnding = reached &>> end & 1
    }

    /// Takes in the next character, a sign in ASCII.
    @inline(__always)
    private mutating func note(_ kind: CharacterClass, _ others: inout OtherCharacters) {
      commas &+= kind == .comma ? 1 : 0
      separators &+= kind == .separator ? 1 : 0
      apostrophes &+= kind == .apostrophe ? 1 : 0
      others.take(kind)
    }

    /// Takes in the next character, one beyond ASCII.
    @inline(__always)
    private mutating func note(_ others: inout OtherCharacters, _ text: UnsafeBufferPointer<UInt8>, at start: Int) {
      let place = others.left.trailingZeroBitCount
      let (scalar, width) = FactScanner.decode(text, start &+ place)
      let kind = CharacterClass.of(scalar)
      if cues != .all, CueGate.mustLetThrough(scalar) { cues = .all }
      digits &+= kind == .digit ? 1 : 0
      commas &+= kind == .comma ? 1 : 0
      separators &+= kind == .separator ? 1 : 0
      apostrophes &+= kind == .apostrophe ? 1 : 0
      unspaced &+= kind == .unspaced ? 1 : 0
      letters &+= kind.isText && kind != .digit ? 1 : 0
      // A full stop of an unspaced script ends a sentence wherever it stands.
      sentenceEnds &+= kind == .terminator && scalar >= 0x3000 ? 1 : 0
      sum &+= kind.isText ? Int(truncatingIfNeeded: FactScanner.lowercased(scalar)) : 0
      others.take(kind, at: place, width)
    }
  }

  private func readFront(of bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    guard let byte = bytes.first else { return }
    let scalar = byte < 0x80 ? UInt32(byte) : Self.decode(bytes, 0).0
    let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
    facts.startsLower = kind == .lower
    facts.opensQuote = kind == .opening || kind == .dash && scalar >= 0x2010 || scalar == 0x22
  }

  private func readBack(of bytes: UnsafeBufferPointer<UInt8>, into facts: inout BlockFacts) {
    var dots = 0
    var end = bytes.count
    while end > 0, dots < 3 {
      var start = end - 1
      while start > 0, bytes[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
      let scalar = bytes[start] < 0x80 ? UInt32(bytes[start]) : Self.decode(bytes, start).0
      let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
      end = start
      if kind == .closing || kind == .apostrophe { continue }
      if dots == 0 { facts.endsColon = kind == .colon }
      if scalar == 0x2026 { dots = 3 }
      if scalar != 0x2E { break }
      dots += 1
    }
    facts.endsEllipsis = dots >= 3
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32, Int) {
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
