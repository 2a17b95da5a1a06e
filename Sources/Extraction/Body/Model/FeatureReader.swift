import Copydesk
import Pages

/// Computes the features of the blocks under review from what has been counted already; it looks at the text again only where two lines
/// may be the same.
struct FeatureReader {
  private let page: ReviewedPage
  private let facts: [BlockFacts]
  private let pageBlocks: [PageBlock]
  private let pageLinks: [PageLink]
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
    pageBlocks = page.reading.page.blocks
    pageLinks = page.reading.page.links
    var blocks: [ReviewedBlock] = []
    blocks.reserveCapacity(page.blocks.count)
    var first: Int?
    var last: Int?
    var looks = LookWords()
    var (paragraphs, textWords, listWords, keptWords) = (0, 0, 0, 0)
    for (position, index) in page.blocks.enumerated() {
      let verdict = page.verdicts[position]
      let block = ReviewedBlock(
        facts[index], verdict, isSign: page.reading.signs.contains(index), textBefore: textWords, behind: blocks.last)
      blocks.append(block)
      guard block.isKept else { continue }
      let weight = min(facts[index].weight, 200)
      keptWords += weight
      if verdict == .keptAsList { listWords += weight }
      guard block.isText else { continue }
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

  /// The features of the reviewed block at `position`, one number each.
  func features(_ position: Int) -> [Float] {
    var row = FeatureRow()
    read(position, into: &row)
    return row.values
  }

  /// Notes the features of the reviewed block at `position`, each at most once.
  @inline(__always)
  func read(_ position: Int, into x: inout some FeatureSink) {
    text(position, &x)
    markup(position, &x)
    links(position, &x)
    if blocks[position].isSign { sign(position, &x) }
    x.note(page.verdicts[position].feature, true)
    place(position, &x)
    neighbours(position, &x)
  }

  private func text(_ position: Int, _ x: inout some FeatureSink) {
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
    x.note(length, true)
    x.note(.isProse, blocks[position].isProse)
    x.note(.endsSentence, facts.endsSentence)
    x.note(.endsColon, facts.endsColon)
    x.note(.endsEllipsis, facts.endsEllipsis)
    let last = page.reading.page.text[facts.visible.upperBound - 1]
    x.note(.endsQuestion, last == UInt8(ascii: "?"))
    x.note(.severalSentences, facts.sentenceEnds >= 2)
    x.note(.startsLower, facts.startsLower)
    x.note(.opensQuote, facts.opensQuote)
    x.note(.allCapitals, facts.isAllCaps)
    x.note(.capitalisedShare, share(facts.capitalised, facts.words))
    x.note(.digitShare, share(facts.digits, facts.digits + facts.letters))
    x.note(.commaShare, min(1, share(facts.commas, weight) * 5))
    x.note(.oneSeparator, facts.separators == 1)
    x.note(.severalSeparators, facts.separators >= 2)
    x.note(.hasDigits, facts.digits > 0)
    x.note(.titleCase, facts.words >= 4 && facts.capitalised * 10 >= facts.words * 7)
    x.note(.shortWithoutEnd, weight < 12 && !facts.endsSentence && !facts.endsColon)
    x.note(.lengthAgainstUsual, min(2, Float(weight) / meanWeight) / 2)
    x.note(.repeated, blocks[position].isRepeated)
    x.note(.someLink, facts.linkShare > 0)
    x.note(.linkShare, facts.linkShare)
    x.note(.onlyLink, facts.linkShare >= 0.95)
  }

  private func markup(_ position: Int, _ x: inout some FeatureSink) {
    let block = pageBlocks[page.blocks[position]]
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
    x.note(kind, true)
    x.note(.loneWithMedia, page.isLoneWithMedia[position])
    let marks = page.marks[position]
    if !marks.isEmpty {
      for (mark, feature) in Self.markFeatures where marks.contains(mark) { x.note(feature, true) }
    }
    let usual = looks.usual
    if usual.parent >= 0 {
      let look = page.looks[position]
      x.note(.sameParent, look.parent == usual.parent)
      x.note(.otherParent, look.parent != usual.parent)
      x.note(.sameElement, look.element == usual.element)
      let all = Float(max(1, looks.total))
      x.note(.lookShare, Float(looks.words(look)) / all)
      x.note(.parentShare, Float(looks.words(parent: look.parent)) / all)
      x.note(.sameLook, look.element == usual.element && look.classHash == usual.classHash)
    }
    if block.kind == .listItem { x.note(.listShare, listShare) }
    x.note(.followsGap, block.followsGap)
    let index = page.blocks[position]
    if let stated = page.stated, facts[index].weight >= 3 {
      let found = stated.isFound[index]
      x.note(.inStatedBody, found)
      x.note(.notInStatedBody, !found)
      x.note(.notInWholeStatedBody, !found && stated.isWhole)
    }
  }

  /// Where a block's links lead.
  private func links(_ position: Int, _ x: inout some FeatureSink) {
    let index = page.blocks[position]
    let links = pageLinks[pageBlocks[index].links]
    guard let last = links.last, let targets = page.targets else { return }
    x.note(.endsInLink, facts[index].linkShare < 0.95 && last.text.upperBound >= facts[index].visible.upperBound)
    var (within, away, offer) = (false, false, false)
    for link in links.prefix(Self.mostLinks) {
      switch targets.target(of: link.node) {
      case .within: within = true
      case .away: away = true
      case .offer: offer = true
      case .unknown: break
      }
    }
    x.note(.linksWithin, within)
    x.note(.linksAway, away)
    x.note(.linksToOffer, offer)
  }

  /// A block with more links is told by its link share.
  private static let mostLinks = 8

  private func sign(_ position: Int, _ x: inout some FeatureSink) {
    guard let sign = page.reading.signs[page.blocks[position]] else { return }
    switch sign.scope {
    case .heading: x.note(.signHeading, true)
    case .line: x.note(.signLine, true)
    case .opening: x.note(.signOpening, true)
    }
    switch sign.role {
    case .related: x.note(.signRelated, true)
    case .newsletter, .promotion: x.note(.signNewsletter, true)
    case .advertisement: x.note(.signAdvertisement, true)
    case .social, .comment: x.note(.signSocial, true)
    case .caption, .credit: x.note(.signCaption, true)
    case .correction: x.note(.signCorrection, true)
    case .authorBox, .byline: x.note(.signAuthorBox, true)
    default: break
    }
  }

  private func place(_ position: Int, _ x: inout some FeatureSink) {
    let index = page.blocks[position]
    x.note(.beforeFirstParagraph, position < firstParagraph)
    x.note(.isFirstParagraph, position == firstParagraph)
    x.note(.isLastParagraph, position == lastParagraph)
    x.note(.afterLastParagraph, position > lastParagraph)
    x.note(.nearStart, 1 / Float(1 + abs(position - firstParagraph)))
    x.note(.nearEnd, 1 / Float(1 + abs(position - lastParagraph)))
    let ownWords = blocks[position].isText ? facts[index].weight : 0
    x.note(.proseAfter, share(textWords - Int(blocks[position].textBefore) - ownWords, textWords))
    x.note(.beforeRegion, index < page.region.lowerBound)
    x.note(.afterRegion, index >= page.region.upperBound)
    x.note(.farFromRegion, index + 10 < page.region.lowerBound || index > page.region.upperBound + 10)
    let length = max(1, page.region.count)
    x.note(.positionInRegion, min(1, max(0, Float(index - page.region.lowerBound) / Float(length))))
    x.note(.regionShare, regionShare)
    x.note(.fewParagraphs, paragraphs < 4)
    x.note(.newsroom, page.isNewsroom)
    x.note(.markedContainer, page.isMarkedContainer)
  }

  private func neighbours(_ position: Int, _ x: inout some FeatureSink) {
    if position > 0 {
      let block = blocks[position - 1]
      let index = page.blocks[position - 1]
      let (facts, kind) = (facts[index], pageBlocks[index].kind)
      x.note(.previousIsProse, block.isProse)
      x.note(.previousIsKept, block.isKept)
      x.note(.previousIsLink, facts.linkShare)
      x.note(.previousEndsColon, facts.endsColon)
      x.note(.previousIsSign, block.isSign)
      x.note(.previousIsHeading, kind == .heading)
      x.note(.previousIsListItem, kind == .listItem)
      x.note(.previousIsShort, block.isShort)
    }
    let block = blocks[position]
    if position + 1 < blocks.count {
      let next = blocks[position + 1]
      let index = page.blocks[position + 1]
      let pageBlock = pageBlocks[index]
      x.note(.nextIsProse, next.isProse)
      x.note(.nextIsKept, next.isKept)
      x.note(.nextIsLink, facts[index].linkShare)
      x.note(.nextIsSign, next.isSign)
      x.note(.nextIsHeading, pageBlock.kind == .heading)
      x.note(.nextIsListItem, pageBlock.kind == .listItem)
      x.note(.nextIsShort, next.isShort)
      x.note(.precedesGap, pageBlock.followsGap)
      if !block.isProse, next.isText, self.facts[page.blocks[position]].weight <= 20 { x.note(.leadsParagraph, true) }
    }
    // Three blocks each way.
    let first = max(0, position - 3)
    let last = min(blocks.count - 1, position + 3)
    let (front, back) = (blocks[first], blocks[last])
    let prose = back.proseBefore - front.proseBefore + (back.isProse ? 1 : 0) - (block.isProse ? 1 : 0)
    let kept = back.keptBefore - front.keptBefore + (back.isKept ? 1 : 0) - (block.isKept ? 1 : 0)
    let around = last - first
    x.note(.proseShareAround, share(Int(prose), around))
    x.note(.keptShareAround, share(Int(kept), around))
    x.note(.shortRun, Float(block.shortRun) / Float(ReviewedBlock.longestRun))
  }

  private func share(_ part: Int, _ whole: Int) -> Float { whole == 0 ? 0 : Float(part) / Float(whole) }

  /// Counts how many lines in a row are no running text.
  private static func markShortRuns(_ blocks: inout [ReviewedBlock]) {
    var start = 0
    while start < blocks.count {
      var end = start
      while end < blocks.count, !blocks[end].isProse { end += 1 }
      let run = UInt8(truncatingIfNeeded: min(end - start, ReviewedBlock.longestRun))
      for position in start..<end { blocks[position].shortRun = run }
      start = end + 1
    }
  }

  /// Finds the lines that stand twice among those under review.
  private static func markRepeated(_ blocks: inout [ReviewedBlock], _ page: ReviewedPage) {
    var position = 0
    for line in page.repeated {
      while page.blocks[position] < line { position += 1 }
      blocks[position].isRepeated = true
    }
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
