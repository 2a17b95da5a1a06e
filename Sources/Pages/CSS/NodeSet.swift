/// A set of a tree's nodes: one bit each.
struct NodeSet: Sendable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  func contains(_ index: Int32) -> Bool { words[Int(index) >> 6] & (1 << UInt64(index & 63)) != 0 }

  @inline(__always)
  mutating func insert(_ index: Int32) { words[Int(index) >> 6] |= 1 << UInt64(index & 63) }
}
