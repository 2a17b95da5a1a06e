#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Plain values in one block of memory that a parser fills, empties and fills again from page to page.
///
/// An `Array` would do the same with a uniqueness check, a bounds check and a retain at every step of the parser's innermost loops.
/// Indices are not checked: whoever passes one has it from `append` or has compared it with `count`.
struct GrowableBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  var count = 0
  private(set) var capacity: Int

  init(capacity: Int) {
    self.capacity = max(capacity, 16)
    base = Self.resized(nil, to: self.capacity)
  }

  deinit { free(base) }

  /// Empties the buffer into an array.
  mutating func takeAll() -> [Element] {
    defer { count = 0 }
    return Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Hands over the memory, no more of it than is filled, and begins anew with room for `capacity` elements.
  /// - Returns: Memory to be freed with `free`.
  mutating func handOver(capacity new: Int) -> (memory: UnsafeMutablePointer<Element>, count: Int) {
    let filled = (Self.resized(base, to: max(count, 1)), count)
    count = 0
    capacity = max(new, 16)
    base = Self.resized(nil, to: capacity)
    return filled
  }

  /// Lets the memory go where a large page has left more than `keeping` elements of it behind.
  mutating func shrink(keeping limit: Int) {
    guard capacity > limit else { return }
    free(base)
    capacity = max(limit, 16)
    count = 0
    base = Self.resized(nil, to: capacity)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating _modify { yield &base[index] }
  }

  @inline(__always)
  var last: Element { base[count - 1] }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { reserve(1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Makes room for `extra` more elements.
  @inline(never)
  mutating func reserve(_ extra: Int) {
    let needed = count + extra
    guard needed > capacity else { return }
    capacity = max(needed, capacity + capacity / 2)
    base = Self.resized(base, to: capacity)
  }

  /// Appends `length` elements from memory that is not this buffer's own.
  @inline(__always)
  mutating func append(from source: UnsafePointer<Element>, count length: Int) {
    if count + length > capacity { reserve(length) }
    (base + count).update(from: source, count: length)
    count += length
  }

  mutating func remove(at index: Int) {
    (base + index).update(from: base + index + 1, count: count - index - 1)
    count -= 1
  }

  mutating func insert(_ element: Element, at index: Int) {
    if count == capacity { reserve(1) }
    (base + index + 1).update(from: base + index, count: count - index)
    base[index] = element
    count += 1
  }

  /// `realloc` moves large blocks by remapping their pages, so that growing never holds both copies. Out of memory ends the process,
  /// as it does in the standard library's own containers.
  private static func resized(_ old: UnsafeMutablePointer<Element>?, to capacity: Int) -> UnsafeMutablePointer<Element> {
    let (bytes, overflow) = capacity.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    precondition(!overflow, "a buffer larger than the address space")
    guard let raw = realloc(UnsafeMutableRawPointer(old), bytes) else { preconditionFailure("out of memory") }
    return raw.assumingMemoryBound(to: Element.self)
  }
}
