/// A set of numbers that may take a number for one of its own, but never misses one: asked before a set that hashes well and slowly.
///
/// Two kilobytes, so that it stays in the cache beside the text; more only for so many keys that it would let every third number pass.
struct KeySet: Sendable {
  private var bits: [UInt64]
  /// How far to the right a product is shifted to be a place among ``bits``.
  private let shift: UInt64

  init(_ keys: some Sequence<UInt64>) {
    let keys = Array(keys)
    let width = max(14, Int.bitWidth - (keys.count * 16).leadingZeroBitCount)
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

  /// Whether a text, folded or not, may begin with one of the keys, by its first run of ASCII letters. Where another character stands before or
  /// behind the run, folding may make a letter of it or leave it out.
  func mayOpen(_ text: ArraySlice<UInt8>) -> Bool { text.withUnsafeBufferPointer(mayOpen) }

  func mayOpen(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }) else { return false }
    let run = LetterRun(text, at: start)
    if run.length == 0 || mayHold(run.key) { return true }
    return run.length < 8 && start + run.length < text.count && text[start + run.length] >= 0x80
  }
}
