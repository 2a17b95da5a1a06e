import Copydesk
import Pages
import Testing

@testable import Extraction

/// What a block's place, look and neighbours say of it, in pages as publishers' templates write them.
@Suite struct BodyPlaceTests {
  private static let prose = [
    "The harbor board met on Monday and, after five hours of talk, agreed to raise the sea wall by two feet.",
    "Work on the wall begins in March and should be done before the autumn storms, the board's chair told reporters.",
    "Two of the nine members voted against the plan, saying that the money would be better spent on the old pumps.",
    "The town has been flooded three times in ten years, and insurers have begun to leave whole streets uncovered.",
  ]

  private func record(_ body: String) throws -> ArticleRecord {
    let html =
      "<html><head><title>Harbor wall to rise</title></head><body><article><h1>Harbor wall to rise</h1>\(body)</article></body></html>"
    return try Extractor().extract(try Page.parse(html: html), origin: Origin()).record
  }

  private func paragraphs(_ texts: [String] = prose, attributes: String = "") -> String {
    texts.map { "<p\(attributes)>\($0)</p>" }.joined()
  }

  private func texts(_ record: ArticleRecord) -> [String] {
    record.article.body.filter { $0.type != .figure }.flatMap { $0.items + [$0.text] }.filter { !$0.isEmpty }
  }

  @Test func aMarkThatTheParagraphsBearSetsNothingApart() throws {
    let found = try record(
      "<div>" + paragraphs(attributes: " class=\"paywall\"") + "<h2 class=\"paywall\">What comes next</h2>"
        + paragraphs(["The board meets again in May to look at what the wall has cost so far."], attributes: " class=\"paywall\"")
        + "</div>")
    #expect(texts(found).count == 6)
  }

  @Test func aDateMarkNeedsADate() throws {
    let found = try record(
      "<div>" + paragraphs() + "<h3 class=\"time\">11.04: Second member resigns from the harbor board</h3>"
        + paragraphs(["She had been on the board for twelve years and gave no reason for leaving it."]) + "</div>")
    #expect(texts(found).contains("11.04: Second member resigns from the harbor board"))
  }

  @Test func aHeadingThatLinksToItselfIsNoTeaser() throws {
    let found = try record(
      "<div>" + paragraphs() + "<h2><a href=\"#next\">What comes next</a></h2>"
        + paragraphs(["The board meets again in May to look at what the wall has cost so far."]) + "</div>")
    #expect(texts(found).contains("What comes next"))
  }

  @Test func aLineThatRepeatsThePictureTextIsItsCaption() throws {
    let found = try record(
      "<div>" + paragraphs()
        + "<div><img alt=\"The old pumps\" src=\"p.jpg\"></div><div class=\"x1\"><span>The old pumps</span></div>"
        + paragraphs(["The board meets again in May to look at what the wall has cost so far."]) + "</div>")
    #expect(!texts(found).contains("The old pumps"))
    #expect(found.blocks.first { $0.text == "The old pumps" }?.role == .caption)
  }

  @Test func pullQuotesGoAndQuotationsStay() throws {
    let found = try record(
      "<div>" + paragraphs()
        + "<blockquote>“The money would be better spent on the old pumps”</blockquote><blockquote>We shall be here again in ten years, and so will the water.</blockquote>"
        + paragraphs(["The board meets again in May to look at what the wall has cost so far."]) + "</div>")
    #expect(texts(found).contains("We shall be here again in ten years, and so will the water."))
    #expect(!texts(found).contains { $0.contains("“The money") })
  }

  @Test func keyPointsAboveTheArticleAreNoParagraphs() throws {
    let found = try record(
      "<ul><li>The wall will rise by two feet before the autumn.</li><li>Two of nine members voted against the plan.</li></ul><div>"
        + paragraphs() + "</div>")
    #expect(texts(found) == Self.prose)
  }

  @Test func boxesBesideTheParagraphsGo() throws {
    let found = try record(
      "<div>" + paragraphs(Array(Self.prose.prefix(2)))
        + "<div class=\"k3\"><div>Ten years of floods</div><div>Chart by the desk</div></div>"
        + paragraphs(Array(Self.prose.suffix(2))) + "</div>")
    #expect(texts(found) == Self.prose)
  }

  @Test func sentencesPartedBySingleBreaksAreParagraphs() throws {
    let found = try record("<div>" + Self.prose.joined(separator: "<br>") + "</div>")
    #expect(texts(found) == Self.prose)
  }
}
