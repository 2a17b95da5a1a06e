extension Tree {
  /// The value of an attribute, character references resolved; `nil` if the element has none of that name.
  public func attribute(_ node: Node, _ name: Atom) -> String? {
    guard let value = attributeRange(node, name) else { return nil }
    return withBytes(value) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the bytes of an attribute's value, or with `nil` if the element has none of that name.
  @inlinable
  public func withAttribute<Result>(
    _ node: Node, _ name: Atom, _ body: (UnsafeBufferPointer<UInt8>?) throws -> Result
  ) rethrows -> Result {
    guard let value = attributeRange(node, name) else { return try body(nil) }
    return try withBytes(value) { try body($0) }
  }

  /// Whether the element has an attribute of that name, even an empty one.
  @inlinable
  public func hasAttribute(_ node: Node, _ name: Atom) -> Bool { attributeRange(node, name) != nil }

  /// All attributes of an element, in the order of the source.
  public func attributes(_ node: Node) -> [(name: Atom, value: String)] {
    attributeIndices(node).map { index in
      let attribute = attributes[index]
      return (attribute.name, withBytes(attribute.value) { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Whether an element's `class` has this word, case mattering.
  public func hasClass(_ node: Node, _ word: String) -> Bool {
    var word = word
    return word.withUTF8 { word in
      withAttribute(node, .class) { value in
        guard let value else { return false }
        return value.containsWord(word)
      }
    }
  }

  @inlinable
  func attributeIndices(_ node: Node) -> Range<Int> {
    let record = nodes[Int(node.index)]
    guard record.kind == .element else { return 0..<0 }
    let start = Int(record.bytes.start)
    return start..<start + Int(record.attributeCount)
  }

  @inlinable
  func attributeRange(_ node: Node, _ name: Atom) -> ByteRange? {
    let record = nodes[Int(node.index)]
    guard record.kind == .element, record.attributeNames.mayHold(name) else { return nil }
    let start = Int(record.bytes.start)
    for index in start..<start + Int(record.attributeCount) where attributes[index].name == name {
      return attributes[index].value
    }
    return nil
  }

  /// Calls `body` with bytes of the source or of the decoded text.
  @inlinable
  func withBytes<Result>(_ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    let part = range.offset..<range.offset + Int(range.count)
    if range.isDecoded {
      return try decoded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[part])) }
    }
    return try source.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[part])) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether one of the words apart by ASCII white space equals `word`.
  func containsWord(_ word: UnsafeBufferPointer<UInt8>, ignoringCase: Bool = false) -> Bool {
    guard !word.isEmpty, count >= word.count else { return false }
    var i = 0
    while i < count {
      while i < count, ASCII.isWhitespace(self[i]) { i += 1 }
      let start = i
      while i < count, !ASCII.isWhitespace(self[i]) { i += 1 }
      if i - start == word.count {
        let candidate = UnsafeBufferPointer(rebasing: self[start..<i])
        if ignoringCase ? ASCII.equalIgnoringCase(candidate, word) : candidate.elementsEqual(word) { return true }
      }
    }
    return false
  }
}
