import Copydesk
import Testing

@testable import CopydeskCommand

@Suite struct ExplanationTests {
  private func explanation() -> Explanation {
    var article = Article()
    article.headline = "Harbour <reopens>"
    article.author = [Author(name: "Ada Moss", affiliation: "The Quay")]
    article.body = [BodyElement(.paragraph, "The harbour reopened.")]
    let byline = Block.Span(
      range: 0..<22, text: "(Ada Moss, The Quay) ", role: .byline, to: .author, by: "rules/quay.test/rule.lua:9",
      reason: "matches the byline")
    return Explanation(
      title: "page.html", rule: "quay.test, found by host",
      record: ArticleRecord(
        article: article,
        evidence: [
          .headline: Evidence(
            raw: "Harbour <reopens>", from: "meta:og:title", confidence: 0.9, notes: ["also the title"],
            others: [.init(value: "Quay & Co", raw: "Quay & Co", from: "css:h1", confidence: 0.4)])
        ],
        blocks: [
          Block(
            n: 1, text: "Harbour <reopens>", role: .headline, fate: .moved, to: .headline, by: "meta", reason: "the headline",
            line: 1),
          Block(
            n: 2, text: "(Ada Moss, The Quay)  The harbour reopened.", role: .body, fate: .edited, by: "generic:body",
            reason: "a paragraph",
            edits: [byline]),
          Block(n: 3, text: "\u{A0}", role: .artefact, fate: .removed, by: "generic:artefact", reason: "white space only"),
          Block(
            n: 4, text: "<script>alert('x')</script>\u{1B}[31m", role: .advertisement, fate: .removed, by: "generic:cue",
            reason: "\"ad\""),
        ],
        findings: [Finding(code: "doubt", message: "look again")]))
  }

  @Test func textForATerminal() {
    #expect(
      explanation().text(style: Style(isColored: false), width: 60) == """
        page.html
        rule: quay.test, found by host
        4 blocks: 0 kept, 1 edited, 1 moved, 2 removed

           1  moved headline → headline  line 1
              by meta: the headline
              Harbour <reopens>

           2  edited body
              by generic:body: a paragraph
              (Ada Moss, The Quay) The harbour reopened.
              → author byline “(Ada Moss, The Quay) ”  by rules/quay.test/rule.lua:9: matches the byline

           3  removed artefact
              by generic:artefact: white space only
              ␣ (white space only)

           4  removed advertisement
              by generic:cue: "ad"
              <script>alert('x')</script>␛[31m

        Fields
          headline     Harbour <reopens>
                       from meta:og:title, 90 % sure, also the title
                       lost “Quay & Co” from css:h1, 40 % sure
          author       Ada Moss, The Quay
          articleBody  1 element, 3 words

        Findings
          doubt  look again

        """)
  }

  @Test func colorsAddNothingButColor() {
    let plain = explanation().text(style: Style(isColored: false), width: 60)
    let colored = explanation().text(style: Style(isColored: true), width: 60)
    #expect(colored != plain)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func pageIsSelfContainedAndEscaped() {
    let page = explanation().page()
    #expect(!page.contains("<script"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url(") && !page.contains("src="))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\u{FFFD}[31m"))
    #expect(page.contains("<del class=\"moved\" title=\"byline → author: matches the byline (rules/quay.test/rule.lua:9)\">"))
    #expect(page.contains("<title>page.html – Copydesk</title>"))
    for fate in Fate.allCases { #expect(page.contains("id=\"show-\(fate.rawValue)\"")) }
  }

  @Test func runsMakeUpTheBlock() {
    for block in explanation().record.blocks { #expect(block.runs.map(\.text).joined() == block.text) }
  }

  @Test func spansThatDoNotFitAreLeftOut() {
    let span = Block.Span(range: 2..<99, text: "", role: .byline, by: "", reason: "")
    let block = Block(n: 1, text: "abc", role: .body, fate: .edited, by: "", reason: "", edits: [span])
    #expect(block.runs.map(\.text) == ["abc"])
  }
}
