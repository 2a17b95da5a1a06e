/// The scores of a corpus: every page's, and their means over all pages, per publisher and per language.
public struct ScoreReport: Sendable {
  public var corpus: String
  public var pages: [PageScore]

  public init(corpus: String, pages: [PageScore]) {
    self.corpus = corpus
    self.pages = pages
  }

  /// The mean of a measure over the pages that are labelled for it; `nil` if none is.
  public func mean(_ measure: Measure) -> Double? { Self.mean(measure, pages) }

  static func mean(_ measure: Measure, _ pages: [PageScore]) -> Double? {
    let values = pages.compactMap { measure.value($0) }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Means per group, the largest group first.
  public func groups(by key: (PageScore) -> String?) -> [(name: String, pages: [PageScore])] {
    Dictionary(grouping: pages) { key($0) ?? "not stated" }
      .map { (name: $0.key, pages: $0.value) }
      .sorted { ($1.pages.count, $0.name) < ($0.pages.count, $1.name) }
  }

  /// The pages that came out worst, by block F1 where paragraphs are labelled, else by word F1. Pages whose body is not labelled are in
  /// no order and left out.
  public func worst(_ count: Int) -> [PageScore] {
    let ranked = pages.compactMap { page in page.mainFigure.map { (page: page, figure: $0) } }
    return ranked.sorted { ($0.figure, $0.page.id) < ($1.figure, $1.page.id) }.prefix(count).map(\.page)
  }
}

extension PageScore {
  /// The figure by which pages are ranked; `nil` where the body is not labelled.
  var mainFigure: Double? { blocks?.f1 ?? words?.f1 }

  /// The page's name in reports.
  var name: String { Self.name(id, kind) }

  static func name(_ id: String, _ kind: String?) -> String { kind.map { "\(id) (\($0))" } ?? id }
}
