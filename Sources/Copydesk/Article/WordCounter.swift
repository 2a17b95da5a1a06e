/// Counts the words of a text: runs without white space in which there is a letter or a digit.
///
/// Goes over the bytes, since cutting a text into `Character`s costs more than all the rest of writing an article.
enum WordCounter {
  static func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      var isCounted = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
            isCounted = false
          } else if !isCounted, isASCIIWordByte(byte) {
            isCounted = true
            count += 1
            // The rest of the word says nothing new.
            index = endOfInk(bytes, from: index)
          }
          continue
        }
        let (scalar, width) = scalar(at: index, in: bytes)
        index += width
        if isWhitespace(scalar) {
          isCounted = false
        } else if !isCounted, isWordScalar(scalar) {
          isCounted = true
          count += 1
        }
      }
      return count
    }
  }

  /// Passes ASCII characters, eight at a time, up to white space or a control. The lowest bit set in a word is exact, though a
  /// subtraction may borrow behind it.
  private static func endOfInk(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let ends = ((word &- 0x2121_2121_2121_2121) | word) & 0x8080_8080_8080_8080
      if ends != 0 { return index + ends.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] &- 0x21 < 0x5F { index += 1 }
    return index
  }

  /// The characters beyond ASCII that have the property White_Space (https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt).
  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// A letter or number beyond ASCII. The block of general punctuation (U+2000 to U+206F), quotes and dashes, holds none.
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value &- 0x2000 < 0x70 { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Decodes a scalar of more than one byte. A string's UTF-8 is valid; should it ever end early, the rest is one scalar.
  private static func scalar(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, width: Int) {
    let lead = bytes[index]
    let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + width <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
