import Copydesk
import Pages

/// Reads what stands above the first paragraph of an HTML page: headline, deck, byline and date as a reader sees them.
struct HTMLHead {
  private let html: HTMLReading
  private let reading: GenericReading
  private let firstParagraph: Int
  var lines: HeadLines
  private(set) var headline: Int?

  /// How many blocks above the first paragraph belong to the head at most.
  private static let reach = 40
  /// In words.
  private static let longestDeck = 40

  init(_ html: HTMLReading, firstParagraph: Int, lines: HeadLines) {
    self.html = html
    reading = html.reading
    self.firstParagraph = firstParagraph
    self.lines = lines
  }

  mutating func read(into draft: inout Draft) {
    let stated = StatedTexts(draft)
    headline = headlineBlock(stated)
    if let headline { move(headline, stated, &draft) }
    let start = headline ?? max(0, firstParagraph - 12)
    for index in start..<max(start, firstParagraph) where index != headline && !reading.facts[index].isBlank {
      line(index, headline, stated, &draft)
    }
    var first = firstParagraph
    if isDeck(first, stated, draft) {
      moveDeck(first, stated.isDescription(reading.bytes(first)), &draft)
      first =
        html.region.first { $0 > firstParagraph && draft.decisions.ruling($0).isInBody && reading.facts[$0].isProse } ?? first
      // Byline and date stand between deck and text as often as above both.
      for index in firstParagraph..<max(first, firstParagraph)
      where index > firstParagraph && draft.decisions.ruling(index).isInBody {
        if !lines.offerDate(index, to: &draft) { _ = lines.offerByline(index, to: &draft) }
      }
    }
    if reading.facts.indices.contains(first) { lines.offerPrefix(ofParagraph: first, to: &draft) }
  }

  private func headlineBlock(_ stated: StatedTexts) -> Int? {
    let low = max(0, firstParagraph - Self.reach)
    var named: Int?
    var first: Int?
    var marked: Int?
    for index in low..<max(low, firstParagraph) where !reading.facts[index].isBlank {
      let isOutside = !html.marks(index).isDisjoint(with: [.navigation, .related, .sidebar, .hidden, .footer, .comment])
      if stated.isHeadline(reading.bytes(index)), !isOutside || reading.page.blocks[index].kind == .heading { named = index }
      guard !isOutside, reading.page.blocks[index].kind == .heading else { continue }
      if reading.page.blocks[index].level == 1 { first = index }
      if html.marks(index).contains(.headline) { marked = index }
    }
    return named ?? first ?? marked
  }

  private func move(_ index: Int, _ stated: StatedTexts, _ draft: inout Draft) {
    let isNamed = stated.isHeadline(reading.bytes(index))
    let reason = isNamed ? "the headline as the page's metadata has it" : "the first-level heading nearest above the text"
    draft.decide(index, Heuristic.headline.moves(.headline, reason))
    draft.offer(
      .headline,
      FieldCandidate(
        .text(reading.string(index)), raw: reading.string(index), from: reading.place(index), confidence: isNamed ? 0.9 : 0.7,
        notes: [reason]))
  }

  private mutating func line(_ index: Int, _ headline: Int?, _ stated: StatedTexts, _ draft: inout Draft) {
    let marks = html.marks(index)
    let facts = reading.facts[index]
    guard marks.isDisjoint(with: [.related, .advertisement, .hidden, .comment, .newsletter, .caption, .player]) else { return }
    if stated.isHeadline(reading.bytes(index)) {
      draft.decide(index, Heuristic.headline.moves(.headline, "repeats the headline"))
      return
    }
    if lines.offerDate(index, to: &draft) || lines.offerByline(index, to: &draft) { return }
    if lines.offerIntroduced(index, before: firstParagraph, to: &draft) { return }
    if facts.weight <= 6, SponsorLabels.isLabel(reading.string(index)) {
      draft.offer(
        .sponsored,
        FieldCandidate(
          .flag(true), raw: reading.string(index), from: reading.place(index), confidence: 0.7, notes: ["a label above the text"])
      )
      draft.decide(index, Heuristic.sign.removes(.advertisement, "says that the article was paid for"))
      return
    }
    // What the body counts as its own needs more than a place above the first paragraph to be a deck.
    guard !draft.decisions.ruling(index).isInBody || marks.contains(.deck) || stated.isDescription(reading.bytes(index)) else {
      return
    }
    guard headline != nil, reading.signs[index] == nil, facts.linkShare < 0.5 else { return }
    let isStated = stated.isDescription(reading.bytes(index))
    let isHeading = reading.page.blocks[index].kind == .heading && facts.weight >= 5
    guard isStated || marks.contains(.deck) || isHeading else { return }
    if !isStated, !isHeading, facts.weight > Self.longestDeck, facts.isProse {
      draft.decide(index, Heuristic.container.keeps(.body, "marked as the deck, and too long for one"))
      return
    }
    moveDeck(index, isStated, &draft)
  }

  private func moveDeck(_ index: Int, _ isStated: Bool, _ draft: inout Draft) {
    let reason =
      isStated ? "the description in the page's metadata, set apart from the text" : "deck between the headline and the text"
    draft.decide(index, Heuristic.deck.moves(.description, reason))
    draft.offer(
      .description,
      FieldCandidate(
        .text(reading.string(index)), raw: reading.string(index), from: reading.place(index), confidence: isStated ? 0.85 : 0.7,
        notes: [reason]))
  }

  /// Whether the first paragraph is a deck: it says what the metadata describes the article with, or is marked so, and is set otherwise
  /// than the paragraphs after it. A description that is but a copy of the first paragraph leaves that where it is.
  private func isDeck(_ index: Int, _ stated: StatedTexts, _ draft: Draft) -> Bool {
    guard reading.facts.indices.contains(index), draft.decisions.ruling(index).isInBody,
      draft.decisions.ruling(index).role == .body
    else {
      return false
    }
    let isLong = reading.facts[index].weight > Self.longestDeck
    let isNamed = !isLong && html.marks(index).contains(.deck) || stated.isDescription(reading.bytes(index))
    // A paragraph or two of teaser, set like no other paragraph, is a deck even where nothing calls it one.
    guard isNamed || reading.facts[index].weight < Self.longestDeck else { return false }
    let look = html.look(index)
    var following = 0
    for other in html.region where other > index {
      let ruling = draft.decisions.ruling(other)
      guard ruling.isInBody, ruling.role == .body else { continue }
      if html.look(other) == look { return false }
      following += 1
      if isNamed, following == 3 { break }
    }
    return following >= (isNamed ? 2 : 4)
  }
}

/// Texts that the page's metadata states, to be found again among its blocks.
struct StatedTexts {
  private var headlines: [[UInt8]] = []
  private var descriptions: [[UInt8]] = []

  init(_ draft: Draft) {
    headlines = Self.keys(draft.candidates(for: .headline))
    descriptions = Self.keys(draft.candidates(for: .description))
  }

  private static func keys(_ candidates: [FieldCandidate]) -> [[UInt8]] {
    var keys: [[UInt8]] = []
    for candidate in candidates {
      guard case .text(var text) = candidate.value else { continue }
      let key = text.withUTF8 { LetterKey.of($0) }
      // A page says the same several times, one behind the other.
      if !key.isEmpty, key != keys.last { keys.append(key) }
    }
    return keys
  }

  func isHeadline(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.count < 1000 && Self.isAny(headlines, bytes) }

  func isDescription(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.count < 3000 && Self.isAny(descriptions, bytes) }

  private static func isAny(_ keys: [[UInt8]], _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { text in keys.contains { LetterKey.matches(text, $0) } }
  }
}
