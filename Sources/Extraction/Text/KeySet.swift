/// A set of numbers that may take a number for one of its own, but never misses one.
struct KeySet: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64

  /// - Parameter width: The set takes 2 to the power of this bits; a key of others is taken for its own as often as the bits are full.
  init(_ keys: some Sequence<UInt64>, width: Int) {
    bits = [UInt64](repeating: 0, count: 1 << (width - 6))
    shift = UInt64(64 - width)
    for key in keys {
      let bit = bit(key)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  @inline(__always)
  func mayHold(_ key: UInt64) -> Bool {
    let bit = bit(key)
    return bits[bit &>> 6] & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0
  }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, section 6.4).
  @inline(__always)
  private func bit(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift) }
}
