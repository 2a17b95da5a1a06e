import Copydesk
import Pages

/// Corrections and editors' notes: no part of the report, yet whoever prints it has to know of them.
///
/// They are looked for when all else is decided, so that one which a rule or the block model keeps stays in the body.
struct Corrections {
  private let reading: GenericReading

  init(_ reading: GenericReading) { self.reading = reading }

  /// Moves what the heuristics left out as a correction into the article's field.
  func read(into draft: inout Draft) {
    var notes: (all: FieldCandidate, count: Int)?
    for index in draft.decisions.indices where says(index, draft.decisions.ruling(index)) {
      let text = draft.text(ofBlock: index).trimmed
      let note = FieldCandidate(.words([text]), raw: text, from: reading.place(index), confidence: 0.8)
      notes = notes.map { ($0.all.joined(with: note), $0.count + 1) } ?? (note, 1)
      let decision = draft.decisions[index]
      draft.decide(index, Decision(.moved, role: .correction, to: .correction, by: decision.by, reason: decision.reason))
      if notes?.count == Self.most { break }
    }
    if let notes { draft.offer(.correction, notes.all) }
  }

  private func says(_ index: Int, _ ruling: DecisionList.Ruling) -> Bool {
    guard ruling.role == .correction, ruling.fate == .removed, ruling.authority == .generic else { return false }
    // A heading or a link that says "Corrections" corrects nothing.
    return reading.facts[index].weight >= 4 && reading.facts[index].linkShare < 0.8
  }

  /// No article has more; a page of nothing else is not told all over again.
  private static let most = 8
}
