/// Names that need no reading: a few capitalised words of Latin letters, none of which says anything in a list of authors. Most names are such.
enum PlainName {
  /// Whether a text is one person's name whatever way it is read.
  static func isName(_ text: String) -> Bool {
    guard (4...60).contains(text.utf8.count) else { return false }
    var text = text
    return text.withUTF8 { text in
      var index = 0
      var words = 0
      while index < text.count {
        guard words < 4, word(in: text, at: &index) else { return false }
        words += 1
      }
      return words >= 2 && text[text.count - 1] != 0x20
    }
  }

  /// Takes a capitalised word and the space behind it. Of a word with hyphens each part counts as well.
  private static func word(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Bool {
    var word = WordHash()
    var part = WordHash()
    let start = index
    var partStart = index
    while index < text.count, text[index] != 0x20 {
      if text[index] == 0x2D {
        if index == partStart || known.contains(part) { return false }
        word.add(0x2D)
        part = WordHash()
        index += 1
        partStart = index
        continue
      }
      let isFirst = index == start
      let scalar = UTF8Scalar.next(in: text, at: &index)
      let lowered = CharacterFolding.lowercase(scalar)
      guard isLatin(scalar), !isFirst || lowered != scalar else { return false }
      UTF8Scalar.encode(lowered) {
        word.add($0)
        part.add($0)
      }
    }
    if index == partStart || known.contains(part) || known.contains(word) { return false }
    if index < text.count { index += 1 }
    return true
  }

  /// Letters whose lower case is one letter: ASCII, Latin-1 and Latin Extended-A without the dotted capital I.
  private static func isLatin(_ scalar: UInt32) -> Bool {
    scalar < 0x80
      ? (scalar | 0x20) &- 0x61 < 26 : (0xC0...0x17F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7 && scalar != 0x130
  }

  /// Whether a reader of author lists knows a word, be it within a phrase only.
  static func knows(_ word: WordHash) -> Bool { known.contains(word) }

  private static let known: Known = Known(
    AuthorRoles.roles.words + AuthorRoles.labels.words + AuthorRoles.buttons.words + AuthorCleaning.placeholders.words
      + AuthorSplitter.words
      + Agencies.known.words + BylineWords.introductions.words + Organizations.words.words
      + PersonName.particles.words)

  private struct Known: Sendable {
    private let words: Set<WordHash>
    private let filter: HashFilter

    init(_ words: [WordHash]) {
      self.words = Set(words)
      filter = HashFilter(words.lazy.map(\.value))
    }

    func contains(_ word: WordHash) -> Bool { filter.mayHold(word.value) && words.contains(word) }
  }
}
