/// Counts the words of a text: runs without white space in which there is a letter or a digit.
///
/// Goes over the bytes, since cutting a text into `Character`s costs more than all the rest of writing an article, and over ASCII eight
/// at a time.
enum WordCounter {
  static func count(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var count = 0
      /// Whether the run has been counted.
      var isCounted = false
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count {
          let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let eight = EightBytes(UInt64(littleEndian: word))
          if eight.length > 0 {
            count += eight.words(&isCounted)
            index += eight.length
            continue
          }
        }
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

  /// Eight bytes of a text, of which the first are ASCII without controls. A property of a byte is its top bit
  /// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
  private struct EightBytes {
    private let bytes: UInt64
    /// How many bytes, from the first, are ASCII without controls.
    let length: Int

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    init(_ word: UInt64) {
      // The lowest bit set is exact; behind it the subtraction may borrow.
      let others = ((word &- Self.ones &* 0x20) | word) & Self.tops
      length = others.trailingZeroBitCount / 8
      // What does not count here must not look like a part of a run.
      bytes = length == 8 ? word : word & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1)
    }

    /// How many runs are known from here on to be words.
    /// - Parameter isCounted: Whether the run that the first byte belongs to, if it is no space, has been counted; then that of the last.
    func words(_ isCounted: inout Bool) -> Int {
      let ink = above(0x20)
      let lower = bytes | Self.ones &* 0x20
      let letters = Self.above(0x60, lower) & ~Self.above(0x7A, lower)
      let digits = above(0x2F) & ~above(0x39)
      // From its first letter or digit on, each run is a word: spread to the run's end, by one byte, two and four.
      var word = letters | digits | (isCounted ? ink & 0x80 : 0)
      var path = ink
      word |= path & word << 8
      path &= path << 8
      word |= path & word << 16
      path &= path << 16
      word |= path & word << 32
      let begins = word & ~(word << 8 | (isCounted ? 0x80 : 0))
      isCounted = word &>> UInt64(truncatingIfNeeded: length &* 8 &- 1) & 1 != 0
      return Int(truncatingIfNeeded: ((begins >> 7) &* Self.ones) >> 56)
    }

    private func above(_ limit: UInt64) -> UInt64 { Self.above(limit, bytes) }

    /// Which bytes are greater than a limit; exact for ASCII.
    private static func above(_ limit: UInt64, _ bytes: UInt64) -> UInt64 { (bytes &+ ones &* (0x7F - limit)) & tops }
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
