/// A tree's storage as plain memory, for passes over all of it, in which nothing has to be counted as in use again and again. Lives no
/// longer than the closure it is handed to.
public struct TreeView {
  @usableFromInline let nodes: UnsafeBufferPointer<NodeRecord>
  @usableFromInline let attributes: UnsafeBufferPointer<AttributeRecord>
  @usableFromInline let source: UnsafeBufferPointer<UInt8>
  @usableFromInline let decoded: UnsafeBufferPointer<UInt8>
  private let traits: UnsafePointer<AtomTraits>

  fileprivate init(
    nodes: UnsafeBufferPointer<NodeRecord>, attributes: UnsafeBufferPointer<AttributeRecord>, source: UnsafeBufferPointer<UInt8>,
    decoded: UnsafeBufferPointer<UInt8>
  ) {
    self.nodes = nodes
    self.attributes = attributes
    self.source = source
    self.decoded = decoded
    traits = AtomTraits.table
  }

  /// Calls `body` with the name and the bytes of each attribute of an element, in the order of the source: one way to look for
  /// several of them at once.
  @inlinable
  public func forEachAttribute(_ node: Node, _ body: (Atom, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    let record = nodes[Int(node.index)]
    guard record.kind == .element else { return }
    let start = Int(record.bytes.start)
    for index in start..<start + Int(record.attributeCount) {
      let attribute = attributes[index]
      try body(attribute.name, bytes(attribute.value))
    }
  }

  @inlinable
  func bytes(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    let buffer = range.isDecoded ? decoded : source
    return UnsafeBufferPointer(rebasing: buffer[range.offset..<range.offset + Int(range.count)])
  }

  @inline(__always)
  func traits(_ atom: Atom) -> AtomTraits { atom.rawValue < 1024 ? traits[Int(atom.rawValue)] : [] }

  /// ``Tree/hasHiddenText(_:)``
  @inline(__always)
  func hasHiddenText(_ record: NodeRecord) -> Bool {
    guard record.kind == .element else { return record.kind == .templateContent }
    if traits(record.name).contains(.hidden) { return true }
    guard record.attributeNames.mayHold(.hidden) || record.attributeNames.mayHold(.style) else { return false }
    let start = Int(record.bytes.start)
    for index in start..<start + Int(record.attributeCount) {
      let name = attributes[index].name
      if name == .hidden { return true }
      if name == .style, bytes(attributes[index].value).saysDisplayNone { return true }
    }
    return false
  }
}

extension TreeView {
  /// Calls `body` with a view of a tree's parts.
  static func with<Result>(
    _ nodes: NodeArena, _ attributes: [AttributeRecord], _ source: [UInt8], _ decoded: [UInt8],
    _ body: (TreeView) throws -> Result
  ) rethrows -> Result {
    try attributes.withUnsafeBufferPointer { attributes in
      try source.withUnsafeBufferPointer { source in
        try decoded.withUnsafeBufferPointer { decoded in
          try body(TreeView(nodes: nodes.buffer, attributes: attributes, source: source, decoded: decoded))
        }
      }
    }
  }
}

extension Tree {
  /// Calls `body` with the tree's storage as plain memory.
  public func withView<Result>(_ body: (TreeView) throws -> Result) rethrows -> Result {
    try TreeView.with(nodes, attributes, source, decoded, body)
  }
}
