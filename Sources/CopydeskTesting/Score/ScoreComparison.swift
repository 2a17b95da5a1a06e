/// What got better and worse since an earlier run of the same corpora.
public struct ScoreComparison: Sendable {
  /// A page of which a figure moved by more than a thousandth.
  public struct Page: Sendable {
    public var id: String
    public var kind: String?
    /// In the order of the table.
    public var changes: [Change]

    var largest: Double { changes.map { abs($0.after - $0.before) }.max() ?? 0 }
    var name: String { PageScore.name(id, kind) }
  }

  public struct Change: Sendable {
    public var measure: Measure
    public var before: Double
    public var after: Double
  }

  /// One corpus of the run.
  public struct Corpus: Sendable {
    public var name: String
    /// How many pages have figures of both runs.
    public var compared = 0
    /// How many pages the earlier run does not have.
    public var added = 0
    /// Pages none of whose figures fell, those none of whose figures rose, and the others; the largest change first.
    public var better: [Page] = []
    public var worse: [Page] = []
    public var mixed: [Page] = []
    /// Pages of which the earlier run has a figure that they are no longer labelled for.
    public var unlabelled: [String] = []
    /// Per measure, the means over the pages that both runs have.
    public var means: [Change] = []

    /// Whether no figure of any page fell or is missing.
    public var holds: Bool { worse.isEmpty && mixed.isEmpty && unlabelled.isEmpty }
  }

  public var corpora: [Corpus] = []
  /// Pages that the earlier run has of these corpora, and this one does not.
  public var lost: [String] = []

  /// Whether no page fell and none is missing.
  public var holds: Bool { lost.isEmpty && corpora.allSatisfy(\.holds) }

  /// Compares with an earlier run.
  /// - Parameter dumps: The kind of text dumps that the run was restricted to; the others are not missing.
  /// - Throws: ``CorpusError/nothingInCommon(_:)`` where there is nothing to compare.
  public init(_ report: ScoreReport, earlier: SavedFigures, dumps: String? = nil) throws(CorpusError) {
    let names = report.pages.reduce(into: [String?]()) { names, page in
      if !names.contains(page.corpus) { names.append(page.corpus) }
    }
    // One corpus in both is the same one, whatever its folder is called now.
    let isOne = names.count <= 1 && earlier.corpora.count <= 1
    var found: Set<SavedFigures.Key> = []
    for name in names {
      var corpus = Corpus(name: name ?? report.corpus)
      corpus.compare(report.pages.filter { $0.corpus == name }, earlier, under: isOne ? earlier.corpora.first : name, &found)
      corpora.append(corpus)
    }
    guard corpora.contains(where: { $0.compared > 0 }) else { throw .nothingInCommon(earlier.path) }
    lost = earlier.pages.keys.filter { key in
      !found.contains(key) && (isOne || key.corpus == nil || names.contains(key.corpus))
        && (dumps == nil || key.kind == nil || key.kind == dumps)
    }
    .map { key in (isOne ? "" : key.corpus.map { $0 + "/" } ?? "") + PageScore.name(key.id, key.kind) }.sorted()
  }
}

extension ScoreComparison.Corpus {
  fileprivate mutating func compare(
    _ pages: [PageScore], _ earlier: SavedFigures, under corpus: String?, _ found: inout Set<SavedFigures.Key>
  ) {
    var sums: [Measure: (count: Int, before: Double, after: Double)] = [:]
    for page in pages {
      // Files of a time when corpora and kinds were not told apart name none.
      let keys = [corpus, nil].flatMap { corpus in
        [page.kind, nil].map { SavedFigures.Key(corpus: corpus, kind: $0, id: page.id) }
      }
      guard let key = keys.first(where: { earlier.pages[$0] != nil }), let old = earlier.pages[key] else {
        added += 1
        continue
      }
      found.insert(key)
      var entry = ScoreComparison.Page(id: page.id, kind: page.kind, changes: [])
      var isCompared = false
      for measure in Measure.allCases {
        guard let was = old[measure] else { continue }
        guard let now = measure.value(page) else {
          if unlabelled.last != entry.name { unlabelled.append(entry.name) }
          continue
        }
        isCompared = true
        let sum = sums[measure] ?? (0, 0, 0)
        sums[measure] = (sum.count + 1, sum.before + was, sum.after + now)
        if abs(now - was) > 0.001 { entry.changes.append(.init(measure: measure, before: was, after: now)) }
      }
      if isCompared { compared += 1 }
      add(entry)
    }
    means = Measure.allCases.compactMap { measure in
      sums[measure].map { .init(measure: measure, before: $0.before / Double($0.count), after: $0.after / Double($0.count)) }
    }
    for list in [\Self.better, \.worse, \.mixed] {
      self[keyPath: list].sort { ($1.largest, $0.name) < ($0.largest, $1.name) }
    }
  }

  private mutating func add(_ page: ScoreComparison.Page) {
    if page.changes.isEmpty { return }
    switch (page.changes.contains { $0.after > $0.before }, page.changes.contains { $0.after < $0.before }) {
    case (true, false): better.append(page)
    case (false, true): worse.append(page)
    default: mixed.append(page)
    }
  }
}
