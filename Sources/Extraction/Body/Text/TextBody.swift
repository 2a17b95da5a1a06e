import Copydesk
import Pages

/// Reads the article's region of a text dump: what stands among the paragraphs and is none.
struct TextBody {
  private let reading: GenericReading
  private let notices: Notices
  private let region: Range<Int>
  private let repeated: RepeatedLines

  init(_ reading: GenericReading, notices: Notices, region: Range<Int>, _ sameLines: [[Int]]) {
    self.reading = reading
    self.notices = notices
    self.region = region
    repeated = RepeatedLines(sameLines, reading.facts)
  }

  func read(into draft: inout Draft) {
    /// Whether the line before is the beginning of this one.
    var opens = false
    var announced = AnnouncedList()
    for index in region where !reading.facts[index].isBlank {
      let opened = opens
      opens = neighbour(index, 1).map { isOpening(index, of: $0) } ?? false
      let isAnnounced = announced.takes(reading.facts[index], reading.page.blocks[index].kind)
      if !notices.covers(index) { draft.decide(index, decision(index, isAnnounced, isSaidTwice: opened || opens)) }
    }
  }

  /// - Parameter isSaidTwice: Whether the next line begins with all of this one, or this one with the line before: a picture's text, then the caption
  ///   with its credit.
  private func decision(_ index: Int, _ isAnnounced: Bool, isSaidTwice: Bool) -> Decision {
    let facts = reading.facts[index]
    if let sign = reading.signs[index], !sign.yields(to: facts) {
      return Heuristic.sign.removes(sign.role, sign.reason)
    }
    let isItem = reading.page.blocks[index].kind == .listItem
    if !isItem, CaptionShape.matches(reading.bytes(index), facts) {
      return Heuristic.caption.removes(.caption, "ends in a picture's credit")
    }
    if isAnnounced { return Heuristic.announcedList.keeps(.list, "list that the line above it announces") }
    if isItem { return Heuristic.densestRun.keeps(.list, "list within the densest run of prose") }
    if isSaidTwice {
      return Heuristic.repeated.removes(.caption, "stands twice, one below the other: a picture's text and its caption")
    }
    if facts.weight <= 40, repeated.contains(index) {
      return Heuristic.repeated.removes(.caption, "stands twice in the document: a picture's text and its caption")
    }
    if facts.isProse || facts.endsSentence { return Heuristic.densestRun.keeps(.body, "paragraph in the densest run of prose") }
    if repeated.contains(index) {
      return Heuristic.repeated.removes(.caption, "stands twice in the document: a picture's text and its caption")
    }
    if isHeading(index) { return Heuristic.heading.keeps(.heading, "short line that leads a paragraph") }
    if isStray(index) {
      return Heuristic.shortRun.removes(.boilerplate, "short line among the paragraphs that ends no sentence and leads none")
    }
    return Heuristic.densestRun.keeps(.body, "line within the densest run of prose")
  }

  /// Whether one line is the other's beginning, and the greater part of it.
  private func isOpening(_ short: Int, of long: Int) -> Bool {
    let (a, b) = (reading.facts[short], reading.facts[long])
    guard a.weight >= 4, b.weight <= 60, b.weight <= a.weight + 15, a.visible.count <= b.visible.count else { return false }
    return reading.bytes(long).withUnsafeBufferPointer { long in
      reading.bytes(short).withUnsafeBufferPointer { ByteSearch.stands($0, in: long, at: 0) }
    }
  }

  /// A caption, a byline or a label that lost its place: a line without an end, not in a list, that does not lead a paragraph.
  private func isStray(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    guard facts.weight < 32, !facts.endsColon, !isListItem(index) else { return false }
    if let next = neighbour(index, 1), reading.facts[next].isProse { return false }
    guard let previous = neighbour(index, -1) else { return false }
    if reading.facts[previous].endsColon || isListItem(previous) { return false }
    return reading.facts[previous].isProse || facts.weight >= 8
  }

  private func isListItem(_ index: Int) -> Bool {
    let line = reading.bytes(index)
    guard let first = line.first else { return false }
    if first &- 0x30 < 10 {
      return line.prefix(3).dropFirst().contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || Self.bullets.contains { line.starts(with: $0) }
  }

  private static let bullets = ["\u{2022}", "\u{B7}"].map { Array($0.utf8) }

  private func neighbour(_ index: Int, _ step: Int) -> Int? {
    var next = index + step
    while region.contains(next), reading.facts[next].isBlank { next += step }
    return region.contains(next) ? next : nil
  }

  /// A subheading: short, without an end, apart from the paragraph it leads.
  private func isHeading(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    // A row of asterisks parts sections and heads none.
    guard facts.weight <= 20, facts.letters + facts.digits > 0, !facts.startsLower, facts.separators == 0,
      reading.page.blocks[index].followsGap
    else { return false }
    var next = index + 1
    while next < region.upperBound, reading.facts[next].isBlank { next += 1 }
    return next < region.upperBound && reading.facts[next].isProse
  }
}

/// Follows a dump's lines and says which are items of a list that the line above it announces, as *What will change:* does.
struct AnnouncedList {
  private var isOpen = false

  /// A heading of a menu has fewer words.
  private static let fewestWords = 4

  /// - Returns: Whether a line is such an item.
  mutating func takes(_ facts: BlockFacts, _ kind: PageBlock.Kind) -> Bool {
    if kind == .listItem { return isOpen }
    if !facts.isBlank { isOpen = facts.endsColon && facts.weight >= Self.fewestWords }
    return false
  }
}
