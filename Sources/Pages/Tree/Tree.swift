/// An HTML page as one flat, immutable arena of nodes in document order.
///
/// There are no node objects: a ``Node`` is an index, a subtree is a range of indices, and prefix sums over text and link text
/// make any subtree's text length and link density a matter of two subtractions. A tree is built once, by an HTML parser, and
/// shared freely between threads.
public final class Tree: Sendable {
  @usableFromInline let nodes: [NodeRecord]
  @usableFromInline let attributes: [AttributeRecord]
  /// Names that are not in the fixed table; `Atom.firstDynamic + i` names `names[i]`.
  @usableFromInline let names: [String]
  /// The page in UTF-8, as parsed.
  public let source: [UInt8]
  /// Text and attribute values that differ from the source: character references resolved, invalid bytes replaced.
  @usableFromInline let decoded: [UInt8]
  /// `textBefore[i]`: bytes of visible non-white-space text in nodes before `i`. One more entry than nodes.
  @usableFromInline let textBefore: [UInt32]
  /// The same for text within `a` elements.
  @usableFromInline let linkTextBefore: [UInt32]
  let lines = LineIndex()
  let elementIndex = ElementIndexCache()

  init(
    nodes: [NodeRecord], attributes: [AttributeRecord], names: [String], source: [UInt8], decoded: [UInt8],
    textBefore: [UInt32], linkTextBefore: [UInt32]
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.source = source
    self.decoded = decoded
    self.textBefore = textBefore
    self.linkTextBefore = linkTextBefore
  }

  /// Makes a tree of nodes in document order and sums up their text in one pass.
  ///
  /// - Precondition: `nodes` begins with the document and keeps the invariants of ``NodeRecord``.
  convenience init(nodes: [NodeRecord], attributes: [AttributeRecord], names: [String], source: [UInt8], decoded: [UInt8]) {
    // The sums need the tree's own view of hidden text, so they are made on a tree without sums.
    let bare = Tree(
      nodes: nodes, attributes: attributes, names: names, source: source, decoded: decoded, textBefore: [], linkTextBefore: [])
    let (text, linkText) = bare.textSums()
    self.init(
      nodes: nodes, attributes: attributes, names: names, source: source, decoded: decoded, textBefore: text,
      linkTextBefore: linkText)
  }

  private func textSums() -> (text: [UInt32], linkText: [UInt32]) {
    let count = nodes.count
    var linkText: [UInt32] = []
    let text = [UInt32](unsafeUninitializedCapacity: count + 1) { text, textCount in
      linkText = [UInt32](unsafeUninitializedCapacity: count + 1) { linkText, linkTextCount in
        withView { Self.sum($0, &text, &linkText) }
        linkTextCount = count + 1
      }
      textCount = count + 1
    }
    return (text, linkText)
  }

  private static func sum(
    _ view: TreeView, _ text: inout UnsafeMutableBufferPointer<UInt32>, _ linkText: inout UnsafeMutableBufferPointer<UInt32>
  ) {
    var hiddenUntil = 0
    var linkUntil = 0
    var sum: UInt32 = 0
    var linkSum: UInt32 = 0
    for index in 0..<view.nodes.count {
      text.initializeElement(at: index, to: sum)
      linkText.initializeElement(at: index, to: linkSum)
      let record = view.nodes[index]
      guard index >= hiddenUntil else { continue }
      switch record.kind {
      case .text:
        let length = UInt32(truncatingIfNeeded: ASCII.countOfVisible(view.bytes(record.bytes)))
        sum &+= length
        if index < linkUntil { linkSum &+= length }
      case .element, .templateContent:
        if view.hasHiddenText(record) { hiddenUntil = Int(record.end) }
        if record.name == .a, index >= linkUntil { linkUntil = Int(record.end) }
      case .document, .doctype, .comment:
        break
      }
    }
    text.initializeElement(at: view.nodes.count, to: sum)
    linkText.initializeElement(at: view.nodes.count, to: linkSum)
  }
}
