import Copydesk
import Pages

/// Reads what a clause hits as values of a field.
struct ClauseValues {
  let field: Field
  let clause: Clause

  struct Value {
    var candidate: FieldCandidate
    /// The blocks that became this value.
    var blocks: [Int] = []
    var cuts: [ClauseHit.Part] = []
  }

  private static let confidence = 0.9

  func read(_ draft: Draft, _ search: inout ClauseSearch) -> [Value] {
    switch clause.matcher {
    case .css(_, let attribute, let format):
      return combined(
        search.hits(clause, draft).compactMap { hit in
          if let attribute, let node = hit.node {
            guard let value = draft.attribute(attribute, of: node) else { return nil }
            return self.value(value, format, hit.match).map { Value(candidate: $0) }
          }
          return self.value(hit.raw, format, hit.match).map { Value(candidate: $0, blocks: hit.blocks, cuts: hit.cuts) }
        })
    case .xpath(let expression, let format):
      return combined(path(expression, format, draft, &search))
    case .meta(let name, let format):
      return combined(draft.metadata.meta(name).compactMap { stated($0, format).map { Value(candidate: $0) } })
    case .jsonLD(let path, let format):
      if let authors = authors(at: path, draft) { return [Value(candidate: authors)] }
      return combined(
        draft.metadata.jsonLD(path: path).flatMap(\.texts).compactMap { stated($0, format).map { Value(candidate: $0) } })
    case .line, .byline:
      let values = search.hits(clause, draft).compactMap { hit -> Value? in
        let candidate =
          hit.date.map { date in
            FieldCandidate(
              .date(date.date), raw: date.raw, from: clause.from, confidence: Self.confidence, notes: date.notes,
              authority: .rule)
          } ?? value(hit.raw, nil, hit.match)
        return candidate.map { Value(candidate: $0, blocks: hit.blocks, cuts: hit.cuts) }
      }
      // Each line is a note of its own; of other fields the lines are candidates.
      return field == .correction ? combined(values) : values
    case .value(let text):
      return value(text, nil, nil).map { [Value(candidate: $0)] } ?? []
    }
  }

  private func path(
    _ expression: XPathExpression, _ format: DateFormat?, _ draft: Draft, _ search: inout ClauseSearch
  ) -> [Value] {
    guard let tree = draft.page.tree, let result = search.evaluate(expression, clause, tree) else { return [] }
    switch result {
    case .nodes:
      return search.hits(clause, draft).compactMap { hit in
        value(hit.raw, format, nil).map { Value(candidate: $0, blocks: hit.blocks, cuts: hit.cuts) }
      }
    case .strings(let strings):
      return strings.compactMap { value($0, format, nil).map { Value(candidate: $0) } }
    case .string(let string):
      return value(string, format, nil).map { [Value(candidate: $0)] } ?? []
    case .number(let number):
      return value(Int(exactly: number).map(String.init) ?? String(number), format, nil).map { [Value(candidate: $0)] } ?? []
    case .boolean(let flag):
      return value(flag ? "true" : "false", format, nil).map { [Value(candidate: $0)] } ?? []
    }
  }

  /// A value of the page's metadata, where markup and references turn up that should not be there.
  private func stated(_ raw: String, _ format: DateFormat?) -> FieldCandidate? {
    var candidate = value(HTMLText.plain(raw), format, nil)
    candidate?.raw = raw
    return candidate
  }

  /// Authors as JSON-LD states them, with what it says of each: who is an organisation, where they work.
  private func authors(at path: [String], _ draft: Draft) -> FieldCandidate? {
    guard field == .author, let last = path.last else { return nil }
    let metadata = draft.metadata
    let people = last == "name" ? Array(path.dropLast()) : path
    guard !people.isEmpty else { return nil }
    let authors = AuthorList.unique(metadata.jsonLD(path: people).flatMap { metadata.authors(in: $0, depth: 0) })
    guard !authors.isEmpty else { return nil }
    let raw = metadata.jsonLD(path: path).flatMap(\.texts).joined(separator: "; ")
    return FieldCandidate(.authors(authors), raw: raw, from: clause.from, confidence: Self.confidence, authority: .rule)
  }

  private func value(_ text: String, _ format: DateFormat?, _ match: TemplateMatch?) -> FieldCandidate? {
    let reading = FieldReading(field: field, text: text, match: match, format: format)
    guard let value = reading.value() else { return nil }
    return FieldCandidate(
      value, raw: text, from: clause.from, confidence: Self.confidence, notes: reading.notes(), authority: .rule)
  }

  /// Lists take all hits, other fields the first.
  private func combined(_ values: [Value]) -> [Value] {
    guard let first = values.first else { return [] }
    var all = first
    switch first.candidate.value {
    case .authors, .words, .images:
      for other in values.dropFirst() {
        all.candidate = all.candidate.joined(with: other.candidate)
        all.blocks += other.blocks
        all.cuts += other.cuts
      }
    default: break
    }
    return [all]
  }
}

extension FieldCandidate {
  /// Two lists as one from the first one's place.
  func joined(with other: FieldCandidate) -> FieldCandidate {
    var both = self
    both.value = value.joined(with: other.value)
    both.raw += "; " + other.raw
    return both
  }
}

extension FieldValue {
  /// Two lists as one, each item once.
  func joined(with other: FieldValue) -> FieldValue {
    switch (self, other) {
    case (.authors(let a), .authors(let b)):
      .authors(a + b.filter { author in !a.contains { Self.key($0.name) == Self.key(author.name) } })
    case (.words(let a), .words(let b)): .words(a + b.filter { !a.contains($0) })
    case (.images(let a), .images(let b)): .images(a + b.filter { image in !a.contains { $0.url == image.url } })
    default: self
    }
  }
}

extension Draft {
  /// An attribute's value, white space at its ends apart; `nil` where it is missing or empty.
  func attribute(_ name: String, of node: Node) -> String? {
    guard let tree = page.tree, let atom = tree.atom(named: name), let value = tree.attribute(node, atom)?.trimmedOfWhitespace,
      !value.isEmpty
    else { return nil }
    return value
  }
}

extension JSONValue {
  /// The texts in a value of JSON-LD: a string, a number, a list of them, or the `name` or address of an object.
  fileprivate var texts: [String] {
    switch self {
    case .string(let string): [string]
    case .integer(let integer): [String(integer)]
    case .number(let number): [String(number)]
    case .bool(let flag): [flag ? "true" : "false"]
    case .array(let values): values.flatMap(\.texts)
    case .object: ["name", "@value", "url", "@id"].lazy.compactMap { self[$0]?.stringValue }.first.map { [$0] } ?? []
    case .null: []
    }
  }
}
