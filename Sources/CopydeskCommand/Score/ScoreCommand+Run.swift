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
    let earlier = try compare.map { try InputFile.read($0) }
    var saved: [UInt8] = []
    var all = ScoreReport(corpus: "", pages: [])
    var training = features.map { _ in TrainingData() }
    for path in corpora {
      let report = try await score(path, scorer, workers, context)
      try context.output.write(report.text(perLanguage: languages, perPublisher: publishers, worst: worst))
      saved += report.jsonLines
      if training != nil { try addPages(of: path, to: &training) }
      all.pages += report.pages
    }
    if let features, let training { try OutputFile.write(training.bytes, to: features) }
    if let save { try OutputFile.write(saved, to: save) }
    if let earlier, let compare {
      let comparison = try ScoreComparison(all, earlier: earlier, path: compare)
      try context.output.write(comparison.text())
      if failIfWorse, !comparison.holds { throw Failed() }
    }
  }

  private func score(_ path: String, _ scorer: Scorer, _ workers: Int, _ context: CommandContext) async throws -> ScoreReport {
    do {
      let corpus = try LabelledCorpus(path: path, dumps: dumps)
      let display = ProgressDisplay(total: corpus.pages.count, in: context)
      defer { display.clear() }
      return try await scorer.score(corpus, workers: workers) { display.update(done: $0) }
    } catch let error as CorpusError {
      throw CommandError.invalidConfiguration("\(error)")
    }
  }

  private func addPages(of path: String, to training: inout TrainingData?) throws {
    let corpus = try LabelledCorpus(path: path, dumps: dumps)
    let name = dumps.map { "\(corpus.name)/\($0)" } ?? corpus.name
    for page in corpus.pages { training?.add(page, of: name) }
  }
}
