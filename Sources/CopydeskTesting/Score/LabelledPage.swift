public import Copydesk

/// A page with what a reader would call its article. What is `nil` is not labelled and not scored.
public struct LabelledPage: Sendable {
  public var id: String
  public var url: String?
  public var publisher: String?
  public var language: String?
  public var input: Input
  public var title: String?
  public var authors: [String]?
  /// As labelled, ISO 8601 at any precision.
  public var date: String?
  /// The body's paragraphs and headings, in order.
  public var paragraphs: [String]?
  /// The body as one text, where paragraphs are not labelled one by one.
  public var text: String?
  /// Snippets that a right extraction contains, and does not contain.
  public var with: [String] = []
  public var without: [String] = []

  public enum Input: Sendable {
    /// A file, compressed or not.
    case html(path: String)
    case text([UInt8])
  }

  /// Reads a line of `ground-truth.jsonl`. Known keys: `id`, `url`, `publisher`, `language`, `title`, `author` or `authors`, `publish_date` or
  /// `publishing_date`, `paragraphs`, `main_content`, `with`, `without`; others are passed over.
  init?(_ record: JSONValue, input: Input) {
    guard let id = record["id"]?.stringValue else { return nil }
    self.id = id
    self.input = input
    url = record["url"]?.stringValue
    publisher = record["publisher"]?.stringValue
    language = record["language"]?.stringValue
    title = record["title"]?.stringValue
    date = record["publishing_date"]?.stringValue ?? record["publish_date"]?.stringValue
    authors = record["authors"].flatMap(Self.strings) ?? record["author"]?.stringValue.map { [$0] }
    paragraphs = record["paragraphs"].flatMap(Self.strings)
    text = record["main_content"]?.stringValue
    with = record["with"].flatMap(Self.strings) ?? []
    without = record["without"].flatMap(Self.strings) ?? []
  }

  /// The page as a source would emit it.
  /// - Throws: ``CorpusError`` when its file cannot be read.
  public var document: Document {
    get throws(CorpusError) {
      switch input {
      case .html(let path):
        Document(
          id: id, origin: Origin(url: url, source: "score", path: path), mediaType: "text/html",
          content: try GzipFile.contents(of: path))
      case .text(let bytes):
        // A dump has no address: that is the point of it.
        Document(id: id, origin: Origin(source: "score"), mediaType: "text/plain", content: bytes)
      }
    }
  }

  private static func strings(_ value: JSONValue) -> [String]? {
    value.arrayValue?.compactMap(\.stringValue)
  }
}
