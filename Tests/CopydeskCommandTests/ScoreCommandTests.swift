import Testing

@Suite struct ScoreCommandTests {
  private static let truth = #"{"id": "a", "title": "Night boats stay", "publish_date": "2025-03-14"}"#

  private func corpus(_ truth: String = truth) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("corpus/ground-truth.jsonl", truth + "\n")
    try folder.write("corpus/html/a.html", Fixtures.page)
    return folder
  }

  @Test func aRunThatHoldsItsFiguresPassesTheGate() throws {
    let folder = try corpus()
    let first = try Copydesk.run(["score", "corpus", "--save", "before.jsonl"], in: folder.path)
    #expect(first.status == 0)
    #expect(first.output.contains("corpus      1  1.000  1.000"))
    let second = try Copydesk.run(["score", "corpus", "--compare", "before.jsonl", "--fail-if-worse"], in: folder.path)
    #expect(second.status == 0)
  }

  @Test func aPageThatFellEndsWithOne() throws {
    let folder = try corpus()
    _ = try Copydesk.run(["score", "corpus", "--save", "before.jsonl"], in: folder.path)
    try folder.write("corpus/ground-truth.jsonl", Self.truth.replacing("boats", with: "ships"))
    let gated = ["score", "corpus", "--compare", "before.jsonl", "--fail-if-worse"]
    let result = try Copydesk.run(gated, in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("worse: 1\n  a title 1.000 → 0.000"))
    #expect(try Copydesk.run(gated.dropLast(), in: folder.path).status == 0)
  }

  @Test func aPageThatIsGoneEndsWithOne() throws {
    let folder = try corpus()
    _ = try Copydesk.run(["score", "corpus", "--save", "before.jsonl"], in: folder.path)
    try folder.write("corpus/ground-truth.jsonl", Self.truth.replacing(#""a""#, with: #""b""#))
    try folder.write("corpus/html/b.html", Fixtures.page)
    let result = try Copydesk.run(["score", "corpus", "--compare", "before.jsonl", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("missing: a\n"))
  }

  @Test func theGateNeedsAnEarlierRun() throws {
    let folder = try corpus()
    let result = try Copydesk.run(["score", "corpus", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("--fail-if-worse needs --compare FILE"))
  }
}
