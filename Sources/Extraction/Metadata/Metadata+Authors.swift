import Copydesk
import Pages

extension Metadata {
  /// Who wrote the article: each candidate is a whole list.
  ///
  /// People come before agencies, agencies before the publisher itself, which many systems put where they know no name. Of two sources that agree on
  /// some names the one that knows more of them comes first.
  func authorCandidates() -> [FieldCandidate] {
    var candidates: [FieldCandidate] = []
    func add(_ authors: [Author], raw: @autoclosure () -> String, from: String, _ confidence: Double) {
      var authors = AuthorList.unique(authors)
      // "Jane Doe, Example Times": the site's own name beside a person's is no second author.
      if authors.count > 1, authors.contains(where: { !isSiteName($0.name) }) { authors.removeAll { isSiteName($0.name) } }
      guard !authors.isEmpty else { return }
      candidates.append(FieldCandidate(.authors(authors), raw: raw(), from: from, confidence: confidence))
    }
    for (key, confidence) in [("author", 0.92), ("creator", 0.6)] {
      let values = linkedData.articleValues(at: [key])
      add(
        values.flatMap { authors(in: $0, depth: 0) }, raw: values.compactMap(Self.raw).joined(separator: "; "),
        from: "json-ld:" + key, confidence)
    }
    for name in Self.authorMetas {
      let contents = meta(name.key).filter { !Self.isAddress($0) }
      guard !contents.isEmpty else { continue }
      add(
        contents.flatMap { AuthorList.split(HTMLText.plain($0)) }, raw: contents.joined(separator: "; "),
        from: name.source, name.confidence)
    }
    for (name, contents) in unlistedAuthorMetas() {
      add(
        contents.flatMap { AuthorList.people(in: HTMLText.plain($0)) }, raw: contents.joined(separator: "; "),
        from: "meta:" + name, 0.6)
    }
    let marked = Self.together(
      properties.filter { $0.name == "author" && !Self.foreignItems.contains($0.itemType ?? "") }, \.node.index)
    add(
      marked.flatMap { AuthorList.split(HTMLText.plain($0.value)) }, raw: marked.map(\.value).joined(separator: "; "),
      from: "microdata:author", 0.84)
    for byline in Self.together(bylines, \.node.index).prefix(3) {
      add(
        Self.authors(in: byline), raw: byline.text, from: byline.mark,
        byline.mark == "rel=author" ? 0.83 : byline.mark == "href" ? 0.7 : 0.82)
    }
    let linked = Self.together(bylines.filter { $0.mark == "rel=author" }, \.node.index)
    if linked.count > 1 {
      add(linked.flatMap(Self.authors), raw: linked.map(\.text).joined(separator: "; "), from: "rel=author", 0.825)
    }
    return ranked(candidates)
  }

  /// Items whose authors are not the article's.
  private static let foreignItems: Set<String> = ["comment", "review", "quotation", "imageobject", "videoobject", "product"]

  /// Elements that stand close together, from the first on: what comes much later belongs to teasers and boxes.
  private static func together<Element>(_ elements: [Element], _ position: (Element) -> Int32) -> [Element] {
    var last: Int32?
    return Array(
      elements.prefix { element in
        defer { last = position(element) }
        return last.map { position(element) - $0 < 40 } ?? true
      })
  }

  /// A byline as marked up: read strictly, as class names promise little; its links are names where they all look it.
  private static func authors(in byline: MarkedByline) -> [Author] {
    let links = byline.links.filter {
      PlainName.isName($0)
        || PersonName.isPlausible($0) && PersonName.words(in: $0) >= 2 && !AuthorRoles.isRole($0)
          && !Organizations.isOrganization($0)
    }
    // Names that stand side by side with nothing between them are only told apart by their links.
    if links.count > 1, links.count == byline.links.count, holdsNothingButLinks(byline) {
      return links.map { Author(name: $0, type: "Person") }
    }
    let people = AuthorList.people(in: byline.text)
    // One word in an element called a byline is as likely a desk or a button.
    if people.count == 1, people[0].type == "Person", PersonName.words(in: people[0].name) == 1,
      !PersonName.isWrittenWithoutSpaces(people[0].name)
        || byline.mark == "href"
    {
      return []
    }
    return people.isEmpty && links.count == 1 ? [Author(name: links[0], type: "Person")] : people
  }

  /// Whether a byline is its links, an introduction and words such as *and*.
  private static func holdsNothingButLinks(_ byline: MarkedByline) -> Bool {
    var rest = byline.text
    for link in byline.links {
      guard let range = rest.firstRange(of: link) else { return false }
      rest.replaceSubrange(range, with: " ")
    }
    return rest.split(whereSeparator: { !$0.isLetter }).count <= 4
  }

  private static let authorMetas = MetaName.list([
    "author": 0.8, "article:author": 0.75, "article:author:name": 0.8, "article:author_name": 0.78,
    "article:authors": 0.75, "parsely-author": 0.8,
    "sailthru.author": 0.75, "byl": 0.8, "dc.creator": 0.75, "dcterms.creator": 0.75, "citation_author": 0.75,
    "cxenseparse:author": 0.75,
    "og:author": 0.7, "og:article:author": 0.7, "authors": 0.75, "rbauthors": 0.7,
    "shareaholic:article_author_name": 0.7, "creator": 0.6,
    "twitter:creator:name": 0.5,
  ])

  /// Names of a site's own making that speak of authors (`example_authors`, `articleAuthor`), and the pairs that cards show
  /// (`twitter:label1` = "Written by", `twitter:data1` = the name).
  private func unlistedAuthorMetas() -> [(name: String, contents: [String])] {
    var found: [(name: String, contents: [String])] = []
    for meta in metas where meta.content.utf8.count <= 300 && Self.authorRoots.isIn(meta.name) {
      let isLabel = meta.name.hasPrefix("twitter:label")
      guard isLabel || Self.authorEndings.contains(where: meta.name.hasSuffix),
        !Self.authorMetas.contains(where: { $0.name == meta.name }), !Self.isAddress(meta.content)
      else { continue }
      if isLabel {
        let label = FoldedText(meta.content, case: .folded).bytes
        if BylineWords.introduction(of: label + [0x3A]) == label.count {
          found.append(("twitter:data", self.meta("twitter:data" + meta.name.dropFirst("twitter:label".count))))
        }
      } else if let last = found.indices.last, found[last].name == meta.name {
        found[last].contents.append(meta.content)
      } else {
        found.append((meta.name, [meta.content]))
      }
    }
    return found
  }

  /// One of these is in each of the names that are looked for.
  private static let authorRoots = ClassMarks.Words(["twitter:label", "author", "written by"])
  private static let authorEndings = ["author", "authors", "author_name", "written by"]

  // MARK: - Ranking

  private enum Standing: Int { case people = 0, agency, publisher }

  private func standing(_ authors: [Author]) -> Standing {
    let others = authors.filter { !isSiteName($0.name) }
    if others.isEmpty { return .publisher }
    return others.allSatisfy { $0.type == "Organization" } ? .agency : .people
  }

  private func ranked(_ candidates: [FieldCandidate]) -> [FieldCandidate] {
    guard candidates.count > 1 else { return candidates.map { weighed($0, standing($0.authors)) } }
    let lists = candidates.map(\.authors)
    let standings = lists.map { standing($0) }
    var order = candidates.indices.sorted { a, b in
      if standings[a] != standings[b] { return standings[a].rawValue < standings[b].rawValue }
      return candidates[a].confidence != candidates[b].confidence ? candidates[a].confidence > candidates[b].confidence : a < b
    }
    // One who knows everybody the first one knows, and more people besides, knows better.
    if let first = order.first, standings[first] == .people {
      let known = Set(lists[first].map { HeadlineText.key($0.name) })
      let better = order.dropFirst().first { other in
        standings[other] == .people && lists[other].count > lists[first].count && lists[other].count <= 8
          && known.isSubset(of: Set(lists[other].map { HeadlineText.key($0.name) }))
          && !lists[other].contains {
            !known.contains(HeadlineText.key($0.name)) && Self.isTitle($0.name, in: candidates[other].raw)
          }
      }
      if let better {
        order.removeAll { $0 == better }
        order.insert(better, at: 0)
      }
    }
    var ceiling = 1.0
    return order.map { index in
      var candidate = weighed(candidates[index], standings[index])
      candidate.confidence = min(candidate.confidence, ceiling)
      ceiling = candidate.confidence
      return candidate
    }
  }

  /// Whether a name in a byline is the second half of a job title, *Digital Editor and Master Gardener*, where another source names its bearer alone.
  private static func isTitle(_ name: String, in byline: String) -> Bool {
    guard byline.utf8.count <= 300 else { return false }
    for conjunction in [" and ", " & ", " und ", " et ", " y "] {
      guard let range = byline.firstRange(of: conjunction + name) else { continue }
      if let last = byline[..<range.lowerBound].split(at: " ").last, AuthorRoles.roles.contains(WordHash(folding: last)) {
        return true
      }
    }
    return false
  }

  /// Lowers what is only the publisher's own name.
  private func weighed(_ candidate: FieldCandidate, _ standing: Standing) -> FieldCandidate {
    guard standing == .publisher else { return candidate }
    var candidate = candidate
    candidate.confidence = min(candidate.confidence, 0.45)
    candidate.notes.append("the publisher itself")
    return candidate
  }

  // MARK: - JSON-LD

  func authors(in value: JSONValue, depth: Int) -> [Author] {
    guard depth < 6 else { return [] }
    switch value {
    case .string(let name): return Self.isAddress(name) ? [] : AuthorList.split(HTMLText.plain(name))
    case .array(let elements): return elements.prefix(50).flatMap { authors(in: $0, depth: depth + 1) }
    case .object(let object):
      let object = linkedData.resolved(object)
      let types = LinkedData.types(of: object)
      let type =
        types.contains { $0.hasSuffix("organization") || $0 == "corporation" }
        ? "Organization" : types.contains("person") ? "Person" : nil
      let names = object["name"].map { $0.stringValue.map { [$0] } ?? $0.arrayValue?.compactMap(\.stringValue) ?? [] } ?? []
      var found = names.prefix(20).filter { !Self.isAddress($0) }.flatMap { AuthorList.named(HTMLText.plain($0), type: type) }
      if found.isEmpty, let given = object["givenName"]?.stringValue, let family = object["familyName"]?.stringValue {
        found = [Author(name: HTMLText.plain(given + " " + family), type: type)]
      }
      if found.count == 1 {
        found[0].url = (object["url"]?.stringValue ?? object["sameAs"]?.stringValue).flatMap {
          Self.isAddress($0) ? $0.trimmed : nil
        }
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

  /// Whether a text is an address and no name.
  static func isAddress(_ text: String) -> Bool {
    let text = text.utf8.drop { $0 <= 0x20 }
    guard let first = text.first else { return true }
    if first == 0x2F { return true }
    func starts(_ prefix: StaticString) -> Bool {
      var index = text.startIndex
      return prefix.withUTF8Buffer { prefix in
        for byte in prefix {
          guard index < text.endIndex, text[index] | 0x20 == byte | 0x20 else { return false }
          index = text.index(after: index)
        }
        return true
      }
    }
    return starts("http:") || starts("https:") || starts("www.")
  }
}
