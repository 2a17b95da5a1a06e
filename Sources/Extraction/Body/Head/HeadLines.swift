import Copydesk
import Pages

/// Reads bylines and dates in lines around the headline, each line once.
struct HeadLines {
  private let reading: GenericReading
  private var bylines: [Int: Byline?] = [:]
  private var dates: [Int: [DateReading]] = [:]

  /// A byline or date line has no more words than this.
  private static let longest = 30

  init(_ reading: GenericReading) { self.reading = reading }

  mutating func isByline(_ index: Int) -> Bool { byline(index) != nil }

  mutating func isDate(_ index: Int) -> Bool { !dates(index).isEmpty }

  mutating func byline(_ index: Int) -> Byline? {
    if let known = bylines[index] { return known }
    var byline: Byline?
    if reading.facts[index].weight <= Self.longest { byline = Byline.read(reading.bytes(index)) }
    bylines[index] = .some(byline)
    return byline
  }

  mutating func dates(_ index: Int) -> [DateReading] {
    if let known = dates[index] { return known }
    var found: [DateReading] = []
    let facts = reading.facts[index]
    if facts.digits > 0, facts.weight <= Self.longest {
      found = DateReader.readAll(FoldedText(reading.bytes(index), case: .folded))
    }
    dates[index] = found
    return found
  }

  /// Moves a line that is a date into the article's dates.
  mutating func offerDate(_ index: Int, to draft: inout Draft) -> Bool {
    let dates = dates(index)
    guard let first = dates.first else { return false }
    // Of two dates without labels the later is the change.
    for (position, reading) in dates.enumerated() {
      let field: Field = reading.label == .modified || reading.label == nil && position > 0 ? .dateModified : .datePublished
      offer(reading, field, index, &draft)
    }
    let onlyModified = first.label == .modified && dates.count == 1
    draft.decide(
      index, Heuristic.dateLine.moves(onlyModified ? .dateModified : .datePublished, "a line with a date and nothing else"))
    return true
  }

  private func offer(_ date: DateReading, _ field: Field, _ index: Int, _ draft: inout Draft) {
    draft.offer(
      field,
      FieldCandidate(
        .date(date.date), raw: date.raw, from: reading.place(index), confidence: date.isAmbiguous ? 0.4 : 0.8, notes: date.notes))
  }

  /// Moves a line that is a byline into the article's authors.
  mutating func offerByline(_ index: Int, to draft: inout Draft) -> Bool {
    guard let byline = byline(index) else { return false }
    offer(byline, index, 0.8, &draft)
    draft.decide(index, Heuristic.byline.moves(byline.authors.isEmpty ? .creditText : .author, "a line that says who wrote it"))
    return true
  }

  /// Cuts a byline off the front of the first paragraph, whose rest stays.
  mutating func offerPrefix(ofParagraph index: Int, to draft: inout Draft) {
    guard draft.decisions[index].isInBody || draft.decisions[index].authority == .generic,
      let byline = Byline.read(reading.bytes(index), place: .firstParagraph),
      byline.consumed.upperBound < reading.facts[index].visible.count
    else { return }
    let shift = reading.facts[index].visible.lowerBound - reading.page.blocks[index].text.lowerBound
    let range = byline.consumed.lowerBound + shift..<byline.consumed.upperBound + shift
    let field: Field = byline.authors.isEmpty ? .creditText : .author
    guard
      draft.cut(index, Heuristic.bylinePrefix.cuts(range, .byline, to: field, "byline in front of the first paragraph"))
    else { return }
    offer(byline, index, 0.85, &draft)
  }

  private func offer(_ byline: Byline, _ index: Int, _ confidence: Double, _ draft: inout Draft) {
    let place = reading.place(index)
    if !byline.authors.isEmpty {
      draft.offer(
        .author, FieldCandidate(.authors(byline.authors), raw: byline.raw, from: place, confidence: confidence))
      // Whoever names another outlet in the byline says where the piece is from.
      for author in byline.authors {
        guard let outlet = author.affiliation else { continue }
        draft.outlets.append(Draft.Outlet(name: outlet, raw: byline.raw, from: place))
      }
    }
    if let credit = byline.credit {
      draft.offer(.creditText, FieldCandidate(.text(credit), raw: byline.raw, from: place, confidence: confidence))
    }
  }
}

extension DateReading {
  /// What was checked, for the evidence.
  var notes: [String] {
    var notes: [String] = []
    switch weekday {
    case .consistent: notes.append("weekday consistent")
    case .inconsistent: notes.append("weekday inconsistent with the date")
    case .absent: break
    }
    if isAmbiguous { notes.append("day and month could be either way round") }
    if let zoneName, date.offsetMinutes == nil { notes.append("time zone \(zoneName) stated without an offset") }
    return notes
  }
}
