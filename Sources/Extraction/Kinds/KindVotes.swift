import Copydesk

/// What speaks for each kind of page, weighed.
struct KindVotes {
  /// There are few of them, so they are gone through rather than looked up.
  private var votes: [(kind: PageKind.Name, weight: Double, evidence: String?)] = []

  /// So much of what speaks for a kind is shown.
  private static let mostReasons = 8

  /// - Parameter evidence: What speaks for the kind, with its place; `nil` for what is not worth showing.
  mutating func add(_ kind: PageKind.Name, _ weight: Double, _ evidence: String?) { votes.append((kind, weight, evidence)) }

  func score(_ kind: PageKind.Name) -> Double { votes.reduce(0) { $1.kind == kind ? $0 + $1.weight : $0 } }

  /// What speaks for a kind, each once.
  private func reasons(_ kind: PageKind.Name) -> [String] {
    var reasons: [String] = []
    for vote in votes where vote.kind == kind && vote.weight > 0 && reasons.count < Self.mostReasons {
      if let evidence = vote.evidence, !reasons.contains(evidence) { reasons.append(evidence) }
    }
    return reasons
  }

  /// The kind with the most behind it. Its confidence grows with the distance to the next one, as a logistic of the difference: votes are
  /// log-odds by design, each of a weight that was set by hand.
  func verdict() -> PageKind {
    var best = (kind: PageKind.Name.article, score: score(.article))
    /// The score of the one that comes next; none is below 0.
    var next = 0.0
    for kind in PageKind.Name.allCases where kind != .article {
      let score = score(kind)
      if score > best.score {
        next = max(next, best.score)
        best = (kind, score)
      } else {
        next = max(next, score)
      }
    }
    let confidence = 1 / (1 + exponential(next - best.score))
    return PageKind(best.kind, confidence: (confidence * 1000).rounded() / 1000, evidence: reasons(best.kind))
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
