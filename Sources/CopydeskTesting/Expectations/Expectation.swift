public import Copydesk

/// What a sample expects: the JSON of `expected.json`.
///
/// Only what is listed is compared, however deep:
///
/// ```json
/// {
///   "rule": "example.test",
///   "article": {
///     "headline": "Harbour reopens after storm",
///     "author": [{ "name": "Ada Moss" }],
///     "datePublished": "2025-10-21",
///     "dateline": null,
///     "body": { "count": 7, "first": "The harbour reopened …" }
///   },
///   "includes": ["reopened on Monday"],
///   "excludes": ["Advertisement"],
///   "findings": ["rights-conflict"]
/// }
/// ```
///
/// - `article`, `evidence`, `blocks`, `metadata`, `url`, `mediaType`, `id`: compared with the members of the document of the same name, as
///   `copydesk extract --blocks all` prints them. An object compares the members it lists; an array compares length and elements.
/// - `rule`: the name of the rule that the sample is routed to, or `null` where none may claim it.
/// - `findings`: the codes of all findings, in any order.
/// - `includes`, `excludes`: texts that the body must, or must not, contain.
/// - `removed`: texts, each to be found in a block that was removed.
/// - `negative`: `true` marks a sample that shows what the rule must leave alone (see ``isNegative``).
/// - `documents`: for plugins and chains, the documents that come out, each compared as above; `[]` where none does. Without it,
///   exactly one has to come out.
/// - `error`: the message of the error with which the document is refused.
///
/// In place of a value, anywhere, an object with only these keys makes conditions: for a text `includes` and `excludes` (a text or several),
/// `startsWith`, `endsWith`; for an array `count`, `first`, `last`, and `includes` and `excludes` of elements. `first` and
/// `last` may give just the text of a body element or block; a text in `includes` and `excludes` is looked for within the elements that
/// are texts, and within the text, items and rows of body elements and blocks.
public struct Expectation: Sendable, Hashable {
  /// The JSON as it was written.
  public var json: JSONObject

  /// Members of a document that are compared one to one.
  static let documentKeys = ["id", "url", "source", "mediaType", "metadata", "article", "evidence", "blocks"]
  static let specialKeys = ["rule", "findings", "includes", "excludes", "removed", "negative", "documents", "error"]
  static var keys: [String] { documentKeys + specialKeys }

  /// Checks the keys of an `expected.json`.
  /// - Throws: ``SampleError/Problem`` for a key that does not exist or a value of another type.
  public init(json: JSONValue) throws {
    guard case .object(let object) = json else { throw SampleError.Problem.wrongType(key: "", expected: "an object") }
    for member in object.members {
      guard Self.keys.contains(member.key) else { throw SampleError.Problem.unknownKey(member.key, known: Self.keys) }
      switch member.key {
      case "article", "evidence":
        try Self.check(fields: member)
      case "rule":
        guard member.value == .null || member.value.stringValue != nil else {
          throw SampleError.Problem.wrongType(key: "rule", expected: "a name or null")
        }
      case "findings", "includes", "excludes", "removed":
        guard let array = member.value.arrayValue, array.allSatisfy({ $0.stringValue != nil }) else {
          throw SampleError.Problem.wrongType(key: member.key, expected: "an array of strings")
        }
      case "negative":
        guard member.value.boolValue != nil else {
          throw SampleError.Problem.wrongType(key: "negative", expected: "true or false")
        }
      case "documents":
        guard let array = member.value.arrayValue, array.allSatisfy({ $0.objectValue != nil }) else {
          throw SampleError.Problem.wrongType(key: "documents", expected: "an array of objects")
        }
      default: break
      }
    }
    self.json = object
  }

  /// A name that no article has would be compared with nothing: `"headlin": null` would pass for ever.
  private static func check(fields member: JSONObject.Member) throws {
    if member.value == .null { return }
    guard case .object(let fields) = member.value else {
      throw SampleError.Problem.wrongType(key: member.key, expected: "an object")
    }
    var known = Field.allCases.map(\.rawValue)
    if member.key == "article" { known += ["body", "wordCount"] }
    for field in fields.members where !known.contains(field.key) {
      throw SampleError.Problem.unknownKey("\(member.key).\(field.key)", known: known)
    }
  }

  /// Whether the sample shows what a rule must leave alone: a page that is none of the publisher's, or words that look like litter
  /// and are not. Marked with `"negative": true`, or by `"rule": null`.
  public var isNegative: Bool {
    if let marked = json["negative"]?.boolValue { return marked }
    return json["rule"] == .null
  }

  /// Whether nothing at all is compared, so that the sample would pass whatever came out: `{}`, `{"article": {}}`. An empty list in
  /// `findings` and `documents` does expect something.
  public var isEmpty: Bool {
    json.members.allSatisfy { member in
      switch member.key {
      case "negative": true
      case "article", "evidence": member.value.objectValue?.members.isEmpty == true
      case "includes", "excludes", "removed": member.value.arrayValue?.isEmpty == true
      default: false
      }
    }
  }

  /// The clause-level promise that most expectations make; `nil` where routing is not listed.
  public var rule: String?? {
    guard let value = json["rule"] else { return nil }
    return .some(value.stringValue)
  }
}
