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
