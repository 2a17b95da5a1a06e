import Copydesk
import Pages

/// Gives each block in and around the container its role.
struct HTMLBody {
  private let html: HTMLReading
  private let reading: GenericReading
  private let notices: Notices
  /// The first block of running text in the container.
  let firstParagraph: Int
  /// The last one.
  private let lastParagraph: Int
  private let homes: ParagraphHomes
  /// Whether nearly all paragraphs stand side by side.
  private let areSiblings: Bool
  /// How the paragraphs are set, and how many are set so.
  private let looks: [UInt64: Int]
  /// How most of them are.
  private let commonLook: UInt64
  private let pictures: PictureTexts
  /// Marks that the article's own paragraphs bear, so that they speak against nothing here.
  private let belied: NodeMark
  private(set) var lines: HeadLines
  private lazy var links = LinkTargets(html)
  /// The last item asked whether it stands under a heading.
  private var listItem: (index: Int, isUnderHeading: Bool)?
  /// One string for all paragraphs.
  private let paragraphReason: String

  init(_ html: HTMLReading, notices: Notices) {
    self.html = html
    self.notices = notices
    reading = html.reading
    let prose = html.region.filter { index in
      html.reading.facts[index].isProse && html.reading.signs[index] == nil && html.reading.facts[index].linkShare < 0.5
    }
    let belied = html.marksBorne(by: prose)
    let paragraphs = prose.filter { index in
      html.marks(index).subtracting(belied).isDisjoint(with: NodeMark.surroundings.union([.caption, .byline, .deck, .credit]))
    }
    // Key points above the article are whole sentences too; an article that is one list is not.
    let unlisted = paragraphs.filter { html.reading.page.blocks[$0].kind != .listItem }
    let opening = unlisted.count >= 4 && unlisted.count * 2 >= paragraphs.count ? unlisted : paragraphs
    firstParagraph = opening.first ?? html.region.lowerBound
    lastParagraph = paragraphs.last ?? html.region.upperBound
    self.belied = belied
    let homes = ParagraphHomes(reading.page, html.tree, paragraphs: paragraphs)
    let atHome = paragraphs.count { homes.contains(html.reading.page.blocks[$0], html.tree) }
    areSiblings = paragraphs.count >= 4 && atHome * 5 >= paragraphs.count * 4
    var looks: [UInt64: Int] = [:]
    for index in paragraphs { looks[html.look(index), default: 0] += 1 }
    commonLook = looks.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    self.homes = homes
    self.looks = looks
    let facts = reading.facts
    let pictured = html.nodes.media.lazy.filter { [Atom.img, .ampImg].contains(html.tree.name($0)) }
    pictures = PictureTexts(html.tree, pictures: pictured, lines: html.region.lazy.map { facts[$0] })
    lines = HeadLines(reading)
    paragraphReason = "paragraph in the article's body: \(html.container.reason)"
  }

  mutating func read(into draft: inout Draft) {
    for index in reading.facts.indices where !reading.facts[index].isBlank {
      draft.decide(index, html.region.contains(index) ? inside(index) : outside(index))
    }
    dropEmptyHeadings(&draft)
    dropLeadIns(&draft)
    PullQuotes(html).read(into: &draft)
  }

  private func outside(_ index: Int) -> Decision {
    if let (role, reason) = html.marks(index).surroundingRole { return Heuristic.markup.removes(role, reason) }
    if let sign = reading.signs[index] { return Heuristic.sign.removes(sign.role, sign.reason) }
    return index < html.region.lowerBound
      ? Heuristic.beforeArticle.removes(.navigation, "before the article")
      : Heuristic.afterArticle.removes(.boilerplate, "after the article")
  }

  private mutating func inside(_ index: Int) -> Decision {
    let facts = reading.facts[index]
    let block = reading.page.blocks[index]
    let marks = html.marks(index).subtracting(belied)
    // What the publisher itself counts as body is not taken away for the look of it.
    let isStated = html.stated?.isFound[index] == true && facts.isProse
    if !isStated, let (role, reason) = marks.surroundingRole { return Heuristic.markup.removes(role, reason) }
    if !isStated, let decision = message(index, facts) { return decision }
    if block.kind != .heading, facts.weight <= 60, pictures.contains(reading.bytes(index), facts) {
      return Heuristic.caption.keeps(.caption, "says what a picture's alternative text says")
    }
    if block.kind == .caption || marks.contains(.caption) && facts.weight <= 100
      || marks.contains(.figure) && ![.heading, .tableRow, .quote, .preformatted].contains(block.kind)
    {
      return Heuristic.caption.keeps(
        marks.contains(.credit) && block.kind != .caption ? .credit : .caption, "in a figure's caption")
    }
    if marks.contains(.credit) { return Heuristic.caption.removes(.credit, "marked as a credit") }
    if let sign = reading.signs[index], !sign.yields(to: facts) {
      return Heuristic.sign.removes(sign.role, sign.reason)
    }
    if let decision = byShape(index, facts, block, marks) { return decision }
    switch block.kind {
    case .heading: return Heuristic.heading.keeps(.heading, "heading in the article's body")
    case .listItem: return Heuristic.container.keeps(.list, "list in the article's body")
    case .quote:
      // Set in a figure, it may be one that the text has too, pulled out to catch the eye.
      if marks.contains(.figure), html.isRepeated(index) {
        return Heuristic.repeated.removes(.boilerplate, "pulled out of the text, where it stands too")
      }
      return Heuristic.container.keeps(.quote, "quotation in the article's body")
    case .tableRow: return Heuristic.container.keeps(.table, "table in the article's body")
    case .preformatted: return Heuristic.container.keeps(.code, "preformatted text in the article's body")
    case .paragraph, .line, .caption:
      return Heuristic.container.keeps(.body, paragraphReason)
    }
  }

  /// What a player, a shop or the site itself says, be it beside a picture: to switch something on, to install or subscribe to something.
  private func message(_ index: Int, _ facts: BlockFacts) -> Decision? {
    guard facts.weight <= 30, let sign = reading.signs[index], Self.messages.contains(sign.role), !sign.yields(to: facts) else {
      return nil
    }
    return Heuristic.sign.removes(sign.role, sign.reason)
  }

  private static let messages: Set<Role> = [.advertisement, .newsletter, .promotion, .consent, .paywall, .comment]

  /// What is no running text, by its place, its links and its neighbours.
  private mutating func byShape(_ index: Int, _ facts: BlockFacts, _ block: PageBlock, _ marks: NodeMark) -> Decision? {
    if facts.words + facts.unspaced == 0 { return Heuristic.artefact.removes(.artefact, "no letter and no digit") }
    let isParagraph = block.kind == .paragraph || block.kind == .line
    if facts.letters == 0, isParagraph { return Heuristic.artefact.removes(.artefact, "a number that counts pictures or pages") }
    if index < firstParagraph, block.kind == .listItem, !isUnderHeading(index) {
      return Heuristic.beforeArticle.removes(.description, "key points above the first paragraph")
    }
    if index < firstParagraph, isParagraph || block.kind == .heading, !opensArticle(index, facts, block) {
      return Heuristic.beforeArticle.removes(.navigation, "between the headline and the first paragraph")
    }
    if marks.contains(.byline), facts.weight <= 30, !facts.endsSentence {
      return Heuristic.markup.removes(.byline, "marked as a byline")
    }
    if marks.contains(.date), !facts.endsSentence, lines.isDate(index) || facts.weight <= 8 && block.kind != .heading {
      return Heuristic.markup.removes(.date, "marked as a date")
    }
    // A list of places on the page is its table of contents.
    let linkShare = block.kind == .listItem ? facts.linkShare : html.outwardShare(index)
    if linkShare > 0.95, block.kind != .tableRow, block.kind != .quote, !html.endsSentenceOutsideLinks(index),
      !isWritersLink(index)
    {
      return Heuristic.linkOnly.removes(.related, "the whole \(block.kind == .heading ? "heading" : "paragraph") is a link")
    }
    if block.kind == .listItem || isParagraph, linkShare > 0.55, facts.weight < 25, !facts.endsSentence {
      return Heuristic.linkOnly.removes(.related, "mostly a link, and no sentence")
    }
    // A whole sentence that is set like the paragraphs is one: between them stand pictures without captions.
    if isParagraph, facts.weight <= 50, !(facts.weight > 25 && facts.endsSentence),
      !(facts.isProse && html.look(index) == commonLook), html.isAloneWithMedia(index)
    {
      if lines.isDate(index) || lines.isByline(index) {
        return Heuristic.caption.removes(.related, "a byline or date beside a teaser's picture")
      }
      return Heuristic.caption.keeps(.caption, "stands alone with a picture or player")
    }
    if let stated = html.stated, stated.isWhole, isParagraph, !stated.isFound[index], index < stated.last || facts.weight < 20 {
      return Heuristic.statedBody.removes(.boilerplate, "not in the article's body as the page's metadata states it")
    }
    if isParagraph, index > firstParagraph, isBoxed(index, facts, block) {
      return Heuristic.box.removes(.boilerplate, "in an element of its own beside the paragraphs")
    }
    let isTrailing = isParagraph || block.kind == .heading || block.kind == .listItem && !endsColon(lastParagraph)
    if index > lastParagraph, isTrailing, facts.weight < 15, !facts.endsSentence {
      return Heuristic.afterArticle.removes(.boilerplate, "after the article's last paragraph")
    }
    return nil
  }

  /// Whether the list that an item is of has a heading right above it, which makes it a part of the article.
  private mutating func isUnderHeading(_ index: Int) -> Bool {
    let answer = looksUpToHeading(from: index)
    listItem = (index, answer)
    return answer
  }

  private func looksUpToHeading(from index: Int) -> Bool {
    var above = index - 1
    while above >= html.region.lowerBound {
      // The item above has looked already.
      if let listItem, listItem.index == above { return listItem.isUnderHeading }
      if !reading.facts[above].isBlank, reading.page.blocks[above].kind != .listItem {
        return reading.page.blocks[above].kind == .heading && reading.page.blocks[above].level > 1
      }
      above -= 1
    }
    return false
  }

  /// Whether a short line or subheading above the first whole sentence is the article's all the same: it stands among the paragraphs, and a
  /// heading looks like those further down.
  private func opensArticle(_ index: Int, _ facts: BlockFacts, _ block: PageBlock) -> Bool {
    guard reading.signs[index] == nil, html.outwardShare(index) < 0.5, homes.contains(block, html.tree) else { return false }
    guard html.marks(index).isDisjoint(with: [.headline, .deck, .kicker, .byline, .date, .credit]) else { return false }
    if block.kind == .heading {
      let look = html.look(index)
      return html.region.contains {
        $0 > firstParagraph && reading.page.blocks[$0].kind == .heading && reading.page.blocks[$0].level == block.level
          && html.look($0) == look
      }
    }
    return firstParagraph < reading.facts.count && html.look(index) == html.look(firstParagraph)
  }

  /// Whether a line that is one link is the writer's own: within the text, to another site, which teasers never lead to; or over paragraphs
  /// about what it leads to.
  private mutating func isWritersLink(_ index: Int) -> Bool {
    guard index > firstParagraph, index < lastParagraph else { return false }
    return links.leadElsewhere(from: index) || headsParagraph(index)
  }

  /// Whether a heading stands among the paragraphs, and a whole one under it. A teaser's text is set apart with its heading, or cut short.
  private func headsParagraph(_ index: Int) -> Bool {
    guard reading.page.blocks[index].kind == .heading, homes.contains(reading.page.blocks[index], html.tree) else { return false }
    // A label or a picture's credit may stand between.
    let below = (index + 1..<html.region.upperBound).prefix(4).first { reading.facts[$0].weight >= 6 }
    guard let below, reading.facts[below].isProse, reading.facts[below].linkShare < 0.5, !reading.facts[below].endsEllipsis else {
      return false
    }
    return homes.contains(reading.page.blocks[below], html.tree)
  }

  /// Whether a block is set apart from the article's paragraphs, which all stand side by side: labels of charts and players, boxes with a
  /// sentence or two. A `p` may be set in an element of its own and be a paragraph all the same.
  private func isBoxed(_ index: Int, _ facts: BlockFacts, _ block: PageBlock) -> Bool {
    guard areSiblings, html.tree.name(block.container) != .p || !facts.isProse else { return false }
    if homes.contains(block, html.tree) || html.look(index) == commonLook { return false }
    // What is set so again and again is no box but how the article is built: questions and answers, reviews.
    return !facts.isProse || looks[html.look(index), default: 0] < 3
  }

  private func endsColon(_ index: Int) -> Bool {
    reading.facts.indices.contains(index) && reading.facts[index].endsColon
  }

  /// A heading with nothing left under it headed what was removed.
  private func dropEmptyHeadings(_ draft: inout Draft) {
    var under: Int?
    for index in html.region.reversed() {
      let decision = draft.decisions.ruling(index)
      guard decision.isInBody else { continue }
      if decision.role == .heading, decision.authority == .generic {
        let level = reading.page.blocks[index].level
        let nextLevel = under.flatMap { draft.decisions.ruling($0).role == .heading ? reading.page.blocks[$0].level : nil }
        if under == nil || nextLevel.map({ $0 <= level && removedBetween(index, under, draft) }) == true {
          draft.decide(index, Heuristic.heading.removes(.related, "heading with nothing of the article under it"))
          continue
        }
      }
      under = index
    }
  }

  /// A line outside of the paragraphs that leads over to what was removed: "Recommended", "More in our live blog".
  private func dropLeadIns(_ draft: inout Draft) {
    guard let last = html.region.last else { return }
    var next = last
    for index in html.region.reversed().dropFirst() where !reading.facts[index].isBlank {
      defer { next = index }
      let decision = draft.decisions.ruling(index)
      let facts = reading.facts[index]
      guard decision.isInBody, decision.role == .body, decision.authority == .generic, facts.weight <= 12, !facts.endsSentence
      else {
        continue
      }
      guard !draft.decisions.ruling(next).isInBody,
        draft.decisions.ruling(next).role == .related || draft.decisions.ruling(next).role == .newsletter,
        !homes.contains(reading.page.blocks[index], html.tree)
      else { continue }
      draft.decide(index, Heuristic.heading.removes(.related, "leads over to what is no part of the article"))
    }
  }

  private func removedBetween(_ index: Int, _ next: Int?, _ draft: Draft) -> Bool {
    guard let next, next > index + 1 else { return false }
    return (index + 1..<next).contains { index in
      let decision = draft.decisions.ruling(index)
      return !decision.isInBody && decision.role != .artefact && decision.role != .advertisement
    }
  }
}
