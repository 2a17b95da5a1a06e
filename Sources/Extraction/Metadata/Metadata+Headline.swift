import Copydesk

extension Metadata {
  /// The headline as the page's own sources give it, the site's name cut where other evidence shows it to be one.
  ///
  /// The sources are witnesses. Those that say the same words, typography and case aside, count together, and the wording with the
  /// weightiest witnesses comes first; among its spellings the one that the publisher hands to others (`og:title`), then the JSON-LD's, then the page's.
  func headlineCandidates() -> [FieldCandidate] {
    var candidates = text(ofMeta: [("og:title", 0.85)])
    candidates += text(at: ["headline"], confidence: 0.85)
    candidates += headings.prefix(3).map {
      FieldCandidate(.text($0.text), raw: $0.text, from: "h1", confidence: headings.count == 1 ? 0.8 : 0.7)
    }
    candidates += text(ofMeta: [("twitter:title", 0.6)])
    candidates += properties.filter { $0.name == "headline" }.prefix(2).map {
      FieldCandidate(.text(HTMLText.plain($0.value)), raw: $0.value, from: "microdata:headline", confidence: 0.7)
    }
    candidates += text(ofMeta: [
      ("title", 0.55), ("parsely-title", 0.65), ("sailthru.title", 0.65), ("dc.title", 0.65), ("dcterms.title", 0.65),
      ("citation_title", 0.7),
      ("hdl", 0.6),
    ])
    candidates += text(at: ["name"], confidence: 0.5)
    if let title { candidates.append(FieldCandidate(.text(title), raw: title, from: "title", confidence: 0.4)) }
    guard !candidates.isEmpty else { return [] }
    cutSiteNames(&candidates)
    return ranked(candidates)
  }

  private func cutSiteNames(_ candidates: inout [FieldCandidate]) {
    let headlines = Set(
      candidates.compactMap { candidate -> [UInt8]? in
        guard ["h1", "json-ld:headline", "microdata:headline"].contains(candidate.from), case .text(let text) = candidate.value
        else { return nil }
        let key = HeadlineText.key(text)
        return key.count >= 10 ? key : nil
      })
    let siteNames = siteNameKeys
    for index in candidates.indices {
      guard case .text(let text) = candidates[index].value,
        let cut = HeadlineText.withoutSiteName(text, siteNames: siteNames, headlines: headlines)
      else { continue }
      candidates[index].value = .text(cut)
      candidates[index].notes.append("site name cut")
    }
    // A heading that is nothing but the site's name is its logo.
    candidates.removeAll { candidate in
      guard case .text(let text) = candidate.value else { return false }
      return siteNames.contains(HeadlineText.key(text)) && (candidate.from == "h1" || candidate.from == "json-ld:name")
    }
  }

  /// What a source's word weighs. Found on the development pages by agreement with what publishers' own parsers take for the headline.
  private static let weights: [String: Double] = [
    "meta:og:title": 1, "json-ld:headline": 1.1, "h1": 0.8, "microdata:headline": 0.5, "meta:title": 0.3, "json-ld:name": 0.3,
    "meta:parsely-title": 0.5,
    "meta:citation_title": 0.5,
  ]

  private func ranked(_ candidates: [FieldCandidate]) -> [FieldCandidate] {
    var votes: [[UInt8]: Double] = [:]
    var witnesses: [[UInt8]: Int] = [:]
    var heard: Set<String> = []
    let keys = candidates.map { candidate -> [UInt8] in
      if case .text(let text) = candidate.value { HeadlineText.key(text) } else { [] }
    }
    for (candidate, key) in zip(candidates, keys) where heard.insert(candidate.from).inserted {
      guard let weight = Self.weights[candidate.from] else { continue }
      votes[key, default: 0] += weight
      witnesses[key, default: 0] += 1
    }
    // A newsroom's system states the headline on purpose; on other pages a lone title is as likely written for search engines.
    let alone = articleObject?["datePublished"] == nil && meta("article:published_time").isEmpty ? 0.86 : 0.91
    return candidates.indices.sorted { a, b in
      let (one, other) = (votes[keys[a]] ?? 0, votes[keys[b]] ?? 0)
      return one != other ? one > other : a < b
    }.enumerated().map { place, index in
      var candidate = candidates[index]
      let count = witnesses[keys[index]] ?? 0
      // The winner's confidence leads the others' even where they are one source's word against another's.
      if place == 0 {
        candidate.confidence = max(candidate.confidence, count >= 3 ? 0.95 : count == 2 ? 0.93 : alone)
      } else {
        candidate.confidence = min(candidate.confidence, 0.85)
      }
      return candidate
    }
  }

  func alternativeHeadlineCandidates() -> [FieldCandidate] {
    text(at: ["alternativeHeadline"], confidence: 0.8) + text(at: ["alternateName"], confidence: 0.5)
  }

  func descriptionCandidates() -> [FieldCandidate] {
    text(at: ["description"], confidence: 0.75)
      + text(ofMeta: [
        ("og:description", 0.7), ("description", 0.65), ("twitter:description", 0.6), ("dc.description", 0.5),
        ("sailthru.description", 0.5),
      ])
  }
}
