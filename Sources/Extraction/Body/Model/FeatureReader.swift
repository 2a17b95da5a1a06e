import Copydesk
import Pages

/// Computes the features of the blocks under review from what has been counted already; it looks at the text again only where two lines
/// may be the same.
struct FeatureReader {
  private let page: ReviewedPage
  private let facts: [BlockFacts]
  /// Per reviewed block, what the blocks around it ask of it.
  private let blocks: [ReviewedBlock]
  private let firstParagraph: Int
  private let lastParagraph: Int
  private let looks: LookWords
  private let listShare: Float
  private let meanWeight: Float
  private let regionShare: Float
  /// The words of the running text that the heuristics keep.
  let textWords: Int
  /// How many blocks are running text that the heuristics keep.
  let paragraphs: Int

  init(_ page: ReviewedPage) {
    self.page = page
    let facts = page.reading.facts
    self.facts = facts
    var blocks: [ReviewedBlock] = []
    blocks.reserveCapacity(page.blocks.count)
    var first: Int?
    var last: Int?
    var looks = LookWords()
    var (paragraphs, textWords, listWords, keptWords) = (0, 0, 0, 0)
    for (position, index) in page.blocks.enumerated() {
      let verdict = page.verdicts[position]
      let isProse = facts[index].isProse
      let isText = verdict.isText && isProse && verdict != .keptAsHeading
      let isSign = page.reading.signs.contains(index)
      blocks.append(
        ReviewedBlock(page.reading.page.blocks[index], isProse: isProse, isKept: verdict.isText, isText: isText, isSign: isSign))
      if let before = position > 0 ? blocks[position - 1] : nil { blocks[position].count(before, textWords: textWords) }
      guard verdict.isText else { continue }
      let weight = min(facts[index].weight, 200)
      keptWords += weight
      if verdict == .keptAsList { listWords += weight }
      guard isText else { continue }
      first = first ?? position
      last = position
      paragraphs += 1
      textWords += facts[index].weight
      if !page.looks.isEmpty { looks.add(page.looks[position], weight) }
    }
    firstParagraph = first ?? 0
    lastParagraph = last ?? max(0, blocks.count - 1)
    self.paragraphs = paragraphs
    self.textWords = textWords
    self.looks = looks
    listShare = keptWords == 0 ? 0 : Float(listWords) / Float(keptWords)
    meanWeight = paragraphs == 0 ? 30 : max(1, Float(textWords) / Float(paragraphs))
    Self.markShortRuns(&blocks)
    Self.markRepeated(&blocks, page)
    self.blocks = blocks
    var all = 0
    for facts in facts where facts.isProse && facts.linkShare < 0.5 { all += facts.weight }
    regionShare = all == 0 ? 0 : min(1, Float(textWords) / Float(all))
  }

  /// Whether the reviewed block at `position` is running text that the heuristics keep.
  func isText(_ position: Int) -> Bool { blocks[position].isText }

  /// Writes the features of the reviewed block at `position` into `features`, which has a place for each.
  func read(_ position: Int, into features: inout [Float]) {
    features.withUnsafeMutableBufferPointer { buffer in
      buffer.update(repeating: 0)
      let x = FeatureRow(values: buffer)
      text(position, x)
      markup(position, x)
      links(position, x)
      if blocks[position].isSign { sign(position, x) }
      x[page.verdicts[position].feature] = 1
      place(position, x)
      neighbours(position, x)
    }
  }

  private func text(_ position: Int, _ x: FeatureRow) {
    let facts = facts[page.blocks[position]]
    let weight = facts.weight
    let length: BlockFeature =
      switch weight {
      case ...2: .upTo2Words
      case ...5: .upTo5Words
      case ...10: .upTo10Words
      case ...20: .upTo20Words
      case ...40: .upTo40Words
      case ...80: .upTo80Words
      default: .over80Words
      }
    x[length] = 1
    x[.isProse] = number(blocks[position].isProse)
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
    x[.commaShare] = min(1, share(facts.commas, weight) * 5)
    x[.oneSeparator] = number(facts.separators == 1)
    x[.severalSeparators] = number(facts.separators >= 2)
    x[.hasDigits] = number(facts.digits > 0)
    x[.titleCase] = number(facts.words >= 4 && facts.capitalised * 10 >= facts.words * 7)
    x[.shortWithoutEnd] = number(weight < 12 && !facts.endsSentence && !facts.endsColon)
    x[.lengthAgainstUsual] = min(2, Float(weight) / meanWeight) / 2
    x[.repeated] = number(blocks[position].isRepeated)
    x[.someLink] = number(facts.linkShare > 0)
    x[.linkShare] = facts.linkShare
    x[.onlyLink] = number(facts.linkShare >= 0.95)
  }

  private func markup(_ position: Int, _ x: FeatureRow) {
    let block = blocks[position]
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
    let usual = looks.usual
    if usual.parent >= 0 {
      let look = page.looks[position]
      x[.sameParent] = number(look.parent == usual.parent)
      x[.otherParent] = number(look.parent != usual.parent)
      x[.sameElement] = number(look.element == usual.element)
      let all = Float(max(1, looks.total))
      x[.lookShare] = Float(looks.words(look)) / all
      x[.parentShare] = Float(looks.words(parent: look.parent)) / all
      x[.sameLook] = number(look.element == usual.element && look.classHash == usual.classHash)
    }
    if block.kind == .listItem { x[.listShare] = listShare }
    x[.followsGap] = number(block.followsGap)
    let index = page.blocks[position]
    if let stated = page.stated, facts[index].weight >= 3 {
      let found = stated.isFound[index]
      x[.inStatedBody] = number(found)
      x[.notInStatedBody] = number(!found)
      x[.notInWholeStatedBody] = number(!found && stated.isWhole)
    }
  }

  /// Where a block's links lead.
  private func links(_ position: Int, _ x: FeatureRow) {
    let index = page.blocks[position]
    let links = page.reading.page.links[page.reading.page.blocks[index].links]
    guard let last = links.last, let targets = page.targets else { return }
    x[.endsInLink] = number(facts[index].linkShare < 0.95 && last.text.upperBound >= facts[index].visible.upperBound)
    for link in links.prefix(Self.mostLinks) {
      switch targets.target(of: link.node) {
      case .within: x[.linksWithin] = 1
      case .away: x[.linksAway] = 1
      case .offer: x[.linksToOffer] = 1
      case .unknown: break
      }
    }
  }

  /// A block with more links is told by its link share.
  private static let mostLinks = 8

  private func sign(_ position: Int, _ x: FeatureRow) {
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

  private func place(_ position: Int, _ x: FeatureRow) {
    let index = page.blocks[position]
    x[.beforeFirstParagraph] = number(position < firstParagraph)
    x[.isFirstParagraph] = number(position == firstParagraph)
    x[.isLastParagraph] = number(position == lastParagraph)
    x[.afterLastParagraph] = number(position > lastParagraph)
    x[.nearStart] = 1 / Float(1 + abs(position - firstParagraph))
    x[.nearEnd] = 1 / Float(1 + abs(position - lastParagraph))
    let ownWords = blocks[position].isText ? facts[index].weight : 0
    x[.proseAfter] = share(textWords - Int(blocks[position].textBefore) - ownWords, textWords)
    x[.beforeRegion] = number(index < page.region.lowerBound)
    x[.afterRegion] = number(index >= page.region.upperBound)
    x[.farFromRegion] = number(index + 10 < page.region.lowerBound || index > page.region.upperBound + 10)
    let length = max(1, page.region.count)
    x[.positionInRegion] = min(1, max(0, Float(index - page.region.lowerBound) / Float(length)))
    x[.regionShare] = regionShare
    x[.fewParagraphs] = number(paragraphs < 4)
    x[.markedContainer] = number(page.isMarkedContainer)
  }

  private func neighbours(_ position: Int, _ x: FeatureRow) {
    if position > 0 {
      let block = blocks[position - 1]
      let facts = facts[page.blocks[position - 1]]
      x[.previousIsProse] = number(block.isProse)
      x[.previousIsKept] = number(block.isKept)
      x[.previousIsLink] = facts.linkShare
      x[.previousEndsColon] = number(facts.endsColon)
      x[.previousIsSign] = number(block.isSign)
      x[.previousIsHeading] = number(block.kind == .heading)
      x[.previousIsListItem] = number(block.kind == .listItem)
      x[.previousIsShort] = number(facts.weight < 8)
    }
    let block = blocks[position]
    if position + 1 < blocks.count {
      let next = blocks[position + 1]
      let facts = facts[page.blocks[position + 1]]
      x[.nextIsProse] = number(next.isProse)
      x[.nextIsKept] = number(next.isKept)
      x[.nextIsLink] = facts.linkShare
      x[.nextIsSign] = number(next.isSign)
      x[.nextIsHeading] = number(next.kind == .heading)
      x[.nextIsListItem] = number(next.kind == .listItem)
      x[.nextIsShort] = number(facts.weight < 8)
      x[.precedesGap] = number(next.followsGap)
      if !block.isProse, next.isText, self.facts[page.blocks[position]].weight <= 20 { x[.leadsParagraph] = 1 }
    }
    // Three blocks each way.
    let first = max(0, position - 3)
    let last = min(blocks.count - 1, position + 3)
    let kept = blocks[last].keptUpTo - blocks[first].keptUpTo + number(blocks[first].isKept) - number(block.isKept)
    let prose = blocks[last].proseUpTo - blocks[first].proseUpTo + number(blocks[first].isProse) - number(block.isProse)
    let around = last - first
    x[.proseShareAround] = share(Int(prose), around)
    x[.keptShareAround] = share(Int(kept), around)
    x[.shortRun] = min(1, Float(block.shortRun) / 10)
  }

  private func number(_ flag: Bool) -> Float { flag ? 1 : 0 }

  private func number(_ flag: Bool) -> Int32 { flag ? 1 : 0 }

  private func share(_ part: Int, _ whole: Int) -> Float { whole == 0 ? 0 : Float(part) / Float(whole) }

  /// Counts how many lines in a row are no running text.
  private static func markShortRuns(_ blocks: inout [ReviewedBlock]) {
    var start = 0
    while start < blocks.count {
      var end = start
      while end < blocks.count, !blocks[end].isProse { end += 1 }
      for position in start..<end { blocks[position].shortRun = Int32(truncatingIfNeeded: end - start) }
      start = end + 1
    }
  }

  /// Finds the lines that stand twice among those under review.
  private static func markRepeated(_ blocks: inout [ReviewedBlock], _ page: ReviewedPage) {
    let lines = page.blocks.filter { page.reading.facts[$0].weight >= 2 }
    let repeated = Set(SameLines.groups(among: lines, in: page.reading).joined())
    guard !repeated.isEmpty else { return }
    for (position, index) in page.blocks.enumerated() where repeated.contains(index) { blocks[position].isRepeated = true }
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

/// The features of one block while they are written.
private struct FeatureRow {
  let values: UnsafeMutableBufferPointer<Float>

  subscript(feature: BlockFeature) -> Float {
    get { values[feature.rawValue] }
    nonmutating set { values[feature.rawValue] = newValue }
  }
}
