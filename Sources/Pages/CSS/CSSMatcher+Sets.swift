// Sets over the whole tree: each combinator is one pass in document order, whatever the tree looks like.
extension CSSMatcher {
  /// The elements that a complex selector hits.
  mutating func set(of complex: CSSProgram.Complex) -> NodeSet {
    if let known = sets[complex.set] { return known }
    let whole = tree.subtree(tree.root)
    var found = elements(whole, matching: complex.compounds[complex.compounds.count - 1])
    for index in complex.combinators.indices.reversed() {
      let reached = step(found, complex.combinators[index])
      found = elements(whole, matching: complex.compounds[index], among: reached)
    }
    sets[complex.set] = found
    return found
  }

  /// The elements of a range that a compound hits.
  private mutating func elements(
    _ range: Range<Int32>, matching compound: CSSProgram.Compound, among: NodeSet? = nil
  ) -> NodeSet {
    var found = NodeSet(count: tree.count)
    for index in range where tree.nodes[Int(index)].kind == .element {
      if let among, !among.contains(index) { continue }
      if matches(compound, Node(index)) { found.insert(index) }
    }
    return found
  }

  /// The elements that stand to one of `from` as the combinator says: its descendants, its children, and so on.
  private func step(_ from: NodeSet, _ combinator: CSSProgram.Combinator) -> NodeSet {
    var reached = NodeSet(count: tree.count)
    let count = Int32(truncatingIfNeeded: tree.count)
    switch combinator {
    case .descendant:
      var until: Int32 = 0
      for index in 0..<count {
        if index < until { reached.insert(index) } else if from.contains(index) { until = tree.nodes[Int(index)].end }
      }
    case .child:
      for index in 1..<max(count, 1) where from.contains(tree.nodes[Int(index)].parent) { reached.insert(index) }
    case .adjacent:
      for index in 0..<count where from.contains(index) {
        if let next = nextElement(after: index) { reached.insert(next) }
      }
    case .sibling:
      // A sibling that is reached, or is a start, passes it on.
      for index in 0..<count where from.contains(index) || reached.contains(index) {
        if let next = nextElement(after: index) { reached.insert(next) }
      }
    }
    return reached
  }

  private func nextElement(after index: Int32) -> Int32? {
    var sibling = tree.nextSibling(Node(index))
    while let candidate = sibling, !tree.isElement(candidate) { sibling = tree.nextSibling(candidate) }
    return sibling?.index
  }

  // MARK: - :has

  /// Whether a relative selector, as in `:has(> img)`, has an element to hit from `node`.
  mutating func hasAnchor(_ node: Node, of relative: CSSProgram.Complex) -> Bool {
    if isForWholeTree {
      if let known = sets[relative.set] { return known.contains(node.index) }
      let found = anchors(of: relative, in: tree.subtree(tree.root))
      sets[relative.set] = found
      return found.contains(node.index)
    }
    // All that a combinator can reach from an element is within its parent.
    return anchors(of: relative, in: tree.subtree(tree.parent(node) ?? node)).contains(node.index)
  }

  /// The elements from which a relative selector hits something: the combinators walked backwards from what the last compound hits.
  private mutating func anchors(of relative: CSSProgram.Complex, in range: Range<Int32>) -> NodeSet {
    var found = elements(range, matching: relative.compounds[0])
    for index in relative.combinators.indices {
      found = stepBack(found, relative.combinators[index], in: range)
      if index + 1 < relative.compounds.count {
        found = elements(range, matching: relative.compounds[index + 1], among: found)
      }
    }
    return found
  }

  private func stepBack(_ from: NodeSet, _ combinator: CSSProgram.Combinator, in range: Range<Int32>) -> NodeSet {
    var reached = NodeSet(count: tree.count)
    switch combinator {
    case .descendant:
      for index in range.reversed() where index > range.lowerBound && (from.contains(index) || reached.contains(index)) {
        // Not out of a template's content: that is a document of its own.
        let parent = tree.nodes[Int(index)].parent
        if tree.nodes[Int(parent)].kind == .element { reached.insert(parent) }
      }
    case .child:
      for index in range where index > range.lowerBound && from.contains(index) { reached.insert(tree.nodes[Int(index)].parent) }
    case .adjacent:
      for index in range where tree.nodes[Int(index)].kind == .element {
        if let next = nextElement(after: index), from.contains(next) { reached.insert(index) }
      }
    case .sibling:
      for index in range.reversed() where tree.nodes[Int(index)].kind == .element {
        if let next = nextElement(after: index), from.contains(next) || reached.contains(next) { reached.insert(index) }
      }
    }
    return reached
  }
}
