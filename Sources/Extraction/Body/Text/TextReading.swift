import Copydesk
import Pages

/// Reads a text dump: one line after the other, with nothing but words, shape and place to go by.
struct TextReading {
  let reading: GenericReading
  private let notices: Notices
  private(set) var region: Range<Int>
  /// The lines that say the same as another, in groups.
  let sameLines: [[Int]]

  init(_ reading: GenericReading) {
    self.reading = reading
    sameLines = SameLines.groups(in: reading)
    let notices = Notices(reading)
    self.notices = notices
    region = TextRegion.find(reading) { notices.covers($0) }
    region = TextSections.trimmed(region, reading)
  }

  func read(into draft: inout Draft) {
    var lines = HeadLines(reading)
    let head = TextHead(reading, notices: notices, region: region, lines: &lines)
    TextBody(reading, notices: notices, region: head.body, sameLines).read(into: &draft)
    head.read(into: &draft, lines: &lines)
    TextTail(reading, start: region.upperBound).read(into: &draft, lines: &lines)
    MissedCredits(reading, body: head.body, headline: head.headline?.index, doubles: head.headline?.doubles ?? [])
      .read(into: &draft, lines: &lines)
    notices.read(into: &draft)
  }
}

/// Where the article's own text ends before its region does: lists of other articles often have whole sentences too.
enum TextSections {
  /// Cuts the region at the first section heading after which less is said than before it.
  static func trimmed(_ region: Range<Int>, _ reading: GenericReading) -> Range<Int> {
    let facts = reading.facts
    var total = 0
    for index in region where facts[index].isProse { total += facts[index].weight }
    var before = 0
    for index in region {
      if facts[index].isProse { before += facts[index].weight }
      guard let sign = reading.signs[index], sign.opensSection, before * 2 > total else { continue }
      // A heading amid the text leads a short list, and the text goes on: then long prose follows close by.
      let next = (index + 1..<min(index + 8, region.upperBound)).filter { facts[$0].isProse && facts[$0].endsSentence }
      if next.count >= 3, sign.role == .related || sign.role == .newsletter { continue }
      return region.lowerBound..<index
    }
    return region
  }
}
