import Copydesk
import Pages

/// What can be counted in a page once its blocks are decided about.
struct PageShape {
  /// Words of running text in the body.
  var words = 0
  /// Paragraphs of the body.
  var paragraphs = 0
  /// Blocks as long as a headline that are a link and nothing else.
  var teasers = 0
  /// Those of them that are headings.
  var headlines = 0

  /// Counts. No initialiser, because that would copy the draft.
  /// - Parameter facts: What was counted in each block when the page was read.
  static func of(_ draft: Draft, _ facts: [BlockFacts]) -> PageShape {
    var shape = PageShape()
    for index in draft.decisions.indices {
      let decision = draft.decisions.ruling(index)
      let block = draft.page.blocks[index]
      if decision.isInBody, decision.role == .body || decision.role == .quote || decision.role == .list {
        shape.words += facts[index].weight
        shape.paragraphs += 1
      }
      // As long as a headline: five words or so and up.
      if !block.links.isEmpty, (24...220).contains(block.text.count), block.kind != .tableRow,
        draft.page.linkBytes(of: block) * 10 >= block.text.count * 8
      {
        shape.teasers += 1
        if block.kind == .heading { shape.headlines += 1 }
      }
    }
    return shape
  }
}
