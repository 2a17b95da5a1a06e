import Copydesk
import Pages

/// Lines that hold several things at once: *Published August 7, 2023 by Jane Doe*, *Dec 26, 2025 • 4 min read*, *By* over a name.
extension HeadLines {
  /// Reads date and byline out of a line between headline and text that holds other words as well.
  ///
  /// The line is moved where nothing else is left in it but the time it takes to read; else it only bears witness, and its block's fate is left
  /// to others.
  mutating func offerMixed(_ index: Int, to draft: inout Draft) -> Bool {
    let facts = reading.facts[index]
    guard facts.weight <= 20, facts.digits >= 5 else { return false }
    let folded = FoldedText(reading.bytes(index), case: .folded)
    let found = DateReader.findAll(in: folded, languages: draft.metadata.languages, limit: 3)
    guard let first = found.first, first.range.count * 4 >= folded.original.count || facts.weight <= 12 else { return false }
    for date in found {
      offerMixed(date, date.label == .modified ? .dateModified : .datePublished, index, &draft)
    }
    let rest = Self.rest(of: folded.original, without: found.map(\.range))
    let onlyModified = found.allSatisfy { $0.label == .modified }
    if let byline = Byline.read(rest), !byline.authors.isEmpty {
      offer(byline, index, 0.5, &draft)
      draft.decide(index, Heuristic.byline.moves(.author, "a line that says who wrote it and when"))
    } else if Self.isFurniture(rest) {
      let field: Field = onlyModified ? .dateModified : .datePublished
      draft.decide(index, Heuristic.dateLine.moves(field, "a line with a date and the time it takes to read"))
    } else {
      return false
    }
    return true
  }

  /// The dates in a line that is a byline already: *By Jane Doe - Mar 27, 2024*.
  func offerDates(besideByline index: Int, to draft: inout Draft) {
    guard reading.facts[index].digits >= 5 else { return }
    let folded = FoldedText(reading.bytes(index), case: .folded)
    for date in DateReader.findAll(in: folded, languages: draft.metadata.languages, limit: 2) {
      offerMixed(date, date.label == .modified ? .dateModified : .datePublished, index, &draft)
    }
  }

  /// A line that is *By* and nothing else, over a line that is a name.
  mutating func offerIntroduced(_ index: Int, before end: Int, to draft: inout Draft) -> Bool {
    let folded = FoldedText(reading.bytes(index), case: .folded).bytes
    guard folded.count <= 40, BylineWords.introduction(of: folded + [0x3A]) == folded.count else { return false }
    guard let next = (index + 1..<max(end, index + 1)).first(where: { !reading.facts[$0].isBlank }),
      reading.facts[next].weight <= 12
    else { return false }
    let authors = AuthorList.people(in: reading.string(next))
    guard !authors.isEmpty else { return false }
    let byline = Byline(
      authors: authors, consumed: 0..<reading.facts[next].visible.count, raw: reading.string(next), form: .introduced)
    offer(byline, next, 0.5, &draft)
    draft.decide(index, Heuristic.byline.moves(.author, "introduces the byline below it"))
    draft.decide(next, Heuristic.byline.moves(.author, "the name below the word that introduces it"))
    return true
  }

  private func offerMixed(_ date: DateReading, _ field: Field, _ index: Int, _ draft: inout Draft) {
    draft.offer(
      field,
      FieldCandidate(
        .date(date.date), raw: date.raw, from: reading.place(index), confidence: date.isAmbiguous ? 0.2 : 0.65, notes: date.notes)
    )
  }

  /// What is left of a line without its dates and their labels.
  private static func rest(of line: ArraySlice<UInt8>, without dates: [Range<Int>]) -> String {
    var left: [UInt8] = []
    for (offset, byte) in line.enumerated() {
      if dates.contains(where: { $0.contains(offset) }) {
        if left.last != 0x20 { left.append(0x20) }
      } else {
        left.append(byte)
      }
    }
    let signs: Set<Character> = ["-", "–", "—", "•", "·", "|", ",", ":", "・", "/"]
    var words = String(decoding: left, as: UTF8.self).split(whereSeparator: \.isWhitespace)[...]
    func isEdge(_ word: Substring) -> Bool {
      word.allSatisfy(signs.contains) || DateWords.isLabel(FoldedText(String(word), case: .folded).bytes)
    }
    while let first = words.first, isEdge(first) { words.removeFirst() }
    while let last = words.last, isEdge(last) { words.removeLast() }
    if let cut = words.firstIndex(where: { ["•", "·", "|", "・", "—", "–", "-"].contains($0) }),
      isFurniture(words[cut...].joined(separator: " "))
    {
      words = words[..<cut]
    }
    return words.joined(separator: " ")
  }

  /// Whether a text is nothing, or says how long reading takes: *11 Minute Read*, *Lesezeit: 3 Min.*
  private static func isFurniture(_ text: String) -> Bool {
    let words = FoldedText(text, case: .folded).bytes.split { $0 == 0x20 || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D || $0 == 0x7C }
    return words.count <= 8
      && words.allSatisfy { word in
        readingTime.contains(WordHash(word)) || word.allSatisfy { $0 &- 0x30 < 10 }
          || !word.contains { $0 &- 0x61 < 26 } && word.count <= 3
      }
  }

  private static let readingTime: Set<WordHash> = Set(
    """
    min mins minute minutes read reading time to est lesezeit lesedauer minuten lesen min. temps lecture de tiempo lectura minutos tempo leitura di lettura minuti \
    leestijd lästid lesetid læsetid minutter minuter czas czytania minuty minut okuma süresi dakika мин минут минуты чтение 分 分で読めます 분
    """.split(separator: " ").map { WordHash($0.utf8) })
}
