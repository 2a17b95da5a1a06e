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
    var whole: Entry?
    var opening: Entry?
  }

  /// The number of words in the longest phrase.
  static let longest = 16

  /// Looked up by the hash of a line's first words, so that the size of the vocabulary costs nothing.
  static let phrases: [WordHash: Phrase] = {
    var phrases: [WordHash: Phrase] = [:]
    for group in groups {
      let entry = Entry(
        role: group.role, reason: group.reason, isHeading: group.isHeading, maximumLength: group.maximumLength,
        evidence: group.evidence)
      for phrase in group.spellings {
        guard let hash = beginnings(of: phrase).last else { continue }
        var known = phrases[hash] ?? Phrase()
        if group.standsAlone, known.whole == nil { known.whole = entry }
        if group.opens, known.opening == nil { known.opening = entry }
        phrases[hash] = known
      }
    }
    return phrases
  }()

  static let filter = HashFilter(phrases.keys.lazy.map(\.value))

  /// Holds all phrases up to the end of any of their words.
  static let beginnings = HashFilter(
    groups.lazy.flatMap(\.spellings).flatMap { beginnings(of: $0).lazy.map(\.value) })

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
    var spellings: [String] { phrases.split(separator: "|").flatMap { CueSpelling.all(of: String($0)) } }
  }
}
