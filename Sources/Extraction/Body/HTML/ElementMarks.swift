import Pages

/// What each element of a page says by its own name and attributes.
struct ElementMarks: Sendable {
  private let tree: Tree
  /// By node; of elements without visible text none is kept before it is asked for, as few are.
  let ofText: [NodeMark]
  private var ofOthers: [Node: NodeMark] = [:]
  private let dataQA: Atom?

  init(_ tree: Tree, ofText: [NodeMark], dataQA: Atom?) {
    self.tree = tree
    self.ofText = ofText
    self.dataQA = dataQA
  }

  mutating func mark(of node: Node) -> NodeMark {
    if tree.textLength(node) > 0 { return ofText[Int(node.index)] }
    // Thousands of pictures may stand in one element.
    if let known = ofOthers[node] { return known }
    let mark = tree.withView { view in
      var reader = MarkReader(tree, view, dataQA: dataQA, remembers: false)
      return reader.read(node).mark
    }
    ofOthers[node] = mark
    return mark
  }
}
