/// Builds a ``Tree`` in document order: elements are opened and closed, text and comments appended.
///
/// Append-only: a parser that moves nodes (as HTML5's does) keeps its own links and comes here, if at all, at the end.
struct TreeBuilder {
  private(set) var nodes: [NodeRecord] = []
  private var attributes: [AttributeRecord] = []
  private var names: [String] = []
  private var nameAtoms: [String: Atom] = [:]
  private var decoded: [UInt8] = []
  private var open: [Int32] = [0]
  /// How many more elements are open than `open` holds, for want of depth.
  private var beyondDepth = 0
  private let limits: PageLimits
  private(set) var wasFlattened = false
  private(set) var wasCut = false

  init(limits: PageLimits, capacity: Int) {
    self.limits = limits
    nodes.reserveCapacity(capacity)
    nodes.append(NodeRecord(kind: .document, parent: -1, end: 1))
  }

  mutating func atom(_ name: UnsafeBufferPointer<UInt8>) -> Atom {
    if let fixed = AtomTable.shared.atom(of: name) { return fixed }
    let string = String(decoding: name, as: UTF8.self)
    if let known = nameAtoms[string] { return known }
    let atom = Atom(rawValue: Atom.firstDynamic + UInt32(names.count))
    names.append(string)
    nameAtoms[string] = atom
    return atom
  }

  private mutating func append(_ record: NodeRecord) -> Bool {
    guard nodes.count < limits.nodes else {
      wasCut = true
      return false
    }
    nodes.append(record)
    return true
  }

  private var next: Int32 { Int32(truncatingIfNeeded: nodes.count) }

  mutating func openElement(_ name: Atom, attributeCount: Int, attribute: (Int, inout TreeBuilder) -> (Atom, ByteRange)) {
    if open.count > limits.depth {
      wasFlattened = true
      beyondDepth += 1
      if let deepest = open.popLast() { nodes[Int(deepest)].end = next }
    }
    let index = next
    let count = min(attributeCount, Int(UInt16.max))
    let record = NodeRecord(
      kind: .element, attributeCount: UInt16(count), name: name, parent: open[open.count - 1], end: index + 1,
      bytes: ByteRange(start: UInt32(attributes.count), count: 0))
    // An element too many still has to be closed once; it stands for the one it is in.
    guard append(record) else {
      open.append(open[open.count - 1])
      return
    }
    for i in 0..<count {
      let (name, value) = attribute(i, &self)
      attributes.append(AttributeRecord(name: name, value: value))
    }
    open.append(index)
  }

  mutating func closeElement() {
    if beyondDepth > 0 {
      beyondDepth -= 1
      return
    }
    guard open.count > 1, let index = open.popLast() else { return }
    nodes[Int(index)].end = next
  }

  mutating func appendText(_ bytes: ByteRange) { appendLeaf(.text, bytes) }
  mutating func appendComment(_ bytes: ByteRange) { appendLeaf(.comment, bytes) }

  mutating func appendDoctype(_ name: Atom) {
    _ = append(NodeRecord(kind: .doctype, name: name, parent: open[open.count - 1], end: next + 1))
  }

  private mutating func appendLeaf(_ kind: NodeKind, _ bytes: ByteRange) {
    // Text that a parser hands over in pieces is one node.
    if kind == .text, var last = nodes.last, last.kind == .text, last.parent == open[open.count - 1], last.bytes.count < 1 << 30,
      last.bytes.start &+ last.bytes.count == bytes.start
    {
      last.bytes.count += bytes.count
      nodes[nodes.count - 1] = last
      return
    }
    _ = append(NodeRecord(kind: kind, parent: open[open.count - 1], end: next + 1, bytes: bytes))
  }

  /// Copies bytes that are not in the source as they stand.
  mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    guard !bytes.isEmpty else { return .empty }
    let start = UInt32(decoded.count)
    decoded.append(contentsOf: bytes)
    return ByteRange(start: start | ByteRange.decodedFlag, count: UInt32(bytes.count))
  }

  mutating func finish(source: [UInt8]) -> Tree {
    for index in open { nodes[Int(index)].end = next }
    nodes[0].end = next
    return Tree(nodes: nodes, attributes: attributes, names: names, source: source, decoded: decoded)
  }
}
