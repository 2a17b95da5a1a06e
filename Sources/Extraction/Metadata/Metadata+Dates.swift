import Copydesk
import Pages

extension Metadata {
  /// When the article was published. A date of modification is never among these.
  func publishedCandidates() -> [FieldCandidate] {
    var found = dates(at: ["datePublished"], 0.95)
    found += dates(ofMeta: Self.publicationMetas)
    found += unlistedDates()
    found += dates(ofProperty: "datepublished", 0.85)
    found += timeDates(modified: false)
    found += visibleDates(modified: false)
    found += dates(at: ["dateCreated"], 0.55)
    found += dates(ofProperty: "datecreated", 0.5)
    // Before dates in small print far from the headline, as those belong to other articles as often as not.
    if let date = [canonicalURL, pageURL].lazy.compactMap({ $0.flatMap(AddressDate.read) }).first {
      found.append(FieldCandidate(.date(date.date), raw: date.raw, from: "url", confidence: 0.45))
    }
    return preciseFirst(found)
  }

  /// Where the best source states the day alone, and another good one the same day with its time, the other comes first; so does one that
  /// states the same time with its offset.
  private func preciseFirst(_ found: [FieldCandidate]) -> [FieldCandidate] {
    guard
      let best = found.indices.max(by: {
        found[$0].confidence < found[$1].confidence || found[$0].confidence == found[$1].confidence && $0 > $1
      }),
      case .date(let stated) = found[best].value, stated.day != nil, stated.offsetMinutes == nil
    else { return found }
    let precise = found.indices.first { index in
      guard case .date(let date) = found[index].value, found[index].confidence >= 0.65 else { return false }
      guard date.hour != nil, (date.year, date.month, date.day) == (stated.year, stated.month, stated.day) else { return false }
      if stated.hour == nil { return true }
      return date.offsetMinutes != nil && (date.hour, date.minute, date.second) == (stated.hour, stated.minute, stated.second)
    }
    guard let precise else { return found }
    var found = found
    found[precise].confidence = found[best].confidence + 0.01
    found[precise].notes.append(
      stated.hour == nil ? "states the time of the day that others give" : "states the offset of the time that others give")
    return found
  }

  private static let publicationMetas = MetaName.list([
    "article:published_time": 0.93, "og:article:published_time": 0.9, "datepublished": 0.85, "article.published": 0.85,
    "parsely-pub-date": 0.85, "sailthru.date": 0.8,
    "cxenseparse:recs:publishtime": 0.85, "publishdate": 0.8, "publish-date": 0.8, "publish_date": 0.8,
    "pubdate": 0.8, "published_time": 0.8, "date_published": 0.8,
    "dc.date.issued": 0.8, "dcterms.issued": 0.8, "dc.date": 0.7, "dcterms.created": 0.7, "dcterms.date": 0.7,
    "dc.date.created": 0.7, "citation_publication_date": 0.75,
    "citation_date": 0.7, "originalpublicationdate": 0.85, "article_date_original": 0.85,
    "shareaholic:article_published_time": 0.8, "rnews:datepublished": 0.8, "vr:published_time": 0.8,
    "og:published_time": 0.85, "og:pubdate": 0.85, "date": 0.65, "release_date": 0.65, "last-published": 0.5,
    "created": 0.6, "bt:pubdate": 0.8,
  ])

  /// Names of a site's own making that end in a word for publication: `cludo:date`, `published`, `acme-pubdate`.
  private func unlistedDates() -> [FieldCandidate] {
    var found: [FieldCandidate] = []
    for meta in metas where meta.content.utf8.count <= 60 && found.count < 4 {
      // Most metas hold no date.
      guard meta.content.utf8.count(where: { $0 &- 0x30 < 10 }) >= 4, Self.publicationRoots.isIn(meta.name),
        Self.namesPublication(meta.name),
        !Self.publicationMetas.contains(where: { $0.name == meta.name }),
        let candidate = date(meta.content, from: "meta:" + meta.name, 0.62)
      else { continue }
      found.append(candidate)
    }
    return found
  }

  /// Whether a name of a meta element is a word for publication with a prefix before it, and speaks of nothing else.
  static func namesPublication(_ name: String) -> Bool {
    guard name.utf8.count <= longestName else { return false }
    var name = name
    return name.withUTF8 { name in
      PlainText.withLowercased(name) { name in
        var rest = name[...]
        let last = lastWord(of: &rest)
        guard publicationWords.contains(last) || last == time && publicationWords.contains(lastWord(of: &rest)) else {
          return false
        }
        return foreignDates.first(in: name) == nil
      }
    }
  }

  /// Takes the last run of letters off a name in lower case.
  private static func lastWord(of name: inout Slice<UnsafeBufferPointer<UInt8>>) -> WordHash {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x61 < 26 }
    while let last = name.last, !isLetter(last) { name.removeLast() }
    let start = name.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? name.startIndex
    defer { name = name[..<start] }
    return WordHash(name[start...])
  }

  /// In bytes. An attribute that is never closed can hold a page.
  private static let longestName = 60

  private static let publicationWords = PhraseSet(
    [
      "date", "published", "pubdate", "publishdate", "publisheddate", "publicationdate", "publishtime", "datepublished", "issued",
      "releasedate", "datum",
    ])
  private static let time = WordHash("time".utf8)
  /// One of these is in each of the words.
  private static let publicationRoots = ClassMarks.Words(["date", "publish", "issued", "datum", "time"])
  /// Words that make a date another one than the publication's.
  private static let foreignDates = PhraseList([
    "mod", "upd", "revis", "expir", "valid", "crawl", "review", "event", "birth", "build", "copyright", "unpublish", "start",
    "end",
    "version", "check", "show", "offline", "archive", "generat", "cache", "fetch", "current", "today", "server", "changed",
  ])

  /// When the article was last changed.
  func modifiedCandidates() -> [FieldCandidate] {
    dates(at: ["dateModified"], 0.95)
      + dates(ofMeta: Self.modificationMetas)
      + dates(ofProperty: "datemodified", 0.85)
      + timeDates(modified: true)
      + visibleDates(modified: true)
  }

  private static let modificationMetas = MetaName.list([
    "article:modified_time": 0.93, "og:updated_time": 0.8, "og:article:modified_time": 0.9, "lastmod": 0.7,
    "last-modified": 0.65, "datemodified": 0.8, "dcterms.modified": 0.8,
    "dc.date.modified": 0.8, "article_date_updated": 0.8, "updated_time": 0.7, "revision_date": 0.7, "moddate": 0.7,
    "last_updated_date": 0.7,
  ])

  private func dates(at path: [String], _ confidence: Double) -> [FieldCandidate] {
    linkedData.articleValues(at: path).compactMap { value in
      switch value {
      case .string(let raw): date(raw, from: "json-ld:" + path.joined(separator: "."), confidence)
      case .integer(let seconds): date(String(seconds), from: "json-ld:" + path.joined(separator: "."), confidence - 0.1)
      default: nil
      }
    }
  }

  private func dates(ofMeta names: [MetaName]) -> [FieldCandidate] {
    names.flatMap { name in
      meta(name.key).prefix(2).compactMap { date($0, from: name.source, name.confidence) }
    }
  }

  private func dates(ofProperty name: String, _ confidence: Double) -> [FieldCandidate] {
    properties.filter { $0.name == name }.prefix(2).compactMap { date($0.value, from: "microdata:" + $0.name, confidence) }
  }

  /// `time` elements, those next to the headline first, as others belong to teasers and comments.
  private func timeDates(modified: Bool) -> [FieldCandidate] {
    let fitting = times.filter {
      $0.isModified == modified && $0.itemprop.map { modified || PlainText.lowercased($0).holds("publish") } ?? true
    }
    return nearest(fitting, \.node).prefix(3).enumerated().compactMap { place, time in
      let confidence = place > 0 ? 0.3 : isNearHeadline(time.node) ? 0.82 : 0.5
      if let raw = time.datetime, let candidate = date(raw, from: "time:datetime", confidence) { return candidate }
      if let candidate = date(time.text, from: "time", confidence - 0.1) { return candidate }
      // "on Friday December 19, 2025 @08:00PM"
      let text = [time.datetime, time.text].compactMap { $0 }.joined(separator: " ")
      guard text.utf8.count <= 200, let reading = DateReader.find(in: text, languages: languages), !reading.isAmbiguous else {
        return nil
      }
      return FieldCandidate(.date(reading.date), raw: reading.raw, from: "time", confidence: confidence - 0.15)
    }
  }

  /// Elements by their distance from the headline; what stands above it counts twice as far.
  private func nearest<Element>(_ elements: [Element], _ node: (Element) -> Node) -> [Element] {
    guard let headline = headlineNode?.index, elements.count > 1 else { return elements }
    return elements.enumerated().sorted { a, b in
      let (one, other) = (distance(node(a.element).index, headline), distance(node(b.element).index, headline))
      return one != other ? one < other : a.offset < b.offset
    }.map(\.element)
  }

  private func distance(_ index: Int32, _ headline: Int32) -> Int {
    index >= headline ? Int(index - headline) : 2 * Int(headline - index)
  }

  /// Whether an element is within a few hundred nodes of the headline: in the article's head, as a rule.
  private func isNearHeadline(_ node: Node) -> Bool {
    headlineNode.map { distance(node.index, $0.index) <= 300 } ?? false
  }

  /// Dates in elements that a class calls so, the first of each label; without one it is the publication.
  private func visibleDates(modified: Bool) -> [FieldCandidate] {
    var found: [FieldCandidate] = []
    for mark in datedMarks {
      for reading in mark.readings where (reading.label == .modified) == modified && reading.date.day != nil {
        found.append(
          FieldCandidate(
            .date(reading.date), raw: mark.text, from: "class:date",
            confidence: !found.isEmpty ? 0.25 : isNearHeadline(mark.node) ? 0.7 : 0.4))
        if found.count == 3 { return found }
      }
    }
    return found
  }

  /// ``markedDates``, read: those next to the headline first.
  func readMarkedDates() -> [(text: String, node: Node, readings: [DateReading])] {
    nearest(markedDates, \.node).map { mark in
      (mark.text, mark.node, DateReader.readAll(FoldedText(mark.text, case: .folded), languages: languages))
    }
  }

  func date(_ raw: String, from: String, _ confidence: Double) -> FieldCandidate? {
    let text = HTMLText.plain(raw)
    guard text.utf8.count <= 120 else { return nil }
    // Some systems write a count of seconds, or of milliseconds, since 1970.
    if let number = Int(text), text.utf8.count == 10 || text.utf8.count == 13, number > 0 {
      guard let date = CivilCalendar.date(secondsSince1970: text.utf8.count == 13 ? number / 1000 : number) else { return nil }
      return FieldCandidate(
        .date(date), raw: raw, from: from, confidence: confidence - 0.05, notes: ["counted in seconds since 1970"])
    }
    guard let reading = DateReader.read(text, languages: languages) else { return nil }
    // The zero date of a template is no date.
    if reading.date.year == 1970, reading.date.month == 1, reading.date.day == 1 { return nil }
    var notes: [String] = []
    if reading.weekday != .absent { notes.append("weekday \(reading.weekday.rawValue)") }
    if reading.isAmbiguous {
      notes.append("day and month could be either way round: \(reading.readings.map(\.description).joined(separator: " or "))")
    }
    return FieldCandidate(
      .date(reading.date), raw: raw, from: from, confidence: reading.isAmbiguous ? min(0.2, confidence / 2) : confidence,
      notes: notes)
  }

  /// The page's languages, for reading dates.
  func statedLanguages() -> [String] {
    [language, meta("og:locale").first, meta("content-language").first].compactMap { $0 }
  }
}
