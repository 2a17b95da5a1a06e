extension ScoreComparison {
  /// The comparison as text: for each corpus how many pages were compared, the means that moved, then the pages.
  /// - Parameter limit: How many pages of each sort are shown; the others are counted.
  public func text(limit: Int = 20) -> String {
    corpora.map { $0.text(limit: limit) }.joined(separator: "\n") + Corpus.list("missing", lost, limit: limit)
  }
}

extension ScoreComparison.Corpus {
  fileprivate func text(limit: Int) -> String {
    var text = "\(name): compared \(Self.pages(compared))"
    if added > 0 { text += ", \(added) not in the earlier run" }
    let isSame = better.isEmpty && worse.isEmpty && mixed.isEmpty
    text += isSame ? "; no figure changed\n" : "\n"
    let moved = means.filter { ScoreReport.figure($0.before) != ScoreReport.figure($0.after) }
    for mean in moved { text += "  \(Self.figures(of: mean)) (\(Self.difference(of: mean)))\n" }
    for (name, pages) in [("better", better), ("worse", worse), ("better in one figure and worse in another", mixed)]
    where !pages.isEmpty {
      text += "\(name): \(Self.pages(pages.count))\n"
      for page in pages.prefix(limit) { text += "  \(page.name)  \(page.changes.map(Self.figures).joined(separator: ", "))\n" }
      if pages.count > limit { text += "  … and \(pages.count - limit) more\n" }
    }
    text += Self.list("no longer labelled for all that was compared before", unlabelled, limit: limit)
    return text
  }

  private static func figures(of change: ScoreComparison.Change) -> String {
    "\(change.measure.heading) \(ScoreReport.figure(change.before)) → \(ScoreReport.figure(change.after))"
  }

  private static func difference(of mean: ScoreComparison.Change) -> String {
    (mean.after >= mean.before ? "+" : "-") + ScoreReport.figure(abs(mean.after - mean.before))
  }

  fileprivate static func list(_ name: String, _ pages: [String], limit: Int) -> String {
    if pages.isEmpty { return "" }
    let rest = pages.count > limit ? ", … and \(pages.count - limit) more" : ""
    return "\(name): \(Self.pages(pages.count)): \(pages.prefix(limit).joined(separator: ", "))\(rest)\n"
  }

  private static func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(count) pages" }
}
