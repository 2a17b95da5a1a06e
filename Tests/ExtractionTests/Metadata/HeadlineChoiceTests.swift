import Copydesk
import Extraction
import Pages
import Testing

@Suite struct HeadlineChoiceTests {
  private func headline(_ head: String, _ body: String) throws -> String? {
    let page = try Page.parse(
      html: "<!DOCTYPE html><html lang=en><head>\(head)</head><body>\(body)<p>Nine ferries.</p></body></html>")
    if case .text(let text)? = Metadata(page: page).candidates(for: .headline).first?.value { return text }
    return nil
  }

  private let searchWords = "Best Ferries of 2025: A Complete Guide"
  /// One field for search engines fills them all.
  private var searchField: String {
    """
    <title>\(searchWords)</title><meta property=og:title content="\(searchWords)">\
    <script type="application/ld+json">{"@type":"Article","headline":"\(searchWords)"}</script>
    """
  }

  @Test func takesTheHeadingWhereOneFieldFillsTheRest() throws {
    #expect(try headline(searchField, "<h1>Nine ferries we would board again</h1>") == "Nine ferries we would board again")
  }

  @Test(arguments: ["## Nine ferries we would board again", "Nine fer\u{AD}ries we would board again"])
  func cutsSignsOfLayout(title: String) throws {
    #expect(try headline("<meta property=og:title content=\"\(title)\">", "") == "Nine ferries we would board again")
  }

  @Test func leavesHashtagsAlone() throws {
    #expect(try headline("<meta property=og:title content=\"#FerriesFirst is back\">", "") == "#FerriesFirst is back")
  }

  @Test(arguments: [
    "<meta name=news_keywords content=ferries>", "<meta name=parsely-title content=\"Best Ferries of 2025: A Complete Guide\">",
    #"<script type="application/ld+json">{"@type":"NewsMediaOrganization","name":"Harbour Post"}</script>"#,
  ])
  func leavesANewsroomsTitleAlone(mark: String) throws {
    #expect(try headline(searchField + mark, "<h1>Nine ferries we would board again</h1>") == searchWords)
  }

  @Test(arguments: [
    "<h1>Our Blog</h1>", "<h1>Harbours</h1>", "<h1>Dec 18 2025 Best Ferries of 2025: A Complete Guide</h1>",
    "<h1>Best Ferries of 2025: A Complete Guide (quay.test) 87</h1>",
    "<h1>" + Array(repeating: "We tell you all there is to know about ferries.", count: 6).joined(separator: " ") + "</h1>",
  ])
  func takesNoHeadingThatIsNoHeadline(heading: String) throws {
    #expect(try headline(searchField, heading) == searchWords)
  }

  @Test func findsTheHeadlineAmongSeveralHeadings() throws {
    let body = "<h1>Harbour news and more</h1><h1>The nine best ferries to board</h1><h1>Write to us today</h1>"
    #expect(try headline("<title>Best ferries to board | Harbour</title>", body) == "The nine best ferries to board")
  }

  /// No site is called so anywhere, but headlines are written without bars.
  @Test(arguments: [
    ("Nine ferries we would board again | Opinion", "Nine ferries we would board again"),
    ("Nine ferries | What we would board again", "Nine ferries | What we would board again"),
    ("Which ferry is best: yours|mine or ours to share?", "Which ferry is best: yours|mine or ours to share?"),
  ])
  func cutsWhatStandsBehindABar(title: String, expected: String) throws {
    #expect(try headline("<meta property=og:title content=\"\(title)\">", "<h1>\(title)</h1>") == expected)
  }

  @Test func resolvesReferencesThatAreShown() throws {
    #expect(try headline("", "<h1>Quay &amp;#x26; dock: nine ferries</h1>") == "Quay & dock: nine ferries")
  }
}
