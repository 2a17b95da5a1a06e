import Copydesk

/// The phrases that publishers set around articles, by role, in lower case without punctuation; apart by bars.
enum CueVocabulary {
  struct Entry: Sendable {
    var role: Role
    var reason: String
    /// Whether what follows the line belongs to it.
    var isHeading: Bool
    /// The longest line, in characters, that the phrase may open.
    var maximumLength: Int
    /// What must speak for a longer line that the phrase opens.
    var evidence: Evidence
  }

  /// What has to be seen beside a phrase that opens a longer line.
  enum Evidence: Sendable {
    /// Nothing: no sentence of a story begins so.
    case none
    /// A mark parts it from the rest, much of the line is a link, or the line is no sentence.
    case shape
    /// A mark parts it from the rest.
    case mark
  }

  /// What a phrase means as a whole line, and at the beginning of a longer one.
  struct Phrase: Sendable {
    var whole: Entry? { Self.entry(wholeGroup) }
    var opening: Entry? { Self.entry(openingGroup) }

    /// Places in ``CueVocabulary/entries``.
    private var wholeGroup: Int?
    private var openingGroup: Int?

    /// Earlier groups win where a phrase stands in two.
    fileprivate mutating func note(_ group: Group, _ index: Int) {
      if group.standsAlone, wholeGroup == nil { wholeGroup = index }
      if group.opens, openingGroup == nil { openingGroup = index }
    }

    private static func entry(_ group: Int?) -> Entry? { group.map { entries[$0] } }
  }

  /// The number of words in the longest phrase.
  static let longest = 16

  /// What the phrases of each group mean.
  private static let entries = groups.map { group in
    Entry(
      role: group.role, reason: group.reason, isHeading: group.isHeading, maximumLength: group.maximumLength,
      evidence: group.evidence)
  }

  static let tables = Tables()

  /// What phrases are looked up in, made in one pass over all their spellings.
  struct Tables: Sendable {
    /// By the hash of a line's first words, so that the size of the vocabulary costs nothing.
    let phrases: HashTable<Phrase>
    /// Holds all phrases up to the end of any of their words.
    let beginnings: HashFilter
    /// What ``CueGate`` knows phrases by: their first two runs of letters, or the only one.
    let openings: Set<UInt64>

    fileprivate init() {
      var phrases: [WordHash: Phrase] = [:]
      var beginnings: [UInt64] = []
      var openings: Set<UInt64> = []
      phrases.reserveCapacity(3000)
      openings.reserveCapacity(3000)
      for (index, group) in groups.enumerated() {
        CueSpelling.forEach(in: group.phrases) { phrase in
          if let opening = phrase.withUnsafeBufferPointer(CueGate.opening) { openings.insert(opening) }
          var whole: WordHash?
          CueVocabulary.forEachBeginning(of: phrase) { hash in
            beginnings.append(hash.value)
            whole = hash
          }
          if let whole { phrases[whole, default: Phrase()].note(group, index) }
        }
      }
      self.phrases = HashTable(phrases)
      self.beginnings = HashFilter(beginnings)
      self.openings = openings
    }

    /// Whether a text may open with a phrase, before it is folded and cut into words. Beside a letter or digit, folding may make one of what is
    /// neither, or leave it out; where that may be so, it may.
    func mayOpen(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      var hash = WordHash()
      var index = 0
      for place in 0..<CueVocabulary.longest {
        while index < text.count, !Self.isWordByte(text[index]) {
          let sign = Self.sign(text, at: index)
          if sign.kind == .unknown { return true }
          index += sign.width
        }
        if index >= text.count { return false }
        if place > 0 { hash.add(0x20) }
        while index < text.count {
          if Self.isWordByte(text[index]) {
            // A digit has the bit of small letters already.
            hash.add(text[index] | 0x20)
            index += 1
            continue
          }
          let sign = Self.sign(text, at: index)
          if sign.kind == .unknown { return true }
          let next = index + sign.width
          guard sign.kind == .apostrophe, next < text.count else { break }
          if text[next] >= 0x80 { return true }
          guard Self.isWordByte(text[next]) else { break }
          hash.add(0x27)
          index = next
        }
        guard beginnings.mayHold(hash.value) else { return false }
        guard phrases.contains(hash.value) else { continue }
        // One word alone says something only where a sign or nothing follows.
        let next = text[index...].first { $0 != 0x20 }
        if place > 0 || next.map({ !Self.isWordByte($0) }) ?? true { return true }
      }
      return false
    }

    private enum Sign { case apostrophe, mark, unknown }

    private static func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    /// What is neither a letter nor a digit in ASCII: the signs that part or join words in most texts, and their typographic twins.
    private static func sign(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (kind: Sign, width: Int) {
      switch text[index] {
      case 0x27, 0x60: return (.apostrophe, 1)
      case 0x20..<0x7F, 0x09...0x0D: return (.mark, 1)
      case 0xE2:
        guard index + 2 < text.count, text[index + 1] == 0x80 else { return (.unknown, 1) }
        switch text[index + 2] {
        case 0x98...0x9B: return (.apostrophe, 3)
        // Dashes, quotation marks, bullets, the ellipsis: U+2010 to U+2026.
        case 0x90...0xA6: return (.mark, 3)
        default: return (.unknown, 1)
        }
      default: return (.unknown, 1)
      }
    }
  }

  /// Calls `take` with the hash of a phrase up to the end of each of its words.
  private static func forEachBeginning(of phrase: ArraySlice<UInt8>, _ take: (WordHash) -> Void) {
    let folded = FoldedText(phrase, case: .folded).bytes
    let words = CueWord.words(of: folded, limit: longest)
    folded.withUnsafeBufferPointer { text in
      var hash = WordHash()
      for (index, word) in words.enumerated() {
        if index > 0 { hash.add(0x20) }
        hash.add(text, word.range)
        take(hash)
      }
    }
  }

  struct Group {
    var role: Role
    var reason: String
    /// Whether the phrase is a line of its own.
    var standsAlone = true
    var isHeading = false
    var opens = false
    var evidence = Evidence.none
    var maximumLength = 300
    /// Each may be spelt in several ways.
    var phrases: String
  }
}
