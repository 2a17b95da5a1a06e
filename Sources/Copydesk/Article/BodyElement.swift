/// One element of an article's body.
public struct BodyElement: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case paragraph, heading, list, quote, table, figure, embed, code
  }

  public var type: Kind
  /// The text of a paragraph, heading, quote or code block; the caption of a figure or table; an embedded post's own words; empty for lists.
  public var text: String
  /// 1 to 6 for a heading.
  public var level: Int?
  /// The items of a list, those of lists within it too, in the order of the page.
  public var items: [String] = []
  /// How deep each item stands, from 1; empty where all stand at 1. A definition stands one level below its term.
  public var levels: [Int] = []
  /// Whether a list is numbered.
  public var ordered: Bool?
  /// The rows of a table, each a list of cells.
  public var rows: [[String]] = []
  /// How many rows at the top of a table are headings; `nil` where the page marks none.
  public var headerRows: Int?
  /// The address of a figure's image or of an embedded post.
  public var url: String?
  /// The credit of a figure.
  public var creditText: String?
  /// Whose post, film or map an embed shows: `YouTube`, `Bluesky`.
  public var provider: String?
  /// The language of a code block, as the page names it.
  public var programmingLanguage: String?
  /// The time of a live blog's entry, in the heading that opens it; such a heading may be without text.
  public var datePublished: PartialDate?
  /// The line of the page that a figure or an embed without a text of its own stands in, from 1: such an element is in no block.
  public var line: Int?
  /// Links in the element, with UTF-8 offsets into ``linkedText``.
  public var links: [Link] = []

  public struct Link: Sendable, Hashable {
    public var range: Range<Int>
    public var url: String

    public init(range: Range<Int>, url: String) {
      self.range = range
      self.url = url
    }
  }

  public init(_ type: Kind, _ text: String = "", level: Int? = nil) {
    self.type = type
    self.text = text
    self.level = level
  }

  /// What the offsets of ``links`` count in: the items of a list, or the rows of a table, one to a line, cells apart by tabs; else ``text``.
  public var linkedText: String {
    switch type {
    case .list, .table: plainText
    case .paragraph, .heading, .quote, .figure, .embed, .code: text
    }
  }

  /// The element as plain text: items and rows one to a line, cells apart by tabs. What a picture shows or someone else's post says is
  /// none of the article's own text, so figures and embeds have none.
  public var plainText: String {
    switch type {
    case .list: items.joined(separator: "\n")
    case .table: rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
    case .figure, .embed: ""
    case .paragraph, .heading, .quote, .code: text
    }
  }

  var wordCount: Int { WordCounter.count(plainText) }
}
