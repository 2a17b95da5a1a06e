extension CSSMatcher {
  /// Calls `body` for each element of a range that the selector's last compound may hit, in document order, until it returns `false`:
  /// by id if it has one, else by class, else by name, else all.
  mutating func forEachCandidate(
    _ complex: CSSProgram.Complex, in range: Range<Int32>, _ body: (inout CSSMatcher, Node) -> Bool
  ) {
    let index = tree.elementIndex.index(of: tree)
    let compound = complex.compounds[0]
    if let id = compound.id {
      visit(index.elements(withID: id)[...], range, body)
    } else if let word = compound.classes.first {
      visit(index.elements(ofClass: word)[...], range, body)
    } else if let type = compound.type, atom(type.lower) == atom(type.exact) {
      visit(index.elements(named: atom(type.lower)), range, body)
    } else {
      visit(index.all[...], range, body)
    }
  }

  private mutating func visit(_ nodes: ArraySlice<Int32>, _ range: Range<Int32>, _ body: (inout CSSMatcher, Node) -> Bool) {
    // To the first that lies in the range, by halving.
    var low = nodes.startIndex
    var high = nodes.endIndex
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < nodes.endIndex, nodes[low] < range.upperBound {
      if !body(&self, Node(nodes[low])) { return }
      low += 1
    }
  }
}
