import Copydesk
import Pages

/// The line of a text dump that is the headline, and why.
struct HeadlineChoice {
  var index: Int
  /// The headline; a page's title without the name of the site.
  var text: String
  /// Other lines that say the same: the page's title above the menus, the heading of a picture.
  var doubles: [Int] = []
  var confidence: Double
  var reason: String

  /// Chooses among the lines above the first paragraph and the first few of the region itself.
  static func choose(_ reading: GenericReading, region: Range<Int>, _ lines: inout HeadLines) -> HeadlineChoice? {
    let candidates = HeadlineSearch(reading, region).candidates(&lines)
    guard var best = candidates.max(by: { $0.score < $1.score }), best.score >= HeadlineSearch.least else { return nil }
    var doubles: [Int] = []
    if best.index == 0 {
      // Where the headline stands once more below the menus, that is its place.
      if let twin = candidates.filter(\.isTitle).max(by: { $0.score < $1.score }) { best = twin }
    }
    if let upper = candidates.last(where: { $0.index < best.index }), isDeck(best, under: upper, reading) { best = upper }
    if best.isTitle { doubles.append(0) }
    let (shape, fingerprint) = (reading.facts[best.index].shape, Fingerprint.of(reading.bytes(best.index)))
    doubles += candidates.map(\.index).filter {
      $0 != best.index && reading.facts[$0].shape == shape && Fingerprint.of(reading.bytes($0)) == fingerprint
    }
    return HeadlineChoice(
      index: best.index, text: text(of: best, reading), doubles: doubles,
      confidence: best.score >= 8 ? 0.8 : best.score >= 7 ? 0.65 : 0.5, reason: best.reason)
  }
}

extension HeadlineChoice {
  /// The headline's words, without what a template sets beside them.
  private static func text(of line: HeadlineSearch.Candidate, _ reading: GenericReading) -> String {
    let bytes = reading.bytes(line.index)
    if line.index == 0 { return PageTitle.withoutSite(reading.string(0)) }
    // The page's title within the line: beside it stand the path of the sections, a label of the field, a count of comments.
    let title = PageTitle.withoutSite(reading.bytes(0))
    let weight = BlockFacts(bytes: title).weight
    let extra = reading.facts[line.index].weight - weight
    if line.isTitle || weight >= 4, (1...3).contains(extra), Self.holds(bytes, title) {
      return String(decoding: title, as: UTF8.self)
    }
    return String(decoding: PageTitle.withoutBar(bytes), as: UTF8.self)
  }

  private static func holds(_ line: ArraySlice<UInt8>, _ title: ArraySlice<UInt8>) -> Bool {
    let (line, title) = (Array(line), Array(title))
    return line.withUnsafeBufferPointer { ByteSearch.find(title, in: $0) != nil }
  }

  /// Whether a line reads a little more like the headline than the one right above it because it is a deck, longer than the headline.
  private static func isDeck(_ line: HeadlineSearch.Candidate, under upper: HeadlineSearch.Candidate, _ reading: GenericReading)
    -> Bool
  {
    !line.isTitle && upper.index > 0 && line.score - upper.score < 1.2
      && reading.facts[upper.index].weight < reading.facts[line.index].weight
      && (upper.index + 1..<line.index).allSatisfy { reading.facts[$0].isBlank }
  }
}

/// Weighs the lines that could be the headline.
///
/// Each line's score is a sum of a few observations. Their weights are a conditional logit (McFadden, *Conditional logit analysis of
/// qualitative choice behavior*, 1974) over half of a development corpus of dumps, rounded: a headline has four to twenty words and no
/// full stop; it stands at the top of the dump, or has a byline or a date below it; the article takes its words up again, and so does
/// the title of the page.
struct HeadlineSearch {
  struct Candidate {
    var index: Int
    var score: Double
    /// Whether it says what the page's title says.
    var isTitle: Bool
    var agreement: Double

    var reason: String {
      if isTitle { return "says what the page's title says" }
      return agreement >= 0.5 ? "reads like a headline, and the article takes its words up" : "reads like a headline"
    }
  }

  /// A line that scores less is none.
  static let least = 3.0

  private let reading: GenericReading
  private let region: Range<Int>
  private let title: LineWords?
  /// The title without the site's name.
  private var bareTitle: ArraySlice<UInt8> = []
  private var bareFacts = BlockFacts(bytes: [])
  /// Whether the title had the site's name behind it, as only a page's title has.
  private var hasSite = false
  private let vocabulary: Vocabulary

  /// How far above the first paragraph a line that is not like the title may stand, in blocks, and how far into the region.
  private static let reach = 60
  private static let depth = 8
  /// Teasers above the article can belong to the region: the title shows where the article begins.
  private static let titleDepth = 160
  /// In a dump of a whole page menus part the title from the article; closer to the top what is like the first line is a picture's text.
  private static let leastMenu = 6
  /// How much of the article is read for its vocabulary, in bytes.
  private static let sample = 6000

  init(_ reading: GenericReading, _ region: Range<Int>) {
    self.reading = reading
    self.region = region
    title = reading.facts.first.flatMap { facts in
      !facts.isBlank && (3...60).contains(facts.weight) ? LineWords(reading.bytes(0)) : nil
    }
    if title != nil {
      let line = reading.bytes(0)
      bareTitle = PageTitle.withoutSite(line)
      bareFacts = bareTitle.count == line.count ? reading.facts[0] : BlockFacts(bytes: bareTitle)
      hasSite = bareFacts.letters < reading.facts[0].letters
    }
    var vocabulary = Vocabulary()
    var room = Self.sample
    for index in region where room > 0 && reading.facts[index].isProse && reading.facts[index].weight >= 20 {
      let bytes = reading.bytes(index).prefix(room)
      vocabulary.add(bytes)
      room -= bytes.count
    }
    self.vocabulary = vocabulary
  }

  /// The lines that could be the headline, in order.
  func candidates(_ lines: inout HeadLines) -> [Candidate] {
    let end = min(region.upperBound, region.lowerBound + (title == nil ? Self.depth : Self.titleDepth))
    var position = (0..<end).count { !reading.facts[$0].isBlank }
    let lowest = lowestPlace
    /// What stands below the line that is looked at.
    var between = 0
    var sinceCredit = 10
    var found: [Candidate] = []
    for index in (0..<end).reversed() where !reading.facts[index].isBlank {
      position -= 1
      let facts = reading.facts[index]
      let isNear = index <= lowest && (region.lowerBound - index < Self.reach || index < 4)
      if isNear, lines.isDate(index) || lines.isByline(index) {
        sinceCredit = 0
        continue
      }
      if let candidate = candidate(index, position, between, sinceCredit < 4, isNear) { found.append(candidate) }
      sinceCredit += 1
      if index < region.lowerBound, facts.weight >= 4, reading.signs[index] == nil { between += 1 }
    }
    return found.reversed()
  }

  /// The last line that may be a headline without being like the title: a deck can stand above it, but not two paragraphs.
  private var lowestPlace: Int {
    var paragraphs = 0
    for index in region.prefix(Self.depth) where reading.facts[index].isProse && reading.facts[index].weight >= 12 {
      paragraphs += 1
      if paragraphs == 2 { return index }
    }
    return region.lowerBound + Self.depth - 1
  }

  /// Whether a line is a row of a table, its cells apart by tabs, or a path of the page's sections, apart by slashes.
  private static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { line in
      var slashes = 0
      var previous: UInt8 = 0
      for byte in line {
        if byte == 0x09 { return true }
        if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">"), previous == 0x20 { slashes += 1 }
        previous = byte
      }
      return slashes >= 2
    }
  }

  /// Whether less running text stands above a line of the region than below it: below the article its title can stand again.
  private func leadsText(_ index: Int) -> Bool {
    var (above, below) = (0, 0)
    for other in region where reading.facts[other].isProse {
      if other < index { above += reading.facts[other].weight } else { below += reading.facts[other].weight }
    }
    return above < below
  }

  private func candidate(_ index: Int, _ position: Int, _ between: Int, _ hasCredit: Bool, _ isNear: Bool) -> Candidate? {
    let facts = index == 0 && title != nil ? bareFacts : reading.facts[index]
    guard (2...40).contains(facts.weight), facts.weight <= 20 || !facts.isProse || facts.sentenceEnds < 2,
      reading.page.blocks[index].kind != .listItem
    else { return nil }
    let hasTitleShape = index > 0 && title != nil && facts.shape == bareFacts.shape
    // Far from the article only what is like the title can be it.
    guard isNear || hasTitleShape || title != nil && index < region.lowerBound && position >= Self.leastMenu,
      !Self.isRow(reading.bytes(index))
    else { return nil }
    let words = LineWords(reading.bytes(index))
    var likeness = 0.0
    var isTitle = false
    if let title, position >= Self.leastMenu {
      let (there, back) = (words.share(in: title), title.share(in: words))
      likeness = there * back
      isTitle = there >= 0.75 && back >= 0.4
    }
    if hasTitleShape, isTitle || hasSite, Fingerprint.of(reading.bytes(index)) == Fingerprint.of(bareTitle), leadsText(index) {
      likeness = 1
      isTitle = true
    } else if index >= region.lowerBound {
      // Amid the article what is like the title is a heading.
      isTitle = false
    }
    guard isNear || isTitle else { return nil }
    let agreement = words.share(in: vocabulary)
    var score = 6 * likeness + 4.2 * agreement
    if (4...20).contains(facts.weight) { score += 2.4 }
    if facts.endsSentence, reading.bytes(index).last == UInt8(ascii: ".") { score -= 3.4 }
    if facts.startsLower { score -= 1.6 }
    if reading.signs[index] != nil { score -= 2 }
    score += position == 0 ? 2.5 : position < 4 ? 2.2 : 0
    if hasCredit { score += 1.4 }
    if index >= region.lowerBound { score -= 2.7 }
    score -= 2.7 * Double(min(facts.separators, 3))
    // Of several lines that read like headlines the uppermost is it; but far from the article stand the menus.
    score += 0.15 * Double(min(between, 10)) - 0.07 * Double(min(max(region.lowerBound - index, 0), 40))
    return Candidate(index: index, score: score, isTitle: isTitle, agreement: agreement)
  }
}
