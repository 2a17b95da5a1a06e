import Copydesk
import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ExtractCommand {
  func run() async throws {
    let context = CommandContext.current
    let book = try RuleLocations(options: rules, context: context).book()
    if jsonl { return try await extractLines(with: book, context) }
    let document = try PageReading.document(file, options: input)
    let result = try PageReading.explained(file) { try RuleArticleMaker(book: book).processed(document) }
    try context.output.write(format.bytes(of: result.document, blocks: blocks))
    // The other formats have no place for them.
    if format != .json { try say(result.document.record?.findings ?? [], context) }
  }

  private func say(_ findings: [Finding], _ context: CommandContext) throws {
    for finding in findings { try context.say("note: \(PageReading.shown(file)): \(finding.code): \(finding.message)") }
  }

  private func extractLines(with book: RuleBook, _ context: CommandContext) async throws {
    let workers = parallel.workers ?? ProcessInfo.processInfo.activeProcessorCount
    let input = try OpenFile(reading: file)
    defer { input.close() }
    let display = ProgressDisplay(in: context)
    var extraction = LineExtraction(workers: workers, blocks: blocks)
    // On one screen with the articles, a bar would only be in the way.
    if !TerminalTraits(of: context.output, environment: context.environment).isTerminal {
      extraction.progress = { display.update(done: $0.documents, failed: $0.failed) }
    }
    let feeder = LineFeeder(file: input, lineLimit: extraction.lineLimit)
    let result = await TerminationSignals.handle(
      first: {
        try? context.say("\nstopping: finishing the lines that have been read; once more to stop at once")
        feeder.stop()
      }, second: { endProcess(Self.exitCodeOfInterruption) }
    ) { [extraction] in
      await Result { try await extraction.run(from: feeder, to: context.output) { RuleArticleMaker(book: book) } }
    }
    display.clear()
    let counts = try result.get()
    if counts.documents == 0, !feeder.isStopped { try context.say("\(input.path): there are no lines") }
    if counts.failed > 0 { try context.say("\(counts.failed) of \(counts.documents) documents failed") }
    if feeder.isStopped {
      try context.say(
        "stopped after \(counts.documents) \(counts.documents == 1 ? "document" : "documents"); `tail -n +\(counts.documents + 1)` gives the lines that are left"
      )
    }
    if counts.failed > 0 || feeder.isStopped { throw Failed() }
  }

  /// What shells report for a program that SIGINT has ended.
  private static let exitCodeOfInterruption: Int32 = 130
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
