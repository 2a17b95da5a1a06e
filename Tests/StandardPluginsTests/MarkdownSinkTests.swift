import Copydesk
import StandardPlugins
import Testing

@Suite struct MarkdownSinkTests {
  private func article(_ id: String, _ headline: String?) -> Document {
    var article = Article()
    article.headline = headline
    article.body = [BodyElement(.paragraph, "The ferry sails again.")]
    return Document(id: id, record: ArticleRecord(article: article))
  }

  private func write(_ documents: [Document], _ folder: TemporaryFolder) async throws {
    let sink = try PluginFixture.sink(MarkdownSink.self, ["path": "out"], in: folder.path)
    try await sink.open()
    try await sink.write(documents)
    try await sink.close()
  }

  @Test(arguments: [
    "../../etc/passwd", "..", ".", "", "/absolute/path", "a\0b", "C:\\windows", ".hidden", "-rf", "$(reboot)", "con", "漢字",
    String(repeating: "long ", count: 200), "new\nline", "\u{202E}txt.exe",
  ])
  func noHeadlineLeadsOutOfTheFolder(_ text: String) async throws {
    let folder = try TemporaryFolder()
    try await write([article("id", text), article(text, nil)], folder)
    #expect(try folder.names() == ["out"])
    let names = try folder.names(in: "out")
    #expect(names.count == (text == "id" ? 1 : 2))
    for name in names {
      #expect(name.utf8.count <= 120)
      #expect(!name.hasPrefix(".") && !name.hasPrefix("-") && name.hasSuffix(".md"))
      #expect(name.dropLast(3).utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    }
  }

  @Test func oneHeadlineForManyDocumentsMakesManyFiles() async throws {
    let folder = try TemporaryFolder()
    let documents = (0..<50).map { article("\($0)", "Don’t Miss: The Same Headline!") }
    try await write(documents, folder)
    let names = try folder.names(in: "out")
    #expect(names.count == 50)
    #expect(names.allSatisfy { $0.hasPrefix("dont-miss-the-same-headline-") })
    // Again, in another order: the same files.
    try await write(documents.reversed(), folder)
    #expect(try folder.names(in: "out") == names)
    #expect(try folder.read("out/" + names[0]).contains("The ferry sails again."))
  }

  @Test func aDocumentWithoutArticleIsRefusedAlone() async throws {
    let folder = try TemporaryFolder()
    let error = await #expect(throws: RefusedDocuments.self) {
      try await write([article("a", "A"), Document(id: "b"), article("c", "C")], folder)
    }
    #expect(error.map { Array($0.errors.keys) } == [1])
    #expect(try folder.names(in: "out").count == 2)
  }
}
