import Copydesk
import Pages

/// Gives each block in and around the container its role.
struct HTMLBody {
  private let html: HTMLReading
  private let reading: GenericReading
  private let notices: Notices
  /// The first block of running text in the container.
  let firstParagraph: Int

  init(_ html: HTMLReading, notices: Notices) {
    self.html = html
    self.notices = notices
    reading = html.reading
    firstParagraph =
      html.region.first { index in
        html.reading.facts[index].isProse && html.reading.signs[index] == nil
          && html.marks(index).isDisjoint(with: NodeMark.surroundings.union([.caption, .byline, .deck, .credit]))
      } ?? html.region.lowerBound
  }

  func read(into draft: inout Draft) {
    for index in reading.facts.indices where !reading.facts[index].isBlank {
      draft.decide(index, html.region.contains(index) ? inside(index) : outside(index))
    }
    dropEmptyHeadings(&draft)
  }

  private func outside(_ index: Int) -> Decision {
    if let (role, reason) = html.marks(index).surroundingRole { return Heuristic.markup.removes(role, reason) }
    if let sign = reading.signs[index] { return Heuristic.sign.removes(sign.role, sign.reason) }
    return index < html.region.lowerBound
      ? Heuristic.beforeArticle.removes(.navigation, "before the article")
      : Heuristic.afterArticle.removes(.boilerplate, "after the article")
  }

  private func inside(_ index: Int) -> Decision {
    let facts = reading.facts[index]
    let block = reading.page.blocks[index]
    let marks = html.marks(index)
    if let (role, reason) = marks.surroundingRole { return Heuristic.markup.removes(role, reason) }
    if block.kind == .caption || marks.contains(.caption) || marks.contains(.figure) && block.kind != .heading {
      return Heuristic.caption.keeps(
        marks.contains(.credit) && block.kind != .caption ? .credit : .caption, "in a figure's caption")
    }
    if marks.contains(.credit) { return Heuristic.caption.removes(.credit, "marked as a credit") }
    if let sign = reading.signs[index], !sign.yields(to: facts) {
      return Heuristic.sign.removes(sign.role, sign.reason)
    }
    if index < firstParagraph, block.kind != .listItem {
      return Heuristic.beforeArticle.removes(.navigation, "between the headline and the first paragraph")
    }
    if marks.contains(.byline), facts.weight <= 30 { return Heuristic.markup.removes(.byline, "marked as a byline") }
    if marks.contains(.date), facts.weight <= 15 { return Heuristic.markup.removes(.date, "marked as a date") }
    if facts.linkShare > 0.95, block.kind != .heading, block.kind != .tableRow, block.kind != .quote {
      return Heuristic.linkOnly.removes(.related, "the whole paragraph is a link")
    }
    if facts.words + facts.unspaced == 0 { return Heuristic.artefact.removes(.artefact, "no letter and no digit") }
    switch block.kind {
    case .heading: return Heuristic.heading.keeps(.heading, "heading in the article's body")
    case .listItem: return Heuristic.container.keeps(.list, "list in the article's body")
    case .quote: return Heuristic.container.keeps(.quote, "quotation in the article's body")
    case .tableRow: return Heuristic.container.keeps(.table, "table in the article's body")
    case .preformatted: return Heuristic.container.keeps(.code, "preformatted text in the article's body")
    case .paragraph, .line, .caption:
      return Heuristic.container.keeps(.body, "paragraph in the article's body: \(html.container.reason)")
    }
  }

  /// A heading with nothing left under it headed what was removed.
  private func dropEmptyHeadings(_ draft: inout Draft) {
    var under: Int?
    for index in html.region.reversed() {
      let decision = draft.decisions[index]
      guard decision.isInBody else { continue }
      if decision.role == .heading, decision.authority == .generic {
        let level = reading.page.blocks[index].level
        let nextLevel = under.flatMap { draft.decisions[$0].role == .heading ? reading.page.blocks[$0].level : nil }
        if under == nil || nextLevel.map({ $0 <= level && removedBetween(index, under, draft) }) == true {
          draft.decide(index, Heuristic.heading.removes(.related, "heading with nothing of the article under it"))
          continue
        }
      }
      under = index
    }
  }

  private func removedBetween(_ index: Int, _ next: Int?, _ draft: Draft) -> Bool {
    guard let next, next > index + 1 else { return false }
    return draft.decisions[index + 1..<next].contains { !$0.isInBody && $0.role != .artefact && $0.role != .advertisement }
  }
}
