import Copydesk
import Pages

/// Reads what stands above the first paragraph of an HTML page: headline, deck, byline and date as a reader sees them.
struct HTMLHead {
  private let html: HTMLReading
  private let reading: GenericReading
  private let firstParagraph: Int
  private var lines: HeadLines

  /// How many blocks above the first paragraph belong to the head at most.
  private static let reach = 40

  init(_ html: HTMLReading, firstParagraph: Int) {
    self.html = html
    reading = html.reading
    self.firstParagraph = firstParagraph
    lines = HeadLines(html.reading)
  }

  mutating func read(into draft: inout Draft) {
    let headline = headlineBlock()
    if let headline {
      draft.decide(headline, Heuristic.headline.moves(.headline, "the page's first-level heading nearest above the text"))
      draft.offer(
        .headline,
        FieldCandidate(.text(reading.string(headline)), raw: reading.string(headline), from: reading.place(headline), confidence: 0.75))
    }
    let start = headline ?? max(0, firstParagraph - 12)
    for index in start..<firstParagraph where index != headline && !reading.facts[index].isBlank {
      line(index, headline, &draft)
    }
    if reading.facts.indices.contains(firstParagraph) { lines.offerPrefix(ofParagraph: firstParagraph, to: &draft) }
  }

  private func headlineBlock() -> Int? {
    let low = max(0, firstParagraph - Self.reach)
    let headings = (low..<firstParagraph).filter { index in
      let block = reading.page.blocks[index]
      return block.kind == .heading && reading.facts[index].weight >= 1
        && html.marks(index).isDisjoint(with: [.navigation, .related, .sidebar, .hidden, .footer, .comment])
    }
    return headings.last { reading.page.blocks[$0].level == 1 }
      ?? headings.last { html.marks($0).contains(.headline) }
  }

  private mutating func line(_ index: Int, _ headline: Int?, _ draft: inout Draft) {
    let marks = html.marks(index)
    let facts = reading.facts[index]
    guard marks.isDisjoint(with: [.related, .advertisement, .hidden, .comment, .newsletter, .caption, .player]) else { return }
    if lines.offerDate(index, to: &draft) { return }
    if lines.offerByline(index, to: &draft) { return }
    guard headline != nil, reading.signs[index] == nil else { return }
    if marks.contains(.deck) || reading.page.blocks[index].kind == .heading && facts.weight >= 5, facts.linkShare < 0.5,
      draft.candidate(for: .description) == nil
    {
      draft.decide(index, Heuristic.deck.moves(.description, "deck between the headline and the text"))
      draft.offer(
        .description,
        FieldCandidate(
          .text(reading.string(index)), raw: reading.string(index), from: reading.place(index), confidence: 0.7,
          notes: ["deck between the headline and the text"]))
    }
  }
}
