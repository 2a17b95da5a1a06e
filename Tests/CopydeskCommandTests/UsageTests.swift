import Copydesk
import Testing

@testable import CopydeskCommand

@Suite struct UsageTests {
  @Test(arguments: [
    ["extract", "--bogus"], ["extract", "--format", "pdf"], ["extract", "--workers", "2"],
    ["extract", "--jsonl", "--format", "html"], ["extract", "--jsonl", "--url", "x"], ["run"], ["run", "x.yaml", "--limit", "0"],
    ["extract", "page.html", "--url", "example.test/story"], ["extract", "page.html", "--rules", "rules", "--no-rules"],
    ["extract", "pages.jsonl"],
    ["run", "x.yaml", "--workers", "0"], ["rule", "new", "example.test"], ["schema", "plugin"], ["schema", "chain", "jsonl"],
    ["select", "p", "--limit", "0"], ["tree", "--depth", "0"],
  ])
  func wrongUsageIsTwo(_ arguments: [String]) throws {
    let result = try Copydesk.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("Usage: copydesk") || result.messages.contains("USAGE: copydesk"))
  }

  @Test(arguments: [
    (["extrct"], "error: unknown subcommand 'extrct', did you mean 'extract'? (`copydesk --help` shows all)\n"),
    (["rule", "lnt", "rules"], "error: unknown subcommand 'lnt', did you mean 'lint'? (`copydesk rule --help` shows all)\n"),
    (["nosuchthing"], "error: unknown subcommand 'nosuchthing' (`copydesk --help` shows all)\n"),
  ])
  func aMistypedSubcommandIsNamed(_ arguments: [String], _ message: String) throws {
    let result = try Copydesk.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages == message)
  }

  @Test(arguments: [["--help"], ["extract", "--help"], ["help", "rule"], ["--version"], []])
  func helpIsAResult(_ arguments: [String]) throws {
    let result = try Copydesk.run(arguments)
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(!result.output.isEmpty)
  }

  @Test func explainShowsBlocksAndWritesAPage() throws {
    let folder = try TemporaryFolder()
    try folder.write("dump.txt", Fixtures.dump)
    let text = try Copydesk.run(["explain", "dump.txt", "--no-rules"], in: folder.path)
    #expect(text.status == 0)
    #expect(text.messages == "")
    #expect(text.output.contains("→ headline") && text.output.contains("Fields") && !text.output.contains("\u{1B}"))
    let colored = try Copydesk.run(["explain", "dump.txt", "--no-rules", "--color", "always"], in: folder.path)
    #expect(colored.output.contains("\u{1B}["))
    let page = try Copydesk.run(["explain", "dump.txt", "--no-rules", "--html", "page.html"], in: folder.path)
    #expect(page.status == 0)
    #expect(page.output == "")
    #expect(try folder.read("page.html").hasPrefix("<!DOCTYPE html>"))
    let nowhere = try Copydesk.run(["explain", "dump.txt", "--no-rules", "--html", "no/page.html"], in: folder.path)
    #expect(nowhere.status == 2)
    #expect(nowhere.messages == "error: no/page.html: cannot be written: there is no such folder\n")
    let inFolder = try Copydesk.run(["explain", "dump.txt", "--no-rules", "--html", "."], in: folder.path)
    #expect(inFolder.status == 2)
    #expect(inFolder.messages == "error: .: cannot be written: this is a folder; name a file in it\n")
    let shown = try Copydesk.run(["explain", "dump.txt", "--no-rules", "--html", "-"], in: folder.path)
    #expect(shown.output.hasPrefix("<!DOCTYPE html>"))
    #expect(!folder.holds("-"))
  }

  @Test func selectShowsHits() throws {
    let css = try Copydesk.run(["select", "article > h1"], input: Fixtures.page)
    #expect(css.status == 0)
    #expect(css.output.contains("h1.headline") && css.output.contains("Night boats stay"))
    #expect(css.messages == "1 hit\n")
    let xpath = try Copydesk.run(["select", "--xpath", "//article/h1/@class"], input: Fixtures.page)
    #expect(xpath.status == 0)
    #expect(xpath.output == "headline\n")
    let none = try Copydesk.run(["select", "aside"], input: Fixtures.page)
    #expect(none.status == 1)
    #expect(none.messages == "error: nothing on the page fits 'aside'\n")
    for arguments in [["select", "p:nope("], ["select", "--xpath", "//p["]] {
      let wrong = try Copydesk.run(arguments, input: Fixtures.page)
      #expect(wrong.status == 2)
      #expect(wrong.messages.hasPrefix("error: "))
    }
  }

  @Test func treeShowsElementsAndText() throws {
    let result = try Copydesk.run(["tree"], input: Fixtures.page)
    #expect(result.status == 0)
    #expect(result.output.contains("h1#top.headline"))
    #expect(result.output.contains("“By Mara Lindqvist”"))
    let shallow = try Copydesk.run(["tree", "--depth", "2"], input: Fixtures.page)
    #expect(shallow.output.contains("body") && !shallow.output.contains("h1"))
    let notation = try Copydesk.run(["tree", "--html5lib"], input: "<p>One<p>Two")
    #expect(notation.output == "| <html>\n|   <head>\n|   <body>\n|     <p>\n|       \"One\"\n|     <p>\n|       \"Two\"\n")
    let text = try Copydesk.run(["tree", "--media-type", "text/plain"], input: Fixtures.dump)
    #expect(text.status == 2)
  }

  @Test func pluginsAreListedAndShown() throws {
    let list = try Copydesk.run(["plugin", "list"])
    #expect(list.status == 0)
    for name in ["sources", "files", "transforms", "extract", "filter", "lua", "sinks", "jsonl"] {
      #expect(list.output.contains(name))
    }
    let sinks = try Copydesk.run(["plugin", "list", "--kind", "sink"])
    #expect(sinks.output.contains("jsonl") && !sinks.output.contains("extract"))
    let show = try Copydesk.run(["plugin", "show", "extract"])
    #expect(show.status == 0)
    #expect(show.output.contains("extract (transform)") && show.output.contains("rules"))
    let unknown = try Copydesk.run(["plugin", "show", "extrakt"])
    #expect(unknown.status == 2)
    #expect(unknown.messages.contains("did you mean 'extract'?"))
  }

  @Test(arguments: [["chain"], ["plugin", "jsonl"], ["plugin", "extract"], ["document"], ["expectation"]])
  func schemasAreJSON(_ arguments: [String]) throws {
    let result = try Copydesk.run(["schema"] + arguments)
    #expect(result.status == 0)
    #expect(try JSONValue.parse(result.output)["$schema"] == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test(arguments: [(Array("A page.".utf8), "content"), ([0xFF, 0xFE, 0x41], "contentBase64")])
  func theDocumentSchemaFitsDeadLetters(_ content: [UInt8], member: String) throws {
    var document = Document(id: "a", mediaType: "text/plain", content: content)
    document.failure = Failure(stage: "extract", rule: "rules/quay.test/rule.lua:9", code: "rule-budget", message: "spent")
    let dead = try JSONValue.parse(document.json())
    #expect(dead["error"] != nil && dead[member] != nil)
    #expect(SchemaCheck.violations(of: dead, against: DocumentSchema.schema) == [])
    document.failure?.rule = nil
    document.record = ArticleRecord(article: Article())
    let late = try JSONValue.parse(document.json(blocks: .all, content: true))
    #expect(SchemaCheck.violations(of: late, against: DocumentSchema.schema) == [])
    // The members are described, not just let through.
    #expect(
      SchemaCheck.violations(of: ["id": "a", "error": ["stage": "x", "message": 1]], against: DocumentSchema.schema).count == 2)
    #expect(SchemaCheck.violations(of: ["id": "a", "content": 1], against: DocumentSchema.schema).count == 2)
  }

  @Test func theDocumentSchemaFitsTheLinesOfExtract() throws {
    let lines = #"{"id": 7, "text": 1}"# + "\n{\n" + #"{"id": 8, "html": "<p>Boats leave at nine, the port says.</p>"}"# + "\n"
    let output = try Copydesk.run(["extract", "--jsonl", "--no-rules"], input: lines).output
    let written = try output.split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(written.count == 3 && written.contains { $0["error"] != nil })
    for line in written { #expect(SchemaCheck.violations(of: line, against: DocumentSchema.schema) == []) }
  }

  @Test(arguments: [Fixtures.dump, Fixtures.page])
  func theDocumentSchemaFitsWhatIsWritten(_ input: String) throws {
    let document = try JSONValue.parse(try Copydesk.run(["extract", "--no-rules", "--blocks", "all"], input: input).output)
    #expect(SchemaCheck.violations(of: document, against: DocumentSchema.schema) == [])
  }
}
