extension TreeConstructor {
  /// Notes an element just opened as active formatting.
  mutating func pushFormatting(_ tag: TagToken, _ kind: ElementKind, _ node: Int32, _ store: borrowing TokenStore) {
    let entry = FormattingEntry(node: node, kind: kind, tag: tag)
    dropThirdEqual(entry, store)
    if formatting.count >= maxFormattingElements { formatting.remove(at: 0) }
    formatting.append(entry)
  }

  /// The "Noah's Ark clause": of elements that are the same in every respect at most three are kept.
  private mutating func dropThirdEqual(_ entry: FormattingEntry, _ store: borrowing TokenStore) {
    var candidates = 0
    var i = formatting.count - 1
    while i >= 0, !formatting[i].isMarker {
      if formatting[i].name == entry.name, formatting[i].tag.attributeCount == entry.tag.attributeCount { candidates += 1 }
      i -= 1
    }
    guard candidates >= 3 else { return }
    var equal = 0
    var earliest = -1
    i = formatting.count - 1
    while i >= 0, !formatting[i].isMarker {
      if formatting[i].name == entry.name, hasSameAttributes(formatting[i].tag, entry.tag, store) {
        equal += 1
        earliest = i
      }
      i -= 1
    }
    if equal >= 3 { formatting.remove(at: earliest) }
  }

  private mutating func hasSameAttributes(_ a: TagToken, _ b: TagToken, _ store: borrowing TokenStore) -> Bool {
    guard a.attributeCount == b.attributeCount else { return false }
    // Beyond a number no page has, the same attributes in another order count as different, lest comparing be quadratic.
    let searches = a.attributeCount <= 64
    for i in 0..<a.attributeCount {
      let attribute = store.attributes[a.firstAttribute + i]
      var j = i
      if store.attributes[b.firstAttribute + j].name != attribute.name {
        guard searches else { return false }
        j = 0
        while j < b.attributeCount, store.attributes[b.firstAttribute + j].name != attribute.name { j += 1 }
        guard j < b.attributeCount else { return false }
      }
      steps += 1
      let x = store.bytes(attribute.value)
      let y = store.bytes(store.attributes[b.firstAttribute + j].value)
      guard x.count == y.count, x.elementsEqual(y) else { return false }
    }
    return true
  }

  mutating func pushMarker() {
    if formatting.count >= maxFormattingElements { formatting.remove(at: 0) }
    formatting.append(.marker)
  }

  mutating func clearFormattingToMarker() {
    while formatting.count > 0 {
      formatting.count -= 1
      if formatting[formatting.count].isMarker { return }
    }
  }

  /// Opens again what formatting elements were closed by the way, as text and phrasing content need them.
  @inline(__always)
  mutating func reconstructFormatting(_ store: inout TokenStore) {
    guard formatting.count > 0 else { return }
    let last = formatting.last
    if last.isMarker || last.isOpen { return }
    reconstructClosedFormatting()
  }

  @inline(never)
  private mutating func reconstructClosedFormatting() {
    var i = formatting.count
    while i > 0 {
      let entry = formatting[i - 1]
      if entry.isMarker || entry.isOpen { break }
      i -= 1
    }
    guard stack.count + formatting.count - i <= maxDepth else {
      // Each would take the place of the one before.
      wasDepthCut = true
      formatting.count = i
      return
    }
    while i < formatting.count {
      guard takeClone() else { return }
      let entry = formatting[i]
      let node = append(elementRecord(entry.tag), at: insertionPlace())
      open(node, entry.name, entry.kind)
      formatting[i].node = node
      formatting[i].isOpen = true
      i += 1
    }
  }

  /// Going far down the stack counts against the budget of clones too: a page that makes the standard do so for each tag is up to no good.
  private mutating func chargeReach(to index: Int) {
    let reach = stack.count - index
    steps &+= reach
    cloneBudget -= reach / 32
  }

  /// Whether one more element may be made that has no tag of its own. Once there are none left, formatting stays closed.
  private mutating func takeClone() -> Bool {
    if cloneBudget > 0 {
      cloneBudget -= 1
      return true
    }
    wereClonesCut = true
    var kept = 0
    for i in 0..<formatting.count where formatting[i].isMarker {
      formatting[kept] = formatting[i]
      kept += 1
    }
    formatting.count = kept
    return false
  }

  /// Notes that an element is on the stack no longer.
  mutating func noteClosed(_ node: Int32) {
    if let index = formattingIndex(of: node) { formatting[index].isOpen = false }
  }

  func formattingIndex(of node: Int32) -> Int? {
    var i = formatting.count - 1
    while i >= 0 {
      if formatting[i].node == node { return i }
      i -= 1
    }
    return nil
  }

  /// The last entry of the name behind the last marker.
  func activeFormattingIndex(_ name: Atom) -> Int? {
    var i = formatting.count - 1
    while i >= 0, !formatting[i].isMarker {
      if formatting[i].name == name { return i }
      i -= 1
    }
    return nil
  }

  // MARK: - Adoption agency

  /// https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm
  mutating func adopt(_ tag: TagToken, _ kind: ElementKind) {
    let current = stack.last
    if current.kind == kind, current.name == tag.name {
      let index = formattingIndex(of: current.node)
      if index == nil || index == formatting.count - 1 {
        // Nothing between the element and its end: by far the commonest case.
        pop()
        if index != nil { formatting.count -= 1 }
        return
      }
    }
    for _ in 0..<8 {
      steps += 1
      guard let entryIndex = activeFormattingIndex(tag.name) else { return endAnyOther(tag) }
      let entry = formatting[entryIndex]
      guard entry.isOpen, let index = stackIndex(of: entry.node) else { return formatting.remove(at: entryIndex) }
      chargeReach(to: index)
      for i in index + 1..<max(stack.count, index + 1) where stack[i].has(.bounds) { return }
      var furthest = index + 1
      while furthest < stack.count, !stack[furthest].has(.special) { furthest += 1 }
      guard furthest < stack.count else {
        popTo(count: index)
        formatting.remove(at: entryIndex)
        return
      }
      guard index > 0, cloneBudget > 8 else {
        wereClonesCut = true
        popTo(count: index)
        formatting.remove(at: entryIndex)
        return
      }
      linkSiblings()
      adopt(entryIndex, index, furthest)
    }
  }

  /// One round of the algorithm, from the common ancestor on.
  private mutating func adopt(_ entryIndex: Int, _ index: Int, _ furthest: Int) {
    let entry = formatting[entryIndex]
    let block = stack[furthest]
    let ancestor = stack[index - 1]
    var bookmark = entryIndex
    var entryIndex = entryIndex
    var last = block.node
    var position = furthest
    var rounds = 0
    while true {
      position -= 1
      let element = stack[position]
      if element.node == entry.node { break }
      rounds += 1
      steps += 1
      var listIndex = formattingIndex(of: element.node)
      if rounds > 3, let found = listIndex {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        if found < entryIndex { entryIndex -= 1 }
        listIndex = nil
      }
      guard let found = listIndex else {
        removeFromStack(at: position)
        continue
      }
      cloneBudget -= 1
      let source = formatting[found]
      let clone = appendDetached(cloneRecord(source))
      formatting[found].node = clone
      stack[position].node = clone
      stack[position].place = clone
      if last == block.node { bookmark = found + 1 }
      move(last, to: Place(parent: clone))
      last = clone
    }
    move(last, to: insertionPlace(in: ancestor))
    cloneBudget -= 1
    let clone = appendDetached(cloneRecord(entry))
    moveChildren(of: block.place, to: clone)
    move(clone, to: Place(parent: block.place))
    formatting.remove(at: entryIndex)
    if entryIndex < bookmark { bookmark -= 1 }
    var renewed = entry
    renewed.node = clone
    formatting.insert(renewed, at: bookmark)
    guard let old = stackIndex(of: entry.node) else { return }
    var opened = stack[old]
    opened.node = clone
    opened.place = clone
    stack.remove(at: old)
    guard let blockIndex = stackIndex(of: block.node) else { return }
    opened.stand(in: stack[blockIndex])
    stack.insert(opened, at: blockIndex + 1)
  }

  private func cloneRecord(_ entry: FormattingEntry) -> NodeRecord {
    var record = elementRecord(entry.tag)
    record.parent = -1
    return record
  }
}
