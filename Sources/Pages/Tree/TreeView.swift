/// A tree's storage as plain memory, for passes over all of it. Lives no longer than the closure it is handed to.
struct TreeView {
  let nodes: UnsafeBufferPointer<NodeRecord>
  let attributes: UnsafeBufferPointer<AttributeRecord>
  private let source: UnsafeBufferPointer<UInt8>
  private let decoded: UnsafeBufferPointer<UInt8>
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

  @inline(__always)
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
    let start = Int(record.bytes.start)
    for index in start..<start + Int(record.attributeCount) {
      let name = attributes[index].name
      if name == .hidden { return true }
      if name == .style, bytes(attributes[index].value).saysDisplayNone { return true }
    }
    return false
  }
}

extension Tree {
  @inline(__always)
  func withView<Result>(_ body: (TreeView) throws -> Result) rethrows -> Result {
    try nodes.withUnsafeBufferPointer { nodes in
      try attributes.withUnsafeBufferPointer { attributes in
        try source.withUnsafeBufferPointer { source in
          try decoded.withUnsafeBufferPointer { decoded in
            try body(TreeView(nodes: nodes, attributes: attributes, source: source, decoded: decoded))
          }
        }
      }
    }
  }
}
