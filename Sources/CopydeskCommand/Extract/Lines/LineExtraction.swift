import Copydesk
import Synchronization

/// Makes an article of one document; each worker has its own.
protocol ArticleMaker {
  /// - Throws: why there is no article; a `DocumentError` says it with a code.
  mutating func record(of document: Document) async throws -> ArticleRecord
}

/// `extract --jsonl`: documents in, articles out, one line each, in order, over any number of lines in the same memory.
struct LineExtraction: Sendable {
  /// The most bytes of one line.
  static let lineLimit = 96 << 20

  /// What the answers to a batch of lines take, in bytes: three times as much as text dumps, less than pages.
  private static let usualAnswer = 2 << 20

  var workers: Int
  var blocks = BlockSelection.removed
  var lineLimit = Self.lineLimit

  /// Called after each batch.
  var progress: @Sendable (Counts) -> Void = { _ in }

  struct Counts: Sendable, Equatable {
    var documents = 0
    var failed = 0
  }

  /// What has been written so far, by all workers.
  private final class Tally: Sendable {
    private let counts = Mutex(Counts())

    var total: Counts { counts.withLock { $0 } }

    func add(_ more: Counts) -> Counts {
      counts.withLock {
        $0.documents += more.documents
        $0.failed += more.failed
        return $0
      }
    }
  }

  /// Works through an input.
  /// - Returns: how many lines there were, and how many of them gave an error.
  func run(
    from input: OpenFile, to output: Output, makeMaker: @escaping @Sendable () throws -> any ArticleMaker
  ) async throws -> Counts {
    try await run(from: LineFeeder(file: input, lineLimit: lineLimit), to: output, makeMaker: makeMaker)
  }

  /// The same with a feeder that can be stopped.
  func run(
    from feeder: LineFeeder, to output: Output, makeMaker: @escaping @Sendable () throws -> any ArticleMaker
  ) async throws -> Counts {
    // Each worker may be one batch ahead of the slowest, so that one slow document does not stop the others at once.
    let ordered = OrderedOutput(output, width: workers * 2)
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<workers {
        group.addTask {
          do {
            try await work(feeder, ordered, tally, makeMaker())
          } catch {
            await ordered.fail(error)
            throw error
          }
        }
      }
      try await group.waitForAll()
    }
    return tally.total
  }

  private func work(_ feeder: LineFeeder, _ output: OrderedOutput, _ tally: Tally, _ maker: consuming any ArticleMaker)
    async throws
  {
    var json = JSONWriter()
    while let batch = try await feeder.next() {
      var counts = Counts()
      json.reset()
      json.reserveCapacity(min(batch.bytes.count * 3, Self.usualAnswer))
      if batch.isOverlong {
        counts.documents += 1
        counts.failed += 1
        write(InputLine.Problem(kind: .overlong(limit: lineLimit)), line: batch.firstLine, to: &json)
      } else {
        for (line, number) in batch.lines {
          try Task.checkCancellation()
          counts.documents += 1
          if await !extract(line, number: number, with: &maker, to: &json) { counts.failed += 1 }
        }
      }
      try await output.submit(json.written, index: batch.index)
      progress(tally.add(counts))
    }
  }

  /// Writes the answer to one line.
  /// - Returns: whether it is an article.
  private func extract(
    _ bytes: ArraySlice<UInt8>, number: Int, with maker: inout any ArticleMaker, to json: inout JSONWriter
  ) async -> Bool {
    let line: InputLine
    do {
      line = try InputLine(bytes)
    } catch let problem as InputLine.Problem {
      write(problem, line: number, to: &json)
      return false
    } catch {
      write(.null, kind: "invalid-input", message: "line \(number): \(error)", to: &json)
      return false
    }
    do {
      let record = try await maker.record(of: line.document)
      json.beginObject()
      json.member("id", line.id)
      if let url = line.document.origin.url { json.member("url", url) }
      record.writeMembers(to: &json, blocks: blocks)
      json.endObject()
      json.newline()
      return true
    } catch {
      let failure = Failure(stage: "extract", error: error)
      write(line.id, kind: failure.code, message: failure.message, rule: failure.rule, to: &json)
      return false
    }
  }

  private func write(_ problem: InputLine.Problem, line: Int, to json: inout JSONWriter) {
    write(problem.id, kind: problem.code, message: "line \(line): \(problem.message)", to: &json)
  }

  private func write(_ id: JSONValue, kind: String, message: String, rule: String? = nil, to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", id)
    json.member("error") { json in
      json.beginObject()
      json.member("kind", kind)
      json.member("message", message)
      json.optionalMember("rule", rule)
      json.endObject()
    }
    json.endObject()
    json.newline()
  }
}
