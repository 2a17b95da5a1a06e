/// Reading and writing single characters in UTF-8 bytes.
enum UTF8Scalar {
  /// Returns the character at `index` and moves on; a byte that starts none yields U+FFFD and counts alone.
  @inline(__always)
  static func next(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    let first = text[index]
    if first < 0x80 {
      index += 1
      return UInt32(first)
    }
    return nextMultibyte(in: text, at: &index)
  }

  private static func nextMultibyte(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    let first = text[index]
    let (length, bits, least): (Int, UInt32, UInt32) =
      switch first {
      case 0xC2...0xDF: (2, UInt32(first & 0x1F), 0x80)
      case 0xE0...0xEF: (3, UInt32(first & 0x0F), 0x800)
      case 0xF0...0xF4: (4, UInt32(first & 0x07), 0x10000)
      default: (0, 0, 0)
      }
    guard length > 0, index + length <= text.count else {
      index += 1
      return 0xFFFD
    }
    var scalar = bits
    for offset in 1..<length {
      let byte = text[index + offset]
      guard byte & 0xC0 == 0x80 else {
        index += 1
        return 0xFFFD
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar >= least, scalar <= 0x10FFFF, scalar & 0xFFFF_F800 != 0xD800 else {
      index += 1
      return 0xFFFD
    }
    index += length
    return scalar
  }

  /// The number of bytes of a character.
  @inline(__always)
  static func width(_ scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }

  @inline(__always)
  static func encode(_ scalar: UInt32, _ put: (UInt8) -> Void) {
    switch scalar {
    case ..<0x80: put(UInt8(scalar))
    case ..<0x800:
      put(UInt8(0xC0 | scalar >> 6))
      put(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      put(UInt8(0xE0 | scalar >> 12))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    default:
      put(UInt8(0xF0 | scalar >> 18))
      put(UInt8(0x80 | scalar >> 12 & 0x3F))
      put(UInt8(0x80 | scalar >> 6 & 0x3F))
      put(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
