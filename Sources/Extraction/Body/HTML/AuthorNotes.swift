import Copydesk
import Pages

/// Finds the paragraphs after an article's text that say who its author is: `Jane Doe is a reporter in Rome.`
struct AuthorNotes {
  private let html: HTMLReading
  private let reading: GenericReading

  init(_ html: HTMLReading) {
    self.html = html
    reading = html.reading
  }

  /// In words, of a note.
  private static let longest = 120
  /// More of them are about somebody of that name.
  private static let most = 3
  /// In bytes.
  private static let longestName = 60

  func read(into draft: inout Draft) {
    let names = names(draft)
    guard !names.isEmpty else { return }
    let body = html.region.filter { draft.decisions.ruling($0).isInBody }
    let total = body.reduce(0) { $0 + reading.facts[$1].weight }
    var words = 0
    var notes: [Int] = []
    for index in body {
      let facts = reading.facts[index]
      let isInLastThird = words * 3 >= total * 2
      words += facts.weight
      guard draft.decisions.ruling(index).role == .body, (5...Self.longest).contains(facts.weight),
        names.contains(where: { opens(index, with: $0) })
      else { continue }
      // An article whose text names its author is about the author.
      guard isInLastThird, notes.count < Self.most else { return }
      notes.append(index)
    }
    for index in notes {
      draft.decide(index, Heuristic.byline.removes(.authorBox, "opens with the author's name, after the text"))
    }
  }

  /// The authors' full names, folded.
  private func names(_ draft: Draft) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for candidate in draft.candidates(for: .author).prefix(4) {
      guard case .authors(let authors) = candidate.value else { continue }
      for author in authors.prefix(4) where author.name.contains(" ") && author.name.utf8.count <= Self.longestName {
        let name = Array(FoldedText(ArraySlice(author.name.utf8), case: .folded).bytes)
        // Nothing is left of a name that leaves no ink.
        if !name.isEmpty { names.append(name) }
      }
    }
    return names
  }

  private func opens(_ index: Int, with name: [UInt8]) -> Bool {
    // The first letter tells most paragraphs apart.
    guard let first = reading.bytes(index).first, first >= 0x80 || name[0] >= 0x80 || first | 0x20 == name[0] else {
      return false
    }
    let text = FoldedText(reading.bytes(index).prefix(name.count + 30), case: .folded).bytes
    guard text.starts(with: name), text.count > name.count else { return false }
    let next = text[name.count]
    return next < 0x80 && next &- 0x61 >= 26 && next != 0x27
  }
}
