import Pages

/// What each element of a page says by its own name and attributes.
struct ElementMarks: Sendable {
  private let tree: Tree
  /// By node; of elements without visible text, which are rarely asked for, none is kept.
  let ofText: [NodeMark]

  private let dataQA: Atom?

  init(_ tree: Tree, ofText: [NodeMark], dataQA: Atom?) {
    self.tree = tree
    self.ofText = ofText
    self.dataQA = dataQA
  }

  subscript(node: Node) -> NodeMark {
    if tree.textLength(node) > 0 { return ofText[Int(node.index)] }
    return tree.withView { view in
      var reader = MarkReader(tree, view, dataQA: dataQA, remembers: false)
      return reader.read(node).mark
    }
  }
}
