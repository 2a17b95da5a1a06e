import Copydesk

/// Chooses among the values on offer for a field, and writes down why.
enum FieldResolution {
  /// Best first: a stronger authority wins; among rules the order in which the rule states them, among generic ones confidence.
  static func ranked(_ candidates: [FieldCandidate]) -> [FieldCandidate] {
    if candidates.count < 2 { return candidates }
    return candidates.enumerated().sorted { a, b in
      if a.element.authority != b.element.authority { return a.element.authority > b.element.authority }
      if a.element.authority == .edit { return a.offset > b.offset }
      if a.element.authority == .generic, a.element.confidence != b.element.confidence {
        return a.element.confidence > b.element.confidence
      }
      return a.offset < b.offset
    }.map(\.element)
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
