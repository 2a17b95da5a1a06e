/// What tells a newsroom or firm from a person.
enum Organizations {
  /// Whether a text names an organisation: a host name, or a name with a word such as *News* or *Redaktion* in it.
  static func isOrganization(_ text: String) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes
    if DomainName.isDomain(folded) { return true }
    return folded.split(whereSeparator: { $0 == 0x20 || $0 == 0x2D || $0 == 0x2F }).contains { word in
      words.contains(WordHash(word)) || DomainName.isDomain(word) && word.count >= 6
    }
  }

  static let words = PhraseSet(
    """
    news newspaper newspapers press media team staff desk editors editorial board agency times post herald tribune gazette journal daily weekly magazine tv radio online bureau wire service services reporters \
    correspondents contributors network group company inc ltd llc gmbh ag corp foundation institute university college association council committee department ministry \
    redaktion newsroom zeitung nachrichten onlineredaktion lokalredaktion sportredaktion presse agentur rédaction redacción redazione redactie redakcja redação redaksjonen redaktionen redaktion \
    toimitus redaksi agencia agencias agences agence agenzia servicio servizio haber merkezi редакция редакція новости новини 編集部 取材班 新聞 通信 新聞社 통신 뉴스 취재팀 भास्कर ब्यूरो डेस्क न्यूज bureau tim
    """, separator: " ")
}
