import Copydesk

extension ArticleRecord {
  /// Gives a property a value that a script chose; the old one stays in the evidence as a candidate that lost.
  mutating func set(_ field: Field, to value: JSONValue, by place: String, reason: String) throws(RuleFailure) {
    let before = article.json(of: field)
    do {
      guard case .object(var object) = try JSONValue.parse(article.json()) else { return }
      object[field.rawValue] = Self.normalized(value, for: field)
      article = try Article(json: JSONCursor(.object(object)))
    } catch {
      throw RuleFailure(.badValue(field, why: "\(error)"), line: nil)
    }
    var changed = Evidence(raw: Self.text(value), from: place, confidence: 1, notes: reason.isEmpty ? [] : [reason])
    if let old = evidence[field], before != .null {
      changed.others = [
        Evidence.Candidate(
          value: Self.text(before), raw: old.raw, from: old.from, confidence: old.confidence, agrees: before == value)
      ]
      changed.others += old.others
    }
    evidence[field] = changed
  }

  /// Names may stand for authors, publishers and works.
  private static func normalized(_ value: JSONValue, for field: Field) -> JSONValue {
    func named(_ value: JSONValue) -> JSONValue {
      if case .string = value { return ["name": value] }
      return value
    }
    switch field {
    case .author:
      if case .array(let authors) = value { return .array(authors.map(named)) }
      return value == .null ? [] : [named(value)]
    case .publisher, .isBasedOn: return named(value)
    case .keywords, .correction:
      if case .string = value { return [value] }
      return value == .null ? [] : value
    case .image: return value == .null ? [] : value
    default: return value
    }
  }

  private static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: value.bytes(pretty: false), as: UTF8.self)
  }
}
