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
          }
          continue
        }
        let (scalar, width) = scalar(at: index, in: bytes)
        index += width
        if scalar.properties.isWhitespace {
          isCounted = false
        } else if !isCounted, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          isCounted = true
          count += 1
        }
      }
      return count
    }
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
