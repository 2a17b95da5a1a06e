#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A tree's nodes in document order, in the memory that the parser filled: a page of tiny elements is mostly nodes, and a copy of them would
/// be the largest part of what it takes.
///
/// `@unchecked Sendable`: never written again. Valid as long as its tree, which frees it.
@usableFromInline
struct NodeArena: RandomAccessCollection, @unchecked Sendable {
  private let memory: UnsafeMutablePointer<NodeRecord>
  @usableFromInline let base: UnsafePointer<NodeRecord>
  @usableFromInline let count: Int

  /// - Parameter memory: From the C library's allocator.
  init(memory: UnsafeMutablePointer<NodeRecord>, count: Int) {
    self.memory = memory
    base = UnsafePointer(memory)
    self.count = count
  }

  @inlinable var startIndex: Int { 0 }
  @inlinable var endIndex: Int { count }

  /// Checked, since whoever has a node of one tree may ask another for it.
  @inlinable
  subscript(index: Int) -> NodeRecord {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "no such node in the tree")
    return base[index]
  }

  var buffer: UnsafeBufferPointer<NodeRecord> { UnsafeBufferPointer(start: base, count: count) }

  func release() { free(memory) }
}
