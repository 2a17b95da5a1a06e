import Copydesk

extension Metadata {
  /// The headline as the page's own sources give it, the site's name cut where other evidence shows it to be one.
  func headlineCandidates() -> [FieldCandidate] {
    var candidates = text(at: ["headline"], confidence: 0.9)
    candidates += text(ofMeta: [("og:title", 0.85)])
    candidates += headings.prefix(3).map {
      FieldCandidate(.text($0.text), raw: $0.text, from: "h1", confidence: headings.count == 1 ? 0.8 : 0.6)
    }
    candidates += properties.filter { $0.name == "headline" }.prefix(2).map {
      FieldCandidate(.text(HTMLText.plain($0.value)), raw: $0.value, from: "microdata:headline", confidence: 0.75)
    }
    candidates += text(at: ["name"], confidence: 0.5)
    candidates += text(ofMeta: [
      ("twitter:title", 0.7), ("title", 0.55), ("parsely-title", 0.7), ("sailthru.title", 0.65), ("dc.title", 0.65),
      ("dcterms.title", 0.65), ("citation_title", 0.7), ("hdl", 0.6),
    ])
    if let title { candidates.append(FieldCandidate(.text(title), raw: title, from: "title", confidence: 0.4)) }
    let siteNames = siteNames
    for index in candidates.indices {
      guard case .text(let text) = candidates[index].value, let cut = HeadlineText.withoutSiteName(text, siteNames: siteNames)
      else { continue }
      candidates[index].value = .text(cut)
      candidates[index].notes.append("site name cut")
    }
    return candidates
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

  /// What the site calls itself, and its domain's own word.
  var siteNames: [String] {
    var names =
      meta("og:site_name") + meta("application-name") + meta("publisher") + meta("apple-mobile-web-app-title")
      + meta("al:android:app_name")
    names += meta("twitter:site").map { String($0.drop { $0 == "@" }) }
    names += linkedData.values(at: ["publisher", "name"]).compactMap(\.stringValue)
    for item in linkedData.objects
    where item.types.contains("website") || item.types.contains("organization") || item.types.contains("newsmediaorganization") {
      if let name = item.object["name"]?.stringValue { names.append(name) }
      if let name = item.object["alternateName"]?.stringValue { names.append(name) }
    }
    if let address = canonicalURL ?? pageURL, let host = Host.of(url: address) {
      let domain = RegistrableDomain.of(host) ?? host
      names.append(domain)
      names.append(String(domain.prefix { $0 != "." }))
    }
    return names.map(HTMLText.plain).filter { !$0.isEmpty }
  }
}
