import Copydesk
import Pages

/// Finds the blocks that clauses hit on one page.
struct ClauseSearch {
  /// What went wrong with a selector on this page.
  private(set) var problems: [String] = []
  private let page: Page
  /// libxml2's copy of the tree, made when an XPath first asks for it.
  private var xpath: XPathContext?
  private let isBlank: [Bool]

  init(_ draft: Draft) {
    page = draft.page
    isBlank = page.blocks.map { VisibleRange.of(draft.page.text[$0.text]).isEmpty }
  }

  mutating func hits(_ clause: Clause, _ draft: Draft) -> [ClauseHit] {
    switch clause.matcher {
    case .css(let selector, _, _):
      guard let tree = page.tree else { return [] }
      return selector.select(in: tree).map { hit($0, tree) }
    case .xpath(let expression, _):
      guard let tree = page.tree, case .nodes(let nodes)? = evaluate(expression, clause, tree) else { return [] }
      return nodes.map { hit($0, tree) }
    case .line(let matcher):
      return LineSearch(matcher, draft, isBlank).hits()
    case .byline(let template):
      return BylineSearch(template, draft).hits()
    case .meta, .jsonLD, .value:
      return []
    }
  }

  mutating func evaluate(_ expression: XPathExpression, _ clause: Clause, _ tree: Tree) -> XPathValue? {
    let context = xpath ?? XPathContext(tree)
    xpath = context
    do { return try context.evaluate(expression) } catch {
      problems.append("\(clause.from): \(error)")
      return nil
    }
  }

  /// The blocks within an element; of a block that only part of lies within, that part.
  private func hit(_ node: Node, _ tree: Tree) -> ClauseHit {
    let subtree = tree.subtree(node)
    var hit = ClauseHit(blocks: [], raw: tree.text(of: node), node: node)
    var index = firstBlock(endingAfter: subtree.lowerBound)
    while index < page.blocks.count, page.blocks[index].nodes.lowerBound < subtree.upperBound {
      let nodes = page.blocks[index].nodes
      if nodes.lowerBound >= subtree.lowerBound, nodes.upperBound <= subtree.upperBound {
        hit.blocks.append(index)
      } else if let part = part(node, ofBlock: index, tree) {
        hit.cuts.append(part)
      }
      index += 1
    }
    return hit
  }

  private func firstBlock(endingAfter node: Int32) -> Int {
    var low = 0
    var high = page.blocks.count
    while low < high {
      let middle = (low + high) / 2
      if page.blocks[middle].nodes.upperBound <= node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where an inline element's text stands in its block: at the first place after the text before it.
  private func part(_ node: Node, ofBlock index: Int, _ tree: Tree) -> ClauseHit.Part? {
    let needle = tree.utf8Text(of: node)
    guard !needle.isEmpty else { return nil }
    let block = page.blocks[index].text
    // What stands before the element is at least this long, white space aside.
    let before = tree.textLength(page.blocks[index].nodes.lowerBound..<max(page.blocks[index].nodes.lowerBound, node.index))
    return page.text[block].withUnsafeBufferPointer { buffer in
      guard let start = Literal(needle).find(in: buffer, from: min(before, buffer.count)) else { return nil }
      return ClauseHit.Part(block: index, range: start..<start + needle.count)
    }
  }
}
