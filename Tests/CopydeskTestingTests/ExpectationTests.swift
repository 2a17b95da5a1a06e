import Copydesk
import CopydeskTesting
import Testing

@Suite struct ExpectationTests {
  private func outcome() -> SampleOutcome {
    var article = Article()
    article.headline = "Harbour reopens"
    article.author = [Author(name: "Ada Moss")]
    article.body = [BodyElement(.paragraph, "The harbour reopened on Monday.")]
    let record = ArticleRecord(
      article: article,
      evidence: [.headline: Evidence(raw: "Harbour reopens", from: "line:1", confidence: 0.9)],
      blocks: [
        Block(
          n: 1, text: "- Advertisement -", role: .advertisement, fate: .removed, by: "generic:cue",
          reason: "an advertisement marker")
      ],
      findings: [Finding(code: "rights-conflict", message: "…"), Finding(code: "doubt", message: "…")])
    return SampleOutcome(documents: [Document(id: "1", record: record)], rule: "example.test")
  }

  private func results(_ json: String, _ outcome: SampleOutcome? = nil) throws -> [FieldResult] {
    try Expectation(json: .parse(json)).results(for: outcome ?? self.outcome())
  }

  @Test func oneResultPerField() throws {
    let results = try results(
      #"""
      {"rule": "example.test", "article": {"headline": "Harbour reopens", "dateline": null}, "evidence": {"headline": {"from": "line:1"}},
       "includes": ["reopened"], "excludes": ["Advertisement"], "findings": ["doubt", "rights-conflict"], "removed": ["Advertisement"]}
      """#)
    #expect(
      results.map(\.field)
        == ["rule", "article.headline", "article.dateline", "evidence.headline", "includes", "excludes", "findings", "removed"])
    #expect(results.filter { !$0.passed }.map(\.field) == [])
  }

  @Test(arguments: [
    (#"{"rule": null}"#, "rule"), (#"{"rule": "other.test"}"#, "rule"), (#"{"article": {"headline": "No"}}"#, "article.headline"),
    (#"{"includes": ["closed"]}"#, "includes"), (#"{"excludes": ["Monday"]}"#, "excludes"), (#"{"findings": []}"#, "findings"),
    (#"{"findings": ["doubt"]}"#, "findings"), (#"{"removed": ["TRENDING"]}"#, "removed"), (#"{"error": "x"}"#, "error"),
    (#"{"article": null}"#, "article"), (#"{"documents": []}"#, "documents"),
  ])
  func whatDiffersFails(_ json: String, field: String) throws {
    #expect(try results(json).filter { !$0.passed }.map(\.field) == [field])
  }

  @Test(arguments: ["{}", #"{"negative": true}"#, #"{"article": {}, "includes": []}"#])
  func whatExpectsNothingFails(_ json: String) throws {
    #expect(try results(json) == [FieldResult(field: "expected", message: "expects nothing: list what has to come out")])
    #expect(try results(json, SampleOutcome(error: "no text")) == [FieldResult(field: "error", message: "no text")])
  }

  @Test(arguments: [
    #"{"rule": null}"#, #"{"findings": []}"#, #"{"documents": []}"#, #"{"article": null}"#, #"{"negative": true, "id": "1"}"#,
  ])
  func anAbsenceIsSomethingToExpect(_ json: String) throws {
    #expect(try !results(json).contains { $0.field == "expected" })
  }

  @Test func anErrorThatIsNotExpectedFailsOnce() throws {
    let results = try results(#"{"article": {"headline": "x", "dateline": "y"}}"#, SampleOutcome(error: "no text"))
    #expect(results == [FieldResult(field: "error", message: "no text")])
  }

  @Test func anErrorMayBeExpected() throws {
    let results = try results(#"{"error": {"includes": "budget"}}"#, SampleOutcome(error: "instruction budget spent"))
    #expect(results.map(\.passed) == [true])
  }

  @Test func severalDocumentsNeedToBeExpected() throws {
    let outcome = SampleOutcome(documents: [Document(id: "1"), Document(id: "2")])
    #expect(try results(#"{"id": "1"}"#, outcome).map(\.field) == ["documents"])
    #expect(try results(#"{"documents": [{"id": "1"}, {"id": "2"}]}"#, outcome).map(\.passed) == [true])
  }

  @Test(arguments: [
    (#"{"articel": {}}"#, "articel"), (#"{"article": 1}"#, "article"), (#"{"rule": 1}"#, "rule"),
    (#"{"findings": "x"}"#, "findings"),
    (#"{"includes": [1]}"#, "includes"), (#"{"negative": 1}"#, "negative"), (#"{"documents": [1]}"#, "documents"), ("[]", ""),
    (#"{"article": {"headlin": "x"}}"#, "article.headlin"),
  ])
  func wrongExpectationsAreRefused(_ json: String, key: String) throws {
    #expect {
      try Expectation(json: .parse(json))
    } throws: { error in
      switch error as? SampleError.Problem {
      case .unknownKey(key, _), .wrongType(key, _): true
      default: false
      }
    }
  }

  @Test func negativeSamples() throws {
    #expect(try Expectation(json: .parse(#"{"negative": true, "rule": "x"}"#)).isNegative)
    #expect(try Expectation(json: .parse(#"{"rule": null}"#)).isNegative)
    #expect(try !Expectation(json: .parse(#"{"rule": "x"}"#)).isNegative)
    #expect(try !Expectation(json: .parse("{}")).isNegative)
  }

  @Test func revisionMeetsWhatCanBeMet() throws {
    let expectation = try Expectation(
      json: .parse(#"{"rule": "old", "article": {"headline": "old"}, "findings": [], "includes": ["nowhere"]}"#))
    let revised = expectation.revised(toward: outcome())
    #expect(
      JSONValue.object(revised.json).description
        == #"{"rule":"example.test","article":{"headline":"Harbour reopens"},"findings":["doubt","rights-conflict"],"includes":["nowhere"]}"#
    )
    #expect(revised.results(for: outcome()).filter { !$0.passed }.map(\.field) == ["includes"])
  }
}
