import Copydesk
import Pages
import Testing

@testable import Extraction

struct CandidateTests {
  /// A page of nothing but notices must not be compared each with each: the values on offer are bounded, and the bound is told.
  @Test func thousandsOfNoticesAreBounded() throws {
    let text = (1...500).map { "Copyright 2025 Harbour Gazette \($0). All rights reserved." }.joined(separator: "\n\n")
    let record = try Extractor().extract(try Page.parse(text: text), origin: Origin()).record
    let others = try #require(record.evidence[.copyrightNotice]).others
    #expect(others.count < Draft.candidateLimit)
    #expect(others.count > 10)
    #expect(record.findings.contains { $0.code == "candidates" && $0.message.contains("copyrightNotice") })
    #expect(record.blocks.count == 500)
  }

  /// What was done to read the input at all is told.
  @Test func repairsOfTheInputAreFindings() throws {
    let bytes = Array("The quay of Port Valen reopened on Tuesday, and the caf".utf8) + [0xE9] + Array(" did so too.".utf8)
    let page = try Page.parse(bytes, contentType: "text/plain; charset=utf-8")
    let findings = try Extractor().extract(page, origin: Origin()).record.findings
    #expect(findings.contains(Finding(code: "input", message: page.notes[0])))
    #expect(page.notes.count == 1)
  }

  @Test func aRulesValueHasRoomBesideManyGenericOnes() throws {
    var draft = Draft(page: try Page.parse(text: "A line."), origin: Origin())
    for number in 1...200 {
      draft.offer(.headline, FieldCandidate(.text("Line \(number)"), raw: "", from: "line:\(number)", confidence: 0.5))
    }
    draft.offer(.headline, FieldCandidate(.text("Rule"), raw: "", from: "rule.lua:3", confidence: 0.9, authority: .rule))
    #expect(draft.candidate(for: .headline)?.value == .text("Rule"))
    #expect(draft.candidates(for: .headline).count == Draft.candidateLimit + 1)
  }

  /// Beyond the bound nothing is compared any more, not even with what is there already.
  @Test func aFullFieldTakesNoMore() throws {
    var draft = Draft(page: try Page.parse(text: "A line."), origin: Origin())
    for number in 0...Draft.candidateLimit {
      draft.offer(.keywords, FieldCandidate(.words(["\(number)"]), raw: "", from: "line:1", confidence: 0.5))
    }
    #expect(draft.isFull(.keywords, for: .generic))
    #expect(!draft.isFull(.keywords, for: .rule) && !draft.isFull(.headline, for: .generic))
    #expect(draft.candidates(for: .keywords).count == Draft.candidateLimit)
    #expect(draft.findings.count == 1)
  }

  /// Typography, case and punctuation apart, in ASCII and beyond it.
  @Test(arguments: [
    ("Ferry sails at 9", "FERRY: sails, at 9!", true), ("Ferry", "Ferries", false), ("Ferry", "Ferry 2", false),
    ("", "...", true),
    ("Ferry", "", false), ("It’s “on”", "Its on", true), ("Über Čapek", "ÜBER ČAPEK", true), ("Über", "Uber", false),
    ("Ferry – új", "ferry új", true), ("Ferry új", "Ferry uj", false), ("Ferry é", "Fern é", false), ("日本、語", "日本語", true),
  ])
  func textsAgree(_ one: String, _ other: String, _ agree: Bool) {
    #expect(FieldValue.text(one).agrees(with: .text(other)) == agree)
    #expect(FieldValue.text(other).agrees(with: .text(one)) == agree)
    #expect((FieldValue.key(one) == FieldValue.key(other)) == agree)
  }
}
