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
      if reader.isBrief { return SyndicationNotice(notice: "") }
      let source = Self.sources[index]
      guard let name = source.hasSuffix(Self.writer) ? Self.writer(in: capture.value) : Self.name(in: capture.value) else {
        continue
      }
      var notice = SyndicationNotice(notice: String(decoding: reader.original, as: UTF8.self).trimmed)
      if source.hasSuffix(Self.writer) || Self.isDate(name) {
        guard match.range.lowerBound == 0 || speaksOfText else { continue }
        if source.hasSuffix(Self.writer) {
          notice.writer = name
        } else if Self.endsSentence(name, in: capture.value) {
          notice.published = Self.month(name)
        }
        if notice.writer == nil, notice.published == nil { continue }
        return notice
      }
      if Self.ambiguous.contains(index), !speaksOfText { continue }
      notice.name = name
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

  /// Pictures are courtesy of someone far more often than articles are, and originals appear of all kinds of works.
  private var speaksOfText: Bool {
    let words = reader.words.lazy.map { WordHash(reader.bytes(of: $0)) }
    return words.contains { Self.textWords.contains($0) } && !words.contains { Self.pictureWords.contains($0) }
  }

  private static let textWords = hashes(
    """
    article story report post column piece essay interview excerpt text content reprint reprinted republished translation translated \
    artikel beitrag übersetzung übersetzt traduction traduit texte artículo traducción traducido articolo traduzione artigo tradução vertaling
    """)
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

  /// The month of a date without a day. A line with the whole date is read with the other dates.
  private static func month(_ name: String) -> PartialDate? {
    guard let reading = DateReader.read(name), reading.date.month != nil, reading.date.day == nil, !reading.isAmbiguous else {
      return nil
    }
    return reading.date
  }

  /// Whether no story goes on behind a date: *Originally published in March 2022, the study …*
  private static func endsSentence(_ date: String, in text: String) -> Bool {
    guard let range = text.firstRange(of: date) else { return false }
    let rest = text[range.upperBound...].drop(while: \.isWhitespace)
    return rest.first.map { ".|)•·".contains($0) } ?? true || rest.utf8.count <= 80 && rest.contains("updated")
  }

  /// A person's name at the end of the sentence.
  private static func writer(in text: String) -> String? {
    let people = name(in: text).map { AuthorList.people(in: $0) } ?? []
    guard people.count == 1, let person = people.first, person.type != "Organization", PersonName.words(in: person.name) >= 2
    else { return nil }
    return person.name
  }

  /// The publication's name: up to the end of the sentence, or to what is said about date, place or licence.
  static func name(in text: String) -> String? {
    var text = Sentences.first(of: text) ?? text
    if text.hasSuffix("."), !text.hasSuffix("Inc.") { text.removeLast() }
    text = text.trimmed
    var folded = text.lowercased()
    let end = folded.withUTF8 { Self.nameEnds.first(in: $0) ?? $0.count }
    if folded.utf8.count == text.utf8.count { text = String(decoding: text.utf8.prefix(end), as: UTF8.self) }
    text = withoutKind(text)
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

  /// The name without what kind of publication it is: *der norwegischen Tageszeitung Havneposten*, *the Norwegian newspaper Havneposten*, *el diario Quay*.
  private static func withoutKind(_ text: String) -> String {
    let words = text.split(at: " ")
    guard words.count > 1 else { return text }
    // All before the name is in small letters, the article of a name that bears one apart; German writes its nouns with capitals.
    func isSmall(_ word: Substring) -> Bool {
      word.first.map { $0.isLowercase } ?? false && !word.contains(where: \.isUppercase) && !word.contains(".")
    }
    var start = words.prefix(while: isSmall).count
    if start == 1, words[0] == "the" { start = 0 }
    if let kind = words.prefix(6).lastIndex(where: isKind), kind + 1 < words.count,
      kind == start && start > 0 || kind > start && isSmall(words[kind])
    {
      start = kind + 1
    }
    return start < words.count ? words[start...].joined(separator: " ") : text
  }

  private static func isKind(_ word: Substring) -> Bool {
    kinds.contains(WordHash(folding: word)) || germanKinds.contains(where: word.lowercased().hasSuffix)
  }

  private static let kinds = PhraseSet(
    "newspaper daily weekly magazine journal website site blog outlet portal broadcaster agency publication sender plattform",
    separator: " ")
  /// The last part of compounds: *Tageszeitung*, *Nachrichtenmagazin*.
  private static let germanKinds = ["zeitung", "zeitschrift", "magazin", "blatt", "portal", "agentur", "webseite"]

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
    original originalartikel originalbeitrag original-artikel translation translated übersetzung traduction traducción traduzione tradução vertaling licence license \
    originally first republished reprinted crossposted posted permission syndicated appeared published courtesy conversation post \
    zuerst ursprünglich erstveröffentlichung initialement d'abord republié originalement paru origine originalmente publicado publicó primera originariamente \
    originalment pubblicato originale originalmente primeiro oorspronkelijk eerst eerder pierwotnie ursprungligen opprinnelig oprindelig alun впервые вперше первоначально
    """.split(at: " ")
  /// One of these phrases is in every syndication line: what a template says before the name, between two open places where there is another; of two
  /// such phrases the one with the longer word.
  static let tellingPhrases = Set(sources.map(telling)).sorted()

  private static func telling(_ template: String) -> String {
    func longestWord(_ phrase: Substring) -> Int { phrase.split(at: " ").map(\.utf8.count).max() ?? 0 }
    let phrases = template.prefix { $0 != "$" }.split(separator: "*")
    return String(phrases.dropFirst().reduce(phrases[0]) { longestWord($1) > longestWord($0) ? $1 : $0 }).trimmed
  }

  private static let triggers: Set<WordHash> = Set(triggerWords.map { WordHash($0.utf8) })
  private static let filter = WordFilter(triggerWords.map(\.utf8))

  /// What says where an article is from only in a line that speaks of one.
  private static let ambiguous = Set(sources.indices.filter { ambiguousOpenings.contains(where: sources[$0].hasPrefix) })
  private static let ambiguousOpenings = [
    "courtesy of ", "the original ", "im original ", "das original ", "der originalartikel ", "l'original", "el original ",
  ]

  /// How the templates end that name who wrote the article, and not where it appeared.
  private static let writer = "written by ${name}"

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
      for place in places { all.append(verb + place + "${name}") }
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
    return all + translations
  }()

  /// What translated and licensed articles say of the original, and what is printed in part with a link to the whole.
  private static let translations: [String] = {
    var all = [
      "read the original article on ${name}", "read the original article at ${name}", "read the original story on ${name}",
      "read the original story at ${name}", "read the original on ${name}", "read the original at ${name}",
      "lesen sie den originalartikel bei ${name}", "lies den originalartikel bei ${name}",
      "lest den originalartikel bei ${name}", "den originalartikel finden sie bei ${name}",
      "lire l'article original sur ${name}", "lea el artículo original en ${name}", "leer el artículo original en ${name}",
      "licensed from ${name}", "under licence from ${name}", "under license from ${name}",
      "translated with permission from ${name}", "translated and republished from ${name}",
      "ist eine übersetzung eines artikels unserer * von ${name}", "ist eine * übersetzung eines artikels unserer * von ${name}",
      "il testo originale è stato pubblicato su ${name}", "het originele artikel verscheen in ${name}",
      "het originele artikel verscheen op ${name}",
    ]
    for what in ["the original", "the original article", "the original story", "the original version*"] {
      for verb in ["appeared", "was published"] {
        all += [" in ", " on ", " at ", " by "].map { "\(what) \(verb)\($0)${name}" }
      }
    }
    for what in ["is a translation of an article", "is a * translation of an article", "translation of a story"] {
      all += [" from ${name}", " published in ${name}", " published by ${name}", " that appeared in ${name}"].map { what + $0 }
    }
    for place in ["in", "bei", "auf", "im"] {
      all += [
        "im original* \(place) ${name} erschienen", "im original erschien* \(place) ${name}",
        "das original erschien \(place) ${name}",
        "das original ist \(place) ${name} erschienen", "der originalartikel erschien \(place) ${name}",
        "der originalartikel ist \(place) ${name} erschienen",
      ]
    }
    for what in ["artikels", "textes", "beitrags"].flatMap({
      ["ist eine übersetzung eines \($0)", "ist eine * übersetzung eines \($0)"]
    }) {
      all += [" aus ${name}", " von ${name}", " der ${name}", " des ${name}"].map { what + $0 }
    }
    for what in ["est une traduction d'un article* ", "est la traduction d'un article* ", "l'original* "] {
      all += ["publié dans", "publié par", "publié sur", "paru dans", "paru sur"].map { what + $0 + " ${name}" }
    }
    for what in ["es una traducción de un artículo* publicado ", "es la traducción de un artículo* publicado "] {
      all += ["en ${name}", "por ${name}"].map { what + $0 }
    }
    for what in ["el original ", "el artículo original "] {
      all += ["se publicó en ${name}", "fue publicado en ${name}", "apareció en ${name}"].map { what + $0 }
    }
    all += ["è una traduzione di un articolo* pubblicato su ${name}", "è la traduzione di un articolo* pubblicato su ${name}"]
    all += ["é uma tradução de um artigo* publicado em ${name}", "é uma tradução de um artigo* publicado no ${name}"]
    all += ["is een vertaling van een artikel uit ${name}", "is een vertaling van een artikel van ${name}"]
    return all
  }()
}
