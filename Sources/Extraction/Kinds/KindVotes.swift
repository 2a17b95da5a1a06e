import Copydesk

/// What speaks for each kind of page, weighed.
struct KindVotes {
  private var scores: [PageKind.Name: Double] = [:]
  private var reasons: [PageKind.Name: [String]] = [:]

  /// - Parameter evidence: What speaks for the kind, with its place; `nil` for what is not worth showing.
  mutating func add(_ kind: PageKind.Name, _ weight: Double, _ evidence: String?) {
    scores[kind, default: 0] += weight
    if let evidence, weight > 0, reasons[kind]?.contains(evidence) != true, reasons[kind]?.count ?? 0 < 8 {
      reasons[kind, default: []].append(evidence)
    }
  }

  func score(_ kind: PageKind.Name) -> Double { scores[kind] ?? 0 }

  /// The kind with the most behind it. Its confidence grows with the distance to the next one, as a logistic of the difference: votes are
  /// log-odds by design, each of a weight that was set by hand.
  func verdict() -> PageKind {
    var best = PageKind.Name.article
    for kind in PageKind.Name.allCases where score(kind) > score(best) { best = kind }
    let next = PageKind.Name.allCases.filter { $0 != best }.map(score).max() ?? 0
    let confidence = 1 / (1 + exponential(max(0, next) - score(best)))
    return PageKind(best, confidence: (confidence * 1000).rounded() / 1000, evidence: reasons[best] ?? [])
  }

  /// eˣ by its series, of x halved until it is small: the same on every machine.
  private func exponential(_ x: Double) -> Double {
    let x = min(max(x, -30), 30)
    let small = x / 1024
    var result = 1 + small + small * small / 2 + small * small * small / 6
    for _ in 0..<10 { result *= result }
    return result
  }
}
