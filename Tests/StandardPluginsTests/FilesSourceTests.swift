import Copydesk
import StandardPlugins
import Testing

@Suite(.timeLimit(.minutes(1))) struct FilesSourceTests {
  @Test func filesComeInOrderWithStableIds() async throws {
    let folder = try TemporaryFolder()
    try folder.write("two", to: "in/b.html")
    try folder.write("one", to: "in/a.txt")
    try folder.write([0xFF, 0x00], to: "in/c.bin")
    let source = try PluginFixture.source(FilesSource.self, ["paths": ["in/*", "in/a.txt", "**/b.*"]], in: folder.path)
    for _ in 0..<2 {
      let documents = try await Collected.from(source).documents
      #expect(documents.map(\.id) == ["in/a.txt", "in/b.html", "in/c.bin"])
      #expect(documents.map(\.mediaType) == ["text/plain", "text/html", nil])
      #expect(documents.map(\.origin.path) == ["in/a.txt", "in/b.html", "in/c.bin"])
      #expect(documents.map(\.content) == [Array("one".utf8), Array("two".utf8), [0xFF, 0x00]])
    }
  }

  @Test func whatIsNoFileIsRejectedAndTheRestComes() async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty.txt")
    try folder.write("0123456789", to: "big.txt")
    try folder.write("x", to: "folder/x.txt")
    folder.makePipe("pipe.txt")
    let source = try PluginFixture.source(
      FilesSource.self, ["paths": ["missing.txt", "folder", "*.txt"], "max_size": 9], in: folder.path)
    let collected = try await Collected.from(source)
    #expect(collected.documents.map(\.id) == ["empty.txt"])
    #expect(collected.rejected.map(\.document.id) == ["missing.txt", "folder", "big.txt", "pipe.txt"])
    #expect(collected.rejected.map(\.failure.code) == ["missing", "directory", "too-big", "not-a-file"])
    #expect(
      collected.rejected.map(\.failure.message) == [
        "missing.txt: no such file", "folder: a folder; write folder/* for the files in it", "big.txt: bigger than 9 bytes",
        "pipe.txt: a pipe, socket or device; use - for standard input",
      ])
  }

  @Test func makingASourceTouchesNothing() throws {
    _ = try PluginFixture.source(FilesSource.self, ["paths": "/no/such/place/*"])
  }

  @Test(arguments: [[], [""], ["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]] as [JSONValue])
  func senselessPathsAreRefused(_ paths: JSONValue) {
    #expect(throws: OptionError.self) { try PluginFixture.source(FilesSource.self, ["paths": paths]) }
  }
}
