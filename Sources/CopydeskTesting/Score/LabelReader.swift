import Copydesk

/// Reads a line of `ground-truth.jsonl`. Keys that are none of ours are somebody's notes and passed over; `null` is not labelled.
struct LabelReader {
  let id: String
  private let record: JSONValue

  /// A label that is not what it has to be: scoring the page without it would look as if it had never been labelled.
  struct WrongType: Error {
    var key: String
    var wanted: String
  }

  static let keys = [
    "id", "url", "publisher", "language", "title", "author", "authors", "publish_date", "publishing_date", "paragraphs",
    "main_content", "with", "without",
  ]

  init(id: String, _ record: JSONValue) {
    self.id = id
    self.record = record
  }

  func text(_ key: String) throws(WrongType) -> String? {
    guard let value = record[key], value != .null else { return nil }
    guard let text = value.stringValue else { throw WrongType(key: key, wanted: "a text") }
    return text
  }

  func texts(_ key: String) throws(WrongType) -> [String]? {
    guard let value = record[key], value != .null else { return nil }
    guard let values = value.arrayValue else { throw WrongType(key: key, wanted: "a list of texts") }
    var texts: [String] = []
    for value in values {
      guard let text = value.stringValue else { throw WrongType(key: key, wanted: "a list of texts") }
      texts.append(text)
    }
    return texts
  }

  /// One text, or a list of them.
  func oneOrMore(_ key: String) throws(WrongType) -> [String]? {
    if let text = record[key]?.stringValue { return [text] }
    do { return try texts(key) } catch { throw WrongType(key: key, wanted: "a text or a list of texts") }
  }

  /// What is in the record and is not scored although it looks as if it should be.
  var problems: [CorpusWarning.Problem] {
    var problems: [CorpusWarning.Problem] = []
    for member in record.objectValue?.members ?? [] where !Self.keys.contains(member.key) {
      if let known = NearestName.find(member.key, in: Self.keys) { problems.append(.unknownKey(member.key, known: known)) }
    }
    for key in ["publishing_date", "publish_date"] {
      guard let label = record[key]?.stringValue else { continue }
      if LabelledDate(label) == nil { problems.append(.unusableDate(key: key, label)) }
      break
    }
    return problems
  }
}
