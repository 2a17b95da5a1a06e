import Copydesk
import Extraction
import Pages
import Testing

@testable import RuleEngine

@Suite struct ScaffoldTests {
  private let html = """
    <!doctype html><html lang="en"><head><title>Harbour Reopens After Storm | Coastline</title>
    <meta property="og:title" content="Harbour Reopens After Storm, Ferries Back on Schedule">
    <meta property="og:site_name" content="The Coastline">
    <meta property="article:published_time" content="2025-03-04T10:30:00+01:00">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour Reopens After Storm, Ferries Back on Schedule",
    "datePublished":"2025-03-04T10:30:00+01:00","author":{"@type":"Person","name":"Ada Moss"},"publisher":{"@type":"Organization","name":"The Coastline"}}</script>
    </head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
    <main id="content"><article class="story css-1x2y3z"><h1>Harbour Reopens After Storm, Ferries Back on Schedule</h1>
    <div class="story-body">
    <p>The harbour reopened on Monday after a storm had kept it shut for three days, the port authority said in a statement.</p>
    <p>Ferries went back to their usual timetable in the afternoon, and the first of them left with every seat taken by people who had waited.</p>
    <div class="ad-slot"><p>Advertisement</p></div>
    <p>Repairs to the outer wall will take until the summer, the authority said, and will cost more than had been planned for the whole year.</p>
    </div></article></main><footer><p>About us</p></footer></body></html>
    """

  private func document(_ text: String, type: String, url: String? = nil) -> Document {
    Document(id: "sample", origin: Origin(url: url), mediaType: type, content: Array(text.utf8))
  }

  private func text(_ files: [RuleScaffold.File], _ path: String) throws -> String {
    String(decoding: try #require(files.first { $0.path == path }).content, as: UTF8.self)
  }

  @Test func aPageBecomesARuleWithSamples() throws {
    let files = try RuleScaffold(domain: "coastline.test", sample: document(html, type: "text/html")).files()
    #expect(
      files.map(\.path) == [
        "coastline.test/rule.lua", "coastline.test/samples/page/input.html", "coastline.test/samples/page/expected.json",
        "coastline.test/samples/page/meta.json", "coastline.test/samples/not-theirs/input.txt",
        "coastline.test/samples/not-theirs/expected.json",
      ])
    let rule = try text(files, "coastline.test/rule.lua")
    #expect(rule.contains("name = \"The Coastline\""))
    #expect(rule.contains("jsonld \"headline\""))
    #expect(rule.contains("within = css \"div.story-body\""))
    #expect(!rule.contains("css-1x2y3z"))
    // The rule is sound, and every clause of it hits the sample.
    let book = try readBook(["coastline.test": rule])
    #expect(book.warnings == [])
    let page = document(html, type: "text/html", url: "https://coastline.test/")
    let result = try RuleWorker(book: book).process(page)
    #expect(result.rule == "coastline.test")
    #expect(Set(result.fired) == Set(book.rules[0].clauses.map(\.id)))
    let expected = try JSONValue.parse(try text(files, "coastline.test/samples/page/expected.json"))
    #expect(expected["rule"] == "coastline.test")
    #expect(expected["article"]?["headline"] == "Harbour Reopens After Storm, Ferries Back on Schedule")
    #expect(expected["article"]?["body"]?["count"] == 3)
    #expect(try text(files, "coastline.test/samples/page/input.html") == html)
    // The other sample is nobody's.
    let foreign = try text(files, "coastline.test/samples/not-theirs/input.txt")
    #expect(try RuleWorker(book: book).process(document(foreign, type: "text/plain")).rule == nil)
    #expect(
      try JSONValue.parse(try text(files, "coastline.test/samples/not-theirs/expected.json")) == ["negative": true, "rule": nil])
  }

  @Test func theRuleLeavesThePageAsItIsWithoutOne() throws {
    // A box in the text that the generic extractor knows, under a class that the text's paragraphs bear too: no `drop` can name it.
    let html = html.replacing(#"<div class="ad-slot"><p>Advertisement</p></div>"#, with: "<p>Sign up for our newsletter</p>")
      .replacing(#"<p>Ferries went"#, with: "<p>Advertisement</p><p>Ferries went")
    let page = document(html, type: "text/html", url: "https://coastline.test/")
    let contents = try RuleScaffold(domain: "coastline.test", sample: page).contents()
    let rule = try text(contents.files, "coastline.test/rule.lua")
    let book = try readBook(["coastline.test": rule])
    let without = try Extractor().extract(try Page.parse(html: html), origin: page.origin).record.article
    #expect(try RuleWorker(book: book).process(page).document.record?.article == without)
    #expect(!without.articleBody.contains("Sign up"))
  }

  @Test func aValueThatWasEditedIsNotTaken() throws {
    let title = "Harbour Reopens After Storm, Ferries Back on Schedule"
    let html = html.replacing(
      #"property="og:title" content="\#(title)""#, with: #"property="og:title" content="\#(title) | The Coastline""#)
    let page = document(html, type: "text/html", url: "https://coastline.test/")
    let contents = try RuleScaffold(domain: "coastline.test", sample: page).contents()
    let rule = try text(contents.files, "coastline.test/rule.lua")
    #expect(!rule.contains("og:title"))
    #expect(rule.contains("css \"h1\""))
    #expect(contents.leftOut.map(\.clause) == [#"headline = meta "og:title""#])
    #expect(contents.leftOut.first?.why == "headline would be “\(title) | The Coastline”, not “\(title)”")
  }

  @Test func aTextDumpBecomesARuleWithSamples() throws {
    let dump = """
      Tuesday, March 4, 2025

      Harbour Reopens After Storm, Ferries Back on Schedule

      By Ada Moss

      The harbour reopened on Monday after a storm had kept it shut for three days, the port authority said in a statement.

      Ferries went back to their usual timetable in the afternoon, and the first of them left with every seat taken by people who had waited.

      Copyright 2025 The Coastline. See https://coastline.test/terms for more.

      - Advertisement -

      TRENDING NOW
      """
    let files = try RuleScaffold(domain: "coastline.test", sample: document(dump, type: "text/plain")).files()
    let rule = try text(files, "coastline.test/rule.lua")
    #expect(rule.contains("recognize = text { \"https://coastline.test/terms\", at = \"tail\" }"))
    let book = try readBook(["coastline.test": rule])
    let result = try RuleWorker(book: book).process(document(dump, type: "text/plain"))
    #expect(result.rule == "coastline.test")
    #expect(Set(result.fired) == Set(book.rules[0].clauses.map(\.id)))
    #expect(!files.contains { $0.path.hasSuffix("text-dump/meta.json") })
  }

  @Test func aSampleOfAnotherPublisherIsRefused() throws {
    let scaffold = try RuleScaffold(
      domain: "coastline.test", sample: document(html, type: "text/html", url: "https://www.example.test/a"))
    let error = #expect(throws: RuleScaffold.ForeignSample.self) { try scaffold.files() }
    #expect(error?.description == "the sample is from www.example.test, which is not under coastline.test")
  }

  @Test func withoutAPageThereIsABareBeginning() throws {
    let files = try RuleScaffold(domain: "Example.TEST").files()
    #expect(files.map(\.path) == ["example.test/rule.lua"])
    let errors = diagnostics(String(decoding: files[0].content, as: UTF8.self)).filter { $0.severity == .error }
    #expect(errors == [])
  }

  @Test(arguments: ["https://example.test", "../x", "localhost", "", "a b.test", "example.test/x"])
  func whatIsNoDomainIsRefused(_ domain: String) {
    #expect(throws: RuleErrors.self) { try RuleScaffold(domain: domain) }
  }

  @Test(arguments: ["plain", "with \"quotes\"", "back\\slash", "line\nbreak\r\t", "nul\0byte1", "\u{7F}", "Ünïcode “quotes”"])
  func quotesForLua(_ text: String) throws {
    let vm = try RuleVM()
    let value = try vm.run(try vm.load(source: Array("return \(LuaText.quoted(text))".utf8), name: "q"))
    #expect(value == .string(text))
  }

  @Test(arguments: [
    ("css-1a2b3c", true), ("sc-bdVaJa", true), ("Story_body__3xYz1", true), ("jsx-123456", true), ("styles_lead__a1B2c", true),
    ("story-body", false), ("entry-content", false), ("post-2024", false), ("h2-title", false), ("col-md-12", false),
    ("articleBody", false),
    ("wp-block-image", false), ("c-article__body", false), ("sc-header", false), ("mt-10px", false),
  ])
  func tellsNamesThatToolsMakeUp(_ name: String, _ madeUp: Bool) {
    #expect(BuildHash.looksMadeUp(name) == madeUp)
  }
}
