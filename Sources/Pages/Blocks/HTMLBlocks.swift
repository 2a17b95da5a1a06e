/// Cuts a tree into blocks: one walk in document order, without recursion.
///
/// A block is a run of text that a browser would set as one paragraph: what is between the starts and ends of block-level elements,
/// with two `br` in a row ending a paragraph too, and one where it ends a sentence outside of any `p`. Cells of a table row stand in one
/// block, apart by TAB, unless they hold block-level elements themselves. White space is collapsed as HTML does, and kept within `pre`.
///
/// Every byte of visible text is in one block. What is *not* visible by rule is in none: `script`, `style`, `template`, `head`,
/// `noscript` (with scripting off it holds fallbacks for what is elsewhere), `textarea`, `select`, `iframe`, media elements' fallback,
/// `svg`, elements with the attribute `hidden`, and elements with `display: none` in their own `style` attribute.
struct HTMLBlocks {
  private(set) var text: [UInt8]
  private(set) var blocks: [PageBlock] = []
  private(set) var links: [PageLink] = []

  private let tree: Tree
  private let out: ByteBuffer
  private var contexts: [Context] = []
  /// Of the innermost context.
  private var nextEnd: Int32 = .max
  private var isPreformatted = false

  /// An open element that means something for the text in it.
  private struct Context {
    var end: Int32
    var role: Role
    var isBlock: Bool
    /// What blocks in it are.
    var kind: PageBlock.Kind
    var level: UInt8
    var container: Node
    var listDepth: UInt8
  }

  private enum Role { case other, row, cell, link, separator }

  // The run being gathered.
  private var runStart = 0
  private var firstNode: Int32 = -1
  private var lastNode: Int32 = -1
  private var firstLink = 0
  private var pendingSpace = false
  private var lineBreaks = 0
  /// TABs to stand before the next text: cells since the last.
  private var pendingTabs = 0
  /// The row whose cells are being gathered; `nil` from the first block-level element within it on.
  private var row: Node?
  private var link: Node?
  private var linkStart = -1

  init(_ tree: Tree, limits: PageLimits) throws(PageError) {
    self.tree = tree
    out = ByteBuffer(capacity: Int(tree.textBefore.last ?? 0) * 5 / 4 + 64)
    text = []
    // A block has a text and something that parts it from the one before; room that is not used takes no memory.
    blocks.reserveCapacity(tree.count / 8 + 16)
    open(
      Context(end: Int32.max, role: .other, isBlock: true, kind: .paragraph, level: 0, container: tree.root, listDepth: 0))
    tree.withView { view in tree.textBefore.withUnsafeBufferPointer { walk(view, $0) } }
    text = Array(out.bytes)
    guard blocks.count <= limits.blocks else {
      throw PageError(.tooManyBlocks, bytes: tree.source.count, limit: limits.blocks)
    }
  }

  /// - Parameter textBefore: ``Tree/textBefore``, which has no hidden text: an element with any is none to skip.
  private mutating func walk(_ view: TreeView, _ textBefore: UnsafeBufferPointer<UInt32>) {
    let count = Int32(truncatingIfNeeded: view.nodes.count)
    var index: Int32 = 0
    while index < count {
      while nextEnd <= index { leave() }
      let record = view.nodes[Int(index)]
      switch record.kind {
      case .text:
        append(view.bytes(record.bytes), node: index)
      case .element, .templateContent:
        if textBefore[Int(index)] == textBefore[Int(record.end)], view.hasHiddenText(record) {
          index = record.end
          continue
        }
        enter(record, Node(index), view.traits(record.name))
      case .document, .doctype, .comment:
        break
      }
      index += 1
    }
    while contexts.count > 1 { leave() }
    flush()
  }

  // MARK: - Elements

  private mutating func enter(_ record: NodeRecord, _ node: Node, _ traits: AtomTraits) {
    let name = record.name
    if name == .a {
      closeLink()
      link = node
      push(record, role: .link)
      return
    }
    if traits.contains(.block) {
      enterBlock(record, node)
    } else if name == .br {
      lineBreak()
    } else if traits.contains(.separates) {
      pendingSpace = true
      push(record, role: .separator)
    }
  }

  private mutating func push(_ record: NodeRecord, role: Role) {
    var context = contexts[contexts.count - 1]
    context.end = record.end
    context.role = role
    context.isBlock = false
    open(context)
  }

  private mutating func enterBlock(_ record: NodeRecord, _ node: Node) {
    var context = contexts[contexts.count - 1]
    context.end = record.end
    context.isBlock = true
    context.container = node
    context.role = .other
    switch record.name {
    case .td, .th:
      context.role = .cell
      if row != nil {
        // Another cell of the same row.
        open(context)
        return
      }
      context.kind = .paragraph
    case .tr:
      flush()
      row = node
      context.role = .row
      context.kind = .tableRow
      context.level = 0
      open(context)
      return
    case .h1, .h2, .h3, .h4, .h5, .h6:
      context.kind = .heading
      context.level = UInt8(truncatingIfNeeded: record.name.rawValue - Atom.h1.rawValue + 1)
    case .ul, .ol, .menu, .dir, .dl:
      context.listDepth = context.listDepth == .max ? .max : context.listDepth + 1
      context.kind = .paragraph
      context.level = 0
    case .li, .dt, .dd:
      context.kind = .listItem
      context.level = max(context.listDepth, 1)
    case .blockquote:
      context.kind = .quote
      context.level = 0
    case .figcaption, .caption:
      context.kind = .caption
      context.level = 0
    case .pre, .listing, .xmp, .plaintext:
      context.kind = .preformatted
      context.level = 0
    case .figure, .table:
      context.kind = .paragraph
      context.level = 0
    default:
      // `p`, `div` and the like: part of what they are in, except that a cell's blocks are paragraphs.
      if context.kind == .tableRow { context.kind = .paragraph }
    }
    flush()
    row = nil
    open(context)
  }

  private mutating func open(_ context: Context) {
    contexts.append(context)
    nextEnd = context.end
    isPreformatted = context.kind == .preformatted
  }

  private mutating func close() {
    contexts.removeLast()
    nextEnd = contexts[contexts.count - 1].end
    isPreformatted = contexts[contexts.count - 1].kind == .preformatted
  }

  private mutating func leave() {
    let context = contexts[contexts.count - 1]
    defer { close() }
    switch context.role {
    case .link:
      closeLink()
    case .separator:
      pendingSpace = true
    case .cell where row != nil:
      pendingTabs += 1
      pendingSpace = false
      closeLinkPiece()
    case .row, .cell, .other:
      if context.isBlock {
        flush()
        row = nil
      }
    }
  }

  private mutating func lineBreak() {
    if isPreformatted {
      appendRaw(0x0A)
      return
    }
    lineBreaks += 1
    pendingSpace = true
    if lineBreaks == 2 || partsParagraphs { flush() }
  }

  /// Whether a single line break ends a paragraph: where a `p` has been set, a break is a break within it; in a `div` full of text it is all
  /// the writer had, and after a whole sentence of some length it is no line of an address or a poem.
  private var partsParagraphs: Bool {
    let context = contexts[contexts.count - 1]
    guard context.kind == .paragraph, row == nil, out.count - runStart >= 80, tree.name(context.container) != .p else {
      return false
    }
    return out.endsSentence
  }

  // MARK: - Text

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, node: Int32) {
    if isPreformatted { appendPreformatted(bytes, node) } else { appendCollapsed(bytes, node) }
  }

  private mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>, _ node: Int32) {
    var start = 0
    while start < bytes.count, ASCII.isWhitespace(bytes[start]) { start += 1 }
    if start > 0 { pendingSpace = true }
    guard start < bytes.count else { return }
    beginText(node)
    pendingSpace = out.appendCollapsing(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private mutating func appendPreformatted(_ bytes: UnsafeBufferPointer<UInt8>, _ node: Int32) {
    var rest = bytes[...]
    if out.count == runStart {
      // Empty lines at the front are no text; blanks before the first word are.
      guard let first = rest.firstIndex(where: { !ASCII.isWhitespace($0) }) else { return }
      var start = first
      while start > rest.startIndex, rest[start - 1] == 0x20 || rest[start - 1] == 0x09 { start -= 1 }
      rest = rest[start...]
    }
    guard !rest.isEmpty else { return }
    pendingSpace = false
    beginText(node)
    out.append(UnsafeBufferPointer(rebasing: rest))
  }

  private mutating func appendRaw(_ byte: UInt8) {
    if out.count > runStart { out.append(byte) }
  }

  /// Writes what is due before text, and notes where the text is from.
  private mutating func beginText(_ node: Int32) {
    if out.count > runStart {
      if pendingTabs > 0 {
        for _ in 0..<min(pendingTabs, 1024) { out.append(0x09) }
      } else if pendingSpace {
        out.append(0x20)
      }
    }
    pendingTabs = 0
    pendingSpace = false
    lineBreaks = 0
    if firstNode < 0 { firstNode = node }
    lastNode = node
    if link != nil, linkStart < 0 { linkStart = out.count }
  }

  // MARK: - Ends

  private mutating func closeLink() {
    closeLinkPiece()
    link = nil
  }

  /// Ends the link's part in this block; it may go on in the next.
  private mutating func closeLinkPiece() {
    guard let link, linkStart >= 0 else { return }
    links.append(PageLink(text: linkStart..<out.count, node: link))
    linkStart = -1
  }

  private mutating func flush() {
    closeLinkPiece()
    defer {
      runStart = out.count
      firstNode = -1
      firstLink = links.count
      pendingSpace = false
      lineBreaks = 0
      pendingTabs = 0
    }
    let context = contexts[contexts.count - 1]
    if context.kind == .preformatted {
      while out.count > runStart, out.last.map(ASCII.isWhitespace) ?? false { out.removeLast() }
      if links.count > firstLink, let last = links.last, last.text.upperBound > out.count {
        links[links.count - 1].text = min(last.text.lowerBound, out.count)..<out.count
      }
    }
    guard out.count > runStart, firstNode >= 0 else { return }
    // The rest of a row with block-level elements in it is laid out, not tabulated.
    let kind = row != nil ? .tableRow : context.kind == .tableRow ? .paragraph : context.kind
    // A page of nothing but table rows has a block to four nodes; room for twice as many would be the largest part of its memory.
    if blocks.count == blocks.capacity { blocks.reserveCapacity(blocks.count + blocks.count / 4 + 16) }
    blocks.append(
      PageBlock(
        kind: kind, level: context.level, text: runStart..<out.count, container: row ?? context.container,
        nodes: firstNode..<lastNode + 1, links: firstLink..<links.count))
    out.append(0x0A)
  }
}
