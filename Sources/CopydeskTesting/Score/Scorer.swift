public import Copydesk
import Synchronization

/// Scores an extractor against a labelled corpus.
public struct Scorer: Sendable {
  /// Makes one worker's extraction: called once per worker, and the function it returns from that worker alone.
  public typealias MakeExtraction = @Sendable () throws -> (Document) throws -> ArticleRecord?

  let makeExtraction: MakeExtraction

  public init(extraction: @escaping MakeExtraction) {
    makeExtraction = extraction
  }

  /// Extracts and scores every page; a page that fails scores nothing and keeps its error.
  /// - Parameters:
  ///   - workers: How many pages are worked on at once.
  ///   - progress: Called after each page with the number of pages done.
  public func score(
    _ corpus: LabelledCorpus, workers: Int = 1, progress: (@Sendable (Int) -> Void)? = nil
  ) async throws -> ScoreReport {
    let pages = corpus.pages
    let name = corpus.name
    let counters = Counters()
    let makeExtraction = makeExtraction
    let scores = try await withThrowingTaskGroup(of: [(Int, PageScore)].self) { group in
      for _ in 0..<max(1, workers) {
        group.addTask { @Sendable in
          let extract = try makeExtraction()
          var scores: [(Int, PageScore)] = []
          while true {
            let index = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < pages.count else { return scores }
            try Task.checkCancellation()
            var score = Self.score(pages[index], extract)
            score.corpus = name
            scores.append((index, score))
            progress?(counters.done.wrappingAdd(1, ordering: .relaxed).newValue)
          }
        }
      }
      var all: [(Int, PageScore)] = []
      for try await some in group { all += some }
      return all
    }
    return ScoreReport(corpus: name, pages: scores.sorted { $0.0 < $1.0 }.map(\.1))
  }

  /// What the workers share: which page is next, and how many are done.
  private final class Counters: Sendable {
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
  }

  private static func score(_ page: LabelledPage, _ extract: (Document) throws -> ArticleRecord?) -> PageScore {
    do {
      let record = try extract(page.document)
      var score = PageScore(page, article: record?.article)
      score.quality = record?.quality
      return score
    } catch {
      return PageScore(page, article: nil, error: "\(error)")
    }
  }
}
