import Copydesk

/// The phrases that publishers set around articles, by role, in lower case without punctuation; apart by bars.
enum CueVocabulary {
  struct Entry: Sendable {
    var role: Role
    var reason: String
    /// Whether what follows the line belongs to it.
    var isHeading: Bool
    /// Whether the phrase also counts at the beginning of a longer line.
    var opens: Bool
    /// The longest line, in bytes, that the phrase may open.
    var maximumLength: Int
  }

  /// The number of words in the longest phrase.
  static let longest = 12

  /// Looked up by the hash of a line's first words, so that the size of the vocabulary costs nothing.
  static let entries: [WordHash: Entry] = {
    var entries: [WordHash: Entry] = [:]
    for group in groups {
      let entry = Entry(
        role: group.role, reason: group.reason, isHeading: group.isHeading, opens: group.opens, maximumLength: group.maximumLength
      )
      for phrase in group.phrases.split(separator: "|") {
        let folded = FoldedText(String(phrase), case: .folded)
        let words = CueWord.words(of: folded.bytes, limit: longest)
        var hash = WordHash()
        for (index, word) in words.enumerated() {
          if index > 0 { hash.add(0x20) }
          let start = folded.bytes.startIndex
          for byte in folded.bytes[start + word.range.lowerBound..<start + word.range.upperBound] { hash.add(byte) }
        }
        if !words.isEmpty, entries[hash] == nil { entries[hash] = entry }
      }
    }
    return entries
  }()

  struct Group {
    var role: Role
    var reason: String
    var isHeading = false
    var opens = false
    var maximumLength = 300
    var phrases: String
  }
}
