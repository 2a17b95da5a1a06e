import Copydesk
import CopydeskTesting
import Testing

/// Answers every sample with a headline, and asks for at least two samples.
private struct Fixed: SampleSubjectRunner {
  var headline: String

  func run(_ sample: Sample) async throws -> SampleOutcome {
    var article = Article()
    article.headline = headline
    return SampleOutcome(documents: [Document(id: sample.name, record: ArticleRecord(article: article))])
  }

  func review(_ subject: SampleSubject, outcomes: [(sample: Sample, outcome: SampleOutcome)]) async throws -> [FieldResult] {
    [FieldResult(field: "samples", message: outcomes.count < 2 ? "too few" : nil)]
  }
}

private struct Broken: Error, CustomStringConvertible {
  var description: String { "the rule does not load" }
}

@Suite struct SampleRunnerTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("a.test/rule.lua", "")
    for name in ["one", "two"] {
      try folder.write("a.test/samples/\(name)/input.txt", "x")
      try folder.write("a.test/samples/\(name)/expected.json", #"{"article": {"headline": "\#(name)", "dateline": null}}"#)
    }
    return folder
  }

  @Test func comparesEachSampleAndReviewsTheSubject() async throws {
    let folder = try folder()
    let report = try await SampleRunner { _ in Fixed(headline: "one") }.run(try SampleSuite(at: [folder.path]))
    #expect(report.cases.map(\.name) == ["one", "two", "rule"])
    #expect(report.cases.map(\.passed) == [true, false, true])
    #expect(report.failureCount == 1)
  }

  @Test func aFilterLeavesOutTheReview() async throws {
    let folder = try folder()
    let report = try await SampleRunner { _ in Fixed(headline: "one") }
      .run(try SampleSuite(at: [folder.path])) { $0.contains("one") }
    #expect(report.cases.map(\.name) == ["one"])
  }

  @Test func updateRewritesWhatDiffersAndNothingElse() async throws {
    let folder = try folder()
    let before = try folder.read("a.test/samples/one/expected.json")
    let runner = SampleRunner { _ in Fixed(headline: "one") }
    let report = try await runner.run(try SampleSuite(at: [folder.path]), update: true)
    #expect(report.passed)
    #expect(try folder.read("a.test/samples/one/expected.json") == before)
    #expect(
      try folder.read("a.test/samples/two/expected.json") == """
        {
          "article": {
            "headline": "one",
            "dateline": null
          }
        }

        """)
    #expect(try await runner.run(try SampleSuite(at: [folder.path])).passed)
  }

  @Test func aBrokenSubjectFailsWithItsReason() async throws {
    let folder = try folder()
    let report = try await SampleRunner { _ in throw Broken() }.run(try SampleSuite(at: [folder.path]))
    #expect(report.cases.flatMap(\.results) == [FieldResult(field: "load", message: "the rule does not load")])
  }

  @Test func aRuleWithoutSamplesIsReviewedToo() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a.test/rule.lua", "")
    let report = try await SampleRunner { _ in Fixed(headline: "") }.run(try SampleSuite(at: [folder.path]))
    #expect(report.cases.map(\.name) == ["rule"])
    #expect(!report.passed)
  }
}
