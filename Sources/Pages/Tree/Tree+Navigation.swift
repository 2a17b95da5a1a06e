extension Tree {
  /// How many nodes there are, the document node included.
  @inlinable public var count: Int { nodes.count }

  /// The document node.
  @inlinable public var root: Node { Node(0) }

  @inlinable
  public func kind(_ node: Node) -> NodeKind { nodes[Int(node.index)].kind }

  @inlinable
  public func isElement(_ node: Node) -> Bool { nodes[Int(node.index)].kind == .element }

  /// The name of an element or doctype, else ``Atom/none``.
  @inlinable
  public func name(_ node: Node) -> Atom { nodes[Int(node.index)].name }

  @inlinable
  public func namespace(_ node: Node) -> Namespace { nodes[Int(node.index)].namespace }

  /// The name of an element or doctype as text; empty for other nodes.
  public func localName(_ node: Node) -> String { text(of: nodes[Int(node.index)].name) }

  /// The text of a name of this tree.
  public func text(of atom: Atom) -> String {
    if atom == .none { return "" }
    if let fixed = atom.fixedName { return fixed }
    let index = Int(atom.rawValue) - Int(Atom.firstDynamic)
    return names.indices.contains(index) ? names[index] : ""
  }

  /// The atom that a name has in this tree, case mattering, or `nil` if no node of the tree can have it.
  ///
  /// Looks through the tree's own names one by one; keep the result rather than asking for each node.
  public func atom(named name: String) -> Atom? {
    if let fixed = Atom(fixed: name) { return fixed }
    guard let index = names.firstIndex(of: name) else { return nil }
    return Atom(rawValue: Atom.firstDynamic + UInt32(index))
  }

  /// The node that contains `node`, or `nil` of the document.
  @inlinable
  public func parent(_ node: Node) -> Node? {
    let parent = nodes[Int(node.index)].parent
    return parent >= 0 && node.index > 0 ? Node(parent) : nil
  }

  @inlinable
  public func firstChild(_ node: Node) -> Node? {
    node.index + 1 < nodes[Int(node.index)].end ? Node(node.index + 1) : nil
  }

  @inlinable
  public func nextSibling(_ node: Node) -> Node? {
    let record = nodes[Int(node.index)]
    guard node.index > 0, record.parent >= 0, record.end < nodes[Int(record.parent)].end else { return nil }
    return Node(record.end)
  }

  /// The indices of `node` and all that it contains.
  @inlinable
  public func subtree(_ node: Node) -> Range<Int32> { node.index..<nodes[Int(node.index)].end }

  /// Whether `node` is `ancestor` or within it.
  @inlinable
  public func contains(_ ancestor: Node, _ node: Node) -> Bool {
    node.index >= ancestor.index && node.index < nodes[Int(ancestor.index)].end
  }

  /// The nodes directly within `node`, in order.
  @inlinable
  public func children(_ node: Node) -> Children { Children(tree: self, node: node) }

  /// The nodes around `node`, from its parent up to the document.
  @inlinable
  public func ancestors(_ node: Node) -> Ancestors { Ancestors(tree: self, node: node) }

  /// The nodes directly within a node.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: Tree
    @usableFromInline var position: Int32
    @usableFromInline let end: Int32

    @inlinable
    init(tree: Tree, node: Node) {
      self.tree = tree
      position = node.index + 1
      end = tree.nodes[Int(node.index)].end
    }

    @inlinable
    public mutating func next() -> Node? {
      guard position < end else { return nil }
      defer { position = tree.nodes[Int(position)].end }
      return Node(position)
    }
  }

  /// The nodes around a node, innermost first.
  public struct Ancestors: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: Tree
    @usableFromInline var node: Node

    @inlinable
    init(tree: Tree, node: Node) {
      self.tree = tree
      self.node = node
    }

    @inlinable
    public mutating func next() -> Node? {
      guard let parent = tree.parent(node) else { return nil }
      node = parent
      return parent
    }
  }
}

// MARK: - Looking for elements

extension Tree {
  /// The first HTML, SVG or MathML element of that name in document order, or `nil`.
  public func first(_ name: Atom, within: Node? = nil) -> Node? {
    var iterator = elements(name, within: within).makeIterator()
    return iterator.next()
  }

  /// All elements of that name in document order: in the whole tree, or strictly within a node.
  ///
  /// Does not look into the content of `template` elements.
  @inlinable
  public func elements(_ name: Atom, within: Node? = nil) -> Elements {
    Elements(tree: self, name: name, within: within ?? root)
  }

  /// Elements of one name, in document order.
  public struct Elements: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: Tree
    @usableFromInline let name: Atom
    @usableFromInline var position: Int32
    @usableFromInline let end: Int32

    @inlinable
    init(tree: Tree, name: Atom, within: Node) {
      self.tree = tree
      self.name = name
      position = within.index + 1
      end = tree.nodes[Int(within.index)].end
    }

    @inlinable
    public mutating func next() -> Node? {
      while position < end {
        let record = tree.nodes[Int(position)]
        if record.kind == .templateContent {
          position = record.end
          continue
        }
        position += 1
        if record.name == name, record.kind == .element { return Node(position - 1) }
      }
      return nil
    }
  }
}
