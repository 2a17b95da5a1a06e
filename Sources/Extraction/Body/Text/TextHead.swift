import Copydesk
import Pages

/// Reads what stands above the first paragraph: headline, deck, byline, date, and the menus before them.
struct TextHead {
  let reading: GenericReading
  /// The region without what belongs to the head.
  let body: Range<Int>
  private let notices: Notices
  let headline: HeadlineChoice?

  /// A deck and what stands around it are no longer than this many blocks.
  private static let deepest = 8

  init(_ reading: GenericReading, notices: Notices, region: Range<Int>, lines: inout HeadLines) {
    self.reading = reading
    self.notices = notices
    var start = Self.bodyStart(reading, region, &lines)
    headline = HeadlineChoice.choose(reading, region: start..<max(start, region.upperBound), &lines)
    if let headline, headline.index >= start { start = Self.firstInk(reading, headline.index + 1, region) ?? start }
    body = start..<max(start, region.upperBound)
  }

  /// The first paragraph: after the last byline or date line that has no more than a deck before it.
  private static func bodyStart(_ reading: GenericReading, _ region: Range<Int>, _ lines: inout HeadLines) -> Int {
    var start = region.lowerBound
    var prose = 0
    for index in region.prefix(deepest) {
      if lines.isByline(index) || lines.isDate(index) {
        start = index + 1
      } else if reading.facts[index].isProse {
        prose += 1
        if prose > 2 { break }
      }
    }
    return firstInk(reading, start, region) ?? region.lowerBound
  }

  private static func firstInk(_ reading: GenericReading, _ index: Int, _ region: Range<Int>) -> Int? {
    (index..<max(index, region.upperBound)).first { !reading.facts[$0].isBlank }
  }

  func read(into draft: inout Draft, lines: inout HeadLines) {
    let top = headline?.index ?? body.lowerBound
    for index in 0..<body.lowerBound where !reading.facts[index].isBlank {
      if index == headline?.index || headline?.doubles.contains(index) == true {
        draft.decide(index, Heuristic.headline.moves(.headline, headline?.reason ?? ""))
      } else if index < top {
        above(index, top, &lines, &draft)
      } else {
        below(index, &lines, &draft)
      }
    }
    if let headline {
      draft.offer(
        .headline,
        FieldCandidate(
          .text(headline.text), raw: reading.string(headline.index), from: reading.place(headline.index),
          confidence: headline.confidence, notes: [headline.reason]))
    }
    if let first = body.first { lines.offerPrefix(ofParagraph: first, to: &draft) }
  }

  /// Above the headline stands the date or the section; anything farther up is a menu.
  private func above(_ index: Int, _ top: Int, _ lines: inout HeadLines, _ draft: inout Draft) {
    if top - index <= 6, lines.offerDate(index, to: &draft) { return }
    if top - index <= 3, lines.offerByline(index, to: &draft) { return }
    draft.decide(index, outside(index, "before the article"))
  }

  /// Between the headline and the first paragraph.
  private func below(_ index: Int, _ lines: inout HeadLines, _ draft: inout Draft) {
    if lines.offerDate(index, to: &draft) || lines.offerByline(index, to: &draft) { return }
    let facts = reading.facts[index]
    let isDeck = reading.signs[index] == nil && (facts.isProse || facts.weight >= 6) && headline != nil
    if isDeck, draft.candidate(for: .description) == nil {
      draft.decide(index, Heuristic.deck.moves(.description, "between the headline and the byline"))
      draft.offer(
        .description,
        FieldCandidate(
          .text(reading.string(index)), raw: reading.string(index), from: reading.place(index), confidence: 0.6,
          notes: ["between the headline and the byline"]))
      return
    }
    draft.decide(index, outside(index, "between the headline and the first paragraph"))
  }

  private func outside(_ index: Int, _ place: String) -> Decision {
    if let sign = reading.signs[index] { return Heuristic.sign.removes(sign.role, sign.reason) }
    return Heuristic.beforeArticle.removes(.navigation, place)
  }
}
