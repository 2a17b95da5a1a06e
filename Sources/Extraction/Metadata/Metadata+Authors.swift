import Copydesk

extension Metadata {
  /// Who wrote the article: each candidate is a whole list.
  func authorCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ authors: [Author], raw: String, from: String, _ confidence: Double) {
      let authors = AuthorList.unique(authors)
      guard !authors.isEmpty else { return }
      candidates.append(FieldCandidate(.authors(authors), raw: raw, from: from, confidence: confidence))
    }
    for key in ["author", "creator"] {
      let values = linkedData.articleValues(at: [key])
      let authors = values.flatMap { self.authors(in: $0, depth: 0) }
      add(authors, raw: values.compactMap(Self.raw).joined(separator: "; "), from: "json-ld:" + key, key == "author" ? 0.92 : 0.6)
    }
    for (name, confidence) in Self.authorMetas {
      let contents = meta(name).filter { !Self.isAddress($0) }
      add(
        contents.flatMap { AuthorList.split(HTMLText.plain($0)) }, raw: contents.joined(separator: "; "), from: "meta:" + name,
        confidence)
    }
    let marked = properties.filter { $0.name == "author" && $0.itemType != "comment" && $0.itemType != "review" }
    add(
      marked.prefix(8).flatMap { AuthorList.split(HTMLText.plain($0.value)) }, raw: marked.map(\.value).joined(separator: "; "),
      from: "microdata:author", 0.7)
    let related = relations.filter { $0.rel == "author" && !$0.text.isEmpty }
    add(
      related.prefix(8).flatMap { AuthorList.split($0.text) }, raw: related.map(\.text).joined(separator: "; "),
      from: "rel=author", 0.75)
    if let byline = bylines.first {
      add(AuthorList.split(byline.text), raw: byline.text, from: byline.mark, 0.55)
    }
    return candidates
  }

  private static let authorMetas: [(String, Double)] = [
    ("author", 0.8), ("article:author", 0.75), ("article:author:name", 0.8), ("article:authors", 0.75), ("parsely-author", 0.8),
    ("sailthru.author", 0.75), ("byl", 0.8), ("dc.creator", 0.75), ("dcterms.creator", 0.75),
    ("dc.contributor", 0.5), ("citation_author", 0.75), ("cxenseparse:author", 0.75), ("og:author", 0.7),
    ("og:article:author", 0.7), ("twitter:data1", 0.35), ("authors", 0.75), ("rbauthors", 0.7),
    ("shareaholic:article_author_name", 0.7),
  ]

  private func authors(in value: JSONValue, depth: Int) -> [Author] {
    guard depth < 6 else { return [] }
    switch value {
    case .string(let name): return Self.isAddress(name) ? [] : AuthorList.split(HTMLText.plain(name))
    case .array(let elements): return elements.prefix(50).flatMap { authors(in: $0, depth: depth + 1) }
    case .object(let object):
      let object = linkedData.resolved(object)
      let type =
        LinkedData.types(of: object).contains { $0.contains("organization") || $0.contains("corporation") }
        ? "Organization" : "Person"
      let url = (object["url"]?.stringValue ?? object["sameAs"]?.stringValue).flatMap { Self.isAddress($0) ? $0 : nil }
      let names = object["name"].map { $0.stringValue.map { [$0] } ?? $0.arrayValue?.compactMap(\.stringValue) ?? [] } ?? []
      var found = names.filter { !Self.isAddress($0) }.flatMap { name in AuthorList.named(HTMLText.plain(name), type: type) }
      if found.isEmpty, let given = object["givenName"]?.stringValue, let family = object["familyName"]?.stringValue {
        found = [Author(name: HTMLText.plain(given + " " + family), type: type)]
      }
      if found.count == 1 {
        found[0].url = url
        if let affiliation = (object["affiliation"] ?? object["worksFor"])?["name"]?.stringValue {
          found[0].affiliation = HTMLText.plain(affiliation)
        }
      }
      return found
    default: return []
    }
  }

  private static func raw(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .object(let object): object["name"].flatMap(raw)
    case .array(let elements): elements.compactMap(raw).joined(separator: "; ")
    default: nil
    }
  }

  static func isAddress(_ text: String) -> Bool {
    let text = text.trimmed.lowercased()
    return text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("//") || text.hasPrefix("www.")
      || text.hasPrefix("/")
  }
}
