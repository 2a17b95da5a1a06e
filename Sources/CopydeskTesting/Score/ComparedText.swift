import Copydesk

/// How texts are made comparable before they are scored.
enum ComparedText {
  /// White space squeezed to single spaces and cut from the ends.
  static func squeezed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Lower-case words: runs of letters, numbers and underscores, as `\w+` means in the WCXB benchmark's scorer (Python's `re`).
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if isWordScalar(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word.removeAll()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber:
      return true
    default: return false
    }
  }

  /// Runs of `size` words; a shorter text is one run.
  static func shingles(_ words: [String], size: Int = 4) -> [[String]] {
    if words.count < size { return words.isEmpty ? [] : [words] }
    return (0...(words.count - size)).map { Array(words[$0..<($0 + size)]) }
  }

  /// The paragraph-level texts of a body: list items and table rows count one by one, pictures and embedded posts not at all.
  static func blocks(_ body: [BodyElement]) -> [String] {
    body.flatMap { element -> [String] in
      switch element.type {
      case .paragraph, .heading, .code: [element.text]
      case .quote: element.text.split(separator: "\n").map(String.init)
      case .list: element.items
      case .table: element.rows.map { $0.joined(separator: " ") }
      case .figure, .embed: []
      }
    }.map(squeezed).filter { !$0.isEmpty }
  }
}
