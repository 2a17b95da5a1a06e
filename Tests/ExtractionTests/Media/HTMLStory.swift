import Copydesk
import Extraction
import Pages

/// A page as a publisher's template writes it, around a story of four paragraphs with something between them.
struct HTMLStory {
  var head = ""
  /// Markup above the first paragraph, within the article.
  var lead = ""
  /// Markup between the second and the third paragraph.
  var middle = ""
  /// Markup after the last paragraph, within the article's body.
  var tail = ""
  /// Markup after the article.
  var after = ""
  var url: String? = "https://quay.example/news/ferry/index.html"

  static let paragraphs = [
    "The ferry between the old harbour and the island will sail again from Monday, the port authority said on Friday after a week of repairs.",
    "Divers had found a crack in the hull during an inspection in March, and the vessel was taken out of service on the same evening.",
    "A replacement boat carried school children and nurses across the sound, but heavy goods had to wait on the mainland for nine days.",
    "The authority expects the first sailing to be full, and has asked people without an urgent reason to wait until the middle of the week.",
  ]

  var html: String {
    let p = Self.paragraphs.map { "<p>\($0)</p>\n" }
    return """
      <!DOCTYPE html><html lang="en"><head><title>Ferry sails again</title>\(head)</head><body>
      <nav><a href="/">Home</a> <a href="/news">News</a></nav>
      <main><article><h1>Ferry sails again after repairs</h1>
      \(lead)
      <div class="article-body">
      \(p[0])\(p[1])\(middle)\(p[2])\(p[3])\(tail)
      </div></article>\(after)</main>
      <footer>Quay Courier</footer></body></html>
      """
  }

  func record() throws -> ArticleRecord {
    let page = try Page.parse(Array(html.utf8), contentType: "text/html; charset=utf-8")
    return try Extractor().extract(page, origin: Origin(url: url)).record
  }

  /// The body without the four paragraphs.
  func extras() throws -> [BodyElement] {
    try record().article.body.filter { !Self.paragraphs.contains($0.text) }
  }
}

extension ArticleRecord {
  /// What every record must hold: the blocks are the page, in order, each once.
  func accountsFor(_ page: Page) -> Bool {
    blocks.map(\.text).joined(separator: "\n") == String(decoding: page.text, as: UTF8.self).dropLast()
      && blocks.enumerated().allSatisfy { $0.offset + 1 == $0.element.n }
  }
}
