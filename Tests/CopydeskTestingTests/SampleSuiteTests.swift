import Copydesk
import CopydeskTesting
import Testing

@Suite struct SampleSuiteTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("rules/example.test/rule.lua", ""), ("rules/example.test/samples/page/input.html", "<p>x"),
      ("rules/example.test/samples/page/expected.json", "{}"),
      ("rules/example.test/samples/page/meta.json", #"{"url": "https://example.test/a", "now": "2025-10-22T00:00:00Z"}"#),
      ("rules/example.test/samples/dump/input.txt", "x"), ("rules/example.test/samples/dump/expected.json", "{}"),
      ("rules/bare.test/rule.lua", ""), ("rules/_lib/rule.lua", ""),
      ("chains/daily/chain.yaml", ""), ("chains/daily/samples/one/input.txt", "x"),
      ("chains/daily/samples/one/expected.json", "{}"),
      ("plugins/Lua/upper/plugin.lua", ""),
    ] { try folder.write(name, text) }
    return folder
  }

  @Test func findsEverythingBelow() throws {
    let folder = try project()
    let suite = try SampleSuite(at: [folder.path])
    #expect(suite.errors.isEmpty)
    #expect(
      suite.subjects.map { "\($0.kind) \($0.name)" } == ["chain daily", "plugin upper", "rule bare.test", "rule example.test"])
    #expect(suite.samples.map { "\($0.subject.name)/\($0.name)" } == ["daily/one", "example.test/dump", "example.test/page"])
    let page = try #require(suite.samples.last)
    let document = page.document(content: [1])
    #expect(document.origin.url == "https://example.test/a")
    #expect(document.origin.fetchedAt == "2025-10-22T00:00:00Z")
    #expect(document.mediaType == "text/html")
  }

  @Test(arguments: [
    ("rules/example.test", ["dump", "page"]), ("rules/example.test/rule.lua", ["dump", "page"]),
    ("rules/example.test/samples", ["dump", "page"]), ("rules/example.test/samples/page", ["page"]), ("rules/bare.test", []),
  ])
  func aPathMayNameAnyPart(_ path: String, names: [String]) throws {
    let folder = try project()
    let suite = try SampleSuite(at: [folder.path + "/" + path])
    #expect(suite.samples.map(\.name) == names)
    #expect(suite.subjects.count == 1)
  }

  @Test func thingsNamedTwiceAreFoundOnce() throws {
    let folder = try project()
    let suite = try SampleSuite(at: [folder.path, folder.path + "/rules/example.test", folder.path])
    #expect(suite.samples.count == 3)
    #expect(suite.subjects.count == 4)
  }

  @Test func whatIsWrongWithSamplesIsToldByPlace() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [
      ("a.test/rule.lua", ""), ("a.test/samples/1-none/expected.json", "{}"), ("a.test/samples/2-none/input.txt", "x"),
      ("a.test/samples/3-bad/input.txt", "x"), ("a.test/samples/3-bad/expected.json", "{"),
      ("a.test/samples/4-key/input.txt", "x"), ("a.test/samples/4-key/expected.json", #"{"headline": "x"}"#),
      ("a.test/samples/5-meta/input.txt", "x"), ("a.test/samples/5-meta/expected.json", "{}"),
      ("a.test/samples/5-meta/meta.json", #"{"uri": "x"}"#), ("orphan/samples/x/input.txt", "x"),
    ] { try folder.write(name, text) }
    let suite = try SampleSuite(at: [folder.path])
    #expect(suite.samples.isEmpty)
    let places = suite.errors.map { String($0.path.dropFirst(folder.path.count + 1)) }
    #expect(
      places == [
        "a.test/samples/1-none", "a.test/samples/2-none", "a.test/samples/3-bad/expected.json",
        "a.test/samples/4-key/expected.json",
        "a.test/samples/5-meta/meta.json", "orphan/samples",
      ])
  }

  @Test func aPathThatIsNotThereIsAnError() {
    #expect(throws: SampleError.self) { try SampleSuite(at: ["/nonexistent/copydesk"]) }
  }
}
