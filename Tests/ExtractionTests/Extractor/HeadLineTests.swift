import Copydesk
import Extraction
import Pages
import Testing

@Suite struct HeadLineTests {
  private func extract(_ head: String, line: String, meta: String = "") throws -> ArticleRecord {
    let text = (1...6).map {
      "<p>Paragraph \($0) tells of nine ferries that stood still in the harbour, and of those who waited for them there.</p>"
    }
    let page = try Page.parse(
      html:
        "<!DOCTYPE html><html lang=en><head>\(meta)</head><body><article><h1>\(head)</h1>\(line)\(text.joined())</article></body></html>"
    )
    return try Extractor().extract(page, origin: Origin()).record
  }

  @Test(
    arguments: [
      ("<p>Jun 08, 2023 &#8226; 11 Minute Read</p>", "2023-06-08", []),
      ("<div>23.07.2023 · Lesezeit: 4 Min.</div>", "2023-07-23", []),
      ("<div><span>Published August 7, 2023</span> <span>by Ada Quill</span></div>", "2023-08-07", ["Ada Quill"]),
      ("<div><b>By <a href=/team/ada>Ada Quill</a></b> - Mar 27, 2024</div>", "2024-03-27", ["Ada Quill"]),
      ("<div>By</div><div>Ada Quill and Tom Reed</div><div>March 27, 2024</div>", "2024-03-27", ["Ada Quill", "Tom Reed"]),
      (
        "<p>Nobody had seen it coming when, on March 27, 2024, the ropes broke one after the other in the old harbour.</p>", nil,
        []
      ),
    ] as [(String, String?, [String])])
  func readsLinesThatHoldSeveralThings(line: String, date: String?, authors: [String]) throws {
    let article = try extract("Nine ferries stand still", line: line).article
    #expect(article.datePublished?.description == date)
    #expect(article.author.map(\.name) == authors)
  }

  @Test func takesAnUpdateForThePublicationOnlyWithAFinding() throws {
    let record = try extract("Nine ferries stand still", line: "<p>Updated Jun 08, 2023 • 11 min read</p>")
    #expect(record.article.dateModified?.description == "2023-06-08")
    #expect(record.article.datePublished?.description == "2023-06-08")
    #expect(record.evidence[.datePublished]?.confidence == 0.25)
    #expect(record.findings.contains { $0.code == "date-assumed" })
  }

  @Test func takesNoStampOfASystemForThePublication() throws {
    let stamp = #"<meta property="article:modified_time" content="2023-06-08T10:00:00Z">"#
    let article = try extract("Nine ferries stand still", line: stamp + "<p>Nobody was hurt.</p>").article
    #expect(article.dateModified?.description.hasPrefix("2023-06-08") == true)
    #expect(article.datePublished == nil)
  }

  @Test func readsALabelOfPaidContent() throws {
    let record = try extract("Nine ferries stand still", line: "<p>Sponsored content</p>")
    #expect(record.article.sponsored == true)
    #expect(record.blocks.first { $0.text == "Sponsored content" }?.role == .advertisement)
    #expect(record.evidence[.sponsored]?.raw == "Sponsored content")
    #expect(try extract("Nine ferries stand still", line: "<p>Advertisement</p>").article.sponsored == nil)
  }

  @Test func lineOnlySpeaksWhereMetadataIsSilent() throws {
    let article = try extract(
      "Nine ferries stand still", line: "<p>Jun 08, 2023 • 11 min read</p>",
      meta: "<meta property=article:published_time content='2023-06-07T22:30:00Z'>"
    ).article
    #expect(article.datePublished?.description == "2023-06-07T22:30:00Z")
  }
}
