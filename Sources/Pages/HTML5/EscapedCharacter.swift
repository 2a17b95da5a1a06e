/// Character references in text that is not HTML's own, such as a headline in JSON-LD that was escaped once too often.
public enum EscapedCharacter {
  /// The reference at the start of the bytes, which follow an ampersand.
  ///
  /// After the HTML Standard (https://html.spec.whatwg.org/multipage/named-characters.html), but with the semicolon alone, and no control
  /// characters of ASCII.
  /// - Returns: Its code point, the second of those few that have two, else 0, and how many bytes it takes with its semicolon; `nil` where
  ///   there is none.
  public static func at(_ bytes: UnsafeBufferPointer<UInt8>) -> (first: UInt32, second: UInt32, length: Int)? {
    guard let start = bytes.baseAddress, let byte = bytes.first else { return nil }
    if byte == UInt8(ascii: "#") { return number(bytes) }
    guard let match = CharacterReferences.shared.match(start, bytes.count), match.endsWithSemicolon else { return nil }
    return (match.first, match.second, match.length)
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> (first: UInt32, second: UInt32, length: Int)? {
    let isHex = bytes.count > 1 && bytes[1] | 0x20 == UInt8(ascii: "x")
    let front = isHex ? 2 : 1
    var value: UInt32 = 0
    var index = front
    // No code point has more digits.
    while index < bytes.count, index < front + 7, let digit = digit(bytes[index], isHex: isHex) {
      value = value * (isHex ? 16 : 10) + digit
      index += 1
    }
    guard index > front, index < bytes.count, bytes[index] == UInt8(ascii: ";"), value >= 0x20,
      Unicode.Scalar(value) != nil
    else { return nil }
    return (CharacterReferences.numeric(value), 0, index + 1)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return isHex && letter < 6 ? UInt32(letter) + 10 : nil
  }
}
