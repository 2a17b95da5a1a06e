import Copydesk

/// The line of a text dump that is the headline, and why.
struct HeadlineChoice {
  var index: Int
  /// Other lines that say the same: the page's title above the menus.
  var doubles: [Int] = []
  var confidence: Double
  var reason: String

  /// How far above the first paragraph a headline may stand.
  private static let reach = 30

  static func choose(_ reading: GenericReading, before start: Int, _ lines: inout HeadLines) -> HeadlineChoice? {
    let low = max(0, start - reach)
    var best: (index: Int, score: Int)?
    let title = Title(reading)
    var matches: [Int] = []
    var distance = 0
    for index in (low..<start).reversed() where !reading.facts[index].isBlank {
      let facts = reading.facts[index]
      if lines.isDate(index) || lines.isByline(index) { continue }
      distance += 1
      if index > 0, title.opens(with: reading.bytes(index)) { matches.append(index) }
      guard reading.signs[index] == nil, facts.weight >= 3, facts.weight <= 35, facts.separators <= 1 else { continue }
      var score = facts.weight >= 4 && facts.weight <= 25 ? 60 : 30
      // A headline has no full stop.
      if facts.endsSentence, reading.bytes(index).last == UInt8(ascii: ".") { score -= 30 }
      if facts.startsLower { score -= 20 }
      if facts.digits > facts.letters { score -= 40 }
      score += min(facts.weight, 12)
      score -= distance * 6
      if score > best?.score ?? 20 { best = (index, score) }
    }
    // The nearest of the lines that open the page's title.
    if let match = matches.first {
      let doubles = [0] + matches.dropFirst()
      return HeadlineChoice(index: match, doubles: doubles, confidence: 0.9, reason: "repeats the page's title")
    }
    guard let best else { return nil }
    return HeadlineChoice(
      index: best.index, confidence: 0.7, reason: "the line above the first paragraph that reads like a headline")
  }
}

/// The first line of a dump, which in a dump of a whole page is the page's title: headline and site name.
private struct Title {
  private var key: [UInt8] = []

  init(_ reading: GenericReading) {
    guard let first = reading.facts.indices.first(where: { !reading.facts[$0].isBlank }), first == 0,
      reading.facts[0].weight >= 3, reading.facts[0].weight <= 60
    else { return }
    key = Self.key(reading.bytes(0))
  }

  /// Whether the title begins with this line, or is it.
  func opens(with line: ArraySlice<UInt8>) -> Bool {
    guard let initial = key.first, let first = line.first(where: Self.isKey) else { return false }
    // Folding leaves ASCII letters alone, case apart.
    if first < 0x80, first | 0x20 != initial | 0x20 { return false }
    let other = Self.key(line)
    return other.count >= 12 && other.count * 4 >= key.count && key.starts(with: other)
  }

  /// Letters, digits and what is beyond ASCII, in lower case.
  private static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
    FoldedText(line, case: .folded).bytes.filter(isKey)
  }

  private static func isKey(_ byte: UInt8) -> Bool { byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }
}
