/// Cuts from a list of authors what is no part of it.
enum AuthorCleaning {
  /// Without e-mail and web addresses, handles and what stands in brackets.
  static func withoutAddresses(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x40 || $0 == 0x3A || $0 == 0x28 || $0 == 0x2F }) else { return text }
    var words: [Substring] = []
    var depth = 0
    for word in text.split(at: " ") {
      if word.hasPrefix("("), word.utf8.contains(UInt8(ascii: ")")) || depth == 0 { depth += 1 }
      let isBracketed = depth > 0
      if word.hasSuffix(")") || word.hasSuffix("),") || word.hasSuffix(");") { depth = max(0, depth - 1) }
      if isBracketed {
        // The comma behind a bracket still parts names.
        if word.hasSuffix(","), let last = words.popLast() { words.append(last + ",") }
        continue
      }
      if isAddress(word) {
        if word.hasSuffix(","), let last = words.popLast() { words.append(last + ",") }
        continue
      }
      words.append(word)
    }
    // An unclosed bracket is no reason to lose the rest.
    if depth > 0, words.isEmpty { return text }
    return words.joined(separator: " ")
  }

  private static func isAddress(_ word: Substring) -> Bool {
    if word.utf8.contains(UInt8(ascii: "@")) { return true }
    let front = word.utf8.prefix(6).map { $0 | 0x20 }
    return front.starts(with: "http:".utf8) || front.elementsEqual("https:".utf8) || front.starts(with: "www.".utf8)
  }

  /// Without a date and what stands behind it: `By Jane Doe 30 August 2023 • 4:45pm`.
  static func withoutDate(_ text: String) -> String {
    guard DateReader.mayHold(text.utf8) else { return text }
    let folded = FoldedText(text, case: .folded)
    guard let date = DateReader.findAll(in: folded, limit: 1).first else { return text }
    let bytes = Array(text.utf8)
    let before = String(decoding: bytes[..<date.range.lowerBound], as: UTF8.self)
    if before.trimmed.isEmpty {
      // "Dec 17, 2025 · Jane Doe"
      return String(String(decoding: bytes[date.range.upperBound...], as: UTF8.self).drop { !$0.isLetter })
    }
    // The label in front of the date goes with it.
    var words = before.split(at: " ")
    while let last = words.last, DateWords.isLabel(FoldedText(String(last), case: .folded).bytes) { words.removeLast() }
    return words.joined(separator: " ").trimmed
  }

  static func isDate(_ text: String) -> Bool { DateReader.mayHold(text.utf8) && DateReader.read(text) != nil }

  /// Without the word that introduces a byline. One that can also be part of a name (*Van Jones*, *De Niro*) is only cut where a whole name is left.
  static func withoutIntroduction(_ text: String) -> String {
    let folded = FoldedText(text)
    guard let end = BylineWords.introduction(of: folded.bytes), end < folded.bytes.count else { return text }
    let isUnmistakable = BylineWords.isUnmistakable(folded.bytes.prefix(end))
    let rest = folded.originalText(of: end..<folded.bytes.count).drop { $0 == ":" || $0 == " " }
    let words = rest.split(at: " ")
    guard let first = words.first else { return text }
    if isUnmistakable { return String(rest) }
    // "von Landesspiegel": in lower case the word is no part of a name, unless more particles follow ("von der Leyen").
    let isLower = !(text.unicodeScalars.first?.properties.isUppercase ?? true)
    if isLower || Agencies.isAgency(String(rest)), !(first.unicodeScalars.first?.properties.isLowercase ?? true) {
      return String(rest)
    }
    guard words.count >= 2, !(first.unicodeScalars.first?.properties.isLowercase ?? true) else { return text }
    return String(rest)
  }

  /// Whether a text only fills the field: `admin`, `null`, `N/A`.
  static func isPlaceholder(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic }
      || placeholders.contains(WordHash(folding: text))
  }

  static let placeholders = PhraseSet(
    [
      "admin", "administrator", "null", "undefined", "none", "n/a", "na", "-", "--", "unknown", "author", "guest", "root", "user",
      "editor", "false", "true", "anonymous", "default", "test", "author name", "webmaster", "no author", "name", "full name",
      "your name", "full bio", "[]", "{}",
    ])
}
