import Copydesk
import Foundation
import Testing

@testable import CopydeskCommand

@Suite struct ExtractCommandTests {
  @Test func aDumpGivesAnArticle() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("dump.txt", Fixtures.dump)
    let result = try Copydesk.run(["extract", file, "--no-rules"])
    #expect(result.status == 0)
    #expect(result.messages == "")
    let json = try JSONValue.parse(result.output)
    #expect(json["article"]?["headline"]?.stringValue?.hasPrefix("Ferry Line Keeps Night Boats") == true)
    #expect(json["article"]?["datePublished"] == "2025-03-14")
    #expect(json["blocks"]?.arrayValue?.allSatisfy { $0["fate"] != "kept" } == true)
  }

  @Test func standardInputIsADash() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("dump.txt", Fixtures.dump)
    let fromFile = try JSONValue.parse(try Copydesk.run(["extract", file, "--no-rules"]).output)
    for arguments in [["extract", "-", "--no-rules"], ["extract", "--no-rules"]] {
      let result = try Copydesk.run(arguments, input: Fixtures.dump)
      #expect(result.status == 0)
      #expect(try JSONValue.parse(result.output)["article"] == fromFile["article"])
    }
  }

  @Test func blocksAreListedAsAsked() throws {
    func blocks(_ selection: String) throws -> [JSONValue]? {
      try JSONValue.parse(try Copydesk.run(["extract", "--no-rules", "--blocks", selection], input: Fixtures.dump).output)[
        "blocks"]?
        .arrayValue
    }
    let all = try #require(try blocks("all"))
    let removed = try #require(try blocks("removed"))
    #expect(try blocks("none") == nil)
    #expect(removed == all.filter { $0["fate"] != "kept" })
    #expect(removed.count < all.count)
    #expect(all.map { $0["n"] } == (1...all.count).map { .integer($0) })
  }

  @Test func sameInputSameBytes() throws {
    let first = try Copydesk.run(["extract", "--no-rules"], input: Fixtures.page)
    let second = try Copydesk.run(["extract", "--no-rules"], input: Fixtures.page)
    #expect(first.status == 0)
    #expect(first.output == second.output)
  }

  @Test func whatCannotBeReadIsTwo() throws {
    let folder = try TemporaryFolder()
    let missing = try Copydesk.run(["extract", folder.path + "/nowhere.txt"])
    #expect(missing.status == 2)
    #expect(missing.output == "")
    #expect(missing.messages == "error: \(folder.path)/nowhere.txt: there is no such file or folder\n")
    let directory = try Copydesk.run(["extract", folder.path])
    #expect(directory.status == 2)
    #expect(directory.output == "")
    #expect(directory.messages.contains("this is a folder"))
    let rules = try Copydesk.run(["extract", "--rules", folder.path + "/none"], input: Fixtures.dump)
    #expect(rules.status == 2)
    #expect(rules.messages.contains("there is no such file or folder"))
  }

  @Test(
    arguments: [
      ("empty", [], "the input is empty"),
      ("random bytes", (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 7) }, "not text"),
      (
        "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + [UInt8](repeating: 7, count: 64), "not text"
      ),
    ] as [(String, [UInt8], String)])
  func whatIsNoPageIsOne(_ name: String, bytes: [UInt8], message: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("input", bytes)
    let result = try Copydesk.run(["extract", file, "--no-rules"])
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.messages.contains(message) && result.messages.hasPrefix("error: \(file): "))
  }

  @Test func whiteSpaceIsAccountedFor() throws {
    let result = try Copydesk.run(["extract", "--no-rules", "--blocks", "all"], input: " \n\u{A0}\n\u{200B}")
    #expect(result.status == 0)
    let json = try JSONValue.parse(result.output)
    #expect(json["article"]?["body"] == [])
    #expect(json["blocks"]?.arrayValue?.allSatisfy { $0["fate"] == "removed" } == true)
  }

  @Test func aFIFOThatClosesIsEmpty() throws {
    let folder = try TemporaryFolder()
    let result = try Copydesk.shell("mkfifo pipe; (exec 3>pipe) & copydesk extract pipe --no-rules", in: folder.path)
    #expect(result.status == 1)
    #expect(result.messages == "error: pipe: the input is empty\n")
  }

  @Test func aFIFOIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    try folder.write("dump.txt", Fixtures.dump)
    let result = try Copydesk.shell(
      "mkfifo pipe; cat dump.txt > pipe & copydesk extract pipe --no-rules --blocks none", in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.contains("\"2025-03-14\""))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<3000).map { "{\"id\": \($0), \"text\": \"Line one of the text.\\n\\nLine two of the text.\"}\n" }.joined()
    try folder.write("lines.jsonl", lines)
    let result = try Copydesk.shell(
      "{ copydesk extract --jsonl --no-rules lines.jsonl; echo $? >status; } | head -n 1 >/dev/null", in: folder.path)
    #expect(result.messages == "")
    #expect(try folder.read("status") == "0\n")
  }

  @Test(.timeLimit(.minutes(1))) func aSignalEndsItBetweenLines() throws {
    let folder = try TemporaryFolder()
    let line = "{\"id\": 1, \"text\": \"Line one of the text.\\n\\nLine two of the text.\"}"
    try folder.write("line.jsonl", line + "\n")
    let result = try Copydesk.shell(
      """
      mkfifo pipe
      '\(try Copydesk.executable().path)' extract --jsonl --no-rules pipe > out.jsonl 2> messages &
      exec 9> pipe
      cat line.jsonl >&9
      until [ -s out.jsonl ]; do sleep 0.05; done
      kill $!
      # The writer stays, and says nothing.
      wait $!
      """, in: folder.path)
    #expect(result.status == 1)
    #expect(
      try folder.read("messages")
        == "\nstopping: finishing the lines that have been read; once more to stop at once\nstopped after 1 document; `tail -n +2` gives the lines that are left\n"
    )
    #expect(try folder.read("out.jsonl").split(separator: "\n").count == 1)
  }

  @Test func anEmptyInputIsSaidToBeEmpty() throws {
    let result = try Copydesk.run(["extract", "--jsonl", "--no-rules"], input: "")
    #expect(result.status == 0)
    #expect(result.messages == "standard input: there are no lines\n")
  }

  @Test func findingsAreNotedWhereTheFormatHasNoPlaceForThem() throws {
    let page = "<title>404 Not Found</title><h1>Not Found</h1><p>The page that you asked for was not found on this server.</p>"
    let text = try Copydesk.run(["extract", "--no-rules", "--media-type", "text/html", "--format", "text"], input: page)
    #expect(text.status == 0)
    #expect(text.messages.contains("note: standard input: not-an-article: "))
    #expect(try Copydesk.run(["extract", "--no-rules", "--media-type", "text/html"], input: page).messages == "")
  }

  @Test func compressedFilesAreUnpacked() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    try folder.write(
      "lines.jsonl", "{\"id\": 1, \"text\": \"Line one of the text.\"}\n{\"id\": 2, \"text\": \"Line two of the text.\"}\n")
    let plain = try Copydesk.run(["extract", "page.html", "--no-rules", "--format", "markdown"], in: folder.path)
    let result = try Copydesk.shell(
      """
      gzip page.html lines.jsonl
      copydesk extract page.html.gz --no-rules --format text > file.txt
      copydesk extract - --no-rules --format text < page.html.gz > input.txt
      copydesk extract --jsonl --no-rules lines.jsonl.gz | wc -l > lines
      head -c 200 page.html.gz > cut.html.gz
      copydesk extract cut.html.gz --no-rules
      """, in: folder.path)
    #expect(plain.output.contains(try folder.read("file.txt").split(separator: "\n")[0]))
    #expect(try folder.read("file.txt") == folder.read("input.txt"))
    #expect(Int(try folder.read("lines").filter(\.isNumber)) == 2)
    #expect(result.status == 1)
    #expect(result.messages.contains("error: cut.html.gz: the compressed data is damaged or cut short"))
  }

  @Test func aCompressedFileIsRefusedByWhatItHolds() throws {
    let folder = try TemporaryFolder()
    let result = try Copydesk.shell("head -c 1000000 /dev/zero | gzip > bomb.gz", in: folder.path)
    #expect(result.status == 0)
    let path = folder.path + "/bomb.gz"
    #expect(throws: CommandError.self) { try InputFile.read(path, limit: 900_000) }
    #expect(try InputFile.read(path, limit: 1_000_000).count == 1_000_000)
  }

  @Test func anAddressIsNotFetched() throws {
    let result = try Copydesk.run(["extract", "https://example.test/story"])
    #expect(result.status == 2)
    #expect(result.messages.contains("nothing is fetched here") && result.messages.contains("--url 'https://example.test/story'"))
  }

  @Test func deepNestingIsNoTrouble() throws {
    let page = String(repeating: "<div>", count: 100_000) + "<p>The text of the page, deep down.</p>"
    let result = try Copydesk.run(["extract", "--no-rules", "--media-type", "text/html"], input: page)
    #expect(result.status == 0)
    #expect(result.messages == "")
  }

  @Test func aLimitedFileIsRefusedBySize() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("big.txt", [UInt8](repeating: 0x61, count: 4096))
    #expect(throws: CommandError.tooLarge(path: file, bytes: 4096, limit: 1024)) { try InputFile.read(file, limit: 1024) }
    #expect(try InputFile.read(file, limit: 4096).count == 4096)
  }

  @Test(arguments: OutputFormat.allCases)
  func everyFormatPrintsTheArticle(_ format: OutputFormat) throws {
    let result = try Copydesk.run(
      ["extract", "--no-rules", "--format", format.rawValue, "--url", "https://quay.test/night-boats"], input: Fixtures.page)
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.output.contains("Night boats stay"))
    #expect(result.output.contains("half past eleven"))
    #expect(result.output.hasSuffix("\n") && !result.output.hasSuffix("\n\n"))
    if format == .json || format == .jsonld { _ = try JSONValue.parse(result.output) }
  }

  @Test func rulesApplyByAddress() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule)
    let result = try Copydesk.run(["extract", "--url", "https://quay.test/night-boats"], input: Fixtures.page, in: folder.path)
    let json = try JSONValue.parse(result.output)
    #expect(json["article"]?["publisher"]?["name"] == "The Quay")
    #expect(json["evidence"]?["headline"]?["from"]?.stringValue?.contains("rule.lua:6") == true)
    let none = try Copydesk.run(
      ["extract", "--no-rules", "--url", "https://quay.test/night-boats"], input: Fixtures.page, in: folder.path)
    #expect(try JSONValue.parse(none.output)["evidence"]?["headline"]?["from"]?.stringValue?.contains("rule.lua") == false)
  }

  @Test func aBrokenRuleIsToldWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule.replacing("hosts =", with: "hots ="))
    let result = try Copydesk.run(["extract"], input: Fixtures.page, in: folder.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("rules/quay.test/rule.lua:4:3: error: "))
    #expect(result.messages.contains("did you mean 'hosts'?"))
  }
}
