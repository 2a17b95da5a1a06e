import Copydesk
import Pages

/// Computes the features of the blocks under review from what has been counted already; it never looks at the text again.
struct FeatureReader {
  private let page: ReviewedPage
  private let facts: [BlockFacts]
  /// Per reviewed block: whether it is running text that the heuristics keep, whether it stands in the body at all.
  private(set) var isText: [Bool] = []
  private var isKept: [Bool] = []
  /// Words of kept running text before each reviewed block; one more entry than blocks.
  private var textBefore: [Int] = [0]
  private let firstParagraph: Int
  private let lastParagraph: Int
  private let usual: BlockLook
  private let lookWords: [BlockLook: Int]
  private let parentWords: [Int32: Int]
  private let listShare: Float
  private let usualWords: Int
  private let meanWeight: Float
  /// Per reviewed block, how many lines in a row that are no running text it is one of.
  private var shortRun: [Int]
  private let isRepeated: [Bool]
  private let regionShare: Float
  /// How many blocks are running text that the heuristics keep.
  let paragraphs: Int

  init(_ page: ReviewedPage) {
    self.page = page
    facts = page.blocks.map { page.reading.facts[$0] }
    isKept.reserveCapacity(facts.count)
    isText.reserveCapacity(facts.count)
    textBefore.reserveCapacity(facts.count + 1)
    for (position, verdict) in page.verdicts.enumerated() {
      isKept.append(verdict.isText)
      let text = verdict.isText && facts[position].isProse && verdict != .keptAsHeading
      isText.append(text)
      textBefore.append(textBefore[position] + (text ? facts[position].weight : 0))
    }
    firstParagraph = isText.firstIndex(of: true) ?? 0
    lastParagraph = isText.lastIndex(of: true) ?? max(0, facts.count - 1)
    paragraphs = isText.count { $0 }
    var lookWords: [BlockLook: Int] = [:]
    var parentWords: [Int32: Int] = [:]
    var usual = BlockLook()
    var most = 0
    var listWords = 0
    var keptWords = 0
    for position in facts.indices where isKept[position] {
      let weight = min(facts[position].weight, 200)
      keptWords += weight
      if page.verdicts[position] == .keptAsList { listWords += weight }
      guard isText[position] else { continue }
      let look = page.looks[position]
      parentWords[look.parent, default: 0] += weight
      let sum = lookWords[look, default: 0] + weight
      lookWords[look] = sum
      if sum > most { (usual, most) = (look, sum) }
    }
    self.usual = usual
    self.lookWords = lookWords
    usualWords = lookWords.values.reduce(0, +)
    self.parentWords = parentWords
    listShare = keptWords == 0 ? 0 : Float(listWords) / Float(keptWords)
    meanWeight = paragraphs == 0 ? 30 : max(1, Float(textBefore.last ?? 0) / Float(paragraphs))
    shortRun = Array(repeating: 0, count: facts.count)
    var start = 0
    while start < facts.count {
      var end = start
      while end < facts.count, !facts[end].isProse { end += 1 }
      for position in start..<end { shortRun[position] = end - start }
      start = end + 1
    }
    isRepeated = Self.repeated(page, facts)
    var all = 0
    for facts in page.reading.facts where facts.isProse && facts.linkShare < 0.5 { all += facts.weight }
    regionShare = all == 0 ? 0 : min(1, Float(textBefore.last ?? 0) / Float(all))
  }

  /// The words of the running text that the heuristics keep.
  var textWords: Int { textBefore.last ?? 0 }

  /// Writes the features of the reviewed block at `position` into `x`, which has a place for each.
  func read(_ position: Int, into x: inout [Float]) {
    for index in x.indices { x[index] = 0 }
    text(position, &x)
    markup(position, &x)
    sign(position, &x)
    x[page.verdicts[position].feature] = 1
    place(position, &x)
    neighbours(position, &x)
  }

  private func text(_ position: Int, _ x: inout [Float]) {
    let facts = facts[position]
    let length: BlockFeature =
      switch facts.weight {
      case ...2: .upTo2Words
      case ...5: .upTo5Words
      case ...10: .upTo10Words
      case ...20: .upTo20Words
      case ...40: .upTo40Words
      case ...80: .upTo80Words
      default: .over80Words
      }
    x[length] = 1
    x[.isProse] = number(facts.isProse)
    x[.endsSentence] = number(facts.endsSentence)
    x[.endsColon] = number(facts.endsColon)
    x[.endsEllipsis] = number(facts.endsEllipsis)
    let last = page.reading.page.text[facts.visible.upperBound - 1]
    x[.endsQuestion] = number(last == UInt8(ascii: "?"))
    x[.severalSentences] = number(facts.sentenceEnds >= 2)
    x[.startsLower] = number(facts.startsLower)
    x[.opensQuote] = number(facts.opensQuote)
    x[.allCapitals] = number(facts.isAllCaps)
    x[.capitalisedShare] = share(facts.capitalised, facts.words)
    x[.digitShare] = share(facts.digits, facts.digits + facts.letters)
    x[.commaShare] = min(1, share(facts.commas, facts.weight) * 5)
    x[.oneSeparator] = number(facts.separators == 1)
    x[.severalSeparators] = number(facts.separators >= 2)
    x[.hasDigits] = number(facts.digits > 0)
    x[.titleCase] = number(facts.words >= 4 && facts.capitalised * 10 >= facts.words * 7)
    x[.shortWithoutEnd] = number(facts.weight < 12 && !facts.endsSentence && !facts.endsColon)
    x[.lengthAgainstUsual] = min(2, Float(facts.weight) / meanWeight) / 2
    x[.repeated] = number(isRepeated[position])
    x[.someLink] = number(facts.linkShare > 0)
    x[.linkShare] = facts.linkShare
    x[.onlyLink] = number(facts.linkShare >= 0.95)
  }

  private func markup(_ position: Int, _ x: inout [Float]) {
    let block = page.reading.page.blocks[page.blocks[position]]
    let kind: BlockFeature =
      switch block.kind {
      case .paragraph: .paragraph
      case .heading: block.level <= 2 ? .headingHigh : .headingLow
      case .listItem: .listItem
      case .quote: .quote
      case .caption: .caption
      case .tableRow: .tableRow
      case .preformatted: .preformatted
      case .line: .line
      }
    x[kind] = 1
    x[.loneWithMedia] = number(page.isLoneWithMedia[position])
    let marks = page.marks[position]
    if !marks.isEmpty {
      for (mark, feature) in Self.markFeatures where marks.contains(mark) { x[feature] = 1 }
    }
    let look = page.looks[position]
    if usual.parent >= 0 {
      x[.sameParent] = number(look.parent == usual.parent)
      x[.otherParent] = number(look.parent != usual.parent)
      x[.sameElement] = number(look.element == usual.element)
      let all = Float(max(1, usualWords))
      x[.lookShare] = Float(lookWords[look] ?? 0) / all
      x[.parentShare] = Float(parentWords[look.parent] ?? 0) / all
      x[.sameLook] = number(look.element == usual.element && look.classHash == usual.classHash)
    }
    if decisionIsList(position) { x[.listShare] = listShare }
    x[.followsGap] = number(block.followsGap)
    if let stated = page.stated, facts[position].weight >= 3 {
      let found = stated.isFound[page.blocks[position]]
      x[.inStatedBody] = number(found)
      x[.notInStatedBody] = number(!found)
      x[.notInWholeStatedBody] = number(!found && stated.isWhole)
    }
  }

  private func decisionIsList(_ position: Int) -> Bool {
    page.reading.page.blocks[page.blocks[position]].kind == .listItem
  }

  private func sign(_ position: Int, _ x: inout [Float]) {
    guard let sign = page.reading.signs[page.blocks[position]] else { return }
    switch sign.scope {
    case .heading: x[.signHeading] = 1
    case .line: x[.signLine] = 1
    case .opening: x[.signOpening] = 1
    }
    switch sign.role {
    case .related: x[.signRelated] = 1
    case .newsletter, .promotion: x[.signNewsletter] = 1
    case .advertisement: x[.signAdvertisement] = 1
    case .social, .comment: x[.signSocial] = 1
    case .caption, .credit: x[.signCaption] = 1
    case .correction: x[.signCorrection] = 1
    case .authorBox, .byline: x[.signAuthorBox] = 1
    default: break
    }
  }

  private func place(_ position: Int, _ x: inout [Float]) {
    let index = page.blocks[position]
    x[.beforeFirstParagraph] = number(position < firstParagraph)
    x[.isFirstParagraph] = number(position == firstParagraph)
    x[.isLastParagraph] = number(position == lastParagraph)
    x[.afterLastParagraph] = number(position > lastParagraph)
    x[.nearStart] = 1 / Float(1 + abs(position - firstParagraph))
    x[.nearEnd] = 1 / Float(1 + abs(position - lastParagraph))
    let all = textBefore.last ?? 0
    x[.proseAfter] = share(all - textBefore[position + 1], all)
    x[.beforeRegion] = number(index < page.region.lowerBound)
    x[.afterRegion] = number(index >= page.region.upperBound)
    x[.farFromRegion] = number(index + 10 < page.region.lowerBound || index > page.region.upperBound + 10)
    let length = max(1, page.region.count)
    x[.positionInRegion] = min(1, max(0, Float(index - page.region.lowerBound) / Float(length)))
    x[.regionShare] = regionShare
    x[.fewParagraphs] = number(paragraphs < 4)
    x[.markedContainer] = number(page.isMarkedContainer)
  }

  private func neighbours(_ position: Int, _ x: inout [Float]) {
    let blocks = page.reading.page.blocks
    if position > 0 {
      let before = facts[position - 1]
      let block = blocks[page.blocks[position - 1]]
      x[.previousIsProse] = number(before.isProse)
      x[.previousIsKept] = number(isKept[position - 1])
      x[.previousIsLink] = before.linkShare
      x[.previousEndsColon] = number(before.endsColon)
      x[.previousIsSign] = number(page.reading.signs[page.blocks[position - 1]] != nil)
      x[.previousIsHeading] = number(block.kind == .heading)
      x[.previousIsListItem] = number(block.kind == .listItem)
      x[.previousIsShort] = number(before.weight < 8)
    }
    if position + 1 < facts.count {
      let after = facts[position + 1]
      let block = blocks[page.blocks[position + 1]]
      x[.nextIsProse] = number(after.isProse)
      x[.nextIsKept] = number(isKept[position + 1])
      x[.nextIsLink] = after.linkShare
      x[.nextIsSign] = number(page.reading.signs[page.blocks[position + 1]] != nil)
      x[.nextIsHeading] = number(block.kind == .heading)
      x[.nextIsListItem] = number(block.kind == .listItem)
      x[.nextIsShort] = number(after.weight < 8)
      x[.precedesGap] = number(block.followsGap)
    }
    var kept = 0
    var prose = 0
    var around = 0
    for other in max(0, position - 3)...min(facts.count - 1, position + 3) where other != position {
      around += 1
      if isKept[other] { kept += 1 }
      if facts[other].isProse { prose += 1 }
    }
    x[.proseShareAround] = share(prose, around)
    x[.shortRun] = min(1, Float(shortRun[position]) / 10)
    x[.leadsParagraph] = number(
      !facts[position].isProse && facts[position].weight <= 20 && position + 1 < facts.count && isText[position + 1])
    x[.keptShareAround] = share(kept, around)
  }

  private func number(_ flag: Bool) -> Float { flag ? 1 : 0 }

  private func share(_ part: Int, _ whole: Int) -> Float { whole == 0 ? 0 : Float(part) / Float(whole) }

  /// Which lines stand twice among those under review.
  private static func repeated(_ page: ReviewedPage, _ facts: [BlockFacts]) -> [Bool] {
    var isRepeated = [Bool](repeating: false, count: facts.count)
    var byShape: [Int: [Int]] = [:]
    for position in facts.indices where facts[position].weight >= 2 {
      byShape[facts[position].shape, default: []].append(position)
    }
    for positions in byShape.values where positions.count > 1 {
      // Only lines of one shape can be the same.
      var seen: [UInt64: Int] = [:]
      for position in positions {
        let fingerprint = Fingerprint.of(page.reading.bytes(page.blocks[position]))
        if let other = seen[fingerprint] {
          isRepeated[other] = true
          isRepeated[position] = true
        } else {
          seen[fingerprint] = position
        }
      }
    }
    return isRepeated
  }

  private static let markFeatures: [(NodeMark, BlockFeature)] = [
    (.navigation, .markNavigation), (.footer, .markFooter), (.sidebar, .markSidebar), (.related, .markRelated),
    (.social, .markSocial), (.comment, .markComment), (.newsletter, .markNewsletter), (.promotion, .markPromotion),
    (.advertisement, .markAdvertisement), (.authorBox, .markAuthorBox), (.hidden, .markHidden), (.paywall, .markPaywall),
    (.consent, .markConsent), (.player, .markPlayer), (.tags, .markTags), (.form, .markForm), (.caption, .markCaption),
    (.byline, .markByline), (.date, .markDate), (.deck, .markDeck), (.headline, .markHeadline), (.kicker, .markKicker),
    (.credit, .markCredit), (.bodyText, .markBodyText), (.embed, .markEmbed), (.figure, .markFigure), (.header, .markHeader),
  ]
}

extension [Float] {
  fileprivate subscript(feature: BlockFeature) -> Float {
    get { self[feature.rawValue] }
    set { self[feature.rawValue] = newValue }
  }
}
