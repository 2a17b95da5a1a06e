import Copydesk
import Pages
import Testing

@testable import Extraction

/// What of a page is its article's text: written in markup as publishers use it, one trap each.
@Suite struct HTMLBodyTests {
  /// Under a short article comments can be most of the page's text, and the element that holds them is no template's name for the whole.
  @Test(arguments: [3, 30, 120])
  func commentsStayApartHoweverManyThereAre(count: Int) throws {
    let story = (1...6).map {
      "<p>The ferry to island \($0) will not run this winter, the harbour board said on Monday after a long debate.</p>"
    }.joined()
    let comments = (1...count).map {
      """
      <li class="comment depth-1"><div class="comment-author vcard">Ada \($0)</div><div class="comment-content"><p>I for one do not believe a word
      of what the board says, and neither did my \($0) neighbours when it was last said to us.</p></div></li>
      """
    }.joined()
    let html = """
      <body><div id="wrap"><div class="postarea"><h1>Ferries stay away</h1>\(story)<div id="comments" class="comments-wrapper">
      <h3 id="comments-title">\(count) Comments on Ferries stay away</h3><ol class="commentlist">\(comments)</ol></div></div></div></body>
      """
    let record = try Extractor().extract(try Page.parse(html: html), origin: Origin()).record
    #expect(record.article.body.count == 6)
    #expect(record.article.author.isEmpty)
  }

  private func record(_ body: String) throws -> ArticleRecord {
    let page = try Page.parse(html: "<!doctype html><html><head><title>Ferry</title></head><body>\(body)</body></html>")
    return try Extractor().extract(page, origin: Origin(source: "test")).record
  }

  private func texts(_ record: ArticleRecord) -> [String] {
    record.article.body.flatMap { element -> [String] in
      switch element.type {
      case .list: element.items
      case .table: element.rows.map { $0.joined(separator: "|") }
      case .figure: []
      default: [element.text]
      }
    }
  }

  private let first = "The night ferry to the island will not run this winter, the harbour board said on Monday."
  private let second = "Two of its engines have to be replaced, and no yard in the country has room before April."
  private let third = "Until then a smaller boat will carry the post, and anyone who books a day ahead."
  private let fourth = "The mayor called the news hard on those who work across the water and come home late."

  /// A first-level heading can lead back to the house's front page, and the headline stand in one of the second level.
  @Test func theHeadingThatTheMetadataStatesIsTheHeadline() throws {
    let title = "The night ferry stays away this winter"
    func headline(_ heading: String) throws -> String? {
      let page = try Page.parse(
        html: """
          <!doctype html><html><head><title>\(title)</title><meta property="og:title" content="\(title)"></head><body>
          <header><h1>Return to the harbour website</h1></header>
          <article><h2>\(heading)</h2><p>\(first)</p><p>\(second)</p><p>\(third)</p></article></body></html>
          """)
      return try Extractor().extract(page, origin: Origin(source: "test")).record.article.headline
    }
    #expect(try headline(title) == title)
    // Where nothing on the page says what the metadata says, the author's heading is heard.
    #expect(try headline("Engines") == "Return to the harbour website")
  }

  @Test func aTableInAFigureIsATable() throws {
    let record = try record(
      """
      <article><h1>Ferry</h1><p>\(first)</p><p>\(second)</p>
      <figure class="wp-block-table"><table><tr><td>Monday</td><td>07:10</td></tr><tr><td>Friday</td><td>09:40</td></tr></table></figure>
      <p>\(third)</p></article>
      """)
    #expect(texts(record) == [first, second, "Monday|07:10", "Friday|09:40", third])
  }

  @Test func aQuotationInAFigureStaysUnlessTheTextHasItToo() throws {
    let own = "I have taken that boat for thirty years and never once missed it"
    let record = try record(
      """
      <article><h1>Ferry</h1><p>\(first)</p><figure><blockquote><p>“\(own)”</p></blockquote></figure><p>\(second)</p>
      <figure><blockquote><p>“a smaller boat will carry the post”</p></blockquote></figure><p>\(third)</p></article>
      """)
    #expect(texts(record) == [first, "“\(own)”", second, third])
  }

  /// An anchor named after its heading, and a section after its entry in the contents, are no menus.
  @Test func anchorsAreNoMenus() throws {
    let record = try record(
      """
      <article><h1>Ferry</h1><p>\(first)</p><div id="toc_what-it-means"><h2 id="related-comments">What it means</h2><p>\(second)</p></div>
      <section id="toc_19421" class="toc-para"><p>\(third)</p></section><p>\(fourth)</p></article>
      """)
    #expect(texts(record) == [first, "What it means", second, third, fourth])
  }

  /// Templates set the opening and a closing table apart from what holds most of the text.
  @Test func theOpeningAndAClosingTableBelongToTheArticle() throws {
    let more = (1...12).map {
      "<p>Paragraph \($0) says more of the ferry, the harbour and those who travel on it each day of the week.</p>"
    }
    let record = try record(
      """
      <article><h1>Ferry</h1><div class="a1"><p>\(first)</p><p>\(second)</p><p>\(third) \(fourth)</p></div>
      <div class="b2">\(more.joined())</div>
      <div class="c3"><table><tr><td>Monday</td><td>07:10</td></tr><tr><td>Friday</td><td>09:40</td></tr></table></div>
      <section class="related-content"><p>The old lighthouse opens to visitors again, and entry is free until the end of May.</p></section></article>
      """)
    let texts = texts(record)
    #expect(texts.prefix(3) == [first, second, "\(third) \(fourth)"])
    #expect(!record.blocks.contains { $0.text.hasPrefix("Monday") && $0.by == "generic:after-article" })
  }
}
