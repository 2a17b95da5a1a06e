import ChainConfig
import Copydesk
import Logging
import StandardPlugins
import Testing

/// Chains from YAML to files, with all plugins as they are.
@Suite(.timeLimit(.minutes(1))) struct StandardChainTests {
  private static let dump = """
    Friday, March 14, 2025

    Ferries Return To North Harbour After Ice Breaks

    (Ada Quill, Tidewater.test) The first ferry since January left North Harbour on Thursday with forty passengers, two days after \
    the ice in the channel broke, the port authority said in a statement on its website.

    Two more ships are to follow on Saturday. The authority said it would decide next week whether the night service could be \
    resumed, and asked travellers to book ahead because the number of places is limited until repairs are done.
    """

  private func run(_ yaml: String, in folder: TemporaryFolder) async throws -> ChainReport {
    let registry = PluginFixture.registry
    let config = ChainConfig(registry: registry, conditions: StandardPlugins.conditions)
    let checked = config.check(Array(yaml.utf8), file: "chain.yaml", baseDirectory: folder.path)
    #expect(checked.rendered() == [])
    let (chain, diagnostics) = ChainBuilder(registry: registry, context: PluginFixture.context).build(try #require(checked.plan))
    #expect(diagnostics.map(\.description) == [])
    return await ChainRunner(try #require(chain), logger: PluginFixture.context.logger).run()
  }

  @Test func aChainGoesFromFilesToArticles() async throws {
    let folder = try TemporaryFolder()
    for n in 1...5 { try folder.write(Self.dump, to: "in/\(n).txt") }
    try folder.write("", to: "in/6.txt")
    let report = try await run(
      """
      name: test
      sources: [files: { paths: in/*.txt }]
      transforms:
        - extract
        - lua: { code: "return transform { name = 'tag', summary = 'Tags.', process = function(d) d:set_metadata('tagged', true) end }" }
          when: document.id ~= "in/2.txt"
        - filter: { when: document.id ~= "in/3.txt" }
      sinks:
        - jsonl: { path: out/articles.jsonl, blocks: all }
        - markdown: { path: out/articles }
          when: article.wordCount > 20 and quality.value > 0.1
      ordered: true
      workers: 3
      delivery: { dead_letter: { jsonl: { path: out/dead.jsonl } } }
      """, in: folder)
    guard case .completed = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    let lines = try folder.read("out/articles.jsonl").split(separator: "\n").map { try JSONValue.parse(String($0)) }
    let ids = lines.compactMap { $0["id"]?.stringValue }
    #expect(Array(ids.prefix(4)) == ["in/1.txt", "in/2.txt", "in/4.txt", "in/5.txt"])
    #expect(lines[0]["article"]?["headline"] == "Ferries Return To North Harbour After Ice Breaks")
    #expect(lines[0]["article"]?["author"]?.arrayValue?.first?["name"] == "Ada Quill")
    #expect(lines[0]["metadata"] == ["tagged": true])
    #expect(lines[1]["metadata"] == nil)
    #expect(try folder.names(in: "out/articles").count == 4)
    #expect(report.documents.emitted == 6)
    #expect(report.documents.filtered == 1)
    #expect(report.documents.undelivered == 0)
  }

  @Test func aScriptThatFailsSendsItsDocumentToTheDeadLetter() async throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"id\":\"a\",\"text\":\"A\"}\n{\"id\":\"b\",\"text\":\"B\"}\n{\"id\":\n", to: "in.jsonl")
    try folder.write(
      "return transform { name = 't', summary = 'Fails.', process = function(d) if d.id == 'b' then error('no') end end }",
      to: "t.lua")
    let report = try await run(
      """
      name: test
      sources: [jsonl: { path: in.jsonl }]
      transforms: [lua: { path: t.lua }]
      sinks: [jsonl: { path: out.jsonl }]
      delivery: { dead_letter: { jsonl: { path: dead.jsonl } } }
      ordered: true
      """, in: folder)
    #expect(report.documents.delivered == 1)
    #expect(report.documents.deadLettered == 2)
    let dead = try folder.read("dead.jsonl").split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(dead.map { $0["id"] } == ["b", "in.jsonl:3"])
    #expect(dead.map { $0["content"] } == ["B", "{\"id\":"])
    #expect(dead.map { $0["error"]?["stage"] } == ["lua", "jsonl"])
    #expect(dead[0]["error"]?["rule"] == "t.lua:1")
    #expect(try folder.read("out.jsonl").split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("lua: { code: \"return 1 +\" }", "transforms[0].lua.code"), ("lua: {}", "transforms[0].lua.path"),
    (
      "lua: { code: \"return transform { name = 'a', summary = 'A.', process = function() end }\", options: { x: 1 } }",
      "transforms[0].lua.code"
    ),
  ])
  func whatAStepRefusesIsToldWithItsKey(_ step: String, _ path: String) throws {
    let text = "name: n\nsources: [jsonl: { path: a }]\ntransforms:\n  - \(step)\nsinks: [stdout]\n"
    let checked = ChainConfig(registry: PluginFixture.registry).check(Array(text.utf8), file: "c.yaml")
    let (chain, diagnostics) = ChainBuilder(registry: PluginFixture.registry, context: PluginFixture.context)
      .build(try #require(checked.plan))
    #expect(chain == nil)
    #expect(diagnostics.map(\.path.description) == [path])
    #expect(diagnostics.first?.span?.line == 4)
  }

  @Test(arguments: ["filter: { when: article.wordCuont >= 50 }", "extract: {}\n    when: article.wordCuont >= 50"])
  func aNameThatNoDocumentHasIsFoundByTheCheck(_ step: String) {
    let text = "name: n\nsources: [jsonl: { path: a }]\ntransforms:\n  - \(step)\nsinks: [stdout]\n"
    let checked = ChainConfig(registry: PluginFixture.registry, conditions: StandardPlugins.conditions)
      .check(Array(text.utf8), file: "c.yaml")
    #expect(checked.diagnostics.count == 1)
    #expect(checked.diagnostics.first?.message.hasSuffix("article has no member 'wordCuont': did you mean 'wordCount'?") == true)
  }

  @Test func whatIsNoPageIsInTheDeadLetterByItsCode() async throws {
    let folder = try TemporaryFolder()
    try folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], to: "in/a.html")
    try folder.write("", to: "in/b.html")
    _ = try await run(
      """
      name: test
      sources: [files: { paths: in/* }]
      transforms: [extract]
      sinks: [jsonl: { path: out.jsonl }]
      delivery: { dead_letter: { jsonl: { path: dead.jsonl } } }
      ordered: true
      """, in: folder)
    let dead = try folder.read("dead.jsonl").split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(dead.map { $0["error"]?["code"] } == ["page-binary", "page-empty"])
  }

  @Test func aBadExpressionIsFoundByTheCheck() {
    let text =
      "name: n\nsources: [jsonl: { path: a }]\ntransforms: [filter: { when: \"article.wordCount >\" }]\nsinks: [stdout]\n"
    let checked = ChainConfig(registry: PluginFixture.registry, conditions: StandardPlugins.conditions)
      .check(Array(text.utf8), file: "c.yaml")
    #expect(checked.diagnostics.map(\.path.description) == ["transforms[0].filter.when"])
  }
}
