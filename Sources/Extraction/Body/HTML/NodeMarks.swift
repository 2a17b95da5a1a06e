import Pages

/// What the elements around each of a page's nodes, and the node itself, say of the text there.
struct NodeMarks: Sendable {
  /// By node. Nodes without visible text have none: nobody asks for the marks of what is not read.
  private(set) var all: [NodeMark]

  /// - Parameters:
  ///   - elements: What each element says of itself.
  ///   - isDominant: Whether an element holds so much of the page's running text that no mark speaks against it: templates put words such
  ///     as `sidebar` or `comments` on the whole page to say that there is one.
  ///   - follows: Whether the page's article may stand before an element: under many an article its comments are longer than it is.
  ///   - paragraphs: How many paragraphs it holds. Several belie marks of mere layout; in a menu there is not even one.
  init(_ tree: Tree, _ elements: ElementMarks, isDominant: (Node) -> Bool, follows: (Node) -> Bool, paragraphs: (Node) -> Int) {
    var marks = elements.ofText
    marks.withUnsafeMutableBufferPointer { marks in
      var index = 0
      while index < marks.count {
        let node = Node(Int32(truncatingIfNeeded: index))
        if tree.textLength(node) == 0 {
          index = Int(tree.subtree(node).upperBound)
          continue
        }
        var inherited = tree.parent(node).map { marks[Int($0.index)] } ?? []
        if tree.isElement(node) {
          var mark = marks[index]
          if !mark.isDisjoint(with: NodeMark.surroundings.union(.layout)) {
            let paragraphs = paragraphs(node)
            if paragraphs >= 4 { mark.subtract(.layout) }
            if paragraphs >= 1, tree.name(node) != .nav { mark.remove(.navigation) }
            if isDominant(node) {
              let comments = mark.intersection(follows(node) ? .comment : [])
              mark.subtract(NodeMark.surroundings.union(.layout).subtracting(.consent))
              mark.formUnion(comments)
            }
          }
          inherited.formUnion(mark.intersection(.inherited))
        }
        marks[index] = inherited
        index += 1
      }
    }
    all = marks
  }
}
