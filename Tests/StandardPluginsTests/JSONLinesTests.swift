import Copydesk
import StandardPlugins
import Testing

@Suite(.timeLimit(.minutes(1))) struct JSONLinesTests {
  private func read(_ text: String, maxLine: Int = 1000) async throws -> Collected {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "in.jsonl")
    return try await Collected.from(
      PluginFixture.source(JSONLinesSource.self, ["path": "in.jsonl", "max_line": .integer(maxLine)], in: folder.path))
  }

  @Test func linesBecomeDocuments() async throws {
    let collected = try await read(
      """
      {"id":"a","url":"https://example.test/a","html":"<p>é</p>","section":"news","metadata":{"k":[1]}}\r
      {"id":7,"text":"plain"}

      {"text":"no id"}
      """)
    #expect(collected.rejected.isEmpty)
    let documents = collected.documents
    #expect(documents.map(\.id) == ["a", "7", "in.jsonl:4"])
    #expect(documents[0].origin.url == "https://example.test/a")
    #expect(documents[0].content == Array("<p>é</p>".utf8))
    #expect(documents[0].mediaType == "text/html; charset=utf-8")
    #expect(documents[0].metadata == ["section": "news", "k": [1]])
    #expect(documents[1].mediaType == "text/plain; charset=utf-8")
  }

  @Test func badLinesAreRejectedWithTheirNumber() async throws {
    let collected = try await read(
      """
      {"id":"a","text":"x"}
      {"id":
      []
      {"id":"b"}
      {"id":"c","html":"x","text":"y"}
      {"id":"d","text":5}
      {"id":"e","text":"\(String(repeating: "x", count: 100))"}
      {"id":"f","text":"x"}
      """, maxLine: 60)
    #expect(collected.documents.map(\.id) == ["a", "f"])
    #expect(collected.rejected.map(\.document.id) == (2...7).map { "in.jsonl:\($0)" })
    #expect(collected.rejected.map(\.failure.code) == ["bad-json", "bad-line", "bad-line", "bad-line", "bad-line", "too-long"])
    #expect(collected.rejected[0].document.content == Array(#"{"id":"#.utf8))
    #expect(collected.rejected[4].failure.message == "line 6: text: expected a string, found a number")
    #expect(collected.rejected[5].failure.message == "line 7: longer than 60 bytes")
  }

  /// Lines around the size of the reader's buffer, and of several times it.
  @Test func linesOfAnyLengthAreWhole() async throws {
    let lengths = [1, 65_500, 65_536, 65_537, 131_072, 200_000, 3, 1_000_000, 10]
    let text = lengths.enumerated().map { #"{"id":"\#($0)","text":"\#(String(repeating: "x", count: $1))"}"# }.joined(
      separator: "\n")
    for ending in ["", "\n"] {
      let documents = try await read(text + ending, maxLine: 2_000_000).documents
      #expect(documents.map(\.content.count) == lengths)
      #expect(documents.map(\.id) == lengths.indices.map(String.init))
    }
  }

  @Test func anEndlessLineIsSkippedWithoutBeingHeld() async throws {
    let collected = try await read(
      String(repeating: "x", count: 1_000_000) + "\n{\"id\":\"a\",\"text\":\"y\"}\n" + String(repeating: "z", count: 500_000),
      maxLine: 1000)
    #expect(collected.documents.map(\.id) == ["a"])
    #expect(collected.rejected.map(\.failure.code) == ["too-long", "too-long"])
    #expect(collected.rejected.allSatisfy { $0.document.content.count <= 4096 })
  }

  @Test func aMissingFileBreaksTheSource() async throws {
    let source = try PluginFixture.source(JSONLinesSource.self, ["path": "/no/such.jsonl"])
    await #expect(throws: (any Error).self) { try await Collected.from(source) }
  }

  @Test func theDeadLetterCanBeReadAgain() async throws {
    let folder = try TemporaryFolder()
    var failed = Document(
      id: "a", origin: Origin(url: "https://example.test/", source: "files", path: "in/a.html"), mediaType: "text/html",
      content: [0x3C, 0xFF, 0x00])
    failed.failure = Failure(stage: "extract", code: "budget", message: "too long")
    let sink = try PluginFixture.sink(JSONLinesSink.self, ["path": "deep/er/dead.jsonl"], in: folder.path)
    try await sink.open()
    try await sink.write([failed])
    try await sink.close()
    let collected = try await Collected.from(
      PluginFixture.source(JSONLinesSource.self, ["path": "deep/er/dead.jsonl"], in: folder.path))
    let document = try #require(collected.documents.first)
    #expect(document.id == failed.id)
    #expect(document.origin == failed.origin)
    #expect(document.content == failed.content)
    #expect(document.mediaType == failed.mediaType)
    #expect(document.failure == nil)
  }

  @Test(arguments: [("overwrite", "{\"id\":\"b\""), ("append", "old\n{\"id\":\"b\"")])
  func theModeDecidesAboutWhatIsThere(_ mode: String, _ expected: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "out.jsonl")
    let sink = try PluginFixture.sink(JSONLinesSink.self, ["path": "out.jsonl", "mode": .string(mode)], in: folder.path)
    #expect(try folder.read("out.jsonl") == "old\n")
    try await sink.open()
    try await sink.write([Document(id: "b")])
    // Before it is closed: what is acknowledged is with the system.
    #expect(try folder.read("out.jsonl").hasPrefix(expected))
    try await sink.close()
  }

  @Test func aPipeThatNobodyReadsIsRefused() async throws {
    let folder = try TemporaryFolder()
    folder.makePipe("out.jsonl")
    let sink = try PluginFixture.sink(JSONLinesSink.self, ["path": "out.jsonl"], in: folder.path)
    await #expect(throws: (any Error).self) { try await sink.open() }
  }

  @Test func aFolderIsNoFile() async throws {
    let folder = try TemporaryFolder()
    let sink = try PluginFixture.sink(JSONLinesSink.self, ["path": "."], in: folder.path)
    await #expect(throws: (any Error).self) { try await sink.open() }
  }
}
