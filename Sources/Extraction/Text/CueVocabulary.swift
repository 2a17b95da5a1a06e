import Copydesk

/// The phrases that publishers set around articles, by role, in lower case without punctuation; apart by bars.
enum CueVocabulary {
  struct Entry: Sendable {
    var role: Role
    var reason: String
    /// Whether what follows the line belongs to it.
    var isHeading: Bool
    /// The longest line, in bytes, that the phrase may open.
    var maximumLength: Int
  }

  /// What a phrase means as a whole line, and at the beginning of a longer one.
  struct Phrase: Sendable {
    var whole: Entry
    var opening: Entry?
  }

  /// The number of words in the longest phrase.
  static let longest = 12

  /// Looked up by the hash of a line's first words, so that the size of the vocabulary costs nothing.
  static let phrases: [WordHash: Phrase] = {
    var phrases: [WordHash: Phrase] = [:]
    for group in groups {
      let entry = Entry(
        role: group.role, reason: group.reason, isHeading: group.isHeading, maximumLength: group.maximumLength)
      for phrase in group.phrases.split(separator: "|") {
        guard let hash = beginnings(of: phrase).last else { continue }
        var known = phrases[hash] ?? Phrase(whole: entry)
        if group.opens, known.opening == nil { known.opening = entry }
        phrases[hash] = known
      }
    }
    return phrases
  }()

  static let filter = HashFilter(phrases.keys.lazy.map(\.value))

  /// Holds all phrases up to the end of any of their words.
  static let beginnings = HashFilter(
    groups.lazy.flatMap { $0.phrases.split(separator: "|") }.flatMap { beginnings(of: $0).lazy.map(\.value) })

  /// The hashes of a phrase up to the end of each of its words.
  private static func beginnings(of phrase: Substring) -> [WordHash] {
    let folded = FoldedText(String(phrase), case: .folded).bytes
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
    var isHeading = false
    var opens = false
    var maximumLength = 300
    var phrases: String
  }
}
