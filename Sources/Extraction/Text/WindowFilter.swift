/// Says of most runs of bytes that they do not stand in a text, without looking through it: by the text's windows of eight bytes.
struct WindowFilter {
  private var bits: [UInt64]

  private static let width = 8
  private static let size = 1 << 17

  init(_ text: [UInt8]) {
    bits = [UInt64](repeating: 0, count: Self.size / 64)
    guard text.count >= Self.width else { return }
    text.withUnsafeBytes { raw in
      for start in 0...(raw.count - Self.width) {
        let bit = Self.bit(raw, start)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  /// Whether a run may stand in the text: its windows, one behind the other, all do. A run shorter than a window always may.
  func mayHold(_ run: [UInt8]) -> Bool {
    run.withUnsafeBytes { raw in
      var start = 0
      while start + Self.width <= raw.count {
        let bit = Self.bit(raw, start)
        if bits[bit >> 6] & (1 << UInt64(bit & 63)) == 0 { return false }
        start += Self.width
      }
      return true
    }
  }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, section 6.4).
  @inline(__always)
  private static func bit(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    let window = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    return Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> 47)
  }
}
