/// What a person's name looks like.
enum PersonName {
  /// Name particles in lower case that stand within names.
  static let particles = PhraseSet(
    """
    von van der den de del della di da do dos das du la le los las el al bin ibn bint ben abu y e i und and zu zum zur ter ten op 't af av \
    dal dalla degli dell d' l' san st. mac mc ap ua af auf im vom
    """, separator: " ")

  /// Whether a text can be a person's name: one to six words that start with capitals (particles apart), or letters of a script
  /// without case; no digits, no sentence.
  static func isPlausible(_ name: String) -> Bool { isPlausible(name[...]) }

  static func isPlausible(_ name: Substring) -> Bool {
    let words = name.split(at: " ")
    guard (1...6).contains(words.count), name.utf8.count <= 80 else { return false }
    var capitalised = 0
    for word in words {
      switch kind(of: word) {
      case .name: capitalised += 1
      case .particle: break
      case .other: return false
      }
    }
    return capitalised >= 1
  }

  static func words(in name: String) -> Int { name.split(at: " ").count }

  /// Whether a text goes with the name before it: *Jr.*, *PhD*, *M.D.*
  static func isSuffix(_ text: String) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes.filter { $0 != 0x2E }
    return suffixes.contains(WordHash(folded))
  }

  static func isSuffix(_ word: WordHash) -> Bool { suffixes.contains(word) }

  private static let suffixes: Set<WordHash> = Set(
    "jr sr ii iii iv cfp cpa cfa phd ph d md mba ma msc bsc rn esq jd dds obe mbe cbe mp mep kc qc junior filho neto".split(
      at: " "
    )
    .map { WordHash($0.utf8) })

  /// Whether all letters are capitals, of a script that has them.
  static func isAllCapitals(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isUppercase } && !text.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// Whether a name is of a script that puts no spaces between words, so that one word can be a whole name.
  static func isWrittenWithoutSpaces(_ text: String) -> Bool {
    text.unicodeScalars.first.map { $0.value >= 0x2E80 && $0.value <= 0xD7FF || $0.value >= 0x20000 } ?? false
  }

  private enum WordKind { case name, particle, other }

  private static func kind(of word: some StringProtocol) -> WordKind {
    // Of ASCII letters, which most names have alone, nobody need look up the properties.
    if word.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }), let first = word.utf8.first {
      return particles.contains(WordHash(folding: word)) ? .particle : first & 0x20 == 0 ? .name : .other
    }
    if particles.contains(WordHash(word.lowercased().utf8)) { return .particle }
    guard let first = word.unicodeScalars.first else { return .other }
    for scalar in word.unicodeScalars {
      let isFine =
        scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
        || ["'", "’", "-", "‑", "–", ".", "ʼ", "`", "·"].contains(scalar)
      guard isFine else { return .other }
    }
    if first.properties.isLowercase {
      // "d'Alba", "al-Sudani"
      let capital = word.unicodeScalars.dropFirst().first { $0.properties.isUppercase }
      return capital != nil && word.contains { $0 == "'" || $0 == "’" || $0 == "-" } ? .name : .other
    }
    return first.properties.isAlphabetic ? .name : .other
  }
}

extension String {
  /// Without white space at the ends, of any kind and width, zero included.
  var trimmed: String {
    if hasVisibleEnds { return self }
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      switch CharacterFolding.fold(scalar.value) {
      case .space, .nothing: true
      case .scalar, .ellipsis: false
      }
    }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), let last = scalars.lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(scalars[first...last])
  }
}
