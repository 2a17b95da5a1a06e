extension TreeConstructor {
  /// Where a node goes: behind the parent's last child, or before one of its children.
  struct Place {
    var parent: Int32
    var before: Int32 = -1
  }

  /// The standard's "appropriate place for inserting a node", with the current node as target.
  @inline(__always)
  mutating func insertionPlace() -> Place {
    let target = stack.last
    if isFosterParenting, target.has(.fosters) { return fosterPlace() }
    return Place(parent: target.place)
  }

  mutating func insertionPlace(in target: OpenElement) -> Place {
    if isFosterParenting, target.has(.fosters) { return fosterPlace() }
    return Place(parent: target.place)
  }

  /// Before the last table, with the exceptions the standard makes. None of these places is where the next node in order would go.
  @inline(never)
  private mutating func fosterPlace() -> Place {
    linkSiblings()
    var i = stack.count - 1
    while i > 0 {
      let element = stack[i]
      if element.kind == .template { return Place(parent: element.place) }
      if element.kind == .table {
        let parent = nodes[Int(element.node)].parent
        if parent >= 0 { return Place(parent: parent, before: element.node) }
        return Place(parent: stack[i - 1].place)
      }
      i -= 1
    }
    return Place(parent: stack[0].place)
  }

  // MARK: - Appending

  /// Adds a node behind its parent's last child.
  @inline(__always)
  @discardableResult
  mutating func append(_ record: NodeRecord) -> Int32 {
    if needsOrderCheck { checkOrder(record.parent) }
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(record)
    if isLinked {
      links.append(NodeLinks())
      link(index, Place(parent: record.parent))
    }
    return index
  }

  @inline(__always)
  @discardableResult
  mutating func append(_ record: NodeRecord, at place: Place) -> Int32 {
    if place.before < 0 {
      var record = record
      record.parent = place.parent
      return append(record)
    }
    return insertBefore(record, place)
  }

  @inline(never)
  private mutating func insertBefore(_ record: NodeRecord, _ place: Place) -> Int32 {
    linkSiblings()
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(record)
    links.append(NodeLinks())
    link(index, place)
    return index
  }

  /// Adds a node of the given kind at the appropriate place.
  mutating func insert(_ kind: NodeKind, bytes: ByteRange) {
    append(NodeRecord(kind: kind, parent: 0, end: 0, bytes: bytes), at: insertionPlace())
  }

  // MARK: - Order

  /// Starts linking siblings if a child of `parent` would not come last in document order.
  @inline(never)
  mutating func checkOrder(_ parent: Int32) {
    guard !isLinked else { return }
    var node = Int32(truncatingIfNeeded: nodes.count - 1)
    while node >= 0 {
      steps += 1
      if node == parent {
        needsOrderCheck = false
        return
      }
      node = nodes[Int(node)].parent
    }
    linkSiblings()
  }

  /// From here on nodes may be put anywhere. Until here they stand in document order, so their parents say all.
  @inline(never)
  mutating func linkSiblings() {
    guard !isLinked else { return }
    isLinked = true
    needsOrderCheck = false
    links.count = 0
    links.reserve(nodes.capacity)
    links.append(NodeLinks())
    for i in 1..<max(nodes.count, 1) {
      links.append(NodeLinks())
      link(Int32(truncatingIfNeeded: i), Place(parent: nodes[i].parent))
    }
  }

  private mutating func link(_ node: Int32, _ place: Place) {
    let i = Int(node)
    let p = Int(place.parent)
    nodes[i].parent = place.parent
    if place.before >= 0 {
      let next = Int(place.before)
      let previous = links[next].previous
      links[i].next = place.before
      links[i].previous = previous
      links[next].previous = node
      if previous >= 0 { links[Int(previous)].next = node } else { links[p].firstChild = node }
    } else {
      let previous = links[p].lastChild
      links[i].previous = previous
      links[i].next = -1
      if previous >= 0 { links[Int(previous)].next = node } else { links[p].firstChild = node }
      links[p].lastChild = node
    }
  }

  mutating func unlink(_ node: Int32) {
    let i = Int(node)
    let parent = nodes[i].parent
    guard parent >= 0 else { return }
    let link = links[i]
    if link.previous >= 0 {
      links[Int(link.previous)].next = link.next
    } else {
      links[Int(parent)].firstChild = link.next
    }
    if link.next >= 0 {
      links[Int(link.next)].previous = link.previous
    } else {
      links[Int(parent)].lastChild = link.previous
    }
    links[i].previous = -1
    links[i].next = -1
    nodes[i].parent = -1
  }

  mutating func move(_ node: Int32, to place: Place) {
    unlink(node)
    link(node, place)
  }

  mutating func moveChildren(of node: Int32, to parent: Int32) {
    var child = links[Int(node)].firstChild
    guard child >= 0 else { return }
    let last = links[Int(parent)].lastChild
    links[Int(child)].previous = last
    if last >= 0 { links[Int(last)].next = child } else { links[Int(parent)].firstChild = child }
    links[Int(parent)].lastChild = links[Int(node)].lastChild
    links[Int(node)].firstChild = -1
    links[Int(node)].lastChild = -1
    while child >= 0 {
      steps += 1
      nodes[Int(child)].parent = parent
      child = links[Int(child)].next
    }
  }

  /// Adds a node that is not in the tree yet.
  mutating func appendDetached(_ record: NodeRecord) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(record)
    links.append(NodeLinks())
    return index
  }
}
