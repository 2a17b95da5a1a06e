import Copydesk

extension Metadata {
  /// Who publishes the page.
  func publisherCandidates() -> [FieldCandidate] {
    let domain = domain
    var candidates: [FieldCandidate] = []
    func add(_ name: String, from: String, _ confidence: Double) {
      let plain = HTMLText.plain(name)
      guard !plain.isEmpty, !Self.isAddress(plain) else { return }
      let own = ownName(in: plain)
      candidates.append(
        FieldCandidate(
          .publisher(Publisher(name: own ?? plain, domain: domain)), raw: name, from: from, confidence: confidence,
          notes: own == nil ? [] : ["tagline cut"]))
    }
    for name in linkedData.articleValues(at: ["publisher", "name"]).compactMap(\.stringValue) {
      add(name, from: "json-ld:publisher.name", 0.9)
    }
    for name in meta("og:site_name") { add(name, from: "meta:og:site_name", 0.8) }
    for name in meta("publisher") + meta("dc.publisher") { add(name, from: "meta:publisher", 0.6) }
    for name in meta("application-name") { add(name, from: "meta:application-name", 0.5) }
    if candidates.isEmpty, let domain {
      candidates.append(
        FieldCandidate(
          .publisher(Publisher(domain: domain)), raw: domain, from: canonicalURL == nil ? "url" : "link:canonical",
          confidence: 0.5))
    }
    return candidates
  }

  /// The name in a text that is name and tagline, *Harbour Post | All that floats*: the part that the domain spells.
  private func ownName(in text: String) -> String? {
    guard let domain, text.utf8.count <= Self.longestName, text.utf8.contains(where: { $0 == 0x7C || $0 == 0x2D || $0 == 0xE2 })
    else { return nil }
    let label = HeadlineText.key(String(domain.prefix { $0 != "." }))
    guard label.count >= 3 else { return nil }
    var parts = [text]
    for sign in [" | ", " - ", " – ", " — "] { parts = parts.flatMap { $0.split(separator: sign).map { String($0).trimmed } } }
    guard parts.count > 1 else { return nil }
    return parts.first { part in
      // The address again is no better name than what stands beside it.
      if DomainName.isDomain(ArraySlice(part.lowercased().utf8)) { return false }
      let key = HeadlineText.key(part)
      return key == label
        || key.count >= 4 && (label.starts(with: key) || key.starts(with: label) || key.suffix(label.count).elementsEqual(label))
    }
  }

  /// In bytes: what is longer is no name, and not worth taking apart.
  private static let longestName = 200
  /// How many sections are looked at, and how many headings they are held against.
  private static let mostSections = 20
  private static let mostHeadings = 20

  func sectionCandidates() -> [FieldCandidate] { statedSections().prefix(Self.mostSections).compactMap(section) }

  /// A section as it may stand: no address, not the headline, of a list in one text the first.
  private func section(_ candidate: FieldCandidate) -> FieldCandidate? {
    guard case .text(let text) = candidate.value, text.utf8.count <= Self.longestName else { return candidate }
    if Self.isAddress(text) || text.hasSuffix("…") || text.hasSuffix("...") { return nil }
    if text.utf8.count >= Self.longSection {
      let key = HeadlineText.key(text)
      let isHeadline = ([title, meta("og:title").first] + headings.prefix(Self.mostHeadings).map(\.text)).contains { own in
        guard let own else { return false }
        let other = HeadlineText.key(own)
        return other.count >= Self.longSection
          && (Self.holds(key, other) || key.count >= Self.longSection && Self.holds(other, key))
      }
      if isHeadline { return nil }
    }
    let parts = text.split(at: ",").map { String($0).trimmed }
    // "Arts, Theatre and Film" is one; what has three parts and no word between them is a list.
    guard parts.count >= 3, let last = parts.last, !Self.conjunctions.contains(where: { last.contains($0) }), !parts[0].isEmpty
    else { return candidate }
    var candidate = candidate
    candidate.value = .text(parts[0])
    candidate.notes.append("the first of several")
    return candidate
  }

  /// In bytes and letters; what is shorter may be in a headline by chance.
  private static let longSection = 20
  private static let conjunctions = ["&", " and ", "and ", " und ", "und ", " et ", "et ", " y ", "y ", " e ", " en "]

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { ByteSearch.find(part, in: $0) != nil }
  }

  private func statedSections() -> [FieldCandidate] {
    text(at: ["articleSection"], confidence: 0.85)
      + text(ofMeta: Self.sectionMetas)
      + properties.filter { $0.name == "articlesection" }.prefix(1).map {
        FieldCandidate(.text(HTMLText.plain($0.value)), raw: $0.value, from: "microdata:articlesection", confidence: 0.7)
      }
      + breadcrumbSections()
  }

  private static let sectionMetas = MetaName.list([
    "article:section": 0.8, "section": 0.5, "parsely-section": 0.7, "cxenseparse:articlesection": 0.6, "dc.subject": 0.4,
  ])

  /// The last crumb of the page's trail that is not the article itself: *Home › Politics › Europe › Headline*.
  private func breadcrumbSections() -> [FieldCandidate] {
    guard let trail = linkedData.objects.first(where: { $0.types.contains("breadcrumblist") }) else { return [] }
    let names = linkedData.values(at: ["itemListElement"], in: .object(trail.object), depth: 0).prefix(12).compactMap { item in
      (item["name"] ?? item["item"]?["name"])?.stringValue.map(HTMLText.plain)
    }
    let own = ([title, meta("og:title").first] + headings.map(\.text)).compactMap { $0 }.map(HeadlineText.key)
    // The first crumb is the site's front, whatever it is called.
    let section = names.dropFirst().last { name in
      let key = HeadlineText.key(name)
      return !key.isEmpty && key.count <= 60 && !isSiteName(name) && !own.contains { $0.starts(with: key) }
    }
    return section.map {
      [FieldCandidate(.text($0), raw: names.joined(separator: " › "), from: "json-ld:BreadcrumbList", confidence: 0.5)]
    } ?? []
  }

  func keywordCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ raw: [String], from: String, _ confidence: Double) {
      var words: [String] = []
      // "Money" and "money" are one keyword.
      var seen: Set<WordHash> = []
      var read = 0
      for var text in raw {
        text.withUTF8 { text in
          var rest = text[...]
          while words.count < 100, read < Self.mostKeywords, !rest.isEmpty {
            read += 1
            let plain = HTMLText.plain(Self.nextKeyword(&rest))
            guard !plain.isEmpty, plain.utf8.count <= 120, seen.insert(WordHash(folding: plain)).inserted else { continue }
            words.append(plain)
          }
        }
      }
      if !words.isEmpty {
        candidates.append(FieldCandidate(.words(words), raw: raw.joined(separator: ", "), from: from, confidence: confidence))
      }
    }
    let values = linkedData.articleValues(at: ["keywords"])
    add(values.compactMap { $0.stringValue ?? $0["name"]?.stringValue }, from: "json-ld:keywords", 0.85)
    for name in Self.keywordMetas { add(meta(name.key), from: name.source, name.confidence) }
    return candidates
  }

  private static let keywordMetas = MetaName.list([
    "article:tag": 0.8, "news_keywords": 0.75, "keywords": 0.7, "parsely-tags": 0.6, "sailthru.tags": 0.6,
    "cxenseparse:keywords": 0.5,
  ])

  /// How many keywords of one source are read at most. Few are new in a list of more.
  private static let mostKeywords = 1000

  /// Takes the first word of a list off it. Words are apart by commas or semicolons, Latin, Arabic or Chinese.
  private static func nextKeyword(_ list: inout Slice<UnsafeBufferPointer<UInt8>>) -> UnsafeBufferPointer<UInt8> {
    var end = list.startIndex
    var width = 0
    while end < list.endIndex, width == 0 {
      switch list[end] {
      case UInt8(ascii: ","), UInt8(ascii: ";"): width = 1
      case 0xD8: if list[end...].starts(with: "،".utf8) { width = 2 }
      case 0xE3: if list[end...].starts(with: "、".utf8) { width = 3 }
      default: break
      }
      if width == 0 { end += 1 }
    }
    defer { list = list[end...].dropFirst(width) }
    return UnsafeBufferPointer(rebasing: list[..<end])
  }

  func languageCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ raw: String, from: String, _ confidence: Double) {
      guard let tag = LanguageTag.normalized(raw) else { return }
      candidates.append(
        FieldCandidate(
          .text(tag), raw: raw, from: from, confidence: confidence,
          notes: LanguageTag.isCountry(raw) ? ["a country's code, taken for its language"] : []))
    }
    for value in linkedData.articleValues(at: ["inLanguage"]) {
      if let raw = value.stringValue ?? value["alternateName"]?.stringValue ?? value["name"]?.stringValue {
        add(raw, from: "json-ld:inLanguage", 0.85)
      }
    }
    if let language { add(language, from: "html:lang", 0.8) }
    for raw in meta("og:locale").prefix(1) { add(raw, from: "meta:og:locale", 0.6) }
    for raw in meta("content-language").prefix(1) + meta("language").prefix(1) + meta("dc.language").prefix(1) {
      add(raw, from: "meta:language", 0.6)
    }
    return candidates
  }

  func imageCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ images: [Image], from: String, _ confidence: Double) {
      var unique: [Image] = []
      for image in images.prefix(100) {
        guard let url = addresses.webAddress(image.url), !unique.contains(where: { $0.url == url }) else {
          continue
        }
        var image = image
        image.url = url
        unique.append(image)
      }
      guard !unique.isEmpty else { return }
      candidates.append(
        FieldCandidate(
          .images(Array(unique.prefix(20))), raw: unique.map(\.url).joined(separator: " "), from: from, confidence: confidence))
    }
    add(
      linkedData.articleValues(at: ["image"]).compactMap { value in
        if let url = value.stringValue { return Image(url: url.trimmed) }
        guard let url = value["url"]?.stringValue ?? value["contentUrl"]?.stringValue ?? value["@id"]?.stringValue else {
          return nil
        }
        return Image(
          url: url.trimmed, caption: value["caption"]?.stringValue.map(HTMLText.plain),
          creditText: value["creditText"]?.stringValue.map(HTMLText.plain))
      }, from: "json-ld:image", 0.85)
    let alt = meta("og:image:alt").first.map(HTMLText.plain)
    add(
      meta("og:image").enumerated().map { Image(url: $0.element.trimmed, caption: $0.offset == 0 ? alt : nil) },
      from: "meta:og:image", 0.8)
    add(
      meta("twitter:image").map { Image(url: $0.trimmed) } + meta("twitter:image:src").map { Image(url: $0.trimmed) },
      from: "meta:twitter:image", 0.7)
    return candidates
  }

  func addressCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ raw: String, from: String, _ confidence: Double) {
      guard let address = addresses.webAddress(raw), Host.stands(in: address) else { return }
      candidates.append(FieldCandidate(.text(address), raw: raw, from: from, confidence: confidence))
    }
    for relation in relations where relation.rel == "canonical" { add(relation.href, from: "link:canonical", 0.95) }
    for raw in meta("og:url").prefix(1) { add(raw, from: "meta:og:url", 0.85) }
    for path in [["mainEntityOfPage", "@id"], ["mainEntityOfPage"], ["url"]] {
      for raw in linkedData.articleValues(at: path).compactMap(\.stringValue).prefix(1) {
        add(raw, from: "json-ld:" + path.joined(separator: "."), 0.75)
      }
    }
    if let pageURL { add(pageURL, from: "origin", 0.6) }
    return candidates
  }
}

/// Language tags as pages write them.
enum LanguageTag {
  /// Codes of countries that are no language's (ISO 639-1), and codes of languages that were withdrawn. `se` is Northern Sami, `uk` Ukrainian.
  private static let ofCountries = [
    "kr": "ko", "jp": "ja", "cn": "zh", "tw": "zh", "cz": "cs", "dk": "da", "ua": "uk", "gr": "el", "vn": "vi", "us": "en",
    "gb": "en",
    "at": "de", "mx": "es", "ir": "fa", "iw": "he", "ji": "yi", "in": "id",
  ]

  /// Whether a page writes the code of a country for that of a language.
  static func isCountry(_ raw: String) -> Bool {
    ofCountries[raw.trimmed.prefix { $0 != "-" && $0 != "_" }.lowercased()] != nil
  }

  /// BCP 47 in its usual spelling (`de`, `en-GB`); `nil` for what is no tag.
  static func normalized(_ raw: String) -> String? {
    let parts = raw.trimmed.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let primary = parts.first?.lowercased(), (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy({ $0 &- 0x61 < 26 })
    else { return nil }
    if primary == "und" || primary == "mul" { return nil }
    var tag = ofCountries[primary] ?? primary
    for part in parts.dropFirst().prefix(2) {
      switch part.utf8.count {
      case 2: tag += "-" + part.uppercased()
      case 4: tag += "-" + part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: return tag
      }
    }
    return tag
  }
}
