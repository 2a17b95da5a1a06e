import Copydesk
import Pages

/// Reads the article's region of a text dump: what stands among the paragraphs and is none.
struct TextBody {
  private let reading: GenericReading
  private let notices: Notices
  private let region: Range<Int>

  init(_ reading: GenericReading, notices: Notices, region: Range<Int>) {
    self.reading = reading
    self.notices = notices
    self.region = region
  }

  func read(into draft: inout Draft) {
    for index in region where !reading.facts[index].isBlank && !notices.covers(index) {
      draft.decide(index, decision(index))
    }
  }

  private func decision(_ index: Int) -> Decision {
    let facts = reading.facts[index]
    if let sign = reading.signs[index], !sign.yields(to: facts) {
      return Heuristic.sign.removes(sign.role, sign.reason)
    }
    if facts.isProse || facts.endsSentence { return Heuristic.densestRun.keeps(.body, "paragraph in the densest run of prose") }
    if isHeading(index) { return Heuristic.heading.keeps(.heading, "short line that leads a paragraph") }
    return Heuristic.densestRun.keeps(.body, "line within the densest run of prose")
  }

  /// A subheading: short, without an end, apart from the paragraph it leads.
  private func isHeading(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    guard facts.weight <= 20, !facts.startsLower, facts.separators == 0, reading.page.blocks[index].followsGap else {
      return false
    }
    var next = index + 1
    while next < region.upperBound, reading.facts[next].isBlank { next += 1 }
    return next < region.upperBound && reading.facts[next].isProse
  }
}
