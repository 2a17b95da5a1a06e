import Copydesk
import Pages

/// Reads bylines and dates in lines around the headline, each line once.
struct HeadLines {
  let reading: GenericReading
  private var bylines: [Int: Byline?] = [:]
  private var dates: [Int: DateLine?] = [:]
  private var numericDates: NumericDates?
  /// How many more lines are read. No page has so many around its headline; lists of thousands of other articles have.
  private var left = 1000

  /// A byline or date line has no more words than this.
  private static let longest = 30
  /// Thirty words may be a whole page without spaces.
  private static let longestBytes = 1000

  init(_ reading: GenericReading) { self.reading = reading }

  mutating func isByline(_ index: Int) -> Bool { byline(index) != nil }

  mutating func isDate(_ index: Int) -> Bool { dateLine(index) != nil }

  /// Whether a line says *published* and a date, or the line above says the one and this the other.
  mutating func isPublicationDate(_ index: Int) -> Bool {
    guard let date = dateLine(index)?.dates[0] else { return false }
    return date.label.map { $0 == .published } ?? (labelAbove(index) == .published)
  }

  mutating func byline(_ index: Int) -> Byline? {
    let facts = reading.facts[index]
    guard facts.weight <= Self.longest, facts.visible.count <= Self.longestBytes else { return nil }
    let bytes = reading.bytes(index)
    let mayBeGlued = bytes.first == UInt8(ascii: "B")
    guard mayBeGlued || Byline.mayOpen(bytes) else { return nil }
    if let known = bylines[index] { return known }
    var byline: Byline?
    if dateLine(index) == nil, left > 0 {
      left -= 1
      byline = Byline.read((mayBeGlued ? GluedWords.parted(bytes) : nil).map { $0[...] } ?? bytes)
    }
    bylines[index] = .some(byline)
    return byline
  }

  mutating func dateLine(_ index: Int) -> DateLine? {
    let facts = reading.facts[index]
    guard facts.digits > 0, facts.weight <= Self.longest, facts.visible.count <= Self.longestBytes,
      DateReader.mayHold(reading.bytes(index))
    else { return nil }
    if let known = dates[index] { return known }
    guard left > 0 else { return nil }
    left -= 1
    let line = DateLine(reading.bytes(index), facts, reading.signs[index]) { dates in
      let numeric = numericDates ?? NumericDates(reading)
      numericDates = numeric
      return numeric.order(of: dates)
    }
    dates[index] = .some(line)
    return line
  }

  /// Moves a line that is a date into the article's dates, and the byline in front of it into the authors.
  mutating func offerDate(_ index: Int, to draft: inout Draft) -> Bool {
    guard let line = dateLine(index), let first = line.dates.first else { return false }
    let label = first.label ?? labelAbove(index)
    // Of two dates without labels the later is the change.
    for (position, date) in line.dates.enumerated() {
      let isModified = date.label == .modified || date.label == nil && (position > 0 || label == .modified)
      offer(date, isModified ? .dateModified : .datePublished, index, line.isPure, &draft)
    }
    if let byline = line.byline { offer(byline, index, 0.75, &draft) }
    let onlyModified = label == .modified && line.dates.count == 1
    draft.decide(
      index,
      Heuristic.dateLine.moves(
        onlyModified ? .dateModified : .datePublished,
        line.isPure ? "a line with a date and nothing else" : "a line with a date and a few words beside it"))
    return true
  }

  /// What the line above says about the date below it: *Published on*, *Last updated:*.
  private func labelAbove(_ index: Int) -> DateReading.Label? {
    guard index > 0, (1...5).contains(reading.facts[index - 1].weight) else { return nil }
    return DateWords.label(endingIn: FoldedText(reading.bytes(index - 1), case: .folded).bytes)
  }

  private func offer(_ date: DateReading, _ field: Field, _ index: Int, _ isPure: Bool, _ draft: inout Draft) {
    let confidence = date.isAmbiguous ? 0.2 : date.label != nil ? 0.85 : isPure ? 0.8 : 0.6
    draft.offer(
      field,
      FieldCandidate(.date(date.date), raw: date.raw, from: reading.place(index), confidence: confidence, notes: date.notes))
  }

  /// Moves a line that is a byline into the article's authors.
  mutating func offerByline(_ index: Int, to draft: inout Draft) -> Bool {
    guard let byline = byline(index) else { return false }
    offer(byline, index, 0.8, &draft)
    offerDateBesideByline(index, &draft)
    draft.decide(index, Heuristic.byline.moves(byline.authors.isEmpty ? .creditText : .author, "a line that says who wrote it"))
    return true
  }

  /// Offers the date that a line names behind who wrote the article: `Posted by Ada Lovelace on Friday December 19, 2025 from the attic.`
  private func offerDateBesideByline(_ index: Int, _ draft: inout Draft) {
    let line = reading.bytes(index)
    guard reading.facts[index].digits >= 4, DateReader.mayHold(line), DateReader.mayHoldMonth(line) else { return }
    let dates = DateReader.findAll(in: FoldedText(line, case: .folded), limit: 1)
    guard let date = dates.first, date.date.day != nil else { return }
    offer(date, date.label == .modified ? .dateModified : .datePublished, index, false, &draft)
  }

  /// Cuts a byline off the front of the first paragraph, whose rest stays.
  mutating func offerPrefix(ofParagraph index: Int, to draft: inout Draft) {
    guard draft.decisions.ruling(index).isInBody || draft.decisions.ruling(index).authority == .generic,
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

  func offer(_ byline: Byline, _ index: Int, _ confidence: Double, _ draft: inout Draft) {
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
