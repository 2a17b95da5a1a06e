/// The labels under which publishers print what someone paid for.
///
/// Plain *Advertisement* and *Anzeige* are not among them: they mark the slot beside an article far more often than the article.
enum SponsorLabels {
  /// Whether a line, a section or a keyword is such a label and nothing else.
  static func isLabel(_ text: String) -> Bool {
    var text = text
    guard text.utf8.count <= 60, text.withUTF8(openings.mayOpen) else { return false }
    let folded = FoldedText(text, case: .folded).bytes.filter { $0 != 0x3A && $0 != 0x2A && $0 != 0x5B && $0 != 0x5D }
    return labels.contains(WordHash(Array(folded)[...].trimmingSpaces))
  }

  private static let labels = Set(phrases.map { WordHash($0.utf8) })
  private static let openings = KeySet(phrases.compactMap { LetterRun.keys(in: String($0)).first?.key })

  private static let phrases =
    """
    sponsored|sponsored content|sponsored article|sponsored post|sponsored story|sponsor content|paid content|paid post|paid partner content|paid partnership|\
    partner content|partnered content|branded content|brand content|advertorial|advertisement feature|advertising feature|commercial feature|promoted content|brandvoice|\
    publireportage|gesponsert|gesponserter inhalt|gesponserter beitrag|sponsored-content|bezahlter inhalt|bezahlte partnerschaft|anzeigensonderveröffentlichung|sonderveröffentlichung|\
    verlagsbeilage|advertorial (anzeige)|publi-rédactionnel|publirédactionnel|contenu sponsorisé|contenu partenaire|publi-communiqué|\
    contenido patrocinado|contenido promocionado|publirreportaje|publicidad patrocinada|conteúdo patrocinado|publieditorial|informe publicitário|\
    contenuto sponsorizzato|publiredazionale|informazione pubblicitaria|redazionale pubblicitario|gesponsorde inhoud|gesponsord|partnerbijdrage|\
    annonsørinnhold|reklame|sponsoreret indhold|kommersielt innhold|sponsrat innehåll|kaupallinen yhteistyö|mainosartikkeli|materiał sponsorowany|artykuł sponsorowany|materiał partnera|\
    komerční sdělení|pr článek|szponzorált tartalom|publicitate|sponsorlu içerik|reklamdır|на правах рекламы|партнёрский материал|партнерский материал|на правах реклами|партнерський матеріал|\
    スポンサードコンテンツ|記事広告|タイアップ広告|광고성 기사|赞助内容|محتوى مدفوع|محتوى برعاية|प्रायोजित
    """.split(at: "|")
}

extension ArraySlice<UInt8> {
  /// Without spaces at the ends.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    var rest = self
    while rest.first == 0x20 { rest = rest.dropFirst() }
    while rest.last == 0x20 { rest = rest.dropLast() }
    return rest
  }
}
