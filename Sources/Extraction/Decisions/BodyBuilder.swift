import Copydesk
import Pages

/// Makes typed body elements of the blocks that stay: items of one list become one list, rows of one table one table, a caption a figure.
struct BodyBuilder {
  let draft: Draft
  /// The page's blocks, whose texts the elements share.
  let blocks: [Block]
  private var built: [BodyElement] = []
  /// The list or table element that the last element was made from, so that the next item or row can join it.
  private var group: Node?

  init(draft: Draft, blocks: [Block]) {
    self.draft = draft
    self.blocks = blocks
  }

  func elements() -> [BodyElement] {
    var builder = self
    for index in draft.decisions.indices where draft.decisions[index].isInBody { builder.append(index) }
    return builder.built
  }

  private mutating func append(_ index: Int) {
    let decision = draft.decisions[index]
    let block = draft.page.blocks[index]
    let run = BodyText.of(index, in: draft, whole: blocks[index].text)
    guard !run.text.isEmpty else { return }
    var container: Node?
    switch decision.role {
    case .heading:
      append(BodyElement(.heading, run.text, level: block.level == 0 ? 2 : Int(block.level)), run)
    case .quote:
      append(BodyElement(.quote, run.text), run)
    case .code:
      append(BodyElement(.code, run.text), run)
    case .caption:
      var figure = BodyElement(.figure, run.text)
      figure.url = draft.figureAddress(ofBlock: index)
      append(figure, run)
    case .credit:
      // A credit line belongs to the figure before it.
      if let last = built.indices.last, built[last].type == .figure, built[last].creditText == nil {
        built[last].creditText = run.text
      } else {
        var figure = BodyElement(.figure)
        figure.creditText = run.text
        append(figure, run)
      }
    case .list:
      container = draft.listAround(index)
      if let last = built.indices.last, built[last].type == .list, group == container {
        built[last].items.append(run.text)
      } else {
        var list = BodyElement(.list)
        list.items = [run.text]
        list.ordered = draft.isOrdered(container)
        built.append(list)
      }
    case .table:
      container = draft.tableAround(index)
      let cells = run.text.split(separator: "\t", omittingEmptySubsequences: false).map { String($0).trimmedOfWhitespace }
      if let last = built.indices.last, built[last].type == .table, group == container {
        built[last].rows.append(cells)
      } else {
        var table = BodyElement(.table)
        table.rows = [cells]
        built.append(table)
      }
    default:
      append(BodyElement(.paragraph, run.text), run)
    }
    group = container
  }

  private mutating func append(_ element: consuming BodyElement, _ run: BodyText) {
    if element.type != .figure { element.links = run.links }
    built.append(element)
  }
}

/// The text of one block without its cut spans and outer white space, with the links that are left in it.
struct BodyText {
  var text: String
  var links: [BodyElement.Link] = []

  /// The text of a block; most are shared whole. No initialiser, because that would copy the draft.
  /// - Parameter whole: The block's own text.
  static func of(_ index: Int, in draft: Draft, whole: String) -> BodyText {
    let block = draft.page.blocks[index]
    let isWhole = draft.decisions[index].cuts.isEmpty && VisibleRange.of(draft.page.text[block.text]) == block.text
    if isWhole, block.links.isEmpty { return BodyText(text: whole) }
    return cut(index, in: draft)
  }

  private static func cut(_ index: Int, in draft: Draft) -> BodyText {
    let page = draft.page
    let block = page.blocks[index].text
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.count)
    var kept: [(from: Int, count: Int, at: Int)] = []
    var position = 0
    func keep(_ upper: Int) {
      guard upper > position else { return }
      kept.append((position, upper - position, bytes.count))
      bytes += page.text[block.lowerBound + position..<block.lowerBound + upper]
    }
    for cut in draft.decisions[index].cuts {
      keep(cut.range.lowerBound)
      position = cut.range.upperBound
    }
    keep(block.count)
    let inner = VisibleRange.of(bytes[...])
    var run = BodyText(text: String(decoding: bytes[inner], as: UTF8.self))
    for link in page.links[page.blocks[index].links] {
      guard let url = draft.address(of: link) else { continue }
      let lower = link.text.lowerBound - block.lowerBound
      let upper = link.text.upperBound - block.lowerBound
      guard let part = kept.first(where: { $0.from <= lower && upper <= $0.from + $0.count }) else { continue }
      let start = max(lower - part.from + part.at, inner.lowerBound) - inner.lowerBound
      let end = min(upper - part.from + part.at, inner.upperBound) - inner.lowerBound
      if start < end { run.links.append(BodyElement.Link(range: start..<end, url: url)) }
    }
    return run
  }
}
