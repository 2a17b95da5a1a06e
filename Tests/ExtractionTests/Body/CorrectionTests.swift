import Copydesk
import Pages
import Testing

@testable import Extraction

/// Corrections and editors' notes leave the body and become a field.
@Suite struct CorrectionTests {
  private static let story = (1...4).map {
    "The ferry to island \($0) will not run this winter, the harbour board said on Monday after a long debate."
  }

  private func record(html: String) throws -> ArticleRecord {
    try Extractor().extract(try Page.parse(html: html), origin: Origin()).record
  }

  private func record(text lines: [String]) throws -> ArticleRecord {
    try Extractor().extract(try Page.parse(text: lines.joined(separator: "\n\n")), origin: Origin()).record
  }

  private func paragraphs(_ lines: [String]) -> String { lines.map { "<p>\($0)</p>" }.joined() }

  @Test(arguments: [
    "Correction: An earlier version of this report gave the wrong number of ferries.",
    "Editor's note: The harbour board has since replied.",
    "Korrektur: In einer früheren Fassung stand die falsche Zahl der Fähren.",
    "訂正：フェリーの数に誤りがありました。正しくは三隻です。",
  ])
  func notesOnThePageBecomeTheField(note: String) throws {
    for record in [
      try record(html: "<h1>Ferries stay away</h1>" + paragraphs(Self.story + [note])), try record(text: Self.story + [note]),
    ] {
      #expect(record.article.correction == [note])
      #expect(record.article.body.map(\.text) == Self.story)
      let block = try #require(record.blocks.first { $0.text == note })
      #expect(block.fate == .moved)
      #expect(block.to == .correction)
      #expect(block.role == .correction)
      let evidence = try #require(record.evidence[.correction])
      #expect(evidence.raw == note)
      #expect(evidence.from.hasPrefix("block:") || evidence.from.hasPrefix("line:"))
    }
  }

  @Test func severalStandApartInTheirOrder() throws {
    let notes = ["Correction: There are three ferries, not two.", "Editors' note: The timetable was added on Tuesday."]
    #expect(try record(text: Self.story + notes).article.correction == notes)
  }

  @Test func aHeadingOrALinkCorrectsNothing() throws {
    let html =
      "<h1>Ferries stay away</h1>"
      + paragraphs(Self.story + ["Corrections", "<a href=/c>Corrections and clarifications policy</a>"])
    #expect(try record(html: html).article.correction == [])
  }

  @Test func aPageOfNothingElseIsNotToldAllOverAgain() throws {
    let many = Self.story + (1...40).map { "Correction: Line \($0) of an earlier version was wrong." }
    #expect(try record(text: many).article.correction.count == 8)
  }

  @Test func metadataStatesThemAsTextOrAsAComment() throws {
    let stated = #"""
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries stay away", "correction": [
        "There are three ferries, not two.", {"@type": "CorrectionComment", "text": "The board has nine members."}, "https://gazette.test/corrections"
      ]}</script>
      """#
    let record = try record(html: stated + "<h1>Ferries stay away</h1>" + paragraphs(Self.story))
    #expect(record.article.correction == ["There are three ferries, not two.", "The board has nine members."])
    #expect(record.evidence[.correction]?.from == "json-ld:correction")
  }

  /// The page prints one more than its metadata states, and one that it states as well.
  @Test func whatPageAndMetadataSayIsUnited() throws {
    let stated =
      #"<script type="application/ld+json">{"@type": "NewsArticle", "correction": "There are three ferries."}</script>"#
    let notes = ["Correction: The board has nine members, not eight.", "Correction: There are three ferries."]
    let record = try record(html: stated + "<h1>Ferries stay away</h1>" + paragraphs(Self.story + notes))
    #expect(record.article.correction == ["There are three ferries.", notes[0]])
    let evidence = try #require(record.evidence[.correction])
    #expect(evidence.others.map(\.raw) == [notes.joined(separator: "; ")])
  }

  @Test func everyRendererPrintsThem() throws {
    let note = "Correction: There are <three> ferries, not two."
    let document = Document(id: "ferries", origin: Origin(), record: try record(text: Self.story + [note]))
    #expect(SchemaOrgRenderer.render(document).contains(#""correction":["Correction: There are <three> ferries, not two."]"#))
    #expect(MarkdownRenderer.render(document).contains("correction:\n"))
    #expect(HTMLRenderer.render(document).contains("<p><i>Correction: There are &lt;three&gt; ferries, not two.</i></p>"))
  }
}
