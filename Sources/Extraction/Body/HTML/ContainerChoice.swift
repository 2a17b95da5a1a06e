import Pages

/// The element that holds the article's running text, and why it was chosen.
struct ContainerChoice: Sendable {
  var node: Node
  var reason: String

  /// Goes down from the document to where the prose is.
  ///
  /// From the document downwards, always into the child that holds nearly all of what its parent holds; where the prose forks, its
  /// paragraphs are siblings and the parent is the container. If the template marks elements as the article's body and at least half of
  /// the prose is in such, only that prose counts; else `article` and `main` narrow the search first.
  static func choose(_ tree: Tree, prose: BlockSums, marked: BlockSums) -> ContainerChoice {
    guard prose.total > 0 else { return ContainerChoice(node: tree.first(.body) ?? tree.root, reason: "the page has no prose") }
    if marked.total * 2 >= prose.total {
      var choice = descend(from: tree.root, tree, marked)
      choice.reason = "marked as the article's body, with most of the page's prose"
      return choice
    }
    return descend(from: start(tree, prose), tree, prose)
  }

  /// The article or main element with most of the prose, else the document.
  private static func start(_ tree: Tree, _ prose: BlockSums) -> Node {
    for name in [Atom.article, .main] {
      var best: (node: Node, sum: Int)?
      for node in tree.elements(name) {
        let sum = prose.sum(in: tree.subtree(node))
        if sum > best?.sum ?? 0 { best = (node, sum) }
      }
      if let best, best.sum * 2 >= prose.total { return best.node }
    }
    return tree.root
  }

  private static func descend(from start: Node, _ tree: Tree, _ prose: BlockSums) -> ContainerChoice {
    var node = start
    var sum = prose.sum(in: tree.subtree(node))
    while true {
      var best: (node: Node, sum: Int)?
      for child in tree.children(node) where tree.isElement(child) {
        let childSum = prose.sum(in: tree.subtree(child))
        if childSum > best?.sum ?? 0 { best = (child, childSum) }
      }
      // A single paragraph is no container.
      guard let best, best.sum * 100 >= sum * 85, prose.blocks(in: tree.subtree(best.node)).count > 1 else { break }
      node = best.node
      sum = best.sum
    }
    return ContainerChoice(node: node, reason: "the innermost element with nearly all of the prose")
  }
}
