import Copydesk
import Foundation
import Testing

@testable import CopydeskCommand

@Suite struct LineExtractionTests {
  private func line(_ id: Int, _ text: String) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", "d\(id)")
    json.member("text", text)
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  @Test(arguments: [1, 2, 5])
  func orderIsKeptWithAnyNumberOfWorkers(_ workers: Int) throws {
    // Texts of very different length, so that workers finish out of turn.
    let lines = (0..<400).map {
      line($0, "Headline number \($0)\n\n" + String(repeating: "A sentence of the text. ", count: $0 % 7 == 0 ? 400 : 2))
    }
    let result = try Copydesk.run(["extract", "--jsonl", "--no-rules", "--workers", "\(workers)"], input: lines.joined())
    #expect(result.status == 0)
    #expect(result.messages == "")
    let answers = try result.output.split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(answers.map { $0["id"]?.stringValue } == (0..<400).map { "d\($0)" })
    #expect(answers.allSatisfy { $0["article"]?.objectValue != nil && $0["error"] == nil })
  }

  @Test func everyLineHasAnAnswer() throws {
    let input =
      #"{"id": "a", "text": "Words that make a line."}"# + "\n" + "not json\n" + "\n" + #"{"id": 2, "html": ""}"# + "\r\n"
      + #"{"id": "c"}"# + "\n" + #"{"id": "d", "url": "https://quay.test/x", "html": "<p>Words that make a paragraph.</p>"}"#
    let result = try Copydesk.run(["extract", "--jsonl", "--no-rules", "--blocks", "none"], input: input)
    #expect(result.status == 1)
    #expect(result.messages == "4 of 6 documents failed\n")
    let answers = try result.output.split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(answers.map { $0["id"] } == ["a", .null, .null, 2, "c", "d"])
    #expect(
      answers.map { $0["error"]?["kind"]?.stringValue } == [
        nil, "invalid-json", "invalid-json", "page-empty", "invalid-input", nil,
      ])
    #expect(answers[1]["error"]?["message"]?.stringValue?.hasPrefix("line 2: ") == true)
    #expect(answers[5]["url"] == "https://quay.test/x")
    #expect(answers.allSatisfy { $0["blocks"] == nil })
  }

  @Test func nothingInNothingOut() throws {
    let result = try Copydesk.run(["extract", "--jsonl", "--no-rules"], input: "")
    #expect(result.status == 0)
    #expect(result.output == "")
  }

  /// Gives every document's content back as its headline.
  private struct Echo: ArticleMaker {
    func record(of document: Document) async throws -> ArticleRecord {
      var article = Article()
      article.headline = String(decoding: document.content, as: UTF8.self)
      return ArticleRecord(article: article)
    }
  }

  private func echo(_ input: String, lineLimit: Int) async throws -> (output: [JSONValue], counts: LineExtraction.Counts) {
    let folder = try TemporaryFolder()
    let inputFile = try folder.write("in", input)
    let outputFile = try folder.write("out", "")
    let handle = try #require(FileHandle(forWritingAtPath: outputFile))
    let file = try OpenFile(reading: inputFile)
    defer { file.close() }
    let counts = try await LineExtraction(workers: 3, blocks: .none, lineLimit: lineLimit)
      .run(from: file, to: Output(fileDescriptor: handle.fileDescriptor)) { Echo() }
    return (try folder.read("out").split(separator: "\n").map { try JSONValue.parse(String($0)) }, counts)
  }

  @Test func linesLongerThanABufferArrive() async throws {
    let long = String(repeating: "0123456789", count: 100_000)
    let (output, counts) = try await echo(line(1, long) + line(2, "short") + line(3, long + "!"), lineLimit: 2 << 20)
    #expect(output.map { $0["article"]?["headline"]?.stringValue?.utf8.count } == [1_000_000, 5, 1_000_001])
    #expect(counts == .init(documents: 3, failed: 0))
  }

  @Test func aLineBeyondTheLimitIsPassedOver() async throws {
    let long = String(repeating: "0123456789", count: 100_000)
    let (output, counts) = try await echo(line(1, "one") + line(2, long) + line(3, "three"), lineLimit: 300_000)
    #expect(output.map { $0["error"]?["kind"]?.stringValue } == [nil, "too-large", nil])
    #expect(output.map { $0["id"]?.stringValue } == ["d1", nil, "d3"])
    #expect(counts == .init(documents: 3, failed: 1))
  }

  @Test func progressEndsWithAllDocuments() async throws {
    let folder = try TemporaryFolder()
    let file = try OpenFile(reading: try folder.write("in", (0..<2000).map { line($0, "text \($0)") }.joined()))
    defer { file.close() }
    let output = try #require(FileHandle(forWritingAtPath: try folder.write("out", "")))
    let (steps, continuation) = AsyncStream<LineExtraction.Counts>.makeStream()
    var extraction = LineExtraction(workers: 3, blocks: .none)
    extraction.progress = { continuation.yield($0) }
    let feeder = LineFeeder(file: file, lineLimit: 1000, chunkSize: 4096)
    let counts = try await extraction.run(from: feeder, to: Output(fileDescriptor: output.fileDescriptor)) { Echo() }
    continuation.finish()
    let seen = await steps.reduce(into: []) { $0.append($1.documents) }
    #expect(seen.count > 5)
    #expect(seen.max() == 2000)
    #expect(counts == .init(documents: 2000, failed: 0))
  }

  @Test func lineNumbersCountThroughBatches() async throws {
    let filler = (0..<5000).map { line($0, String(repeating: "x", count: 200)) }.joined()
    let (output, _) = try await echo(filler + "oops\n", lineLimit: 1 << 20)
    #expect(output.last?["error"]?["message"]?.stringValue?.hasPrefix("line 5001: ") == true)
  }
}
