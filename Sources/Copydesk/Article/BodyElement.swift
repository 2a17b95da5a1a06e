/// One element of an article's body.
public struct BodyElement: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    case paragraph, heading, list, quote, table, figure, embed, code
  }

  public var type: Kind
  /// The text of a paragraph, heading, quote or code block; the caption of a figure or table; an embedded post's own words; empty for lists.
  public var text: String
  /// Links in the element, with UTF-8 offsets into ``linkedText``.
  public var links: [Link] = []
  /// What most paragraphs have not; `nil` while nothing of it is set.
  private var rest: Rest?
  /// Whether anything of that may be set.
  var hasRest: Bool { rest != nil }

  /// 1 to 6 for a heading.
  public var level: Int? {
    get { rest?.values.level }
    _modify { yield &uniqueRest().values.level }
  }
  /// The items of a list, those of lists within it too, in the order of the page.
  public var items: [String] {
    get { rest?.values.items ?? [] }
    _modify { yield &uniqueRest().values.items }
  }
  /// How deep each item stands, from 1; empty where all stand at 1. A definition stands one level below its term.
  public var levels: [Int] {
    get { rest?.values.levels ?? [] }
    _modify { yield &uniqueRest().values.levels }
  }
  /// Whether a list is numbered.
  public var ordered: Bool? {
    get { rest?.values.ordered }
    _modify { yield &uniqueRest().values.ordered }
  }
  /// The rows of a table, each a list of cells.
  public var rows: [[String]] {
    get { rest?.values.rows ?? [] }
    _modify { yield &uniqueRest().values.rows }
  }
  /// How many rows at the top of a table are headings; `nil` where the page marks none.
  public var headerRows: Int? {
    get { rest?.values.headerRows }
    _modify { yield &uniqueRest().values.headerRows }
  }
  /// The address of a figure's image or of an embedded post.
  public var url: String? {
    get { rest?.values.url }
    _modify { yield &uniqueRest().values.url }
  }
  /// The credit of a figure.
  public var creditText: String? {
    get { rest?.values.creditText }
    _modify { yield &uniqueRest().values.creditText }
  }
  /// Whose post, film or map an embed shows: `YouTube`, `Bluesky`.
  public var provider: String? {
    get { rest?.values.provider }
    _modify { yield &uniqueRest().values.provider }
  }
  /// The language of a code block, as the page names it.
  public var programmingLanguage: String? {
    get { rest?.values.programmingLanguage }
    _modify { yield &uniqueRest().values.programmingLanguage }
  }
  /// The time of a live blog's entry, in the heading that opens it; such a heading may be without text.
  public var datePublished: PartialDate? {
    get { rest?.values.datePublished }
    _modify { yield &uniqueRest().values.datePublished }
  }
  /// The line of the page that a figure or an embed without a text of its own stands in, from 1: such an element is in no block.
  public var line: Int? {
    get { rest?.values.line }
    _modify { yield &uniqueRest().values.line }
  }

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
    if let level { self.level = level }
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

  /// Calls a closure with each piece of ``plainText``, items and cells with what parts them; with none where it is empty.
  package func forEachPlainPiece(_ body: (String) -> Void) {
    switch type {
    case .list:
      for (index, item) in items.enumerated() {
        if index > 0 { body("\n") }
        if !item.isEmpty { body(item) }
      }
    case .table:
      for (index, row) in rows.enumerated() {
        if index > 0 { body("\n") }
        for (index, cell) in row.enumerated() {
          if index > 0 { body("\t") }
          if !cell.isEmpty { body(cell) }
        }
      }
    case .figure, .embed: break
    case .paragraph, .heading, .quote, .code: if !text.isEmpty { body(text) }
    }
  }

  /// Whether ``plainText`` is not empty.
  package var hasPlainText: Bool {
    switch type {
    case .list: items.count > 1 || items.first?.isEmpty == false
    case .table: rows.count > 1 || rows.first.map { $0.count > 1 || $0.first?.isEmpty == false } ?? false
    case .figure, .embed: false
    case .paragraph, .heading, .quote, .code: !text.isEmpty
    }
  }

  /// Words in ``plainText``, whose pieces are apart by white space.
  package var wordCount: Int {
    var count = 0
    forEachPlainPiece { count += WordCounter.count($0) }
    return count
  }
}

extension BodyElement {
  /// Values kept apart, so that a paragraph, of which a page may have a hundred thousand, is small.
  private final class Rest: @unchecked Sendable {
    // Written only while one element alone holds it.
    var values: Values

    init(_ values: Values) { self.values = values }
  }

  private struct Values: Hashable, Sendable {
    var level: Int?
    var items: [String] = []
    var levels: [Int] = []
    var ordered: Bool?
    var rows: [[String]] = []
    var headerRows: Int?
    var url: String?
    var creditText: String?
    var provider: String?
    var programmingLanguage: String?
    var datePublished: PartialDate?
    var line: Int?
  }

  private mutating func uniqueRest() -> Rest {
    if isKnownUniquelyReferenced(&rest), let rest { return rest }
    let copy = Rest(rest?.values ?? Values())
    rest = copy
    return copy
  }

  public static func == (a: BodyElement, b: BodyElement) -> Bool {
    a.type == b.type && a.text == b.text && a.links == b.links
      && (a.rest === b.rest || a.rest?.values ?? Values() == b.rest?.values ?? Values())
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(type)
    hasher.combine(text)
    hasher.combine(links)
    hasher.combine(rest?.values ?? Values())
  }
}
