/// What tells a newsroom or firm from a person.
enum Organizations {
  static func isOrganization(_ text: String) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes
    if DomainName.isDomain(folded) { return true }
    return folded.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D }).contains { words.contains(WordHash($0)) }
  }

  private static let words: Set<WordHash> = Set(
    """
    news press media team staff desk editors editorial board agency times post herald tribune gazette journal daily magazine tv radio \
    redaktion newsroom zeitung nachrichten onlineredaktion online-redaktion presse rédaction redacción redazione redactie redakcja \
    redação redaksjonen redaktionen toimitus redaksi inc ltd gmbh ag corp llc foundation institute university network group company
    """.split(separator: " ").map { WordHash($0.utf8) })
}

/// What a host name looks like in running text.
enum DomainName {
  /// Whether folded bytes are a host name with a dot: `antiwar.com`.
  static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (4...253).contains(bytes.count), bytes.first != 0x2E, bytes.last != 0x2E else { return false }
    let labels = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, (2...24).contains(top.count), top.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
    else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count)
        && label.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 >= 0x80 }
    }
  }
}
