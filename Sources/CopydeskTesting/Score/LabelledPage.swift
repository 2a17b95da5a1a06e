public import Copydesk

/// A page with what a reader would call its article. What is `nil` is not labelled and not scored.
public struct LabelledPage: Sendable {
  public var id: String
  /// Of a text dump, what it is a dump of, such as `main` or `page`.
  public var kind: String?
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

  /// Takes the labels of a line of `ground-truth.jsonl`.
  /// - Throws: ``LabelReader/WrongType``.
  init(_ labels: LabelReader, input: Input) throws {
    id = labels.id
    self.input = input
    url = try labels.text("url")
    publisher = try labels.text("publisher")
    language = try labels.text("language")
    title = try labels.text("title")
    date = try labels.text("publishing_date") ?? labels.text("publish_date")
    authors = try labels.oneOrMore("authors") ?? labels.oneOrMore("author")
    paragraphs = try labels.texts("paragraphs")
    text = try labels.text("main_content")
    with = try labels.texts("with") ?? []
    without = try labels.texts("without") ?? []
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
}
