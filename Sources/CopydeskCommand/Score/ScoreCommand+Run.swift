import Copydesk
import CopydeskTesting
import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ScoreCommand {
  func run() async throws {
    let context = CommandContext.current
    // Without --rules it is the generic extractor that is measured, not what somebody has already written rules for.
    let book: RuleBook = rules.isEmpty ? .empty : try RuleBook(directories: rules)
    let scorer = Scorer {
      let maker = RuleArticleMaker(book: book)
      return { try maker.record(of: $0) }
    }
    let workers = parallel.workers ?? ProcessInfo.processInfo.activeProcessorCount
    // What cannot be read or written is said before the work, not after it.
    let earlier = try compare.map { path in
      let bytes = try InputFile.read(path)
      return try Self.reading { try SavedFigures(bytes, path: path) }
    }
    for path in [save, features].compactMap({ $0 }) { try OutputFile.check(path) }
    var saved: [UInt8] = []
    var all = ScoreReport(corpus: "", pages: [])
    var training = features.map { _ in TrainingData() }
    for path in corpora {
      let corpus = try corpus(path)
      for warning in CorpusWarning.lines(corpus.warnings) { try context.say("warning: " + warning) }
      let report = try await score(corpus, scorer, workers, context)
      try context.output.write(report.text(perLanguage: languages, perPublisher: publishers, worst: worst))
      saved += report.jsonLines
      if training != nil { addPages(of: corpus, to: &training) }
      all.pages += report.pages
    }
    if let features, let training { try OutputFile.write(training.bytes, to: features) }
    if let save { try OutputFile.write(saved, to: save) }
    if let earlier {
      let comparison = try Self.reading { try ScoreComparison(all, earlier: earlier, dumps: dumps) }
      try context.output.write("\n" + comparison.text())
      if failIfWorse, !comparison.holds { throw Failed() }
    }
  }

  private func corpus(_ path: String) throws -> LabelledCorpus {
    var corpus = try Self.reading { try LabelledCorpus(path: path, dumps: dumps) }
    // Two folders of one name are told apart by their paths.
    let name = corpus.name
    if corpora.count(where: { $0.split(separator: "/").last.map(String.init) == name }) > 1 { corpus.name = path }
    return corpus
  }

  private func score(_ corpus: LabelledCorpus, _ scorer: Scorer, _ workers: Int, _ context: CommandContext) async throws
    -> ScoreReport
  {
    let display = ProgressDisplay(total: corpus.pages.count, in: context)
    defer { display.clear() }
    return try await scorer.score(corpus, workers: workers) { display.update(done: $0) }
  }

  private func addPages(of corpus: LabelledCorpus, to training: inout TrainingData?) {
    let name = dumps.map { "\(corpus.name)/\($0)" } ?? corpus.name
    for page in corpus.pages { training?.add(page, of: name) }
  }

  /// A corpus or file of figures that cannot be used is no fault of the program's.
  private static func reading<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as CorpusError { throw CommandError.invalidConfiguration("\(error)") }
  }
}
