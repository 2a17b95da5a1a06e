/// The blocks of a document, in order.
///
/// It is used like an array. What `extract` makes holds the page's text once and makes a ``Block`` of it when one is asked for; a list that is
/// changed holds blocks of its own from then on.
public struct BlockList: Sendable {
  private var blocks: [Block] = []
  /// Where the blocks are while nobody has changed the list; ``blocks`` is empty then.
  private var overlay: BlockOverlay?

  public init() {}

  package init(_ overlay: BlockOverlay) { self.overlay = overlay }

  private mutating func takeBlocks() {
    guard let overlay else { return }
    blocks = (0..<overlay.count).map(overlay.block)
    self.overlay = nil
  }

  func write(to json: inout JSONWriter, selection: BlockSelection) {
    json.beginArray()
    if let overlay {
      overlay.write(to: &json, selection: selection)
    } else {
      for block in blocks where selection.includes(block) { block.write(to: &json) }
    }
    json.endArray()
  }
}

extension BlockList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { overlay?.count ?? blocks.count }

  public subscript(index: Int) -> Block {
    get { overlay?.block(index) ?? blocks[index] }
    set {
      takeBlocks()
      blocks[index] = newValue
    }
  }

  public mutating func replaceSubrange(_ subrange: Range<Int>, with newElements: some Collection<Block>) {
    takeBlocks()
    blocks.replaceSubrange(subrange, with: newElements)
  }
}

extension BlockList: ExpressibleByArrayLiteral {
  public init(arrayLiteral blocks: Block...) { self.blocks = blocks }
}

extension BlockList: Hashable {
  public static func == (a: BlockList, b: BlockList) -> Bool { a.elementsEqual(b) }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for block in self { hasher.combine(block) }
  }
}
