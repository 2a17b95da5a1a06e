import Copydesk
import Pages
import Testing

@testable import Extraction

/// What an article's quality is judged by, and how the judgement is reckoned.
@Suite struct QualityTests {
  private func signals(_ record: ArticleRecord) throws -> [String: Double] {
    let quality = try #require(record.quality)
    return Dictionary(quality.signals.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func everySignalIsGivenAndWithinItsBounds() throws {
    let quality = try #require(try HTMLStory().record().quality)
    #expect(Set(quality.signals.map(\.name)) == Set(QualitySignal.allCases.map(\.rawValue)))
    #expect(quality.signals.allSatisfy { (0...1).contains($0.value) })
    #expect(quality.signals.map { abs($0.effect) } == quality.signals.map { abs($0.effect) }.sorted(by: >))
  }

  @Test func aCleanStoryHasNothingAgainstIt() throws {
    let record = try HTMLStory().record()
    let signals = try signals(record)
    #expect(signals["shortShare"] == 0)
    #expect(signals["gaps"] == 0)
    #expect(signals["overruledShare"] == 0)
    #expect(signals["proseShare"] == 1)
    #expect(try #require(signals["blockAgreement"]) > 0.8)
    #expect(!record.findings.contains { $0.code == "low-quality" })
  }

  @Test func proseThatIsLeftOutLowersTheShareOfProse() throws {
    let page = try Page.parse(html: HTMLStory().html)
    var draft = Draft(page: page, origin: Origin())
    let reading = GenericReading(page)
    reading.read(into: &draft)
    let second = try #require(page.blocks.firstIndex { page.string(of: $0) == HTMLStory.paragraphs[1] })
    func values() throws -> [QualitySignal: Double] {
      let values = try #require(
        QualityReading(decisions: draft.decisions, facts: reading.facts, evidence: QualityEvidence()).signals())
      return Dictionary(uniqueKeysWithValues: zip(QualitySignal.allCases, values))
    }
    let before = try values()
    #expect(before[.proseShare] == 1 && before[.gaps] == 0)
    draft.decide(second, Decision(.removed, role: .related, by: "generic:test", reason: ""))
    let after = try values()
    #expect(try #require(after[.proseShare]) < 0.85)
    #expect(try #require(after[.gaps]) > 0)
    // What a rule takes out is no doubt.
    draft.decide(second, Decision(.removed, role: .related, by: "rules/x/rule.lua:3", reason: "", authority: .rule))
    #expect(try values() == before)
  }

  @Test func theModelsDoubtsLowerTheAgreement() throws {
    let page = try Page.parse(html: HTMLStory().html)
    var draft = Draft(page: page, origin: Origin())
    let reading = GenericReading(page)
    reading.read(into: &draft)
    var evidence = QualityEvidence()
    evidence.blocks = HTMLStory.paragraphs.compactMap { text in page.blocks.firstIndex { page.string(of: $0) == text } }
    try #require(evidence.blocks.count == 4)
    evidence.probabilities = [1, 1, 0.5, 0.5]
    func agreement() -> Double? {
      QualityReading(decisions: draft.decisions, facts: reading.facts, evidence: evidence).signals()?[0]
    }
    // Four are kept, three are expected, three of them in common: 2 · 3 / (4 + 3).
    #expect(QualitySignal.allCases[0] == .blockAgreement)
    #expect(abs(try #require(agreement()) - 6.0 / 7) < 1e-6)
    // A rule's word counts as right.
    for index in evidence.blocks.suffix(2) {
      draft.decide(index, Decision(.kept, role: .body, by: "rules/x/rule.lua:3", reason: "", authority: .rule))
    }
    #expect(agreement() == 1)
  }

  @Test func theEffectsAddUpToTheValue() {
    let model = QualityModel(bias: 1, doubtfulBelow: 0.5, [(.proseShare, 4, 0.75), (.gaps, -2, 0)])
    let usual = model.quality(QualitySignal.allCases.map { $0 == .proseShare ? 0.75 : 0 })
    // 1 / (1 + e⁻¹)
    #expect(usual.value == 0.731)
    #expect(usual.signals.map(\.effect) == [0, 0])
    let poor = model.quality(QualitySignal.allCases.map { $0 == .proseShare ? 0.5 : $0 == .gaps ? 0.25 : 0 })
    #expect(poor.signals.map(\.name) == ["proseShare", "gaps"])
    #expect(poor.signals.map(\.effect) == [-1, -0.5])
    // 1 / (1 + e⁰·⁵)
    #expect(poor.value == 0.378)
  }

  @Test func aDoubtfulArticleIsFoundWithWhatSpeaksAgainstIt() {
    let model = QualityModel(bias: 1, doubtfulBelow: 0.5, [(.proseShare, 4, 0.75), (.gaps, -2, 0)])
    var record = ArticleRecord()
    record.judgeQuality(QualitySignal.allCases.map { $0 == .proseShare ? 0.75 : 0 }, by: model)
    #expect(record.findings.isEmpty)
    record.judgeQuality(QualitySignal.allCases.map { $0 == .proseShare ? 0.5 : $0 == .gaps ? 0.25 : 0 }, by: model)
    #expect(
      record.findings == [
        Finding(
          code: "low-quality",
          message: "likely 38 % of the body is right; against it: 50 % of the page's running text in the body, "
            + "25 % of the blocks amid the body removed although they are running text")
      ])
  }

  @Test func withoutABodyThereIsNoQuality() throws {
    let page = try Page.parse(html: "<html><body></body></html>")
    let record = try Extractor().extract(page, origin: Origin()).record
    #expect(record.quality == Quality(value: 0))
    #expect(record.findings.contains { $0.code == "no-body" })
    #expect(!record.findings.contains { $0.code == "low-quality" })
  }

  @Test func ofTwoPartsTheMoreDoubtfulOneCounts() {
    var first = ArticleRecord()
    var second = ArticleRecord()
    first.quality = Quality(value: 0.9)
    second.quality = Quality(value: 0.4)
    first.append(second)
    #expect(first.quality?.value == 0.4)
  }
}
