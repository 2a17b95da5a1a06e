import Copydesk
import Testing

@testable import Extraction

@Suite struct RendererTests {
  private static let document: Document = {
    var article = Article()
    article.headline = #"Quote " backslash \ and: colon"#
    article.author = [Author(name: "Ada Lind", affiliation: "Tidewire")]
    article.datePublished = PartialDate(year: 2025, month: 3, day: 6)
    article.publisher = Publisher(name: "Morning Ledger", domain: "morningledger.example")
    article.isBasedOn = Origination(name: "Tidewire", domain: "tidewire.example", notice: "First in Tidewire.")
    article.inLanguage = "en"
    var paragraph = BodyElement(.paragraph, "5 * 3 < 16 & <b>not bold</b>")
    paragraph.links = [
      BodyElement.Link(range: 0..<1, url: "https://example.test/a(b)"),
      BodyElement.Link(range: 4..<5, url: "javascript:alert(1)"),
    ]
    var list = BodyElement(.list)
    list.items = ["one", "# two"]
    list.ordered = true
    var table = BodyElement(.table)
    table.rows = [["a|b", "c"], ["d"]]
    var figure = BodyElement(.figure, "A boat")
    figure.url = "data:text/html,x"
    figure.creditText = "Ada"
    article.body = [
      paragraph, BodyElement(.heading, "Next", level: 3), list, table, BodyElement(.quote, "Said"), BodyElement(.code, "a ``` b"),
      figure,
    ]
    return Document(id: "1", record: ArticleRecord(article: article))
  }()

  @Test func markdown() {
    #expect(
      MarkdownRenderer.render(Self.document) == ##"""
        ---
        id: "1"
        headline: "Quote \" backslash \\ and: colon"
        author:
          - name: "Ada Lind"
            affiliation: "Tidewire"
        datePublished: "2025-03-06"
        publisher:
          name: "Morning Ledger"
          domain: "morningledger.example"
        inLanguage: "en"
        isBasedOn:
          name: "Tidewire"
          domain: "tidewire.example"
          notice: "First in Tidewire."
        ---

        # Quote " backslash \\ and: colon

        [5](https://example.test/a%28b%29) \* 3 \< 16 \& \<b>not bold\</b>

        ### Next

        1. one
        2. \# two

        | a\|b | c |
        | --- | --- |
        | d |  |

        > Said

        ````
        a ``` b
        ````

        *A boat (Ada)*

        """##)
  }

  @Test func htmlEscapesAndLeavesOutWhatRuns() {
    let html = HTMLRenderer.render(Self.document)
    #expect(html.contains("&lt;b&gt;not bold&lt;/b&gt;"))
    #expect(html.contains(#"<a href="https://example.test/a(b)">5</a>"#))
    #expect(!html.contains("javascript:"))
    #expect(!html.contains("data:text"))
    #expect(html.contains("<figcaption>A boat (Ada)</figcaption>"))
    #expect(html.contains("<html lang=\"en\">"))
  }

  @Test func schemaOrgLeavesOutWhatIsNotStated() throws {
    let json = try JSONValue.parse(SchemaOrgRenderer.render(Self.document))
    #expect(json["@type"] == "NewsArticle")
    #expect(json["author"]?.arrayValue?.first?["affiliation"]?["name"] == "Tidewire")
    #expect(json["isBasedOn"]?["publisher"]?["url"] == "https://tidewire.example/")
    #expect(json["copyrightHolder"] == nil)
    #expect(json["isAccessibleForFree"] == nil)
  }

  @Test func plainText() {
    let text = PlainTextRenderer.render(Self.document)
    #expect(text.hasPrefix("Quote \" backslash \\ and: colon\n\nAda Lind (Tidewire) \u{B7} 2025-03-06\n\n5 * 3 < 16"))
    #expect(text.hasSuffix("First in Tidewire.\n"))
  }

  @Test func anEmptyDocumentRendersEverywhere() {
    let document = Document(id: "x")
    #expect(PlainTextRenderer.render(document).isEmpty)
    #expect(MarkdownRenderer.render(document) == "---\nid: \"x\"\n---\n")
    #expect(HTMLRenderer.render(document).contains("<article>"))
    #expect(SchemaOrgRenderer.render(document) == #"{"@context":"https://schema.org","@type":"NewsArticle"}"#)
  }

  @Test(arguments: ["\u{2028}", "\u{85}", "\u{0}", "\u{FEFF}"])
  func yamlEscapesWhatIsNotPrintable(_ text: String) {
    let quoted = YAMLFrontMatter.quoted(text)
    #expect(quoted.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }
}

/// What the renderers make of what a body may hold besides paragraphs, addresses of ill will included.
@Suite struct BodyRenderingTests {
  private static func document(_ body: [BodyElement], kind: PageKind.Name? = nil) -> Document {
    var record = ArticleRecord()
    record.article.body = body
    record.kind = kind.map { PageKind($0, confidence: 1) }
    return Document(id: "1", record: record)
  }

  private static func markdown(_ element: BodyElement) -> String {
    String(MarkdownRenderer.render(document([element])).dropFirst("---\nid: \"1\"\n---\n\n".count))
  }

  private static func html(_ element: BodyElement) throws -> String {
    let page = HTMLRenderer.render(document([element]))
    let start = try #require(page.firstRange(of: "<article>\n")).upperBound
    return String(page[start..<(try #require(page.firstRange(of: "</article>"))).lowerBound])
  }

  private static func embed(_ url: String?, text: String = "") -> BodyElement {
    var embed = BodyElement(.embed, text)
    embed.provider = "Blue <sky>"
    embed.url = url
    return embed
  }

  @Test func nestedListsWithLinks() throws {
    var list = BodyElement(.list)
    list.items = ["one", "two", "three <3", "four"]
    list.levels = [1, 2, 2, 1]
    list.ordered = true
    list.links = [
      BodyElement.Link(range: 4..<7, url: "https://a.test/?x=1&y=2"), BodyElement.Link(range: 8..<13, url: "javascript:x"),
    ]
    #expect(
      try Self.html(list) == """
        <ol>
        <li>one
        <ul>
        <li><a href="https://a.test/?x=1&amp;y=2">two</a></li>
        <li>three &lt;3</li>
        </ul>
        </li>
        <li>four</li>
        </ol>

        """)
    #expect(
      Self.markdown(list) == """
        1. one
            - [two](https://a.test/?x=1&y=2)
            - three \\<3
        2. four

        """)
  }

  @Test(arguments: [[5, 9, -3, 400], [], [1], [2, 2, 2, 2], [Int.max, Int.min, 1, 1]])
  func anyLevelsGiveBalancedLists(_ levels: [Int]) throws {
    var list = BodyElement(.list)
    list.items = ["a", "b", "c", "d"]
    list.levels = levels
    let html = try Self.html(list)
    for (open, close) in [("<ul>", "</ul>"), ("<li>", "</li>")] {
      #expect(html.ranges(of: open).count == html.ranges(of: close).count)
    }
    #expect(html.ranges(of: "<li>").count == 4)
  }

  @Test func tablesWithCaptionAndHead() throws {
    var table = BodyElement(.table, "Fares & days")
    table.rows = [["Day", "Fare"], [], ["Mon", "3"]]
    table.headerRows = 1
    // `Day`, TAB, `Fare`, LF, LF: the third row begins at 10.
    table.links = [BodyElement.Link(range: 10..<13, url: "https://a.test/mon")]
    #expect(Array(table.linkedText.utf8)[10..<13].elementsEqual("Mon".utf8))
    #expect(
      try Self.html(table) == """
        <table>
        <caption>Fares &amp; days</caption>
        <tr><th>Day</th><th>Fare</th></tr>
        <tr></tr>
        <tr><td><a href="https://a.test/mon">Mon</a></td><td>3</td></tr>
        </table>

        """)
    #expect(Self.markdown(table).contains("| [Mon](https://a.test/mon) | 3 |"))
  }

  @Test func embedsAreLinksUnderTheirWords() throws {
    let embed = Self.embed("https://bsky.app/x", text: "The cat <is> back.")
    #expect(
      try Self.html(embed) == """
        <blockquote cite="https://bsky.app/x">
        <p>The cat &lt;is&gt; back.</p>
        <p><a href="https://bsky.app/x">Blue &lt;sky&gt;</a></p>
        </blockquote>

        """)
    #expect(Self.markdown(embed) == "> The cat \\<is> back.\n>\n> [Blue \\<sky>](https://bsky.app/x)\n")
    #expect(PlainTextRenderer.render(Self.document([embed])).isEmpty)
  }

  @Test(arguments: [
    "javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,<script>", "vbscript:x", "https://a.test/\"onload=\"x",
    "https://a.test/)\n# x",
    "https://a.test/'><script>",
  ])
  func noAddressBreaksOut(_ url: String) throws {
    var figure = BodyElement(.figure, "A boat")
    figure.url = url
    var paragraph = BodyElement(.paragraph, "link")
    paragraph.links = [BodyElement.Link(range: 0..<4, url: url)]
    for element in [Self.embed(url), Self.embed(url, text: "words"), figure, paragraph] {
      let html = try Self.html(element)
      #expect(!html.contains("<script"))
      #expect(!html.contains("\"onload"))
      #expect(!html.lowercased().contains("javascript:") || !html.contains("href=\" java") && !html.contains("href=\"java"))
      let markdown = Self.markdown(element)
      #expect(!markdown.contains("](javascript") && !markdown.contains("\n# x"))
      let json = try JSONValue.parse(SchemaOrgRenderer.render(Self.document([element])))
      if !SafeAddress.isSafe(url) {
        #expect(json["image"] == nil)
        #expect(json["associatedMedia"] == nil)
      }
    }
  }

  @Test func aLiveBlogsEntriesKeepTheirTimes() throws {
    var first = BodyElement(.heading, "Boat docks", level: 3)
    first.datePublished = PartialDate("2025-05-03T10:32:00Z")
    var second = BodyElement(.heading, level: 2)
    second.datePublished = PartialDate("2025-05-03T10:05")
    let document = Self.document(
      [first, BodyElement(.paragraph, "It is in."), second, BodyElement(.paragraph, "In sight.")], kind: .liveBlog)
    #expect(
      HTMLRenderer.render(document).contains(
        "<h3><time datetime=\"2025-05-03T10:32:00Z\">2025-05-03T10:32:00Z</time> Boat docks</h3>"))
    #expect(
      MarkdownRenderer.render(document).contains(
        "### 2025-05-03T10:32:00Z \u{B7} Boat docks\n\nIt is in.\n\n## 2025-05-03T10:05\n"))
    #expect(
      PlainTextRenderer.render(document).hasPrefix(
        "2025-05-03T10:32:00Z\nBoat docks\n\nIt is in.\n\n2025-05-03T10:05\n\nIn sight."))
    let json = try JSONValue.parse(SchemaOrgRenderer.render(document))
    #expect(json["@type"] == "LiveBlogPosting")
    #expect(json["liveBlogUpdate"]?.arrayValue?.map { $0["articleBody"] } == ["It is in.", "In sight."])
    #expect(json["liveBlogUpdate"]?.arrayValue?.first?["headline"] == "Boat docks")
  }

  @Test func figuresAndEmbedsInSchemaOrg() throws {
    var figure = BodyElement(.figure, "The quay.")
    figure.url = "https://a.test/quay.jpg"
    figure.creditText = "Ada"
    let json = try JSONValue.parse(SchemaOrgRenderer.render(Self.document([figure, Self.embed("https://bsky.app/x")])))
    #expect(json["image"]?.arrayValue?.first?["creditText"] == "Ada")
    #expect(json["associatedMedia"]?.arrayValue?.first?["url"] == "https://bsky.app/x")
  }

  @Test(arguments: ["swift", "c++", "```\nx", "a b", "", "~~~"])
  func aLanguageStaysOnItsFence(_ language: String) {
    var code = BodyElement(.code, "let a = 1")
    code.programmingLanguage = language
    let isPlain = language == "swift" || language == "c++"
    #expect(Self.markdown(code) == "```\(isPlain ? language : "")\nlet a = 1\n```\n")
  }
}
