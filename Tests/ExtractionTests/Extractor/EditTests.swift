import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct EditTests {
  private static let by = "rules/ledger.example/rule.lua:40"

  private func record(_ actions: Edit.Action...) throws -> ArticleRecord {
    let page = try Page.parse(text: SeedLike().text)
    return try Extractor().extract(page, origin: Origin()) { _ in actions.map { Edit($0, by: Self.by) } }.record
  }

  @Test func removesABlock() throws {
    let record = try record(.remove(block: 5, role: .promotion, reason: "not ours"))
    #expect(record.blocks[4].fate == .removed)
    #expect(record.blocks[4].role == .promotion)
    #expect(record.blocks[4].by == Self.by)
    #expect(record.article.body.count == 6)
  }

  @Test func keepsWhatWasRemoved() throws {
    let record = try record(.keep(block: 13, reason: "an ad about ads"))
    #expect(record.blocks[12].fate == .kept)
    #expect(record.bodyTexts.last == "- Advertisement -")
  }

  @Test func movesABlockIntoAField() throws {
    let record = try record(.move(block: 4, to: .description, reason: "it is the deck"))
    #expect(record.article.description == SeedLike().paragraphs[1])
    #expect(record.blocks[3].to == .description)
    #expect(record.evidence[.description]?.from == Self.by)
  }

  @Test func cutsASpan() throws {
    let record = try record(.cut(block: 4, range: 0..<26, role: .promotion, to: nil, reason: "no credit here"))
    #expect(record.blocks[3].edits.map(\.text) == ["According to Dock and Quay"])
    #expect(record.bodyTexts[1].hasPrefix(", Okafor said"))
  }

  @Test func setsAField() throws {
    let record = try record(
      .set(field: .headline, value: "Another headline", reason: "told by phone"),
      .set(field: .copyrightYear, value: 2020, reason: ""))
    #expect(record.article.headline == "Another headline")
    #expect(record.article.copyrightYear == 2020)
    let evidence = try #require(record.evidence[.headline])
    #expect(evidence.from == Self.by)
    #expect(evidence.others.contains { $0.value == SeedLike().headline })
  }

  @Test func reportsAFinding() throws {
    #expect(
      try record(.finding(code: "odd", message: "look at this")).findings.contains(Finding(code: "odd", message: "look at this")))
  }

  @Test(
    arguments: [
      (Edit.Action.remove(block: 0, role: .related, reason: ""), EditError.Problem.noSuchBlock(0, count: 15)),
      (.keep(block: 16, reason: ""), .noSuchBlock(16, count: 15)),
      (.cut(block: 4, range: 0..<9000, role: .related, to: nil, reason: ""), .badRange(0..<9000, block: 4, bytes: 170)),
      (.cut(block: 1, range: 0..<3, role: .related, to: nil, reason: ""), .notInBody(block: 1)),
      (.cut(block: 3, range: 5..<9, role: .related, to: nil, reason: ""), .overlappingCut(5..<9, block: 3)),
      (.set(field: .copyrightYear, value: "soon", reason: ""), .wrongType(.copyrightYear, expected: "a whole number")),
      (.set(field: .articleBody, value: "x", reason: ""), .notSettable(.articleBody)),
    ])
  func refusesWhatDoesNotFit(_ action: Edit.Action, _ problem: EditError.Problem) throws {
    #expect(throws: EditError(problem, by: Self.by)) { try record(action) }
  }

  @Test func neverSplitsACharacter() throws {
    // “ takes three bytes.
    let text = SeedLike().paragraphs[3]
    let start = try #require(text.utf8.firstIndex(of: 0xE2)).utf16Offset(in: text)
    #expect(throws: EditError.self) {
      try record(.cut(block: 6, range: start + 1..<start + 5, role: .related, to: nil, reason: ""))
    }
  }

  @Test func theDraftShowsWhatWasDecided() throws {
    let page = try Page.parse(text: SeedLike().text)
    var seen: [Fate] = []
    var headline: FieldValue?
    _ = try Extractor().extract(page, origin: Origin()) { draft in
      seen = draft.decisions.map(\.fate)
      headline = draft.candidate(for: .headline)?.value
      return []
    }
    #expect(seen.prefix(4) == [.moved, .moved, .edited, .kept])
    #expect(headline == .text(SeedLike().headline))
  }
}
