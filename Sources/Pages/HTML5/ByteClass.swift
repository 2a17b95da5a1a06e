/// What a byte means to the tokenizer, as bits in a table.
struct ByteClass: OptionSet {
  let rawValue: UInt8

  /// Tab, line feed, form feed, carriage return (a line feed once the input is normalised), space.
  static let space = ByteClass(rawValue: 1)
  static let letter = ByteClass(rawValue: 2)
  static let digit = ByteClass(rawValue: 4)
  /// Ends a tag's name: white space, `/`, `>`.
  static let tagNameEnd = ByteClass(rawValue: 8)
  /// Ends an attribute's name: the same and `=`.
  static let attributeNameEnd = ByteClass(rawValue: 16)
  /// Ends an unquoted value or has to be looked at in one: white space, `>`, `&`, NUL.
  static let unquotedStop = ByteClass(rawValue: 32)
  static let hexDigit = ByteClass(rawValue: 64)

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Sets the top bit of the first of eight bytes, the first lowest, that is white space, a control character, `/`, `=` or `>`; none if
  /// none is. Bits above the lowest mean nothing.
  ///
  /// The tests are those for "has a zero byte" and "has a byte less than n" (H. S. Warren, Hacker's Delight, 2nd ed., section 6-1).
  @inline(__always)
  static func stopsInNames(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let slashes = bytes ^ ones &* 0x2F
    // `=` and `>` differ in their lowest two bits from 0x3C, as `<` and `?` do, which stand in no name.
    let brackets = bytes & (ones &* 0xFC) ^ ones &* 0x3C
    let stops =
      (bytes &- ones &* 0x21) & ~bytes | (slashes &- ones) & ~slashes | (brackets &- ones) & ~brackets
    return stops & (ones &* 0x80)
  }

  /// One byte of class bits for each of the 256 bytes. Lives as long as the process.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for value in 0..<256 {
      let byte = UInt8(value)
      var bits: ByteClass = []
      let lower = byte | 0x20
      if isSpace(byte) { bits.formUnion([.space, .tagNameEnd, .attributeNameEnd, .unquotedStop]) }
      if isLetter(byte) { bits.insert(.letter) }
      if (0x30...0x39).contains(byte) { bits.formUnion([.digit, .hexDigit]) }
      if (0x61...0x66).contains(lower), isLetter(byte) { bits.insert(.hexDigit) }
      if byte == 0x2F || byte == 0x3E { bits.formUnion([.tagNameEnd, .attributeNameEnd]) }
      if byte == 0x3D { bits.insert(.attributeNameEnd) }
      if byte == 0x3E || byte == 0x26 || byte == 0 { bits.insert(.unquotedStop) }
      (table + value).initialize(to: bits.rawValue)
    }
    return UnsafePointer(table)
  }()
}
