/// Headlines compared and cut.
enum HeadlineText {
  /// Letters and digits in lower case: what two spellings of a headline have in common.
  static func key(_ text: String) -> [UInt8] {
    let folded = FoldedText(text, case: .folded).bytes
    return folded.filter { $0 >= 0x80 || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }

  /// The headline without the site's name at its end or front; `nil` where none stands there.
  ///
  /// A part is only cut when a dash, bar or the like sets it apart *and* it is one of the names the site goes by elsewhere.
  static func withoutSiteName(_ text: String, siteNames: [String]) -> String? {
    let keys = Set(siteNames.map(key).filter { $0.count >= 2 })
    guard !keys.isEmpty else { return nil }
    var text = text
    var isCut = false
    while let shorter = cutOnce(text, keys) {
      text = shorter
      isCut = true
    }
    return isCut ? text : nil
  }

  private static let separators = [
    " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", "|", " : ", "｜", "：", " ~ ",
  ]

  private static func cutOnce(_ text: String, _ keys: Set<[UInt8]>) -> String? {
    for separator in separators {
      if let range = lastRange(of: separator, in: text), isSite(text[range.upperBound...], keys), keeps(text[..<range.lowerBound])
      {
        return String(text[..<range.lowerBound]).trimmed
      }
      if let range = text.firstRange(of: separator), isSite(text[..<range.lowerBound], keys), keeps(text[range.upperBound...]) {
        return String(text[range.upperBound...]).trimmed
      }
    }
    return nil
  }

  private static func isSite(_ part: Substring, _ keys: Set<[UInt8]>) -> Bool {
    let name = key(String(part))
    return keys.contains(name)
  }

  private static func keeps(_ rest: Substring) -> Bool { rest.utf8.count >= 8 }

  private static func lastRange(of separator: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: separator).last
  }
}
