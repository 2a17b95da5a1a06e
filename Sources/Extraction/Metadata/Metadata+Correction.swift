import Copydesk

extension Metadata {
  /// Corrections that the page's JSON-LD states (https://schema.org/correction): a text, or a `CorrectionComment` with one. An address says
  /// nothing that could be printed.
  func correctionCandidates() -> [FieldCandidate] {
    var notes: FieldCandidate?
    for value in linkedData.articleValues(at: ["correction"]).prefix(20) {
      guard let raw = value.stringValue ?? value["text"]?.stringValue ?? value["description"]?.stringValue else { continue }
      let text = HTMLText.plain(raw)
      guard text.utf8.contains(UInt8(ascii: " ")) || !text.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      let note = FieldCandidate(.words([text]), raw: raw, from: "json-ld:correction", confidence: 0.85)
      notes = notes?.joined(with: note) ?? note
    }
    return notes.map { [$0] } ?? []
  }
}
