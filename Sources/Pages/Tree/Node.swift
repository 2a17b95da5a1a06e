/// A node of a ``Tree``: its position in document order. Meaningful only together with its tree.
public struct Node: Hashable, Comparable, Sendable {
  public var index: Int32

  @inlinable
  public init(_ index: Int32) { self.index = index }

  @inlinable
  public static func < (a: Node, b: Node) -> Bool { a.index < b.index }
}

public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
  case document, doctype, element, text, comment
  /// The content of a `template` element: a fragment of its own, not part of the page's text.
  case templateContent
}

public enum Namespace: UInt8, Sendable, BitwiseCopyable {
  case html, svg, mathml
}

/// One node as it is stored: 24 bytes, no references.
///
/// Nodes stand in document order, so the subtree of node `i` is the index range `i ..< end`, its first child is `i + 1`
/// (if `i + 1 < end`) and its next sibling is `end` (if that lies within the parent's subtree).
@usableFromInline
struct NodeRecord: Sendable, BitwiseCopyable {
  @usableFromInline var kind: NodeKind
  @usableFromInline var namespace: Namespace
  /// How many attributes an element has.
  @usableFromInline var attributeCount: UInt16
  /// The name of an element or doctype.
  @usableFromInline var name: Atom
  @usableFromInline var parent: Int32
  /// One past the last node of the subtree.
  @usableFromInline var end: Int32
  /// For text and comments, where the bytes are; for elements, `start` is the index of the first attribute, and `count` holds the
  /// ``AttributeNames``.
  @usableFromInline var bytes: ByteRange

  @usableFromInline
  init(
    kind: NodeKind, namespace: Namespace = .html, attributeCount: UInt16 = 0, name: Atom = .none, parent: Int32, end: Int32,
    bytes: ByteRange = .empty
  ) {
    self.kind = kind
    self.namespace = namespace
    self.attributeCount = attributeCount
    self.name = name
    self.parent = parent
    self.end = end
    self.bytes = bytes
  }
}

/// Which names the attributes of an element may have: a bit for each name, which some share. Most elements lack most attributes, and one
/// look tells.
@usableFromInline
struct AttributeNames: Sendable, BitwiseCopyable {
  @usableFromInline var bits: UInt32

  @inlinable
  init(bits: UInt32 = 0) { self.bits = bits }

  @inlinable
  init(_ name: Atom) { bits = 1 &<< name.rawValue }

  @inlinable
  mutating func insert(_ name: Atom) { bits |= 1 &<< name.rawValue }

  @inlinable
  func mayHold(_ name: Atom) -> Bool { bits & 1 &<< name.rawValue != 0 }
}

extension NodeRecord {
  /// Of an element.
  @inlinable var attributeNames: AttributeNames { AttributeNames(bits: bytes.count) }

  @inlinable
  mutating func noteAttribute(_ name: Atom) { bytes.count |= AttributeNames(name).bits }
}

@usableFromInline
struct AttributeRecord: Sendable, BitwiseCopyable {
  @usableFromInline var name: Atom
  @usableFromInline var value: ByteRange

  @usableFromInline
  init(name: Atom, value: ByteRange) {
    self.name = name
    self.value = value
  }
}

/// A run of bytes, either of the page as it came (`start` below 2³¹) or of the tree's own buffer of decoded text (top bit set),
/// so that only text with character references, or with bytes that had to be replaced, is ever copied.
@usableFromInline
struct ByteRange: Sendable, BitwiseCopyable {
  @usableFromInline var start: UInt32
  @usableFromInline var count: UInt32

  @usableFromInline
  init(start: UInt32, count: UInt32) {
    self.start = start
    self.count = count
  }

  @usableFromInline static let empty = ByteRange(start: 0, count: 0)
  @usableFromInline static let decodedFlag: UInt32 = 1 << 31

  @usableFromInline var isDecoded: Bool { start & Self.decodedFlag != 0 }
  @usableFromInline var offset: Int { Int(start & ~Self.decodedFlag) }
}
