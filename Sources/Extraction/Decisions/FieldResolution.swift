import Copydesk

/// Chooses among the values on offer for a field, and writes down why.
enum FieldResolution {
  /// Best first: a stronger authority wins; among rules the order in which the rule states them, among generic ones confidence.
  static func ranked(_ candidates: [FieldCandidate]) -> [FieldCandidate] {
    if candidates.count < 2 { return candidates }
    return candidates.indices.sorted { precedes($0, $1, candidates) }.map { candidates[$0] }
  }

  /// The first of ``ranked(_:)``.
  static func best(_ candidates: [FieldCandidate]) -> FieldCandidate? {
    candidates.indices.min { precedes($0, $1, candidates) }.map { candidates[$0] }
  }

  private static func precedes(_ a: Int, _ b: Int, _ candidates: [FieldCandidate]) -> Bool {
    let authority = candidates[a].authority
    if authority != candidates[b].authority { return authority > candidates[b].authority }
    if authority == .edit { return a > b }
    if authority == .generic, candidates[a].confidence != candidates[b].confidence {
      return candidates[a].confidence > candidates[b].confidence
    }
    return a < b
  }

  /// The evidence for the first of `ranked`, the rest as losing candidates.
  static func evidence(_ ranked: [FieldCandidate]) -> Evidence? {
    guard let best = ranked.first else { return nil }
    var evidence = Evidence(raw: best.raw, from: best.from, confidence: best.confidence, notes: best.notes)
    if case .date(let date) = best.value { evidence.precision = date.precision.rawValue }
    evidence.others = ranked.dropFirst().map { other in
      Evidence.Candidate(
        value: other.value.description, raw: other.raw, from: other.from, confidence: other.confidence,
        agrees: best.value.agrees(with: other.value))
    }
    return evidence
  }

  /// Several places that say the same make a value surer: the doubts are multiplied, as for independent witnesses.
  static func corroborated(_ evidence: inout Evidence) {
    var doubt = 1 - evidence.confidence
    for other in evidence.others where other.agrees { doubt *= 1 - other.confidence }
    let confidence = 1 - doubt
    evidence.confidence = (confidence * 1000).rounded() / 1000
  }
}
