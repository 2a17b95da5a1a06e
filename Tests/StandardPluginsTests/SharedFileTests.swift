import ChainConfig
import Copydesk
import StandardPlugins
import Testing

/// No chain destroys what it reads, what another of its steps writes, or what an earlier run left without having better.
@Suite(.timeLimit(.minutes(1))) struct SharedFileTests {
  private func check(_ yaml: String, in folder: TemporaryFolder) -> CheckedChain {
    ChainConfig(registry: PluginFixture.registry).check(Array(yaml.utf8), file: "chain.yaml", baseDirectory: folder.path)
  }

  private func run(_ yaml: String, in folder: TemporaryFolder) async throws -> ChainReport {
    let plan = try #require(check(yaml, in: folder).plan)
    let (chain, _) = ChainBuilder(registry: PluginFixture.registry, context: PluginFixture.context).build(plan)
    return await ChainRunner(try #require(chain), logger: PluginFixture.context.logger).run()
  }

  @Test(arguments: [
    ("jsonl: { path: in.jsonl }", "jsonl: { path: ./in.jsonl }", "stdout: {}", "sinks[0].jsonl.path"),
    ("jsonl: { path: in.jsonl }", "jsonl: { path: link.jsonl }", "stdout: {}", "sinks[0].jsonl.path"),
    ("files: { paths: [x, in.jsonl] }", "jsonl: { path: in.jsonl }", "stdout: {}", "sinks[0].jsonl.path"),
    ("jsonl: { path: in.jsonl }", "stdout", "jsonl: { path: in.jsonl }", "delivery.dead_letter.jsonl.path"),
    (
      "jsonl: { path: in.jsonl }", "jsonl: { path: new/a.jsonl }", "jsonl: { path: new/./a.jsonl }",
      "delivery.dead_letter.jsonl.path"
    ),
  ])
  func theCheckFindsFilesThatAreUsedTwice(_ source: String, _ sink: String, _ deadLetter: String, _ path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "in.jsonl")
    try folder.link("link.jsonl", to: "in.jsonl")
    let checked = check(
      "name: n\nsources: [\(source)]\nsinks: [\(sink)]\ndelivery: { dead_letter: { \(deadLetter) } }",
      in: folder)
    #expect(checked.hasErrors)
    #expect(checked.plan == nil)
    #expect(checked.diagnostics.map(\.path.description) == [path])
    #expect(checked.diagnostics.first?.message.hasPrefix("the same file as ") == true)
    #expect(checked.diagnostics.first?.span != nil)
  }

  @Test func whatMayBeSharedIs() throws {
    let folder = try TemporaryFolder()
    let checked = check(
      """
      name: n
      sources: [jsonl: { path: "-" }, files: { paths: ["-", a.txt, a.txt] }]
      sinks: [jsonl: { path: /dev/null }, jsonl: { path: /dev/null }, stdout, jsonl: { path: "-" }, markdown: { path: m }, markdown: { path: m }]
      """, in: folder)
    #expect(checked.rendered() == [])
  }

  @Test func aFileThatAPatternFindsIsNotOverwritten() async throws {
    let folder = try TemporaryFolder()
    try folder.write("One.", to: "a.txt")
    let report = try await run(
      "name: n\nsources: [files: { paths: '*.txt' }]\nsinks: [jsonl: { path: a.txt }]\n", in: folder)
    #expect(report.documents.delivered == 0)
    #expect(try folder.read("a.txt") == "One.")
  }

  @Test func twoSinksDoNotOpenOneFile() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "out.jsonl")
    try folder.link("link.jsonl", to: "out.jsonl")
    let first = try PluginFixture.sink(JSONLinesSink.self, ["path": "out.jsonl"], in: folder.path)
    let second = try PluginFixture.sink(JSONLinesSink.self, ["path": "link.jsonl"], in: folder.path)
    try await first.open()
    await #expect(throws: (any Error).self) { try await second.open() }
    try await first.close()
    try await second.open()
    try await second.close()
    #expect(try folder.read("out.jsonl") == "old\n")
  }

  @Test func aRunThatFailsLeavesTheEarlierOutput() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "out.jsonl")
    try folder.write("old\n", to: "dead.jsonl")
    let chain = """
      name: n
      sources: [jsonl: { path: in.jsonl }]
      sinks: [jsonl: { path: out.jsonl }]
      delivery: { dead_letter: { jsonl: { path: dead.jsonl } } }
      """
    let failed = try await run(chain, in: folder)
    guard case .failed = failed.outcome else {
      Issue.record("\(failed.outcome)")
      return
    }
    #expect(try folder.read("out.jsonl") == "old\n")
    #expect(try folder.read("dead.jsonl") == "old\n")
    // A run that comes to its end replaces both, also with nothing.
    try folder.write("{\"id\":\"a\",\"text\":\"A\"}\n", to: "in.jsonl")
    _ = try await run(chain, in: folder)
    #expect(try folder.read("out.jsonl").hasPrefix("{\"id\":\"a\""))
    #expect(try folder.read("dead.jsonl") == "")
  }
}
