import Copydesk

extension Metadata {
  /// The headline as the page's own sources give it, the site's name cut where other evidence shows it to be one.
  ///
  /// The sources are witnesses. Those that say the same words, typography and case aside, count together, and the wording with the
  /// weightiest witnesses comes first; among its spellings the one that the publisher hands to others (`og:title`), then the JSON-LD's,
  /// then the page's. How much a witness weighs depends on whether a newsroom's system wrote the page: ``HeadlineWeights``.
  func headlineCandidates() -> [FieldCandidate] {
    var candidates = text(ofMeta: Self.sharedTitle, where: HeadlineText.mayBeHeadline)
    candidates += text(at: ["headline"], confidence: 0.85, where: HeadlineText.mayBeHeadline)
    candidates += mainHeadings.map {
      FieldCandidate(.text(HTMLText.plain($0.text)), raw: $0.text, from: "h1", confidence: headings.count == 1 ? 0.8 : 0.7)
    }
    candidates += text(ofMeta: Self.cardTitle, where: HeadlineText.mayBeHeadline)
    candidates += properties.filter { $0.name == "headline" && HeadlineText.mayBeHeadline($0.value) }.prefix(2).map {
      FieldCandidate(.text(HTMLText.plain($0.value)), raw: $0.value, from: "microdata:headline", confidence: 0.7)
    }
    candidates += text(ofMeta: Self.titles, where: HeadlineText.mayBeHeadline)
    candidates += text(at: ["name"], confidence: 0.5, where: HeadlineText.mayBeHeadline)
    if let title, HeadlineText.mayBeHeadline(title) {
      candidates.append(FieldCandidate(.text(title), raw: title, from: "title", confidence: 0.4))
    }
    guard !candidates.isEmpty else { return [] }
    // More are no headlines, and all are compared with all.
    var witnesses = candidates.prefix(100).map(Witness.init)
    cutSiteNames(&witnesses)
    return ranked(witnesses)
  }

  /// A candidate and ``HeadlineText/key(_:)`` of what it says.
  private struct Witness {
    var candidate: FieldCandidate
    private(set) var key: [UInt8]
    private(set) var text: String

    init(_ candidate: FieldCandidate) {
      self.candidate = candidate
      if case .text(let text) = candidate.value { self.text = text } else { text = "" }
      if let bare = HeadlineText.withoutLayout(text) {
        text = bare
        self.candidate.value = .text(bare)
        self.candidate.notes.append("signs of layout cut")
      }
      key = HeadlineText.key(text)
    }

    /// The same without the site's name.
    func cut(_ text: String) -> Witness {
      var candidate = candidate
      candidate.value = .text(text)
      candidate.notes.append("site name cut")
      return Witness(candidate)
    }
  }

  private static let sharedTitle = MetaName.list(["og:title": 0.85])
  private static let cardTitle = MetaName.list(["twitter:title": 0.6])
  private static let titles = MetaName.list([
    "title": 0.55, "parsely-title": 0.65, "sailthru.title": 0.65, "dc.title": 0.65, "dcterms.title": 0.65,
    "citation_title": 0.7, "hdl": 0.6,
  ])

  private func cutSiteNames(_ witnesses: inout [Witness]) {
    let headlines = Set(
      witnesses.lazy.filter { Self.headings.contains($0.candidate.from) && $0.key.count >= 10 }.map(\.key))
    for index in witnesses.indices {
      guard
        let cut = HeadlineText.withoutSiteName(witnesses[index].text, siteNames: siteNameKeys, headlines: headlines)
      else { continue }
      witnesses[index] = witnesses[index].cut(cut)
    }
    // A heading that is nothing but the site's name is its logo.
    witnesses.removeAll {
      ($0.candidate.from == "h1" || $0.candidate.from == "json-ld:name") && siteNameKeys.contains($0.key)
    }
  }

  /// Sources that hold the headline and nothing beside it.
  private static let headings = ["h1", "json-ld:headline", "microdata:headline"]

  /// The headings in the order of what they are worth: the headline's own first. A page with more than three has made a habit of them.
  private var mainHeadings: [Heading] {
    guard headings.count > 1, let own = headings.first(where: { $0.node == headlineNode }) else { return headings }
    return Array(([own] + headings.filter { $0 != own }).prefix(3))
  }

  private func ranked(_ witnesses: [Witness]) -> [FieldCandidate] {
    // Those that say the same are known by the first of them.
    let firsts = witnesses.map { witness in witnesses.firstIndex { $0.key == witness.key } ?? 0 }
    var votes = [Double](repeating: 0, count: witnesses.count)
    var counts = [Int](repeating: 0, count: witnesses.count)
    var heard: [String] = []
    let isNewsroom = isNewsroom
    let weights = HeadlineWeights.weights(isNews: isNewsroom)
    for (witness, first) in zip(witnesses, firsts) where !heard.contains(witness.candidate.from) {
      heard.append(witness.candidate.from)
      guard let weight = weights[witness.candidate.from], !witness.key.isEmpty else { continue }
      if witness.candidate.from == "h1", !isNewsroom, !isTelling(witness, stated: witnesses[0].key) { continue }
      votes[first] += weight
      counts[first] += 1
    }
    return witnesses.indices.sorted { a, b in
      let (one, other) = (votes[firsts[a]], votes[firsts[b]])
      return one != other ? one > other : a < b
    }.enumerated().map { place, index in
      var candidate = witnesses[index].candidate
      let count = counts[firsts[index]]
      // The winner's confidence leads the others' even where they are one source's word against another's.
      if place == 0 {
        // A lone first-level heading can be another page's, or one within the text: a heading over the text that says what the metadata says is heard first.
        let alone = candidate.from == "h1" && !isNewsroom ? 0.88 : 0.91
        candidate.confidence = max(candidate.confidence, count >= 3 ? 0.95 : count == 2 ? 0.93 : alone)
      } else {
        candidate.confidence = min(candidate.confidence, 0.85)
      }
      return candidate
    }
  }

  /// Whether the page says that it is news: by the type of its article, by a publisher that is a news organisation, or by elements that only
  /// newsrooms fill in.
  var isNewsroom: Bool {
    linkedData.isNews || linkedData.objects.contains { $0.types.contains("newsmediaorganization") }
      || properties.contains { $0.itemType?.hasSuffix("newsarticle") ?? false }
      || ["news_keywords", "googlebot-news", "parsely-title"].contains { !meta($0).isEmpty }
  }

  /// Whether a heading can be the headline of a page that is no newsroom's: not a desk's name of a word or two, not a whole paragraph,
  /// and not the stated headline with a date or a count of comments beside it.
  private func isTelling(_ heading: Witness, stated: [UInt8]) -> Bool {
    let (text, key) = (heading.text, heading.key)
    guard text.utf8.count <= 200 else { return false }
    if stated.count >= 20, key.count > stated.count, key.count <= stated.count * 3 / 2,
      key.withUnsafeBufferPointer({ ByteSearch.find(stated, in: $0) != nil })
    {
      return false
    }
    return PersonName.isWrittenWithoutSpaces(text) ? text.utf8.count >= 18 : text.split(at: " ").count >= 3
  }

  func alternativeHeadlineCandidates() -> [FieldCandidate] {
    text(at: ["alternativeHeadline"], confidence: 0.8) + text(at: ["alternateName"], confidence: 0.5)
  }

  func descriptionCandidates() -> [FieldCandidate] {
    text(at: ["description"], confidence: 0.75)
      + text(ofMeta: Self.descriptions)
  }

  private static let descriptions = MetaName.list([
    "og:description": 0.7, "description": 0.65, "twitter:description": 0.6, "dc.description": 0.5, "sailthru.description": 0.5,
  ])
}
