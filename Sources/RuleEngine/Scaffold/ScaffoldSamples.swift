import Copydesk
import Extraction
import Pages

/// The samples of a scaffolded rule: the page with what comes out of it now, and a text that the rule must leave alone.
struct ScaffoldSamples {
  let domain: String
  let page: Page
  let document: Document
  let outcome: ProcessedDocument

  var files: [RuleScaffold.File] {
    let suffix = page.kind == .html ? "html" : "txt"
    let folder = "\(domain)/samples/\(page.kind == .html ? "page" : "text-dump")"
    var files = [
      RuleScaffold.File(path: "\(folder)/input.\(suffix)", content: document.content),
      file("\(folder)/expected.json", expectation),
    ]
    if let metadata { files.append(file("\(folder)/meta.json", metadata)) }
    let negative = "\(domain)/samples/not-theirs"
    files.append(RuleScaffold.File(path: "\(negative)/input.txt", content: Array(Self.foreignText.utf8)))
    files.append(file("\(negative)/expected.json", ["negative": true, "rule": nil]))
    return files
  }

  private func file(_ path: String, _ json: JSONValue) -> RuleScaffold.File {
    RuleScaffold.File(path: path, content: json.bytes(pretty: true) + [0x0A])
  }

  /// Where the page is from; `nil` where there is nothing to say.
  private var metadata: JSONValue? {
    var object = JSONObject()
    object["url"] = document.origin.url.map(JSONValue.string)
    object["contentType"] = document.origin.headers["content-type"].map(JSONValue.string)
    object["now"] = document.origin.fetchedAt.map(JSONValue.string)
    return object.members.isEmpty ? nil : .object(object)
  }

  private static let fields: [Field] = [
    .headline, .alternativeHeadline, .author, .datePublished, .dateModified, .dateline, .isBasedOn, .copyrightNotice,
  ]

  /// What comes out now, as far as a person can check it.
  private var expectation: JSONValue {
    guard let record = outcome.document.record else { return ["rule": .string(domain)] }
    var article = JSONObject()
    for field in Self.fields {
      let value = record.article.json(of: field)
      article[field.rawValue] = value == [] ? [] : value
    }
    let paragraphs = record.article.body
    var body: JSONObject = JSONObject([("count", .integer(paragraphs.count))])
    if let first = paragraphs.first?.plainText, !first.isEmpty { body["first"] = .string(first) }
    if let last = paragraphs.last?.plainText, !last.isEmpty { body["last"] = .string(last) }
    article["body"] = .object(body)
    var object = JSONObject([("rule", .string(domain)), ("article", .object(article))])
    let excluded = excluded(record)
    if !excluded.isEmpty { object["excludes"] = .array(excluded.map(JSONValue.string)) }
    return .object(object)
  }

  /// Some of the removed texts, which must not come back.
  private func excluded(_ record: ArticleRecord) -> [String] {
    let body = record.article.articleBody
    var texts: [String] = []
    for block in record.blocks where block.fate == .removed && [.advertisement, .related, .newsletter].contains(block.role) {
      let text = block.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard (4...80).contains(text.count), !texts.contains(text), !body.contains(text) else { continue }
      texts.append(text)
      if texts.count == 5 { break }
    }
    return texts
  }

  /// A text of nobody's: it has a date, a byline and an advertisement, and nothing that says whose it is.
  private static let foreignText = """
    Monday, March 3, 2025

    Village Library Opens Its Doors Again

    By Ada Moss

    The village library opened its doors again on Monday after two years of repairs, and the first readers were waiting at nine.

    The repairs had cost less than planned, the council said, and the money that was left went into a room for children.

    - Advertisement -

    """
}
