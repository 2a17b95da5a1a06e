public import Copydesk

extension Expectation {
  /// The JSON Schema of `expected.json`, for editors.
  public static var schema: JSONValue {
    let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
    func described(_ schema: JSONValue, _ about: String) -> JSONValue {
      guard case .object(var object) = schema else { return schema }
      object["description"] = .string(about)
      return .object(object)
    }
    func fields(_ names: [String], _ about: String) -> JSONValue {
      [
        "type": ["object", "null"], "description": .string(about),
        "properties": .object(JSONObject(names.map { ($0, true) })), "additionalProperties": false,
      ]
    }
    let names = Field.allCases.map(\.rawValue)
    let about: [String: JSONValue] = [
      "article": fields(names + ["body", "wordCount"], "The article's fields; only what is listed is compared."),
      "evidence": fields(names, "The evidence of fields; only what is listed is compared."),
      "rule": ["type": ["string", "null"], "description": "The rule that the sample is routed to; null: none may claim it."],
      "findings": described(texts, "The codes of all findings, in any order."),
      "includes": described(texts, "Texts that the body must contain."),
      "excludes": described(texts, "Texts that the body must not contain."),
      "removed": described(texts, "Texts, each to be found in a block that was removed."),
      "negative": ["type": "boolean", "description": "The sample shows what the rule must leave alone."],
      "documents": [
        "type": "array", "items": ["type": "object"],
        "description": "For plugins and chains: the documents that come out, none for [].",
      ],
      "error": ["description": "The message with which the document is refused, or conditions on it."],
    ]
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Copydesk expectation",
      "description": "What a sample expects; only what is listed is compared.", "type": "object",
      "properties": .object(JSONObject(keys.map { ($0, about[$0] ?? true) })), "additionalProperties": false,
    ]
  }
}
