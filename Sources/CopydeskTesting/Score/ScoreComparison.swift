import Copydesk

/// What got better and worse since an earlier run of the same corpus.
public struct ScoreComparison: Sendable {
  public struct Change: Sendable {
    public var id: String
    public var measure: Measure
    public var before: Double
    public var after: Double
  }

  /// Pages whose figure moved by more than a thousandth, largest change first.
  public var better: [Change] = []
  public var worse: [Change] = []
  /// Pages that the earlier run has and this one does not.
  public var lost: [String] = []
  /// Per measure, the means over the pages that both runs have.
  public var means: [(measure: Measure, before: Double, after: Double)] = []

  /// Whether no page fell and none is missing.
  public var holds: Bool { worse.isEmpty && lost.isEmpty }

  /// Compares with the JSON Lines of an earlier ``ScoreReport/jsonLines``.
  /// - Throws: ``CorpusError/badRecord(path:line:why:)``.
  public init(_ report: ScoreReport, earlier bytes: [UInt8], path: String) throws(CorpusError) {
    var before: [String: JSONValue] = [:]
    for (index, line) in bytes.split(separator: 0x0A).enumerated() {
      do throws(JSONSyntaxError) {
        let record = try JSONValue.parse(line)
        if let id = record["id"]?.stringValue { before[id] = record }
      } catch {
        throw .badRecord(path: path, line: index + 1, why: "\(error)")
      }
    }
    var changes: [Change] = []
    for measure in Measure.allCases {
      let pairs = report.pages.compactMap { page -> Change? in
        guard let after = measure.value(page), let old = before[page.id]?[measure.rawValue]?.doubleValue else { return nil }
        return Change(id: page.id, measure: measure, before: old, after: after)
      }
      if pairs.isEmpty { continue }
      let count = Double(pairs.count)
      means.append((measure, pairs.reduce(0) { $0 + $1.before } / count, pairs.reduce(0) { $0 + $1.after } / count))
      changes += pairs.filter { abs($0.after - $0.before) > 0.001 }
    }
    changes.sort { (abs($1.after - $1.before), $0.id) < (abs($0.after - $0.before), $1.id) }
    let ids = Set(report.pages.map(\.id))
    lost = before.keys.filter { !ids.contains($0) }.sorted()
    better = changes.filter { $0.after > $0.before }
    worse = changes.filter { $0.after < $0.before }
  }

  /// The comparison as text: means first, then the pages.
  public func text(limit: Int = 20) -> String {
    var text = ""
    for (measure, before, after) in means {
      let sign = after >= before ? "+" : "-"
      text +=
        "\(measure.rawValue): \(ScoreReport.figure(before)) → \(ScoreReport.figure(after)) (\(sign)\(ScoreReport.figure(abs(after - before))))\n"
    }
    for (name, changes) in [("better", better), ("worse", worse)] where !changes.isEmpty {
      text += "\(name): \(changes.count)\n"
      for change in changes.prefix(limit) {
        text +=
          "  \(change.id) \(change.measure.rawValue) \(ScoreReport.figure(change.before)) → \(ScoreReport.figure(change.after))\n"
      }
    }
    if !lost.isEmpty { text += "missing: \(lost.joined(separator: ", "))\n" }
    return text
  }
}
