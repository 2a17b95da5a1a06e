import Foundation
import Testing

@testable import CopydeskTesting

@Suite struct LabelledCorpusTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ path: String, _ lines: String...) throws {
    try folder.write(path, lines.joined(separator: "\n") + "\n")
  }

  private func corpus(_ name: String = "c", dumps: String? = nil) throws -> LabelledCorpus {
    try LabelledCorpus(path: folder.path + "/" + name, dumps: dumps)
  }

  private func messages(_ corpus: LabelledCorpus) -> [String] {
    CorpusWarning.lines(corpus.warnings).map { $0.replacing(folder.path + "/", with: "") }
  }

  @Test func labelsThatCannotBeUsedAreSaid() throws {
    try write(
      "c/ground-truth.jsonl", #"{"id": "a", "title": "T", "publish_date": "12.03.2024", "topics": ["boats"]}"#,
      #"{"id": "b", "tilte": "T", "publishing_date": "2024-03", "author": null}"#, #"{"id": "gone"}"#)
    for id in ["a", "b"] { try folder.write("c/html/\(id).html", "<p>One") }
    let corpus = try corpus()
    #expect(corpus.pages.map(\.id) == ["a", "b"])
    #expect(
      messages(corpus) == [
        "c/ground-truth.jsonl:1: 'publish_date': '12.03.2024' is no day in ISO 8601, such as 2025-03-14; not scored",
        "c/ground-truth.jsonl:2: 'publishing_date': '2024-03' is no day in ISO 8601, such as 2025-03-14; not scored",
        "c/ground-truth.jsonl:2: unknown key 'tilte', did you mean 'title'? Not scored",
        "c/ground-truth.jsonl:3: there is no html/gone.html or html/gone.html.gz; not scored",
      ])
  }

  @Test func manyWarningsOfASortAreCounted() throws {
    let lines = (1...9).map { #"{"id": "p\#($0)", "url": "https://quay.test/\#($0)"}"# } + [#"{"id": "a"}"#]
    try folder.write("c/ground-truth.jsonl", lines.joined(separator: "\n"))
    try folder.write("c/html/a.html", "<p>One")
    let messages = messages(try corpus())
    #expect(messages.count == 6)
    #expect(messages.last == "… and 4 more like the last")
  }

  @Test(arguments: [
    (#"{"id": "b", "with": "a text"}"#, "2: 'with' has to be a list of texts"),
    (#"{"id": "b", "authors": 3}"#, "2: 'authors' has to be a text or a list of texts"),
    (#"{"id": "b", "title": ["T"]}"#, "2: 'title' has to be a text"),
    (#"{"id": "a", "title": "U"}"#, "2: a second record of 'a', which is in line 1 already"),
    (#"{"title": "T"}"#, "2: no id"),
  ])
  func labelsOfAnotherTypeAndSecondRecordsAreErrors(line: String, message: String) throws {
    try write("c/ground-truth.jsonl", #"{"id": "a", "title": "T"}"#, line)
    for id in ["a", "b"] { try folder.write("c/html/\(id).html", "<p>One") }
    let error = #expect(throws: CorpusError.self) { try corpus() }
    #expect(error?.description == "\(folder.path)/c/ground-truth.jsonl:\(message)")
  }

  @Test func oneAuthorOrSeveralUnderEitherKey() throws {
    try write(
      "c/ground-truth.jsonl", #"{"id": "a", "author": ["Ada Byron", "Tom Okafor"]}"#, #"{"id": "b", "authors": "Ada Byron"}"#)
    for id in ["a", "b"] { try folder.write("c/html/\(id).html", "<p>One") }
    #expect(try corpus().pages.map(\.authors) == [["Ada Byron", "Tom Okafor"], ["Ada Byron"]])
  }

  // MARK: - Dumps

  private func writeDumps() throws {
    try write(
      "all/b/dumps.jsonl", #"{"id": "a", "kind": "main", "text": "One"}"#, #"{"id": "a", "kind": "page", "text": "Menu One"}"#,
      #"{"id": "z", "kind": "main", "text": "One"}"#)
    try write("all/b/ground-truth.jsonl", #"{"id": "a", "title": "own"}"#)
    for sibling in ["a", "c"] {
      try write(
        "all/\(sibling)/ground-truth.jsonl", #"{"id": "a", "title": "\#(sibling)"}"#, #"{"id": "z", "title": "\#(sibling)"}"#)
    }
  }

  @Test func aDumpsFolderHasItsOwnTruthFirst() throws {
    try writeDumps()
    let corpus = try corpus("all/b")
    #expect(corpus.pages.map(\.title) == ["own", "own", "a"])
    #expect(corpus.pages.map(\.kind) == ["main", "page", "main"])
    #expect(messages(corpus) == [])
    #expect(try self.corpus("all/b", dumps: "page").pages.count == 1)
  }

  @Test func aBrokenSiblingIsPassedOver() throws {
    try writeDumps()
    try write("all/a/ground-truth.jsonl", "{")
    let corpus = try corpus("all/b")
    #expect(corpus.pages.map(\.title) == ["own", "own", "c"])
    let messages = messages(corpus)
    #expect(messages.count == 1)
    #expect(messages[0].hasPrefix("all/a/ground-truth.jsonl:1: "))
  }

  @Test func dumpsWithoutTruthAreSaid() throws {
    try write("all/b/dumps.jsonl", #"{"id": "a", "kind": "main", "text": "One"}"#, #"{"id": "y", "kind": "main", "text": "One"}"#)
    try write("all/b/ground-truth.jsonl", #"{"id": "a", "title": "own"}"#)
    #expect(messages(try corpus("all/b")) == ["all/b/dumps.jsonl:2: no ground truth has 'y'; not scored"])
  }

  @Test func whatIsWrongWithTheLabelOfTwoDumpsIsSaidOnce() throws {
    try writeDumps()
    try write("all/b/ground-truth.jsonl", #"{"id": "a", "publish_date": "yesterday"}"#)
    #expect(messages(try corpus("all/b")).count == 1)
  }
}
