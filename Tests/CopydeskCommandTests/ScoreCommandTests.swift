import Copydesk
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
    #expect(result.output.contains("worse: 1 page\n  a  title 1.000 → 0.000"))
    #expect(try Copydesk.run(gated.dropLast(), in: folder.path).status == 0)
  }

  @Test func aPageThatIsGoneEndsWithOne() throws {
    let folder = try corpus(Self.truth + "\n" + Self.truth.replacing(#""a""#, with: #""b""#))
    try folder.write("corpus/html/b.html", Fixtures.page)
    _ = try Copydesk.run(["score", "corpus", "--save", "before.jsonl"], in: folder.path)
    try folder.write("corpus/ground-truth.jsonl", Self.truth)
    let result = try Copydesk.run(["score", "corpus", "--compare", "before.jsonl", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("missing: 1 page: b\n"))
  }

  @Test func dumpsOfSeveralKindsCompareWithThemselves() throws {
    let folder = try corpus()
    let dumps = [("main", Fixtures.dump), ("page", "Home\nNews\n" + Fixtures.dump)].map { kind, text in
      String(
        decoding: JSONValue.object(JSONObject([("id", "a"), ("kind", .string(kind)), ("text", .string(text))])).bytes(),
        as: UTF8.self)
    }
    try folder.write("dumps/dumps.jsonl", dumps.joined(separator: "\n"))
    _ = try Copydesk.run(["score", ".", "--save", "../before.jsonl"], in: folder.path + "/dumps")
    let result = try Copydesk.run(["score", "dumps", "--compare", "before.jsonl", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 0, "\(result.output)\(result.messages)")
    #expect(result.output.hasSuffix("\ndumps: compared 2 pages; no figure changed\n"))
  }

  @Test func whatCannotBeComparedOrWrittenIsSaidBeforeTheWork() throws {
    let folder = try corpus()
    try folder.write("notes.md", "# Notes\n")
    for (arguments, message) in [
      (["--compare", "corpus/ground-truth.jsonl"], "error: corpus/ground-truth.jsonl: there are no figures in it"),
      (["--compare", "notes.md"], "error: notes.md:1: not written by `copydesk score --save`"),
      (["--save", "nowhere/x.jsonl"], "error: nowhere/x.jsonl: cannot be written: there is no such folder"),
      (["--features", "corpus"], "error: corpus: cannot be written: this is a folder"),
    ] {
      let result = try Copydesk.run(["score", "corpus"] + arguments, in: folder.path)
      #expect(result.status == 2)
      #expect(result.messages.hasPrefix(message), "\(result.messages)")
      #expect(result.output == "")
    }
  }

  @Test func labelsThatAreNotScoredAreSaid() throws {
    let folder = try corpus(Self.truth.replacing("2025-03-14", with: "14 March 2025"))
    let result = try Copydesk.run(["score", "corpus"], in: folder.path)
    #expect(result.status == 0)
    #expect(
      result.messages.contains("warning: corpus/ground-truth.jsonl:1: 'publish_date': '14 March 2025' is no day in ISO 8601"))
  }

  @Test func corporaOfOneNameAreToldApart() throws {
    let folder = try corpus()
    try folder.write("more/corpus/ground-truth.jsonl", Self.truth.replacing("boats", with: "ships"))
    try folder.write("more/corpus/html/a.html", Fixtures.page)
    _ = try Copydesk.run(["score", "corpus", "more/corpus", "--save", "before.jsonl"], in: folder.path)
    let result = try Copydesk.run(
      ["score", "corpus", "more/corpus", "--compare", "before.jsonl", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("more/corpus: compared 1 page; no figure changed"))
  }

  @Test func theGateNeedsAnEarlierRun() throws {
    let folder = try corpus()
    let result = try Copydesk.run(["score", "corpus", "--fail-if-worse"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("--fail-if-worse needs --compare FILE"))
  }
}
