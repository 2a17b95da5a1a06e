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
        if !isSet(bit) { return false }
        start += Self.width
      }
      return true
    }
  }

  /// Whether a text's ``LetterKey`` may stand in the text, by its first window alone; a key shorter than a window never does.
  func mayBegin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var window: UInt64 = 0
    var count = 0
    let isShorter = LetterKey.forEachByte(of: text) { byte in
      window |= UInt64(byte) << UInt64(8 * count)
      count += 1
      return count < Self.width
    }
    return !isShorter && isSet(Self.bit(window))
  }

  @inline(__always)
  private func isSet(_ bit: Int) -> Bool { bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 }

  /// Fibonacci hashing (Knuth, *The Art of Computer Programming* 3, section 6.4).
  @inline(__always)
  private static func bit(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    bit(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
  }

  @inline(__always)
  private static func bit(_ window: UInt64) -> Int {
    Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> 47)
  }
}
