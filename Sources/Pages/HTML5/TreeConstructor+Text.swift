extension TreeConstructor {
  mutating func text(_ range: ByteRange, _ store: inout TokenStore) {
    var range = range
    if ignoresLineFeed {
      ignoresLineFeed = false
      if store.pointer(range)[0] == 0x0A { range = range.dropping(1) }
      if range.count == 0 { return }
    }
    if isInForeignText {
      insertText(range, &store)
      noteText(range, &store)
      return
    }
    place(range, isNull: false, &store)
  }

  mutating func nullCharacter(_ store: inout TokenStore) {
    ignoresLineFeed = false
    if isInForeignText {
      let start = store.decoded.count
      store.decode(0xFFFD)
      insertText(store.decodedRange(from: start), &store)
      return
    }
    place(.empty, isNull: true, &store)
  }

  /// Whether characters fall under the rules for foreign content.
  @inline(__always)
  private var isInForeignText: Bool {
    guard stack.count > 0 else { return false }
    let current = adjustedCurrent
    return current.has(.foreign) && !current.has(.mathTextIntegration) && !current.has(.htmlIntegration)
  }

  /// Puts text where the insertion mode has it. A NUL moves the modes along as any character does, and vanishes.
  private mutating func place(_ text: ByteRange, isNull: Bool, _ store: inout TokenStore) {
    var range = text
    while true {
      switch mode {
      case .inBody, .inCaption, .inCell, .inTemplate:
        if !isNull { textInBody(range, &store) }
        return
      case .text:
        insertText(range, &store)
        return
      case .inTableText:
        if !isNull { pendingTableText.append(range) }
        return
      case .inTable, .inTableBody, .inRow:
        let current = stack.last
        if current.has(.fosters) || current.kind == .template {
          if isNull { return }
          originalMode = mode
          mode = .inTableText
          pendingTableText.count = 0
          pendingTableText.append(range)
        } else if !isNull {
          isFosterParenting = true
          textInBody(range, &store)
          isFosterParenting = false
        }
        return
      case .initial, .beforeHTML, .beforeHead:
        if !isNull {
          range = range.dropping(leadingSpace(range, store))
          if range.count == 0 { return }
        }
        enterHead()
      case .inHead, .inHeadNoscript, .afterHead, .inColumnGroup:
        if !isNull {
          let space = leadingSpace(range, store)
          if space > 0 { insertText(ByteRange(start: range.start, count: UInt32(space)), &store) }
          range = range.dropping(space)
          if range.count == 0 { return }
        }
        switch mode {
        case .inHead: leaveHead()
        case .inHeadNoscript:
          pop()
          mode = .inHead
        case .afterHead: insertImpliedBody()
        default:
          guard stack.last.kind == .colgroup else { return }
          pop()
          mode = .inTable
        }
      case .afterBody, .afterAfterBody:
        if !isNull, leadingSpace(range, store) == Int(range.count) {
          textInBody(range, &store)
          return
        }
        mode = .inBody
      case .inFrameset, .afterFrameset, .afterAfterFrameset:
        if !isNull { insertSpaceOnly(range, &store) }
        return
      }
    }
  }

  @inline(__always)
  mutating func textInBody(_ range: ByteRange, _ store: inout TokenStore) {
    reconstructFormatting(&store)
    insertText(range, &store)
    noteText(range, &store)
  }

  /// Text other than white space rules out a frameset.
  @inline(__always)
  private mutating func noteText(_ range: ByteRange, _ store: inout TokenStore) {
    if allowsFrameset, leadingSpace(range, store) < Int(range.count) { allowsFrameset = false }
  }

  func leadingSpace(_ range: ByteRange, _ store: borrowing TokenStore) -> Int {
    let bytes = store.pointer(range)
    let count = Int(range.count)
    var i = 0
    while i < count, ByteClass.isSpace(bytes[i]) { i += 1 }
    return i
  }

  private mutating func insertSpaceOnly(_ range: ByteRange, _ store: inout TokenStore) {
    var i = 0
    let count = Int(range.count)
    while i < count {
      let start = i
      while i < count, ByteClass.isSpace(store.pointer(range)[i]) { i += 1 }
      if i > start {
        let space = ByteRange(start: range.start + UInt32(start), count: UInt32(i - start))
        if mode == .afterAfterFrameset { textInBody(space, &store) } else { insertText(space, &store) }
      }
      while i < count, !ByteClass.isSpace(store.pointer(range)[i]) { i += 1 }
    }
  }

  /// Ends the run of text within a table: white space goes into the table, anything else before it.
  @inline(never)
  mutating func flushTableText(_ store: inout TokenStore) {
    mode = originalMode
    var isSpace = true
    for i in 0..<pendingTableText.count where isSpace {
      let range = pendingTableText[i]
      if leadingSpace(range, store) < Int(range.count) { isSpace = false }
    }
    for i in 0..<pendingTableText.count {
      let range = pendingTableText[i]
      if isSpace {
        insertText(range, &store)
      } else {
        isFosterParenting = true
        textInBody(range, &store)
        isFosterParenting = false
      }
    }
    pendingTableText.count = 0
  }

  // MARK: - Text nodes

  /// Adds text at the appropriate place, to the text before it if there is any.
  @inline(__always)
  mutating func insertText(_ range: ByteRange, _ store: inout TokenStore) {
    let place = insertionPlace()
    if isLinked || place.before >= 0 || needsOrderCheck { return insertLinkedText(range, place, &store) }
    let last = nodes.count &- 1
    if nodes[last].kind == .text, nodes[last].parent == place.parent { return extend(last, with: range, &store) }
    nodes.append(NodeRecord(kind: .text, parent: place.parent, end: 0, bytes: range))
  }

  @inline(never)
  private mutating func insertLinkedText(_ range: ByteRange, _ place: Place, _ store: inout TokenStore) {
    if !isLinked {
      if place.before >= 0 { linkSiblings() } else { checkOrder(place.parent) }
    }
    let neighbour: Int32
    if isLinked {
      neighbour = place.before >= 0 ? links[Int(place.before)].previous : links[Int(place.parent)].lastChild
    } else {
      let last = Int32(truncatingIfNeeded: nodes.count - 1)
      neighbour = nodes[Int(last)].parent == place.parent ? last : -1
    }
    if neighbour >= 0, nodes[Int(neighbour)].kind == .text { return extend(Int(neighbour), with: range, &store) }
    append(NodeRecord(kind: .text, parent: place.parent, end: 0, bytes: range), at: place)
  }

  /// Adds to a text node: in place if the bytes follow one another, else in a copy with room to grow, so that text that comes in
  /// pieces, by turns with other text, is not copied over and over. The room is kept where other nodes have their name.
  private mutating func extend(_ index: Int, with range: ByteRange, _ store: inout TokenStore) {
    let old = nodes[index].bytes
    let count = Int(old.count) + Int(range.count)
    let room = Int(nodes[index].name.rawValue)
    if old.start &+ old.count == range.start, room == 0 {
      nodes[index].bytes.count = UInt32(truncatingIfNeeded: count)
      return
    }
    if count > room {
      steps += Int(old.count)
      let isAtEnd = old.isDecoded && old.offset + max(room, Int(old.count)) == store.decoded.count
      let wanted = room == 0 && old.count < 64 ? count + 64 : count * 2
      let start: Int
      if isAtEnd {
        start = old.offset
        store.decoded.count = start + Int(old.count)
      } else {
        start = store.decoded.count
        store.decode(copying: old)
      }
      store.decode(copying: range)
      let used = store.decoded.count
      if start + wanted > store.decoded.capacity { store.decoded.reserve(start + wanted - used) }
      (store.decoded.base + used).initialize(repeating: 0, count: start + wanted - used)
      store.decoded.count = start + wanted
      nodes[index].bytes = ByteRange(start: UInt32(start) | ByteRange.decodedFlag, count: UInt32(count))
      nodes[index].name = Atom(rawValue: UInt32(wanted))
      return
    }
    let bytes = store.pointer(range)
    (store.decoded.base + old.offset + Int(old.count)).update(from: bytes, count: Int(range.count))
    nodes[index].bytes.count = UInt32(count)
  }
}

extension ByteRange {
  /// The range without its first bytes.
  @inline(__always)
  func dropping(_ bytes: Int) -> ByteRange {
    ByteRange(start: start + UInt32(truncatingIfNeeded: bytes), count: count - UInt32(truncatingIfNeeded: bytes))
  }
}
