import Pages

/// The elements whose own children the article's paragraphs are.
///
/// Editors write paragraphs side by side; widgets come in elements of their own. So a block that stands directly among paragraphs is part of
/// the article more often than one in a box between them.
struct ParagraphHomes: Sendable {
  private var homes: Set<Node> = []

  /// - Parameter paragraphs: Blocks that are running text beyond doubt.
  init(_ page: Page, _ tree: Tree, paragraphs: some Sequence<Int>) {
    var counts: [Node: Int] = [:]
    for index in paragraphs { counts[Self.home(of: page.blocks[index], tree), default: 0] += 1 }
    for (home, count) in counts where count >= 2 { homes.insert(home) }
  }

  /// Whether a block is a sibling of at least two paragraphs.
  func contains(_ block: PageBlock, _ tree: Tree) -> Bool { homes.contains(Self.home(of: block, tree)) }

  /// What holds a paragraph: its element's parent, or the element itself where line breaks alone part its paragraphs.
  static func home(of block: PageBlock, _ tree: Tree) -> Node {
    switch tree.name(block.container) {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .ul, .ol: tree.parent(block.container) ?? block.container
    case .li: tree.parent(block.container).flatMap(tree.parent) ?? block.container
    default: block.container
    }
  }
}

extension HTMLReading {
  /// What decides how a block is set, as a hash: the names and classes of its element and of the one around it.
  func look(_ index: Int) -> UInt64 {
    let container = reading.page.blocks[index].container
    // FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func extend(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func add(_ node: Node) {
      extend(UInt8(truncatingIfNeeded: tree.name(node).rawValue))
      tree.withAttribute(node, .class) { value in
        // A class longer than any template's would be read again for each block in its element.
        for byte in (value ?? UnsafeBufferPointer(start: nil, count: 0)).prefix(400) { extend(byte) }
      }
      extend(0)
    }
    add(container)
    if let parent = tree.parent(container) { add(parent) }
    return hash
  }

  /// The share of a block's text that leads to other pages: places on the same page, and anchors that lead nowhere, are no links to a reader.
  func outwardShare(_ index: Int) -> Float {
    let share = reading.facts[index].linkShare
    guard share > 0.3 else { return share }
    let block = reading.page.blocks[index]
    var outward = 0
    for link in reading.page.links[block.links] {
      let leadsAway = tree.withAttribute(link.node, .href) { href in
        guard let first = href?.first(where: { $0 > 0x20 }) else { return false }
        return first != UInt8(ascii: "#")
      }
      if leadsAway { outward += link.text.count }
    }
    return min(1, Float(outward) / Float(max(1, reading.facts[index].visible.count)))
  }

  /// Whether a block ends a sentence with a stop that the link before it leaves out: a paragraph in which a writer made everything a link.
  func endsSentenceOutsideLinks(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    guard facts.endsSentence, let last = reading.page.links[reading.page.blocks[index].links].last else { return false }
    return last.text.upperBound < facts.visible.upperBound
  }
}
