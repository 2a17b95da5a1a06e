import Copydesk
import Pages

/// Makes typed body elements of the blocks that stay and the media between them: items of one list become one list, rows of one table one table,
/// a picture and its caption a figure.
struct BodyBuilder {
  private let draft: Draft
  private var built: [BodyElement] = []
  /// The list or table element that the last element was made from, so that the next item or row can join it.
  private var group: Node?
  /// Where the next text of the last element would begin in its linked text.
  private var groupOffset = 0
  /// The least depth of the items of the list being built.
  private var depth = 0
  /// Blocks that stand in the element of a picture or post.
  private var taken: Set<Int> = []
  private var nextMedia = 0
  private var addresses: LinkAddresses

  init(draft: Draft) {
    self.draft = draft
    addresses = LinkAddresses(draft)
    for media in draft.media { taken.formUnion(media.texts + media.credits) }
  }

  mutating func elements() -> [BodyElement] {
    // Growing would hold the elements twice.
    built.reserveCapacity(draft.media.count + draft.decisions.indices.count { draft.decisions.ruling($0).isInBody })
    for index in draft.decisions.indices where draft.decisions.ruling(index).isInBody {
      if nextMedia < draft.media.count { appendMedia(before: index) }
      if !taken.contains(index) { append(index) }
    }
    appendMedia(before: nil)
    return built
  }

  private mutating func append(_ index: Int) {
    let decision = draft.decisions.ruling(index)
    let block = draft.page.blocks[index]
    if let time = draft.entryTimes[index] { openEntry(index, time) }
    // The time of an entry stands in its heading.
    if decision.role == .date, draft.decisions.isBy(.entryTime, index) { return }
    let run = BodyText.of(index, in: draft, &addresses)
    guard !run.text.isEmpty else { return }
    var container: Node?
    switch decision.role {
    case .heading:
      var heading = BodyElement(.heading, run.text, level: block.level == 0 ? 2 : Int(block.level))
      if let time = draft.entryTimes[index] { heading.datePublished = time }
      append(heading, run)
    case .quote: append(BodyElement(.quote, run.text), run)
    case .code:
      var code = BodyElement(.code, run.text)
      code.programmingLanguage = draft.programmingLanguage(ofBlock: index)
      append(code, run)
    case .caption:
      if let table = draft.tableAround(index) {
        // The caption of a table stands before its rows.
        container = table
        var element = BodyElement(.table, run.text)
        element.rows = []
        built.append(element)
        groupOffset = 0
      } else {
        join(figure(url: nil, texts: [index], credits: []))
      }
    case .credit: join(figure(url: nil, texts: [], credits: [index]))
    case .embed: append(BodyElement(.embed, run.text), run)
    case .list:
      container = draft.listAround(index)
      appendItem(run, index, container)
    case .table:
      container = draft.tableAround(index)
      appendRow(run, index, container)
    default: append(BodyElement(.paragraph, run.text), run)
    }
    group = container
  }

  private mutating func append(_ element: consuming BodyElement, _ run: BodyText) {
    element.links = run.links
    append(element)
  }

  private mutating func append(_ element: consuming BodyElement) {
    built.append(element)
    group = nil
  }

  /// Gives a caption or credit without a picture of its own to the figure right before it, if that has none yet; else it stands alone.
  private mutating func join(_ figure: BodyElement) {
    guard let last = built.indices.last, built[last].type == .figure, figure.text.isEmpty || built[last].text.isEmpty,
      figure.creditText == nil || built[last].creditText == nil
    else { return append(figure) }
    if !figure.text.isEmpty {
      built[last].text = figure.text
      built[last].links = figure.links
      // It has a block now.
      built[last].line = nil
    }
    built[last].creditText = built[last].creditText ?? figure.creditText
  }

  /// An entry without a heading of its own gets one that says its time alone.
  private mutating func openEntry(_ index: Int, _ time: PartialDate) {
    guard draft.decisions.ruling(index).role != .heading else { return }
    var heading = BodyElement(.heading, level: 2)
    heading.datePublished = time
    append(heading)
  }

  // MARK: - Lists and tables

  private mutating func appendItem(_ run: BodyText, _ index: Int, _ list: Node?) {
    let block = draft.page.blocks[index]
    var level = Int(block.level)
    if let tree = draft.page.tree, tree.name(block.container) == .dd { level += 1 }
    if let last = built.indices.last, built[last].type == .list, group == list {
      add(run, to: last, after: 1)
      built[last].items.append(run.text)
      let deep = max(1, level - depth + 1)
      if deep > 1 || !built[last].levels.isEmpty {
        if built[last].levels.isEmpty { built[last].levels = Array(repeating: 1, count: built[last].items.count - 1) }
        built[last].levels.append(deep)
      }
      return
    }
    var element = BodyElement(.list)
    element.items = [run.text]
    element.ordered = draft.isOrdered(list)
    built.append(element)
    groupOffset = 0
    depth = level
    add(run, to: built.count - 1, after: 0)
  }

  private mutating func appendRow(_ run: BodyText, _ index: Int, _ table: Node?) {
    if built.last?.type != .table || group != table {
      built.append(BodyElement(.table))
      groupOffset = 0
    }
    let last = built.count - 1
    let count = built[last].rows.count
    var row: [String] = []
    run.forEachCell { cell in
      // A line feed parts rows, a tab cells.
      add(cell, to: last, after: count == 0 && row.isEmpty ? 0 : 1)
      row.append(cell.text)
    }
    built[last].rows.append(row)
    if built[last].headerRows ?? 0 == count, draft.isHeadingRow(index) { built[last].headerRows = count + 1 }
  }

  /// Gives an element the links of its next line or cell.
  private mutating func add(_ run: BodyText, to last: Int, after separator: Int) {
    let offset = groupOffset + separator
    groupOffset = offset + run.text.utf8.count
    if run.links.isEmpty { return }
    built[last].links += run.links.map {
      BodyElement.Link(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, url: $0.url)
    }
  }

  // MARK: - Media

  /// Appends the media that stand before a block; those within a list or table wait for its end.
  private mutating func appendMedia(before index: Int?) {
    while nextMedia < draft.media.count {
      let media = draft.media[nextMedia]
      if let index {
        let block = draft.page.blocks[index]
        guard media.node.index < block.nodes.lowerBound else { return }
        if let group, let tree = draft.page.tree, tree.contains(group, media.node),
          group == draft.listAround(index) || group == draft.tableAround(index)
        {
          return
        }
      }
      nextMedia += 1
      switch media.content {
      case .figure(let url):
        var element = figure(url: url, texts: media.texts, credits: media.credits)
        if media.texts.isEmpty, media.credits.isEmpty { element.line = draft.page.tree?.line(of: media.node) }
        append(element)
      case .embed(let provider, let url):
        let run = BodyText.joined(media.texts, in: draft, &addresses)
        var element = BodyElement(.embed, run.text)
        element.provider = provider
        element.url = url
        if media.texts.isEmpty { element.line = draft.page.tree?.line(of: media.node) }
        append(element, run)
      }
    }
  }

  /// A figure with the caption and credit of its blocks; the credit at a caption's end is cut from it.
  private mutating func figure(url: String?, texts: [Int], credits: [Int]) -> BodyElement {
    var run = BodyText.joined(texts, in: draft, &addresses)
    var credit = BodyText.joined(credits, in: draft, &addresses).text
    if !run.text.isEmpty, credit.isEmpty {
      let marked = markedCredit(in: texts)
      let split = marked.map { CaptionCredit.split(run.text, marked: $0) } ?? CaptionCredit.split(run.text)
      credit = split.credit ?? ""
      if split.caption != run.text {
        // Links of the caption keep their place where the credit stood at its end; else they are not known any more.
        let isPrefix = run.text.hasPrefix(split.caption)
        let end = split.caption.utf8.count
        run = BodyText(text: split.caption, links: isPrefix ? run.links.filter { $0.range.upperBound <= end } : [])
      }
    }
    var figure = BodyElement(.figure, run.text)
    figure.url = url
    figure.creditText = credit.isEmpty ? nil : credit
    figure.links = run.links
    return figure
  }

  /// The words of the first element within captions that is marked as their credit.
  private func markedCredit(in blocks: [Int]) -> String? {
    guard let tree = draft.page.tree, var marks = draft.metadata.elementMarks else { return nil }
    // Blocks of one container share its elements, of which none is looked at twice.
    var next: Int32 = 0
    for index in blocks {
      let block = draft.page.blocks[index]
      let first = max(block.container.index + 1, next)
      next = max(first, block.nodes.upperBound)
      for node in (first..<next).lazy.map(Node.init) where tree.isElement(node) && tree.textLength(node) > 0 {
        if tree.name(node) == .cite || marks.mark(of: node).contains(.credit) { return tree.text(of: node) }
      }
    }
    return nil
  }
}
