import Copydesk

/// Turns of phrase in which a publisher speaks for itself, wherever they stand in a short notice: "Harbour Post may earn a commission",
/// "Jetzt unserem WhatsApp-Kanal folgen".
///
/// Each has a word that is rare elsewhere, by which the gate finds its block ("inbox" will not do, "whatsapp" does). They hold only in
/// blocks without direct speech: in a quotation somebody else says "our newsletter".
enum CueIdioms {
  struct Group: Sendable {
    var role: Role
    var reason: String
    /// The longest notice, in words.
    var mostWords: Int
    var phrases: String

    var spellings: [String] { CueSpelling.all(in: phrases) }
  }

  /// No notice is longer, in words.
  static let mostWords = groups.lazy.map(\.mostWords).max() ?? 0

  static let phrases = spelled.map(\.phrase)

  /// All spellings of all phrases, and the group of each.
  private static let spelled: [(phrase: String, group: Int)] = groups.enumerated().flatMap { index, group in
    group.spellings.map { ($0, index) }
  }

  static func cue(in reader: CueReader) -> Cue? {
    guard reader.words.count <= mostWords, !reader.folded.bytes.contains(UInt8(ascii: "\"")) else { return nil }
    return reader.folded.bytes.withUnsafeBufferPointer { text in
      for (index, word) in reader.words.enumerated() where filter.mayHold(text, word.range) {
        guard let idioms = table[WordHash(reader.bytes(of: word))] else { continue }
        for idiom in idioms where reader.words.count <= groups[idiom.group].mostWords && idiom.stands(at: index, in: reader) {
          let group = groups[idiom.group]
          let words = reader.words[index..<index + idiom.words.count]
          return Cue(role: group.role, scope: .opening, phrase: reader.phrase(words), reason: group.reason)
        }
      }
      return nil
    }
  }

  private struct Idiom: Sendable {
    var group: Int
    var words: [[UInt8]]

    func stands(at start: Int, in reader: CueReader) -> Bool {
      guard start + words.count <= reader.words.count else { return false }
      return words.indices.allSatisfy { reader.bytes(of: reader.words[start + $0]).elementsEqual(words[$0]) }
    }
  }

  /// By their first word.
  private static let table: [WordHash: [Idiom]] = {
    var table: [WordHash: [Idiom]] = [:]
    for (phrase, group) in spelled {
      let words = words(of: phrase)
      guard let first = words.first else { continue }
      table[WordHash(first), default: []].append(Idiom(group: group, words: words))
    }
    return table
  }()

  private static let filter = WordFilter(table.values.compactMap { $0[0].words.first })

  private static func words(of phrase: String) -> [[UInt8]] {
    let folded = FoldedText(phrase, case: .folded).bytes
    return CueWord.words(of: folded, limit: 40).map { word in
      Array(folded.dropFirst(word.range.lowerBound).prefix(word.range.count))
    }
  }

  private static let groups: [Group] = [
    Group(
      role: .advertisement, reason: "says that links in the article earn a commission", mostWords: 90,
      phrases: """
        may earn a commission|may earn commission|may earn a small commission|might earn a commission|earn an affiliate commission|may receive a commission|may receive an affiliate commission|\
        may get a commission|contains affiliate links|contain affiliate links|include affiliate links|includes affiliate links|our affiliate links|as an amazon associate|sogenannte affiliate links|\
        enthält affiliate links|enthalten affiliate links|mit affiliate links|sind affiliate links|erhalten wir eine provision|bekommen wir eine provision|erhalten wir eine kleine provision|\
        contient des liens affiliés|contient des liens d'affiliation|percevoir une commission|contiene enlaces de afiliación|contiene enlaces de afiliados|podemos recibir una comisión|\
        puede recibir una comisión|contém links de afiliados|podemos receber uma comissão|pode receber uma comissão|link di affiliazione|potremmo ricevere una commissione|\
        potrebbe ricevere una commissione|bevat affiliate links|ontvangen wij een commissie|ontvangen we een commissie|linki afiliacyjne|możemy otrzymać prowizję|innehåller annonslänkar|アフィリエイトプログラム|\
        アフィリエイト広告を利用|파트너스 활동의 일환
        """),
    Group(
      role: .promotion, reason: "promotes an app, a channel or a subscription", mostWords: 45,
      phrases: """
        our whatsapp channel|our whatsapp channels|our whatsapp community|our whatsapp group|our telegram channel|our youtube channel|our free newsletter|our daily newsletter|our weekly newsletter|\
        our morning newsletter|subscribe to our newsletter|straight to your inbox|directly to your inbox|delivered to your inbox|preferred source on google|for the latest breaking news|\
        support our journalism|become a paid subscriber|support independent journalism|unserem whatsapp kanal|unseren whatsapp kanal|unser whatsapp kanal|unserem telegram kanal|unseren telegram kanal|\
        unserem youtube kanal|unseren youtube kanal|unsere kostenlose app|unseren kostenlosen newsletter|unseren newsletter|unserem newsletter|direkt in ihr postfach|notre chaîne whatsapp|\
        notre canal whatsapp|notre chaîne youtube|notre chaîne telegram|notre newsletter|nos newsletters|retrouvez nous sur|rejoignez nous sur|nuestro canal de whatsapp|nuestro canal de telegram|\
        nuestro canal de youtube|nuestros canales de whatsapp|nuestra newsletter|nuestro newsletter|nuestro boletín|seguinos en|descarga nuestra app|nosso canal no whatsapp|nosso canal do whatsapp|\
        nosso grupo de whatsapp|nosso grupo no whatsapp|nosso canal no telegram|nosso canal no youtube|nossa newsletter|nostro canale whatsapp|nostro canale telegram|nostro canale youtube|\
        nostra newsletter|nostre newsletter|seguici su|seguiteci su|ons whatsapp kanaal|onze nieuwsbrief|onze nieuwsbrieven|naszego newslettera|nasz newsletter|obserwuj nas na|náš newsletter|\
        našeho newsletteru|sledujte nás na|náš kanál na whatsapp|vårt nyhetsbrev|våra nyhetsbrev|vores nyhedsbrev|uutiskirjeemme|whatsapp kanalımıza|whatsapp kanalımızı|telegram kanalımıza|\
        youtube kanalımıza|bültenimize abone|στο google news και μάθετε|μάθετε πρώτοι όλες τις ειδήσεις|στο newsletter μας|όλες τις τελευταίες ειδήσεις από|ακολουθήστε μας|наш телеграм канал|\
        наш telegram канал|нашем телеграм канале|нашем telegram канале|нашего телеграм канала|наш канал в telegram|наш канал в телеграм|нашу рассылку|подписывайтесь на наш|подпишитесь на наш|\
        подписаться на наш|нажмите ctrl enter|и нажмите ctrl|следите за нами в|наш телеграм канал|нашому телеграм каналі|нашому telegram каналі|нашого телеграм каналу|підписуйтесь на наш|\
        підписуйтеся на наш|підпишіться на наш|натисніть ctrl enter|قناتنا على|قناتنا في|نشرتنا البريدية|نشرتنا الإخبارية|בערוץ הוואטסאפ שלנו|בערוץ הטלגרם שלנו|עקבו אחרינו|کانال تلگرام ما|\
        हमारे व्हाट्सएप चैनल|हमारे व्हाट्सऐप चैनल|हमारे whatsapp चैनल|हमारे टेलीग्राम चैनल|हमारे यूट्यूब चैनल|আমাদের হোয়াটসঅ্যাপ চ্যানেল|আমাদের ইউটিউব চ্যানেল|আমাদের ফেসবুক পেজ|saluran whatsapp kami|\
        kanal whatsapp kami|whatsapp channel kami|kênh youtube của chúng tôi|公式lineアカウント|友だち追加|구독과 좋아요|扫码关注|掃描訂閱
        """),
    Group(
      role: .related, reason: "points to another article", mostWords: 25,
      phrases: """
        lesen sie in unserem liveblog|finden sie in unserem liveblog|lesen sie hier im liveblog|lesen sie in unserem|können sie hier nachlesen|read our live coverage|à retrouver dans notre
        """),
    Group(
      role: .comment, reason: "asks readers for their opinion", mostWords: 40,
      phrases: """
        let us know in the comments|tell us in the comments|in the comments below|in the comment section below|in the comments section below|in unserer umfrage|in den kommentaren mit|\
        dans les commentaires ci dessous|nei commenti qui sotto|in de reacties hieronder|в комментариях под|у коментарях під
        """),
    Group(
      role: .credit, reason: "credits those who made the article", mostWords: 40,
      phrases: """
        contributed to this report|contributed to this story|contributed to this article|contributed reporting to this|contributed reporting from|mitarbeit an diesem text|ont contribué à cet article|\
        contribuyó a este reportaje|contribuyeron a este|colaborou para esta|ha collaborato a questo articolo
        """),
  ]
}
