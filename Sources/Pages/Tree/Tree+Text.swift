extension Tree {
  /// The text within a node as a reader would see it: runs of white space are one space, block-level elements are apart by one
  /// space, and scripts, styles and the like are left out (unless `node` is itself one).
  public func text(of node: Node) -> String {
    String(decoding: utf8Text(of: node), as: UTF8.self)
  }

  /// ``text(of:)`` in UTF-8.
  public func utf8Text(of node: Node) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(textLength(node) * 5 / 4 + 8)
    let hiddenRoot = hasHiddenText(nodes[Int(node.index)])
    var pendingSpace = false
    var blockEnds: [Int32] = []
    var index = node.index
    let end = nodes[Int(node.index)].end
    while index < end {
      let record = nodes[Int(index)]
      while let blockEnd = blockEnds.last, blockEnd <= index {
        blockEnds.removeLast()
        pendingSpace = true
      }
      switch record.kind {
      case .element:
        if index != node.index, !hiddenRoot, hasHiddenText(record) {
          index = record.end
          continue
        }
        if AtomTraits.of(record.name).breaksLine {
          pendingSpace = true
          blockEnds.append(record.end)
        }
      case .text:
        withBytes(record.bytes) { $0.appendCollapsed(to: &out, pendingSpace: &pendingSpace) }
      case .comment where index == node.index:
        withBytes(record.bytes) { $0.appendCollapsed(to: &out, pendingSpace: &pendingSpace) }
      case .templateContent where index != node.index && !hiddenRoot:
        index = record.end
        continue
      case .document, .doctype, .comment, .templateContent:
        break
      }
      index += 1
    }
    return out
  }

  /// All text within a node, white space as in the source, scripts and styles included: the DOM's `textContent`.
  public func rawText(of node: Node) -> String {
    var out: [UInt8] = []
    for index in subtree(node) {
      let record = nodes[Int(index)]
      if record.kind == .text || (record.kind == .comment && index == node.index) {
        withBytes(record.bytes) { out.append(contentsOf: $0) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The content of a `script` or `style` element as it stands.
  public func scriptText(_ node: Node) -> String { rawText(of: node) }

  /// Calls `body` with the bytes of a text or comment node; with none for other nodes.
  @inlinable
  public func withText<Result>(_ node: Node, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let record = nodes[Int(node.index)]
    return try withBytes(record.kind == .text || record.kind == .comment ? record.bytes : .empty, body)
  }

  /// The bytes of visible text within a node, white space not counted.
  @inlinable
  public func textLength(_ node: Node) -> Int {
    Int(textBefore[Int(nodes[Int(node.index)].end)] - textBefore[Int(node.index)])
  }

  /// The same for a range of nodes, such as a block's.
  @inlinable
  public func textLength(_ range: Range<Int32>) -> Int {
    Int(textBefore[Int(range.upperBound)] - textBefore[Int(range.lowerBound)])
  }

  /// The bytes of visible text within a node that are within links, white space not counted.
  ///
  /// Goes over the node's subtree.
  public func linkTextLength(_ node: Node) -> Int {
    if name(node) == .a || ancestors(node).contains(where: { name($0) == .a }) { return textLength(node) }
    var sum = 0
    var index = node.index
    let end = nodes[Int(node.index)].end
    while index < end {
      let record = nodes[Int(index)]
      if record.kind == .element, record.name == .a {
        sum += textLength(Node(index))
        index = record.end
      } else {
        index += 1
      }
    }
    return sum
  }

  /// The share of a node's visible text that is within links, 0 to 1; 0 where there is no text.
  public func linkDensity(_ node: Node) -> Double {
    let all = textLength(node)
    return all == 0 ? 0 : Double(linkTextLength(node)) / Double(all)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Appends the bytes with each run of ASCII white space as one space, none at the front of `out` and none at the end:
  /// `pendingSpace` carries a trailing one over to the next call.
  func appendCollapsed(to out: inout [UInt8], pendingSpace: inout Bool, from start: Int = 0) {
    var i = 0
    while i < count {
      if ASCII.isWhitespace(self[i]) {
        pendingSpace = true
        i += 1
        continue
      }
      let wordStart = i
      while i < count, !ASCII.isWhitespace(self[i]) { i += 1 }
      if pendingSpace, out.count > start { out.append(0x20) }
      pendingSpace = false
      out.append(contentsOf: UnsafeBufferPointer(rebasing: self[wordStart..<i]))
    }
  }
}
