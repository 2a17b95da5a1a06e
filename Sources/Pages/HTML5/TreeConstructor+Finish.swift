extension TreeConstructor {
  /// Brings the nodes into document order and fills in where subtrees end.
  mutating func finish(_ store: inout TokenStore) -> NodeArena {
    if selectedContents.count > 0 { fillSelectedContents(store) }
    if stack.count > 0 { applyMerged(mergedRoot, to: stack[0].node, &store) }
    if !mergedBody.added.isEmpty, stack.count > 1 { applyMerged(mergedBody, to: stack[1].node, &store) }
    if isLinked { orderNodes() } else { endNodes() }
    let nodes = nodes.handOver(capacity: 16)
    return NodeArena(memory: nodes.memory, count: nodes.count)
  }

  private func applyMerged(_ merged: MergedAttributes, to node: Int32, _ store: inout TokenStore) {
    guard !merged.added.isEmpty else { return }
    let record = nodes[Int(node)]
    let first = store.attributes.count
    for i in 0..<Int(record.attributeCount) { store.attributes.append(store.attributes[Int(record.bytes.start) + i]) }
    for attribute in merged.added {
      store.attributes.append(attribute)
      nodes[Int(node)].noteAttribute(attribute.name)
    }
    nodes[Int(node)].bytes.start = UInt32(first)
    nodes[Int(node)].attributeCount = UInt16(clamping: Int(record.attributeCount) + merged.added.count)
  }

  /// The nodes are in order as they are: only their ends are missing.
  private mutating func endNodes() {
    let count = nodes.count
    let base = nodes.base
    var i = count - 1
    while i > 0 {
      // The last child comes first here, so it alone sets its parent's end.
      if base[i].end == 0 { base[i].end = Int32(truncatingIfNeeded: i + 1) }
      let parent = Int(base[i].parent)
      if base[parent].end == 0 { base[parent].end = base[i].end }
      if base[i].kind == .text { base[i].name = .none }
      i -= 1
    }
    if base[0].end == 0 { base[0].end = 1 }
  }

  /// Walks the links in document order, then moves the nodes to their places: a page whose nodes are out of order is large for its length as
  /// it is, and a second copy of them would be most of its memory.
  private mutating func orderNodes() {
    let count = numberNodes()
    for i in 0..<nodes.count where links[i].number >= 0 {
      if nodes[i].parent >= 0 { nodes[i].parent = links[Int(nodes[i].parent)].number }
      if nodes[i].kind == .text { nodes[i].name = .none }
    }
    for i in 0..<nodes.count {
      // Each round brings a node to its place for good.
      while links[i].number >= 0, Int(links[i].number) != i {
        let place = Int(links[i].number)
        (nodes[i], nodes[place]) = (nodes[place], nodes[i])
        (links[i].number, links[place].number) = (links[place].number, links[i].number)
      }
    }
    nodes.count = count
  }

  /// Notes in `links` which number each node has in document order, none for nodes that have been taken out of the tree, and in the nodes
  /// where their subtrees end.
  /// - Returns: How many nodes the tree has.
  private func numberNodes() -> Int {
    for i in 0..<links.count { links[i].number = -1 }
    var count: Int32 = 0
    var node: Int32 = 0
    while true {
      let i = Int(node)
      links[i].number = count
      count += 1
      if links[i].firstChild >= 0 {
        node = links[i].firstChild
        continue
      }
      while true {
        nodes[Int(node)].end = count
        if node == 0 { return Int(count) }
        let next = links[Int(node)].next
        if next >= 0 {
          node = next
          break
        }
        node = nodes[Int(node)].parent
      }
    }
  }

  // MARK: - selectedcontent

  /// Copies the selected option of a select into its `selectedcontent`, as the standard does whenever an option ends.
  ///
  /// Done once at the end, with the option that is selected then. What options of forms scripts would see in between does not matter here.
  private mutating func fillSelectedContents(_ store: borrowing TokenStore) {
    linkSiblings()
    var filled: Set<Int32> = []
    for i in 0..<selectedContents.count {
      let target = selectedContents[i]
      guard let select = ancestorSelect(of: target), !hasAttribute(.multiple, select, store), filled.insert(select).inserted,
        let option = selectedOption(of: select, store), !isAncestor(option, of: target)
      else { continue }
      while links[Int(target)].firstChild >= 0 { unlink(links[Int(target)].firstChild) }
      copyChildren(of: option, to: target)
    }
  }

  private func ancestorSelect(of node: Int32) -> Int32? {
    var ancestor = nodes[Int(node)].parent
    while ancestor >= 0 {
      if isElement(ancestor, .select) { return ancestor }
      ancestor = nodes[Int(ancestor)].parent
    }
    return nil
  }

  private func isAncestor(_ ancestor: Int32, of node: Int32) -> Bool {
    var node = node
    while node >= 0 {
      if node == ancestor { return true }
      node = nodes[Int(node)].parent
    }
    return false
  }

  private func isElement(_ node: Int32, _ name: Atom) -> Bool {
    let record = nodes[Int(node)]
    return record.kind == .element && record.namespace == .html && record.name == name
  }

  private func hasAttribute(_ name: Atom, _ node: Int32, _ store: borrowing TokenStore) -> Bool {
    let record = nodes[Int(node)]
    let first = Int(record.bytes.start)
    for i in first..<first + Int(record.attributeCount) where store.attributes[i].name == name { return true }
    return false
  }

  /// The last option that says it is selected, else the first that is not disabled.
  private mutating func selectedOption(of select: Int32, _ store: borrowing TokenStore) -> Int32? {
    var first: Int32?
    var selected: Int32?
    var node = next(after: select, within: select)
    while let current = node {
      steps += 1
      if isElement(current, .option) {
        if hasAttribute(.selected, current, store) { selected = current }
        if first == nil, !hasAttribute(.disabled, current, store) { first = current }
      }
      node = next(after: current, within: select)
    }
    return selected ?? first
  }

  private func next(after node: Int32, within root: Int32) -> Int32? {
    if links[Int(node)].firstChild >= 0 { return links[Int(node)].firstChild }
    var node = node
    while node != root {
      if links[Int(node)].next >= 0 { return links[Int(node)].next }
      node = nodes[Int(node)].parent
    }
    return nil
  }

  private mutating func copyChildren(of root: Int32, to target: Int32) {
    var node = links[Int(root)].firstChild
    var parent = target
    while node >= 0, cloneBudget > 0 {
      cloneBudget -= 1
      var record = nodes[Int(node)]
      record.parent = parent
      let copy = append(record)
      if links[Int(node)].firstChild >= 0 {
        node = links[Int(node)].firstChild
        parent = copy
        continue
      }
      while links[Int(node)].next < 0 {
        node = nodes[Int(node)].parent
        if node == root { return }
        parent = nodes[Int(parent)].parent
      }
      node = links[Int(node)].next
    }
  }
}
