import Copydesk

extension Expectation {
  /// Compares what came out with what is expected: one result per field that is listed, in the order of the file.
  public func results(for outcome: SampleOutcome) -> [FieldResult] {
    if let error = outcome.error, json["error"] == nil {
      return [FieldResult(field: "error", message: error)]
    }
    if isEmpty { return [FieldResult(field: "expected", message: "expects nothing: list what has to come out")] }
    let documents = outcome.documents.map(\.comparable)
    if json["error"] == nil, json["documents"] == nil, documents.count != 1, expectsDocument {
      return [FieldResult(field: "documents", message: "expected one document, found \(documents.count)")]
    }
    return json.members.flatMap { results(for: $0, outcome: outcome, documents: documents) }
  }

  /// The expectation with every listed value as it came out.
  public func revised(toward outcome: SampleOutcome) -> Expectation {
    var revised = self
    let documents = outcome.documents.map(\.comparable)
    for index in json.members.indices {
      let member = json.members[index]
      switch member.key {
      case "negative", "includes", "excludes", "removed": break
      case "rule": revised.json.members[index].value = outcome.rule.map(JSONValue.string) ?? .null
      case "findings":
        guard let first = outcome.documents.first else { break }
        let codes = first.findingCodes
        if Set(codes) != Set((member.value.arrayValue ?? []).compactMap(\.stringValue)) {
          revised.json.members[index].value = .array(codes.map(JSONValue.string))
        }
      case "error":
        if !Comparison.mismatches(member.value, outcome.error.map(JSONValue.string)).isEmpty {
          revised.json.members[index].value = outcome.error.map(JSONValue.string) ?? .null
        }
      case "documents": revised.json.members[index].value = Revision.revised(member.value, toward: .array(documents))
      default:
        guard let first = documents.first else { break }
        revised.json.members[index].value = Revision.revised(member.value, toward: first[member.key])
      }
    }
    return revised
  }

  /// Whether anything is listed that needs a document to compare with.
  private var expectsDocument: Bool {
    json.members.contains { $0.key != "rule" && $0.key != "negative" }
  }

  private func results(for member: JSONObject.Member, outcome: SampleOutcome, documents: [JSONValue]) -> [FieldResult] {
    let value = member.value
    switch member.key {
    case "negative": return []
    case "rule":
      return [compare(value, outcome.rule.map(JSONValue.string) ?? .null, field: "rule")]
    case "error":
      return [compare(value, outcome.error.map(JSONValue.string), field: "error")]
    case "documents":
      return [compare(value, .array(documents), field: "documents")]
    case "findings":
      let found = outcome.documents.first?.findingCodes ?? []
      let expected = Set((value.arrayValue ?? []).compactMap(\.stringValue)).sorted()
      return [compare(.array(expected.map(JSONValue.string)), .array(found.map(JSONValue.string)), field: "findings")]
    case "includes", "excludes":
      let body = outcome.documents.first?.record.map { JSONValue.string($0.article.articleBody) } ?? .string("")
      return [compare(.object(JSONObject([(member.key, value)])), body, field: member.key)]
    case "removed":
      let removed = outcome.documents.first?.record?.removedTexts ?? []
      let missing = (value.arrayValue ?? []).compactMap(\.stringValue).filter { text in !removed.contains { $0.contains(text) } }
      return [
        FieldResult(
          field: "removed",
          message: missing.isEmpty ? nil : missing.map { "no removed block contains \"\($0)\"" }.joined(separator: "\n"))
      ]
    case "article", "evidence":
      guard case .object(let object) = value, let actual = documents.first?[member.key], actual != .null else {
        return [compare(value, documents.first?[member.key], field: member.key)]
      }
      return object.members.map { compare($0.value, actual[$0.key], field: "\(member.key).\($0.key)") }
    default:
      return [compare(value, documents.first?[member.key], field: member.key)]
    }
  }

  private func compare(_ expected: JSONValue, _ actual: JSONValue?, field: String) -> FieldResult {
    FieldResult(field: field, mismatches: Comparison.mismatches(expected, actual, path: field))
  }
}

extension Document {
  /// The document as the JSON that expectations are compared with.
  fileprivate var comparable: JSONValue {
    (try? JSONValue.parse(json(blocks: .all))) ?? .null
  }

  /// The codes of the findings: sorted, each once.
  fileprivate var findingCodes: [String] {
    Set(record?.findings.map(\.code) ?? []).sorted()
  }
}

extension ArticleRecord {
  /// The texts of all blocks and spans that are in neither the body nor a field.
  fileprivate var removedTexts: [String] {
    blocks.flatMap { block in
      (block.fate == .removed ? [block.text] : []) + block.edits.filter { $0.to == nil }.map(\.text)
    }
  }
}
