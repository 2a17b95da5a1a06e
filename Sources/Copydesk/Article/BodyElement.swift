/// One element of an article's body.
public struct BodyElement: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case paragraph, heading, list, quote, table, figure, embed, code
  }

  public var type: Kind
  /// The text of a paragraph, heading, quote or code block; the caption of a figure; empty for lists and tables.
  public var text: String
  /// 1 to 6 for a heading.
  public var level: Int?
  /// The items of a list.
  public var items: [String] = []
  /// Whether a list is numbered.
  public var ordered: Bool?
  /// The rows of a table, each a list of cells.
  public var rows: [[String]] = []
  /// The address of a figure's image or of an embedded post.
  public var url: String?
  /// The credit of a figure; the provider of an embed.
  public var creditText: String?
  /// Links in ``text``, with UTF-8 offsets.
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

  /// The element as plain text: items and rows one to a line, cells apart by tabs.
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
