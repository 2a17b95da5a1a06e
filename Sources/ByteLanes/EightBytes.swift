/// Eight bytes of a text in one number.
public enum EightBytes {
  /// The eight bytes at an index, the first lowest; zeros behind the end of the text.
  @inlinable @inline(__always)
  public static func load(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    if index &+ 8 <= text.count { return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
    // The last eight, without those in front of the index.
    if text.count >= 8 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self))
      return word >> UInt64(truncatingIfNeeded: 8 &* (index &+ 8 &- text.count))
    }
    var word: UInt64 = 0
    for offset in index..<max(index, text.count) { word |= UInt64(text[offset]) &<< UInt64(8 &* (offset &- index)) }
    return word
  }
}
