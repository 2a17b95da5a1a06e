extension CSSMatcher {
  /// The number of an element among those of its siblings that count, from 1; 0 if it does not count itself.
  mutating func number(of node: Node, _ position: CSSProgram.Position) -> Int {
    if isForWholeTree {
      if positions[position.set] == nil { positions[position.set] = numbers(position) }
      return Int(positions[position.set]?[Int(node.index)] ?? 0)
    }
    guard let parent = tree.parent(node), counts(node, position) else { return 0 }
    let name = tree.name(node)
    var number = 1
    for sibling in tree.children(parent) where position.fromEnd ? sibling > node : sibling < node {
      if tree.isElement(sibling), !position.ofType || tree.name(sibling) == name, counts(sibling, position) { number += 1 }
    }
    return number
  }

  private mutating func counts(_ node: Node, _ position: CSSProgram.Position) -> Bool {
    guard let of = position.of else { return true }
    return matchesAny(of, node)
  }

  /// The numbers of all elements at once. For numbers from the end, siblings are counted going backwards: in document order
  /// backwards, the siblings of one parent come in backward order too.
  private mutating func numbers(_ position: CSSProgram.Position) -> [Int32] {
    var numbers = [Int32](repeating: 0, count: tree.count)
    var counts: [UInt64: Int32] = [:]
    var childCounts = [Int32](repeating: 0, count: position.ofType ? 0 : tree.count)
    let all = 1..<max(tree.count, 1)
    func visit(_ index: Int, _ matcher: inout CSSMatcher) {
      let record = matcher.tree.nodes[index]
      guard record.kind == .element, matcher.counts(Node(Int32(truncatingIfNeeded: index)), position) else { return }
      if position.ofType {
        let key = UInt64(UInt32(bitPattern: record.parent)) << 32 | UInt64(record.name.rawValue)
        counts[key, default: 0] += 1
        numbers[index] = counts[key] ?? 0
      } else {
        childCounts[Int(record.parent)] += 1
        numbers[index] = childCounts[Int(record.parent)]
      }
    }
    if position.fromEnd {
      for index in all.reversed() { visit(index, &self) }
    } else {
      for index in all { visit(index, &self) }
    }
    return numbers
  }

  mutating func isOnlyChild(_ node: Node, ofType: Bool) -> Bool {
    guard let parent = tree.parent(node) else { return false }
    if !ofType, isForWholeTree {
      if childCounts == nil { childCounts = elementCounts() }
      return childCounts?[Int(parent.index)] == 1
    }
    if ofType, isForWholeTree {
      if typeCounts == nil { typeCounts = elementTypeCounts() }
      return typeCounts?[typeKey(node)] == 1
    }
    let name = tree.name(node)
    return !tree.children(parent).contains { $0 != node && tree.isElement($0) && (!ofType || tree.name($0) == name) }
  }

  private func typeKey(_ node: Node) -> UInt64 {
    let record = tree.nodes[Int(node.index)]
    return UInt64(UInt32(bitPattern: record.parent)) << 32 | UInt64(record.name.rawValue)
  }

  private func elementTypeCounts() -> [UInt64: Int32] {
    var counts: [UInt64: Int32] = [:]
    for index in 1..<max(tree.count, 1) where tree.nodes[index].kind == .element {
      counts[typeKey(Node(Int32(truncatingIfNeeded: index))), default: 0] += 1
    }
    return counts
  }

  private func elementCounts() -> [Int32] {
    var counts = [Int32](repeating: 0, count: tree.count)
    for index in 1..<max(tree.count, 1) where tree.nodes[index].kind == .element { counts[Int(tree.nodes[index].parent)] += 1 }
    return counts
  }

  mutating func contains(_ phrase: Int, _ node: Node) -> Bool {
    guard isForWholeTree else { return Phrase(program.phrases[phrase]).isFound(in: tree.utf8Text(of: node)) }
    if occurrences[phrase] == nil {
      let index = textIndex ?? TextIndex(tree)
      textIndex = index
      occurrences[phrase] = TextOccurrences(of: program.phrases[phrase], in: index)
    }
    return occurrences[phrase]?.areFound(in: tree.subtree(node)) ?? false
  }
}
