extension TreeConstructor {
  /// Brings the nodes into document order and fills in where subtrees end.
  mutating func finish(_ store: inout TokenStore) -> [NodeRecord] {
    if selectedContents.count > 0 { fillSelectedContents(store) }
    if stack.count > 0 { applyMerged(mergedRoot, to: stack[0].node, &store) }
    if !mergedBody.added.isEmpty, stack.count > 1 { applyMerged(mergedBody, to: stack[1].node, &store) }
    return isLinked ? orderedNodes() : inPlaceNodes()
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

  /// The nodes are in order as they are.
  private mutating func inPlaceNodes() -> [NodeRecord] {
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
    return nodes.takeAll()
  }

  /// Walks the links in document order, once. A node's number there is kept in its `previous` link, which is not needed any more.
  private func orderedNodes() -> [NodeRecord] {
    Array(unsafeUninitializedCapacity: nodes.count) { buffer, count in
      var node: Int32 = 0
      while true {
        let i = Int(node)
        var record = nodes[i]
        if node != 0 { record.parent = links[Int(record.parent)].previous }
        if record.kind == .text { record.name = .none }
        links[i].previous = Int32(truncatingIfNeeded: count)
        (buffer.baseAddress.unsafelyUnwrapped + count).initialize(to: record)
        count += 1
        if links[i].firstChild >= 0 {
          node = links[i].firstChild
          continue
        }
        while true {
          buffer[Int(links[Int(node)].previous)].end = Int32(truncatingIfNeeded: count)
          if node == 0 { return }
          let next = links[Int(node)].next
          if next >= 0 {
            node = next
            break
          }
          node = nodes[Int(node)].parent
        }
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
