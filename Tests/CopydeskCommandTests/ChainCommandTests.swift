import Testing

@testable import Copydesk
@testable import CopydeskCommand

@Suite struct ChainCommandTests {
  private static let chain = """
    name: test
    sources:
      - files: { paths: [input/*] }
    transforms:
      - extract: {}
      - filter: { when: "article.wordCount >= 20" }
    sinks:
      - jsonl: { path: out/articles.jsonl }
    ordered: true
    delivery:
      dead_letter: { jsonl: { path: out/dead.jsonl } }

    """

  private func project(_ chain: String = Self.chain) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("chain.yaml", chain)
    try folder.write("input/a.txt", Fixtures.dump)
    try folder.write("input/b.html", Fixtures.page)
    try folder.write("input/c.txt", "Too short to be an article.\n\nOnly a few words.\n")
    return folder
  }

  private func lines(_ text: String) throws -> [JSONValue] {
    try text.split(separator: "\n").map { try JSONValue.parse(String($0)) }
  }

  @Test func aChainRuns() throws {
    let folder = try project()
    let result = try Copydesk.run(["run", "chain.yaml"], in: folder.path)
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output == "")
    #expect(try lines(folder.read("out/articles.jsonl")).count == 2)
    #expect(result.messages.contains("3 documents, 2 delivered, 1 filtered"))
    #expect(!result.messages.contains("\r"))
  }

  @Test func whatFailsLandsInTheDeadLetterAndIsOne() throws {
    let folder = try project()
    try folder.write("input/d.txt", [0, 1, 2, 3, 0, 0, 7])
    let result = try Copydesk.run(["run", "chain.yaml"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.messages.contains("1 in the dead letter"))
    #expect(try lines(folder.read("out/dead.jsonl")).count == 1)
    #expect(try lines(folder.read("out/articles.jsonl")).count == 2)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try project()
    let result = try Copydesk.run(["run", "chain.yaml", "--dry-run", "--workers", "2"], in: folder.path)
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.contains("dry run: nothing was written"))
    #expect(!folder.holds("out"))
  }

  @Test func aLimitEndsTheRun() throws {
    let folder = try project()
    let result = try Copydesk.run(["run", "chain.yaml", "--limit", "1"], in: folder.path)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try lines(folder.read("out/articles.jsonl")).count == 1)
  }

  @Test func checkFindsEveryErrorAtOnce() throws {
    let folder = try project(
      Self.chain.replacing("filter:", with: "fliter:").replacing("jsonl: { path: out/a", with: "jsonl: { paht: out/a"))
    let result = try Copydesk.run(["check", "chain.yaml"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("chain.yaml:6:") && result.output.contains("did you mean 'filter'?"))
    #expect(result.output.contains("chain.yaml:8:") && result.output.contains("did you mean 'path'?"))
    #expect(result.output.contains("^~~"))
    let run = try Copydesk.run(["run", "chain.yaml"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.messages.contains("did you mean 'filter'?"))
    #expect(!folder.holds("out"))
  }

  @Test func checkOfASoundChainTouchesNothing() throws {
    let folder = try project()
    let result = try Copydesk.run(["check", "chain.yaml"], in: folder.path)
    #expect(result.status == 0, "\(result.output)\(result.messages)")
    #expect(result.output == "chain.yaml: fine\n")
    #expect(!folder.holds("out"))
  }

  @Test func aMissingChainIsTwo() throws {
    let folder = try TemporaryFolder()
    for command in ["check", "run"] {
      let result = try Copydesk.run([command, "nowhere.yaml"], in: folder.path)
      #expect(result.status == 2)
      #expect(result.messages.contains("nowhere.yaml"))
    }
  }

  @Test func samplesGoThroughAChainsTransforms() throws {
    let folder = try project()
    try folder.write("samples/long/input.txt", Fixtures.dump)
    try folder.write("samples/long/expected.json", #"{"article": {"datePublished": "2025-03-14"}}"#)
    try folder.write("samples/short/input.txt", "Too short to be an article.\n\nOnly a few words.\n")
    try folder.write("samples/short/expected.json", #"{"documents": []}"#)
    let result = try Copydesk.run(["test"], in: folder.path)
    #expect(result.status == 0, "\(result.output)\(result.messages)")
    #expect(result.output.hasSuffix("passed: 2 of 2 cases, 2 of 2 fields\n"))
    #expect(!folder.holds("out"))
  }

  @Test func samplesOfALuaPlugin() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "short/plugin.lua",
      """
      return transform {
        name = "short-headlines",
        summary = "Drops articles whose headline is longer than a limit.",
        options = { limit = { type = "integer", default = 100, about = "Characters." } },
        process = function(document, options)
          if #document.article.headline > options.limit then document:drop("headline too long") end
        end,
      }
      """)
    let document = #"{"id": "1", "article": {"headline": "Night boats stay", "body": []}, "findings": []}"#
    try folder.write("short/samples/kept/input.json", document)
    try folder.write("short/samples/kept/expected.json", #"{"id": "1", "article": {"headline": "Night boats stay"}}"#)
    try folder.write("short/samples/dropped/input.json", document)
    try folder.write("short/samples/dropped/meta.json", #"{"options": {"limit": 5}}"#)
    try folder.write("short/samples/dropped/expected.json", #"{"documents": []}"#)
    let result = try Copydesk.run(["test"], in: folder.path)
    #expect(result.status == 0, "\(result.output)\(result.messages)")
  }
}

@Suite struct RunSummaryTests {
  private func report(_ outcome: ChainReport.Outcome = .completed) -> ChainReport {
    var extract = StageReport(.transform, "extract")
    extract.input = 12
    extract.output = 10
    extract.failed = 2
    extract.time = .milliseconds(1500)
    var counts = DocumentCounts()
    counts.emitted = 12
    counts.delivered = 10
    counts.filtered = 1
    counts.deadLettered = 2
    return ChainReport(
      outcome: outcome, documents: counts, stages: [StageReport(.source, "files"), extract], duration: .seconds(2))
  }

  @Test func table() {
    #expect(
      RunSummary(report: report()).text(style: Style(isColored: false)) == """
        stage      step     in  out  filtered  failed   time
        source     files     –    0         0       0   0 ms
        transform  extract  12   10         0       2  1.5 s
        12 documents, 9 delivered, 1 filtered, 2 in the dead letter in 2.0 s

        """)
  }

  @Test func exitCodes() {
    func code(_ outcome: ChainReport.Outcome) -> String {
      do {
        try RunCommand.conclude(report(outcome))
        return "0"
      } catch {
        return "\(type(of: error))"
      }
    }
    struct Reason: Error {}
    #expect(code(.completed) == "Failed")
    #expect(code(.aborted) == "Failed")
    #expect(code(.failed(ChainFailure(stage: "a", kind: .sink, phase: .opening, underlying: Reason()))) == "NotStarted")
    #expect(code(.failed(ChainFailure(stage: "a", kind: .sink, phase: .running, underlying: Reason()))) == "Failed")
  }

  @Test(arguments: [
    (Duration.milliseconds(3), "3 ms"), (.milliseconds(999), "999 ms"), (.milliseconds(1540), "1.5 s"),
    (.seconds(150), "2 min 30 s"),
  ])
  func durations(_ duration: Duration, text: String) {
    #expect(RunSummary.duration(duration) == text)
  }
}
