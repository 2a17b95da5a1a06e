import Copydesk

/// Measures what a chain costs per document when its steps do nothing: `chain-overhead [DOCUMENTS]`.
@main enum ChainOverhead {
  static func main() async {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
    print("documents\tworkers\ttransforms\tordered\tseconds\tdocuments/s")
    for (workers, transforms, isOrdered) in [(1, 0, false), (1, 3, false), (2, 3, false), (2, 3, true)] {
      let chain = Chain(
        name: "overhead", sources: [.init("many") { ManyDocuments(count: count) }],
        transforms: (0..<transforms).map { .init("nothing-\($0)") { PassThrough() } }, sinks: [.init("away") { Away() }],
        workers: workers, isOrdered: isOrdered)
      let report = await ChainRunner(chain).run()
      precondition(report.documents.delivered == count)
      let seconds = report.duration / .seconds(1)
      print(count, workers, transforms, isOrdered, seconds, Int(Double(count) / seconds), separator: "\t")
    }
    // Documents as JSON lines, the commonest end of a chain.
    var article = Article()
    article.headline = "Ferries return to the harbour after the ice breaks"
    article.body = (0..<7).map { _ in
      BodyElement(.paragraph, String(repeating: "The “channel” was open again on Thursday, the port said. ", count: 8))
    }
    let document = Document(id: "in/a.txt", content: Array("x".utf8), record: ArticleRecord(article: article))
    var json = JSONWriter()
    let clock = ContinuousClock()
    var bytes = 0
    let duration = clock.measure {
      for _ in 0..<100_000 {
        json.reset()
        document.write(to: &json)
        bytes += json.bytes.count
      }
    }
    print("json\t\(bytes / 100_000) bytes each\t\(Int(100_000 / (duration / .seconds(1)))) documents/s")
  }
}

private struct ManyDocuments: Source {
  let count: Int

  func run(_ outlet: Outlet) async throws {
    for number in 0..<count { try await outlet.emit(Document(id: String(number))) }
  }
}

private struct PassThrough: Transform {
  func process(_ document: Document) async throws -> [Document] { [document] }
}

private struct Away: Sink {
  func write(_ batch: [Document]) async throws {}
}
