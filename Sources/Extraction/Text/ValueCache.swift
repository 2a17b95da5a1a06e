/// What has been found out about attribute values: a page says the same few hundred things thousands of times.
///
/// Of a fixed size; where two values fall on one place the later one has it, and the earlier one is read anew when it comes again.
struct ValueCache<Finding> {
  private var findings: [(hash: UInt64, finding: Finding)?] = []
  private let remembers: Bool

  /// - Parameter remembers: Whether so many values will be asked for that remembering them pays.
  init(remembers: Bool = true) { self.remembers = remembers }

  /// Returns what is known of a value, or what `read` makes of it. A value is known by its hash alone.
  @inline(__always)
  mutating func finding(
    for value: UnsafeBufferPointer<UInt8>, _ read: (UnsafeBufferPointer<UInt8>) -> Finding
  ) -> Finding {
    guard remembers else { return read(value) }
    let hash = Self.hash(value)
    let place = Int(truncatingIfNeeded: hash >> 54)
    if findings.isEmpty { findings = Array(repeating: nil, count: 1 << 10) }
    if let known = findings[place], known.hash == hash { return known.finding }
    let finding = read(value)
    findings[place] = (hash, finding)
    return finding
  }

  /// Eight bytes at a time, each mixed in by multiplication (Knuth, *The Art of Computer Programming* 3, section 6.4).
  @inline(__always)
  private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(value)
    var hash = UInt64(truncatingIfNeeded: raw.count)
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var index = 0
    while index + 8 <= raw.count {
      mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
      index += 8
    }
    if raw.count >= 8 {
      // The last eight bytes, some of them once more.
      mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)))
    } else {
      mix(raw.reduce(0) { $0 << 8 | UInt64($1) })
    }
    mix(0)
    return hash
  }
}
