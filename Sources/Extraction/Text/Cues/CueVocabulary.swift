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
    fileprivate var wholeGroup: Int?
    fileprivate var openingGroup: Int?

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
    let phrases: [WordHash: Phrase]
    let filter: HashFilter
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
        for phrase in group.spellings {
          if let opening = CueGate.opening(of: phrase) { openings.insert(opening) }
          let hashes = CueVocabulary.beginnings(of: phrase)
          guard let hash = hashes.last else { continue }
          for hash in hashes { beginnings.append(hash.value) }
          var known = phrases[hash] ?? Phrase()
          if group.standsAlone, known.wholeGroup == nil { known.wholeGroup = index }
          if group.opens, known.openingGroup == nil { known.openingGroup = index }
          phrases[hash] = known
        }
      }
      self.phrases = phrases
      filter = HashFilter(phrases.keys.lazy.map(\.value))
      self.beginnings = HashFilter(beginnings)
      self.openings = openings
    }
  }

  /// The hashes of a phrase up to the end of each of its words.
  private static func beginnings(of phrase: String) -> [WordHash] {
    let folded = FoldedText(phrase, case: .folded).bytes
    var hash = WordHash()
    return CueWord.words(of: folded, limit: longest).enumerated().map { index, word in
      if index > 0 { hash.add(0x20) }
      for byte in folded.dropFirst(word.range.lowerBound).prefix(word.range.count) { hash.add(byte) }
      return hash
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
    var phrases: String

    /// The phrases, each as often as it may be spelt.
    var spellings: [String] { CueSpelling.all(in: phrases) }
  }
}
