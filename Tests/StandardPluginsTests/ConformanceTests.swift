import Copydesk
import CopydeskTesting
import Foundation
import StandardPlugins
import Testing

/// Every standard plugin passes the conformance suites that third parties use.
@Suite struct ConformanceTests {
  static let texts = [
    "Night boats stay\n\nThe night ferries will go on sailing through the winter, harbor officials said on Thursday.\n",
    "Old light is relit\n\nBy Mara Lindqvist\n\nThe lamp at Skerry Point burned again on Friday, for the first time in forty years.\n",
    "Market moves\n\nThe fish market moves to the new quay in spring, the council decided after a long debate.\n",
  ]

  private static func documents() throws -> [Document] {
    texts.enumerated().map { index, text in
      Document(id: "\(index)", origin: Origin(source: "test"), mediaType: "text/plain", content: Array(text.utf8))
    }
  }

  /// The same, with articles.
  private static func extracted() async throws -> [Document] {
    let extract = try PluginFixture.transform(ExtractTransform.self, [:])
    var results: [Document] = []
    for document in try documents() { results += try await extract.process(document) }
    return results
  }

  @Test func files() async throws {
    let folder = try TemporaryFolder()
    for (index, text) in Self.texts.enumerated() { try folder.write(text, to: "input/\(index).txt") }
    let path = folder.path
    try await SourceConformance(expectedCount: 3) {
      try PluginFixture.source(FilesSource.self, ["paths": "input/*.txt"], in: path)
    }.verify()
    withExtendedLifetime(folder) {}
  }

  @Test func jsonLinesSource() async throws {
    let folder = try TemporaryFolder()
    let lines = try Self.documents().map { String(decoding: $0.json(content: true), as: UTF8.self) + "\n" }
    try folder.write(lines.joined(), to: "in.jsonl")
    let path = folder.path
    try await SourceConformance(expectedCount: 3) {
      try PluginFixture.source(JSONLinesSource.self, ["path": "in.jsonl"], in: path)
    }.verify()
    withExtendedLifetime(folder) {}
  }

  @Test func extract() async throws {
    try await TransformConformance(documents: try Self.documents()) {
      try PluginFixture.transform(ExtractTransform.self, [:])
    }.verify()
  }

  @Test func filter() async throws {
    try await TransformConformance(documents: try await Self.extracted()) {
      try PluginFixture.transform(FilterTransform.self, ["when": "article.wordCount > 10"])
    }.verify()
  }

  @Test func lua() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      return transform {
        name = "keep-long",
        summary = "Drops short articles.",
        process = function(document)
          if document.article.wordCount < 5 then document:drop("too short") end
        end,
      }
      """, to: "keep-long.lua")
    try await TransformConformance(documents: try await Self.extracted()) {
      try PluginFixture.transform(LuaScriptTransform.self, ["path": "keep-long.lua"], in: folder.path)
    }.verify()
  }

  @Test func jsonLinesSink() async throws {
    let folder = try TemporaryFolder()
    try await SinkConformance(isIdempotent: true) {
      try PluginFixture.sink(JSONLinesSink.self, ["path": "out.jsonl"], in: folder.path)
    } readIDs: {
      try folder.read("out.jsonl").split(separator: "\n").map { try JSONValue.parse(String($0))["id"]?.stringValue ?? "" }
    } reset: {
      try? FileManager.default.removeItem(atPath: folder.path + "/out.jsonl")
    }.verify()
  }

  @Test func markdown() async throws {
    let folder = try TemporaryFolder()
    try await SinkConformance(isIdempotent: true, keepsOrder: false) {
      try PluginFixture.sink(MarkdownSink.self, ["path": "out"], in: folder.path)
    } readIDs: {
      try folder.names(in: "out").map { try Self.id(inFrontMatter: folder.read("out/" + $0)) }
    } reset: {
      try? FileManager.default.removeItem(atPath: folder.path + "/out")
    }.verify()
  }

  private static func id(inFrontMatter text: String) throws -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix("id:") } ?? ""
    let value = line.dropFirst(3).trimmingPrefix { $0 == " " }
    return value.hasPrefix("\"") ? try JSONValue.parse(String(value)).stringValue ?? "" : String(value)
  }
}
