extension TreeConstructor {
  // MARK: - Opening and closing

  /// Makes an HTML element for a tag at the appropriate place and opens it.
  @inline(__always)
  @discardableResult
  mutating func insertElement(_ tag: TagToken, _ kind: ElementKind) -> Int32 {
    let node = append(elementRecord(tag), at: insertionPlace())
    open(node, tag.name, kind)
    return node
  }

  /// Makes an HTML element that cannot have content.
  @inline(__always)
  mutating func insertVoid(_ tag: TagToken) {
    append(elementRecord(tag), at: insertionPlace())
  }

  /// Makes an element that no tag asked for.
  @discardableResult
  mutating func insertImplied(_ name: Atom, _ kind: ElementKind) -> Int32 {
    insertElement(TagToken(name: name, firstAttribute: 0, attributeCount: 0, isSelfClosing: false), kind)
  }

  @inline(__always)
  func elementRecord(_ tag: TagToken) -> NodeRecord {
    NodeRecord(
      kind: .element, attributeCount: UInt16(truncatingIfNeeded: tag.attributeCount), name: tag.name, parent: 0, end: 0,
      bytes: ByteRange(start: UInt32(truncatingIfNeeded: tag.firstAttribute), count: tag.attributeNames.bits))
  }

  @inline(__always)
  mutating func open(_ node: Int32, _ name: Atom, _ kind: ElementKind) {
    push(
      OpenElement(
        node: node, place: node, name: name, kind: kind, namespace: .html, traits: traitsByKind[Int(kind.rawValue)]))
  }

  /// Opens an element. At the depth limit the current one is closed first, so that what is deeper still becomes its sibling.
  @inline(__always)
  mutating func push(_ element: OpenElement) {
    if stack.count >= maxDepth { closeForDepth(element.node) }
    var element = element
    if stack.count > 0 { element.stand(in: stack.last) }
    stack.append(element)
    openCount[Int(element.kind.rawValue)] &+= 1
  }

  @inline(never)
  private mutating func closeForDepth(_ node: Int32) {
    wasDepthCut = true
    while stack.count >= maxDepth {
      let closed = stack.last
      pop()
      // What it has on the list of formatting elements goes with it: there is no room to open it again below.
      if closed.has(.marksFormatting) {
        clearFormattingToMarker()
      } else if closed.has(.formatting), let index = formattingIndex(of: closed.node) {
        formatting.remove(at: index)
      }
      if closed.kind == .template {
        if templateModes.count > 0 { templateModes.count -= 1 }
        resetInsertionMode()
      }
      // Its child now belongs beside it.
      if nodes[Int(node)].parent == closed.place {
        let parent = nodes[Int(closed.node)].parent
        if isLinked {
          move(node, to: Place(parent: parent))
        } else {
          nodes[Int(node)].parent = parent
        }
      }
    }
  }

  @inline(__always)
  mutating func pop() {
    guard stack.count > 1 else { return }
    stack.count &-= 1
    let element = stack[stack.count]
    openCount[Int(element.kind.rawValue)] &-= 1
    if element.has(.formatting) { noteClosed(element.node) }
  }

  mutating func popTo(count: Int) {
    while stack.count > max(count, 1) { pop() }
  }

  /// Pops elements until an HTML element of the kind has been popped.
  @inline(__always)
  mutating func popThrough(_ kind: ElementKind) {
    while stack.count > 1 {
      let popped = stack.last.kind
      pop()
      if popped == kind { return }
    }
  }

  mutating func removeFromStack(at index: Int) {
    let element = stack[index]
    openCount[Int(element.kind.rawValue)] -= 1
    if element.has(.formatting) { noteClosed(element.node) }
    // Forms, heads and phrases alone are closed out of turn: none that ``OpenElement/isInParagraph`` of those above goes by.
    stack.remove(at: index)
  }

  func stackIndex(of node: Int32) -> Int? {
    var i = stack.count - 1
    while i >= 0 {
      if stack[i].node == node { return i }
      i -= 1
    }
    return nil
  }

  @inline(__always)
  func isOpen(_ kind: ElementKind) -> Bool { openCount[Int(kind.rawValue)] > 0 }

  // MARK: - Scope

  /// Whether an element of the kind is open with no boundary of a scope, or element of the extra kinds, above it.
  @inline(__always)
  mutating func hasInScope(_ kind: ElementKind, or extra: ElementKind = .other, _ extra2: ElementKind = .other) -> Bool {
    guard isOpen(kind) else { return false }
    return searchScope(kind, extra, extra2)
  }

  private mutating func searchScope(_ kind: ElementKind, _ extra: ElementKind, _ extra2: ElementKind) -> Bool {
    var i = stack.count - 1
    while i >= 0 {
      steps &+= 1
      let element = stack[i]
      if element.kind == kind { return true }
      if element.has(.bounds) { return false }
      if extra != .other, element.kind == extra || element.kind == extra2 { return false }
      i -= 1
    }
    return false
  }

  @inline(__always)
  mutating func hasInListScope(_ kind: ElementKind) -> Bool { hasInScope(kind, or: .ol, .ul) }

  mutating func hasInTableScope(_ kind: ElementKind) -> Bool {
    guard isOpen(kind) else { return false }
    var i = stack.count - 1
    while i >= 0 {
      steps += 1
      let element = stack[i]
      if element.kind == kind { return true }
      if element.has(.boundsTable) { return false }
      i -= 1
    }
    return false
  }

  mutating func hasHeadingInScope() -> Bool {
    var i = stack.count - 1
    while i >= 0 {
      steps += 1
      let element = stack[i]
      if element.has(.heading) { return true }
      if element.has(.bounds) { return false }
      i -= 1
    }
    return false
  }

  // MARK: - Implied ends

  @inline(__always)
  mutating func closeImplied(except kind: ElementKind = .other) {
    while stack.last.has(.impliedEnd), stack.last.kind != kind { pop() }
  }

  mutating func closeThoroughlyImplied() {
    while stack.last.has(.thoroughlyImpliedEnd) { pop() }
  }

  @inline(__always)
  mutating func closeParagraph() {
    if stack.last.isInParagraph { closeOpenParagraph() }
  }

  mutating func closeOpenParagraph() {
    closeImplied(except: .p)
    popThrough(.p)
  }

  // MARK: - Insertion mode

  /// The standard's "reset the insertion mode appropriately".
  mutating func resetInsertionMode() {
    var i = stack.count - 1
    while i >= 0 {
      steps += 1
      let isLast = i == 0
      let element = isLast ? context ?? stack[i] : stack[i]
      switch element.kind {
      case .td where !isLast, .th where !isLast: return mode = .inCell
      case .tr: return mode = .inRow
      case .tbody, .thead, .tfoot: return mode = .inTableBody
      case .caption: return mode = .inCaption
      case .colgroup: return mode = .inColumnGroup
      case .table: return mode = .inTable
      case .template: return mode = templateModes.count > 0 ? templateModes.last : .inBody
      case .head where !isLast: return mode = .inHead
      case .body: return mode = .inBody
      case .frameset: return mode = .inFrameset
      case .html: return mode = head < 0 ? .beforeHead : .afterHead
      default: if isLast { return mode = .inBody }
      }
      i -= 1
    }
    mode = .inBody
  }
}
