/// An HTML page as one flat, immutable arena of nodes in document order.
///
/// There are no node objects: a ``Node`` is an index, a subtree is a range of indices, and prefix sums over text
/// make any subtree's text length a matter of one subtraction. A tree is built once, by an HTML parser, and
/// shared freely between threads.
public final class Tree: Sendable {
  @usableFromInline let nodes: NodeArena
  @usableFromInline let attributes: [AttributeRecord]
  /// Names that are not in the fixed table; `Atom.firstDynamic + i` names `names[i]`.
  @usableFromInline let names: [String]
  /// The page in UTF-8, as parsed.
  public let source: [UInt8]
  /// Text and attribute values that differ from the source: character references resolved, invalid bytes replaced.
  @usableFromInline let decoded: [UInt8]
  /// `textBefore[i]`: bytes of visible non-white-space text in nodes before `i`. One more entry than nodes.
  @usableFromInline let textBefore: [UInt32]
  /// Whether the parser met a `template`; most pages have none.
  let holdsTemplates: Bool
  let lines = LineIndex()
  let elementIndex = ElementIndexCache()

  /// Makes a tree of nodes in document order and sums up their text in one pass.
  ///
  /// - Precondition: `nodes` begins with the document and keeps the invariants of ``NodeRecord``.
  init(
    nodes: NodeArena, attributes: [AttributeRecord], names: [String], source: [UInt8], decoded: [UInt8], holdsTemplates: Bool
  ) {
    self.nodes = nodes
    self.holdsTemplates = holdsTemplates
    self.attributes = attributes
    self.names = names
    self.source = source
    self.decoded = decoded
    textBefore = TreeView.with(nodes, attributes, source, decoded, Self.textSums)
  }

  deinit { nodes.release() }

  private static func textSums(_ view: TreeView) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: view.nodes.count + 1) { sums, count in
      sum(view, &sums)
      count = view.nodes.count + 1
    }
  }

  private static func sum(_ view: TreeView, _ sums: inout UnsafeMutableBufferPointer<UInt32>) {
    var hiddenUntil = 0
    var sum: UInt32 = 0
    for index in 0..<view.nodes.count {
      sums.initializeElement(at: index, to: sum)
      let record = view.nodes[index]
      guard index >= hiddenUntil else { continue }
      switch record.kind {
      case .text:
        sum &+= UInt32(truncatingIfNeeded: ASCII.countOfVisible(view.bytes(record.bytes)))
      case .element, .templateContent:
        if view.hasHiddenText(record) { hiddenUntil = Int(record.end) }
      case .document, .doctype, .comment:
        break
      }
    }
    sums.initializeElement(at: view.nodes.count, to: sum)
  }
}
