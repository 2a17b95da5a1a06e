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
}
