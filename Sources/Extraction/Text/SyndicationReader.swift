import Copydesk

extension SyndicationNotice {
  /// Reads a block that says where an article first appeared; `nil` where it says no such thing.
  public static func read(_ text: ArraySlice<UInt8>) -> SyndicationNotice? {
    guard text.count <= SyndicationReader.maximumLength else { return nil }
    return SyndicationReader(CueReader(text)).read()
  }

  /// Reads a block that says where an article first appeared; `nil` where it says no such thing.
  public static func read(_ text: String) -> SyndicationNotice? { read(ArraySlice(text.utf8)) }
}

/// Reads syndication lines: who published the article first, or who allowed it to be printed again.
struct SyndicationReader {
  private let reader: CueReader

  static let maximumLength = 500

  init(_ reader: CueReader) { self.reader = reader }

  func read() -> SyndicationNotice? {
    guard reader.original.count <= Self.maximumLength, reader.words.count >= 3, hasTrigger else { return nil }
    for index in Self.index.candidates(in: reader.folded.bytes) {
      guard let match = Self.templates[index].firstMatch(in: reader.folded), let capture = match.captures.last else { continue }
      // The notice is the block's matter, not an aside at its end: it starts in the first few words.
      guard match.range.lowerBound <= 60 else { continue }
      // Among so many notices it is of no interest whom each names.
      if reader.isBrief { return SyndicationNotice(notice: "", name: "") }
      guard let name = Self.name(in: capture.value), !Self.isDate(name) else { continue }
      if index == Self.courtesy, !speaksOfText { continue }
      var notice = SyndicationNotice(notice: String(decoding: reader.original, as: UTF8.self).trimmed, name: name)
      if DomainName.isDomain(ArraySlice(name.lowercased().utf8)) { notice.domain = RegistrableDomain.of(name) }
      return notice
    }
    return nil
  }

  private var hasTrigger: Bool {
    let filter = Self.filter
    return reader.folded.bytes.withUnsafeBufferPointer { text in
      reader.words.prefix(60).contains { word in
        filter.mayHold(text, word.range) && Self.triggers.contains(WordHash(reader.bytes(of: word)))
      }
    }
  }

  /// Pictures are courtesy of someone far more often than articles are.
  private var speaksOfText: Bool {
    let words = reader.words.lazy.map { WordHash(reader.bytes(of: $0)) }
    return words.contains { Self.textWords.contains($0) } && !words.contains { Self.pictureWords.contains($0) }
  }

  private static let textWords = hashes(
    "article story report post column piece essay interview excerpt text content reprint reprinted republished")
  private static let pictureWords = hashes(
    "photo photos photograph photographs image images picture pictures video videos graphic graphics illustration illustrations footage map webcam screenshot"
  )

  private static func hashes(_ words: String) -> Set<WordHash> { Set(words.split(at: " ").map { WordHash($0.utf8) }) }

  /// Whether a name is but a month, a year or a day: *first published in March 2022* says when, and not where.
  private static func isDate(_ name: String) -> Bool {
    name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).allSatisfy { word in
      if word.allSatisfy(\.isNumber) { return true }
      let meaning = DateWords.meaning(of: WordHash(folding: word))
      return meaning.month != 0 || meaning.weekdays != 0
    }
  }

  /// The publication's name: up to the end of the sentence, or to what is said about date, place or licence.
  static func name(in text: String) -> String? {
    var text = Sentences.first(of: text) ?? text
    if text.hasSuffix("."), !text.hasSuffix("Inc.") { text.removeLast() }
    text = withoutKind(text.trimmed)
    var folded = text.lowercased()
    let end = folded.withUTF8 { Self.nameEnds.first(in: $0) ?? $0.count }
    if folded.utf8.count == text.utf8.count { text = String(decoding: text.utf8.prefix(end), as: UTF8.self) }
    while let first = text.first, quotes.contains(first) || first.isWhitespace { text.removeFirst() }
    while let last = text.last, quotes.contains(last) || last.isWhitespace { text.removeLast() }
    guard !text.isEmpty, text.utf8.count <= 80, text.split(at: " ").count <= 8 else { return nil }
    // A name has a capital, or is an address; "this space" has neither.
    guard
      text.contains(where: \.isUppercase) || DomainName.isDomain(ArraySlice(text.lowercased().utf8))
        || !text.contains(where: \.isLowercase)
    else { return nil }
    return text
  }

  /// A name without what German says of its bearer: *in der norwegischen Tageszeitung Havneposten*.
  private static func withoutKind(_ text: String) -> String {
    var words = text.split(at: " ")[...]
    guard let first = words.first, germanArticles.contains(String(first)) else { return text }
    words = words.drop { $0.first?.isLowercase ?? false }
    if words.count > 1, let kind = words.first, kinds.contains(where: kind.hasSuffix) { words = words.dropFirst() }
    return words.isEmpty ? text : words.joined(separator: " ")
  }

  private static let germanArticles: Set<String> = ["der", "die", "das", "dem", "den"]
  private static let kinds = [
    "zeitung", "Zeitung", "zeitschrift", "Zeitschrift", "magazin", "Magazin", "Wochenblatt", "Portal", "portal",
  ]

  private static let quotes: Set<Character> = [
    "\"", "“", "”", "„", "«", "»", "'", "‘", "’", "(", ")", ",", ":", ";", "!", "*", "_",
  ]

  private static let nameEnds = PhraseList([
    " and is ", " and was ", " and has ", " under ", " with permission", " with their ", " on january", " on february",
    " on march", " on april", " on may ", " on june",
    " on july", " on august", " on september", " on october", " on november", " on december", " on monday", " on tuesday",
    " on wednesday",
    " on thursday", " on friday", " on saturday", " on sunday", " in january", " in february", " in march", " in april",
    " in may ", " in june",
    " in july", " in august", " in september", " in october", " in november", " in december", " here", " as part", ", a ",
    ", an ", ", the ", ", which", ", where",
    ", and ", " and republished", " (", " und wurde", " et est", " y se ", " e foi ", " —", " –", " - ", ". ", " | ", " website",
    ", ein ", ", eine ", ", une ", ", un ",
  ])

  private static let triggerWords =
    """
    originally first republished reprinted crossposted posted permission syndicated appeared published courtesy licence license conversation post \
    zuerst ursprünglich erstveröffentlichung initialement d'abord republié originalement paru origine originalmente publicado publicó primera originariamente \
    original originalartikel originalbeitrag original-artikel traduction traducción traduzione tradução übersetzung translation \
    originalment pubblicato originale originalmente primeiro oorspronkelijk eerst eerder pierwotnie ursprungligen opprinnelig oprindelig alun впервые вперше первоначально
    """.split(at: " ")
  /// One of these phrases is in every syndication line: what a template says before its first open place.
  static let tellingPhrases = Set(sources.map { String($0.prefix { $0 != "$" && $0 != "*" }) }).sorted()

  private static let triggers: Set<WordHash> = Set(triggerWords.map { WordHash($0.utf8) })
  private static let filter = WordFilter(triggerWords.map(\.utf8))

  private static let courtesy = sources.firstIndex(of: "courtesy of ${name}")

  /// In lower case; the more telling first.
  private static let templates: [TextTemplate] = sources.compactMap { try? TextTemplate($0, ignoringCase: true) }

  private static let index = TemplateIndex(templates, within: reach)

  /// In the folded text a notice begins before this offset: within 60 bytes of the original, of which folding makes 90 at most.
  private static let reach = 96

  static let sources: [String] = {
    var all: [String] = []
    let verbs = [
      "originally appeared", "first appeared", "was originally published", "was first published", "originally published",
      "first published", "was originally posted", "was originally written", "has been published", "originally ran", "first ran",
      "is republished", "was republished", "is reprinted", "was produced", "was first posted",
    ]
    let places = [" at ", " on ", " in ", " by ", " from ", " for ", " with permission from ", " at: ", " on: "]
    for verb in verbs {
      // Whom it was written by is its author.
      for place in places where verb != "was originally written" || place != " by " { all.append(verb + place + "${name}") }
    }
    all += [
      "the post * appeared first on ${name}", "appeared first on ${name}", "republished with permission from ${name}",
      "republished with the permission of ${name}",
      "reprinted with permission from ${name}", "reprinted with the permission of ${name}", "reprinted from ${name}",
      "republished from ${name}",
      "used with permission from ${name}", "reprinted by permission of ${name}", "cross-posted from ${name}",
      "crossposted from ${name}", "courtesy of ${name}",
      "this article was syndicated from ${name}", "this story is republished from ${name}",
      "this article is republished from ${name}",
      "translation of an article published by ${name}", "translation of an article published in ${name}",
      "translation of an article from ${name}", "translation of a story published by ${name}",
      "read the original article on ${name}", "read the original article at ${name}", "read the original story on ${name}",
      "read the original story at ${name}", "read the original on ${name}", "read the original at ${name}",
      "im original ist er in ${name} erschienen", "im original ist er bei ${name} erschienen",
      "im original ist der text in ${name} erschienen", "im original erschien * in ${name}", "im original erschien * bei ${name}",
      "übersetzung eines artikels unserer * von ${name}", "übersetzung eines artikels aus ${name}",
      "übersetzung eines textes aus ${name}", "lesen sie den originalartikel bei ${name}", "lies den originalartikel bei ${name}",
      "lest den originalartikel bei ${name}", "den originalartikel finden sie bei ${name}",
      "dieser artikel erschien zuerst auf ${name}", "dieser artikel erschien zuerst bei ${name}",
      "dieser artikel erschien zuerst in ${name}", "erschien zuerst bei ${name}", "erschien zuerst auf ${name}",
      "erschien zuerst im ${name}", "erschien zuerst in der ${name}", "erschien zuerst in ${name}",
      "erschien ursprünglich auf ${name}", "erschien ursprünglich bei ${name}",
      "erschien ursprünglich in ${name}", "ist zuerst erschienen auf ${name}", "ist zuerst erschienen bei ${name}",
      "zuerst veröffentlicht auf ${name}",
      "zuerst veröffentlicht bei ${name}", "wurde zuerst auf ${name} veröffentlicht", "wurde zuerst bei ${name} veröffentlicht",
      "ist zuerst auf ${name} erschienen",
      "ist zuerst bei ${name} erschienen", "ist zuerst in ${name} erschienen",
      "initialement publié sur ${name}", "initialement publié par ${name}", "initialement publié dans ${name}",
      "d'abord publié sur ${name}", "d'abord paru dans ${name}",
      "d'abord été publié sur ${name}", "est paru initialement sur ${name}", "est republié à partir de ${name}",
      "a été publié à l'origine par ${name}", "a été publié à l'origine sur ${name}",
      "traduction d'un article paru dans ${name}", "traduction d'un article publié par ${name}",
      "traduction d'un article publié dans ${name}", "traduction d'un article de ${name}", "lire l'article original sur ${name}",
      "traducción de un artículo publicado en ${name}", "traducción de un artículo publicado por ${name}",
      "traducción de un artículo de ${name}", "lea el artículo original en ${name}", "leer el artículo original en ${name}",
      "traduzione di un articolo pubblicato su ${name}", "traduzione di un articolo pubblicato da ${name}",
      "traduzione di un articolo di ${name}", "tradução de um artigo publicado em ${name}",
      "tradução de um artigo publicado por ${name}",
      "publicado originalmente en ${name}", "publicado originalmente por ${name}", "fue publicado originalmente en ${name}",
      "apareció originalmente en ${name}",
      "se publicó originalmente en ${name}", "publicado por primera vez en ${name}", "publicado primero en ${name}",
      "pubblicato originariamente su ${name}", "pubblicato originariamente da ${name}", "pubblicato originalmente su ${name}",
      "è stato pubblicato originariamente su ${name}",
      "è apparso originariamente su ${name}", "apparso per la prima volta su ${name}", "pubblicato per la prima volta su ${name}",
      "publicado originalmente no ${name}", "publicado originalmente na ${name}", "publicado originalmente em ${name}",
      "apareceu primeiro em ${name}", "apareceu originalmente em ${name}",
      "verscheen oorspronkelijk op ${name}", "verscheen oorspronkelijk in ${name}", "verscheen eerder op ${name}",
      "verscheen eerst op ${name}", "oorspronkelijk gepubliceerd op ${name}",
      "verscheen eerder in ${name}", "ukazał się pierwotnie w ${name}", "ukazał się pierwotnie na ${name}",
      "publicerades ursprungligen i ${name}", "publicerades ursprungligen på ${name}",
      "ble opprinnelig publisert i ${name}", "ble opprinnelig publisert på ${name}", "blev oprindeligt bragt i ${name}",
    ]
    return all
  }()
}
