import Copydesk
import Pages

/// Where the article is in a text dump: from the first to the last block of running text.
struct TextRegion {
  /// What a line in a menu or widget costs, in words of prose: a list of ten such lines outweighs a paragraph of sixty words.
  static let lineCost = 5
  /// A paragraph counts for at most this many words, so that one long notice does not outweigh an article of short paragraphs.
  static let mostWords = 120

  /// - Parameter isNotice: Whether a block is a notice that only looks like prose.
  static func find(_ reading: GenericReading, isNotice: (Int) -> Bool) -> Range<Int> {
    var values: [Int] = []
    values.reserveCapacity(reading.facts.count)
    var announced = AnnouncedList()
    for (index, facts) in reading.facts.enumerated() {
      let value = value(facts, reading.signs[index], isNotice: isNotice(index))
      values.append(announced.takes(facts, reading.page.blocks[index].kind) ? max(0, value) : value)
    }
    var region = DensestRun.find(values)
    if region.isEmpty, let only = onlySentence(reading, isNotice) { region = only..<only + 1 }
    return region
  }

  private static func value(_ facts: BlockFacts, _ sign: Signpost?, isNotice: Bool) -> Int {
    if facts.isBlank { return 0 }
    if isNotice { return -1 }
    if let sign, !sign.yields(to: facts) { return -cost(sign) }
    if facts.isProse { return min(facts.weight, mostWords) }
    // A short sentence is neither here nor there; a short line without an end stands in a list.
    if facts.endsSentence, facts.weight >= 4 { return facts.weight }
    return -lineCost
  }

  /// A dump that is one short sentence is still an article: a news flash.
  private static func onlySentence(_ reading: GenericReading, _ isNotice: (Int) -> Bool) -> Int? {
    reading.facts.indices.last { index in
      !isNotice(index) && reading.signs[index] == nil && reading.facts[index].endsSentence
    }
  }

  /// What a signpost costs: an ad or a caption stands in the middle of an article, a comment heading or a menu does not.
  private static func cost(_ sign: Signpost) -> Int {
    switch sign.role {
    case .advertisement, .caption, .credit, .correction, .social: 2
    case .related: sign.scope == .heading ? 8 : 2
    case .newsletter, .promotion: 8
    default: sign.scope == .heading ? 15 : 10
    }
  }
}
