import Copydesk

extension Cue {
  /// Reads what a line or paragraph says about itself; `nil` where it is plain text.
  ///
  /// - Parameter language: BCP 47. Phrases of all languages are known in any case; it only settles phrases that mean something else elsewhere.
  public static func read(_ text: String, language: String? = nil) -> Cue? { read(ArraySlice(text.utf8), language: language) }

  /// Reads what a line or paragraph says about itself; `nil` where it is plain text.
  public static func read(_ text: ArraySlice<UInt8>, language: String? = nil) -> Cue? {
    let reader = CueReader(text)
    return reader.read()
  }
}

/// Reads cues off one block of text.
struct CueReader {
  let original: ArraySlice<UInt8>
  let folded: FoldedText
  let words: [CueWord]
  private let kinds: CueKinds
  private let knownFacts: BlockFacts?
  /// Whether only the kinds of notices are of interest, and not what they say.
  let isBrief: Bool

  /// Beyond this many bytes only the opening words are looked at.
  static let maximumLength = 2500
  /// A paragraph of more words is no signpost.
  private static let mostWords = 250
  /// A phrase at the front, and what shows whether it is the whole line, stand in the first so many bytes.
  private static let phraseReach = 600

  /// - Parameters:
  ///   - kinds: What is looked for.
  ///   - facts: What is known about the text; without it nothing of it counts as a link.
  init(_ text: ArraySlice<UInt8>, _ kinds: CueKinds = .cues, facts: BlockFacts? = nil, isBrief: Bool = false) {
    original = text
    self.kinds = kinds
    knownFacts = facts
    self.isBrief = isBrief
    folded = FoldedText(text.prefix(kinds == .phrase ? Self.phraseReach : Self.maximumLength), case: .folded)
    // A phrase needs one word more, to see whether it is the whole line.
    words = CueWord.words(of: folded.bytes, limit: kinds == .phrase ? CueVocabulary.longest + 1 : 400)
  }

  /// Reads the cue of a block whose counts are known, if the gate lets it through.
  static func cue(in text: [UInt8], _ facts: BlockFacts, isBrief: Bool) -> Cue? {
    var kinds = facts.cues.intersection(.cues)
    if kinds.isEmpty || facts.weight > mostWords { return nil }
    if facts.visible.count > SyndicationReader.maximumLength { kinds.remove(.syndication) }
    if facts.weight > CueIdioms.mostWords { kinds.remove(.idiom) }
    if kinds.contains(.phrase),
      !text[facts.visible].prefix(phraseReach).withUnsafeBufferPointer({ CueVocabulary.tables.mayOpen($0) })
    {
      kinds.remove(.phrase)
    }
    return kinds.isEmpty ? nil : CueReader(text[facts.visible], kinds, facts: facts, isBrief: isBrief).read()
  }

  func read() -> Cue? {
    if folded.isEmpty {
      return Cue(
        role: .artefact, scope: .line, phrase: "",
        reason: original.isEmpty ? "empty" : "nothing but white space or zero-width characters")
    }
    guard original.count <= Self.maximumLength else { return nil }
    if kinds.contains(.rights), let rights = RightsReader(self).read() {
      return Cue(
        role: .rights, scope: .line, phrase: isBrief ? "" : phrase(words.prefix(3)), reason: "a rights notice", rights: rights)
    }
    if kinds.contains(.syndication), let syndication = SyndicationReader(self).read() {
      return Cue(
        role: .syndication, scope: .line, phrase: isBrief ? "" : phrase(words.prefix(4)), reason: "says where it first appeared",
        syndication: syndication)
    }
    if kinds.contains(.phrase), let cue = vocabulary() { return cue }
    return kinds.contains(.idiom) ? CueIdioms.cue(in: self) : nil
  }

  var facts: BlockFacts { knownFacts ?? BlockFacts(bytes: original) }

  private func vocabulary() -> Cue? {
    var hash = WordHash()
    var best: (phrase: CueVocabulary.Phrase, isWhole: Bool, count: Int)?
    let tables = CueVocabulary.tables
    for (index, word) in words.prefix(CueVocabulary.longest).enumerated() {
      if index > 0 { hash.add(0x20) }
      for byte in bytes(of: word) { hash.add(byte) }
      guard tables.beginnings.mayHold(hash.value) else { break }
      guard let phrase = tables.phrases[hash.value] else { continue }
      if index == words.count - 1 {
        if phrase.whole != nil { best = (phrase, true, index + 1) }
      } else if let opening = phrase.opening, isOpening(opening, word, isAlone: index == 0) {
        best = (phrase, false, index + 1)
      }
    }
    guard let best else { return nil }
    if best.isWhole { return best.phrase.whole.map { cue($0, $0.isHeading ? .heading : .line, best.count) } }
    return best.phrase.opening.map { cue($0, .opening, best.count) }
  }

  private func cue(_ entry: CueVocabulary.Entry, _ scope: Cue.Scope, _ count: Int) -> Cue {
    Cue(role: entry.role, scope: scope, phrase: phrase(words.prefix(count)), reason: entry.reason)
  }

  private func isOpening(_ entry: CueVocabulary.Entry, _ word: CueWord, isAlone: Bool) -> Bool {
    // What stands in quotation marks is somebody else's words.
    guard original.count <= entry.maximumLength * 4, folded.bytes.first != UInt8(ascii: "\"") else { return false }
    let characters = original.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    // Of those who made the article there may be many.
    guard characters <= entry.maximumLength || entry.role == .credit && entry.evidence == .mark && StaffCredits.fill(original)
    else { return false }
    // One word alone opens too many sentences ("More than nine …").
    if entry.evidence == .none, !isAlone { return true }
    if isSetApart(word) { return true }
    guard entry.evidence == .shape, !isAlone else { return false }
    return facts.linkShare >= 0.4 || !facts.endsSentence
  }

  /// Whether a colon, dash, bar, arrow or closing bracket follows a word.
  private func isSetApart(_ word: CueWord) -> Bool {
    let behind = folded.bytes[(folded.bytes.startIndex + word.range.upperBound)...]
    let rest = behind.drop { $0 == 0x20 }
    guard let sign = rest.first else { return false }
    // A hyphen joins words.
    if sign == UInt8(ascii: "-"), rest.count == behind.count, rest.dropFirst().first.map({ $0 != 0x20 }) == true { return false }
    if sign < 0x80 { return Self.marks.contains(sign) }
    return Self.wideMarks.contains { rest.starts(with: $0) }
  }

  private static let marks = Array(":-|>/]".utf8)
  private static let wideMarks = ["→", "►", "▶", "▸", "•", "·", "】", "》", "↓", "⇒", "☞", "👉"].map {
    Array($0.utf8)
  }

  func bytes(of word: CueWord) -> ArraySlice<UInt8> {
    let start = folded.bytes.startIndex
    return folded.bytes[start + word.range.lowerBound..<start + word.range.upperBound]
  }

  func isWord(_ index: Int, _ text: StaticString) -> Bool {
    guard words.indices.contains(index) else { return false }
    let bytes = bytes(of: words[index])
    return text.withUTF8Buffer { bytes.elementsEqual($0) }
  }

  func phrase(_ words: ArraySlice<CueWord>) -> String {
    words.map { String(decoding: bytes(of: $0), as: UTF8.self) }.joined(separator: " ")
  }
}

/// A word of a folded text: letters, digits and the apostrophes within; each character of a script without spaces is a word.
struct CueWord: Sendable {
  /// In the folded text, from 0.
  var range: Range<Int>

  static func words(of text: ArraySlice<UInt8>, limit: Int) -> [CueWord] {
    text.withUnsafeBufferPointer { buffer in
      var words: [CueWord] = []
      words.reserveCapacity(min(limit, buffer.count / 5 + 4))
      var index = 0
      var start: Int?
      func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
      while index < buffer.count, words.count < limit {
        let byte = buffer[index]
        // Within a word most bytes are letters.
        if start != nil, byte &- 0x61 < 26 {
          index += 1
          continue
        }
        var next = index
        let scalar = UTF8Scalar.next(in: buffer, at: &next)
        let isApostrophe = byte == 0x27 && start != nil && next < buffer.count && isWordByte(buffer[next])
        let isLetter = byte < 0x80 ? isWordByte(byte) || isApostrophe : !isPunctuation(scalar)
        let isIdeograph = scalar >= 0x3040 && scalar <= 0x9FFF
        if isLetter, !isIdeograph {
          start = start ?? index
        } else {
          if let begin = start { words.append(CueWord(range: begin..<index)) }
          start = nil
          if isIdeograph { words.append(CueWord(range: index..<next)) }
        }
        index = next
      }
      if let begin = start, words.count < limit { words.append(CueWord(range: begin..<buffer.count)) }
      return words
    }
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x6D4, 0x964, 0x965,
      0x2000...0x2BFF, 0x3000...0x3004,
      0x3008...0x3020, 0x30FB, 0xFE10...0xFE6F, 0xFFFD, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }
}
