/// Which bytes of a JSON string need an escape (RFC 8259 §7).
enum JSONEscaping {
  /// Copies a string's UTF-8 up to the first byte that must be escaped. Most bytes of an article need no escape, so many at a time are looked
  /// at and written.
  /// - Parameter room: Room for at least eight bytes more than the text has; what lies behind the bytes copied may be overwritten.
  /// - Returns: How many bytes were copied.
  static func copy(_ text: UnsafeBufferPointer<UInt8>, to room: UnsafeMutablePointer<UInt8>) -> Int {
    let source = UnsafeRawBufferPointer(text)
    let target = UnsafeMutableRawPointer(room)
    var index = 0
    while index + 16 <= text.count {
      let bytes = source.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      target.storeBytes(of: bytes, toByteOffset: index, as: SIMD16<UInt8>.self)
      let plain = plainPrefix(bytes)
      index += plain
      if plain < 16 {
        if let escaped = escape(at: index, in: text) { return escaped }
        index += 1
      }
    }
    while index + 8 <= text.count {
      let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
      let suspects = suspicious(UInt64(littleEndian: word))
      if suspects == 0 {
        index += 8
        continue
      }
      index += suspects.trailingZeroBitCount / 8
      if let escaped = escape(at: index, in: text) { return escaped }
      index += 1
    }
    // The last few go at once, with bytes before them that have been copied already.
    let last = lastBytes(text)
    if index < text.count, suspicious(last.word) == 0 {
      target.storeBytes(of: last.word.littleEndian, toByteOffset: last.start, as: UInt64.self)
      return text.count
    }
    while index < text.count {
      if let escaped = escape(at: index, in: text) { return escaped }
      room[index] = text[index]
      index += 1
    }
    return index
  }

  /// Whether nothing in a text must be escaped.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool { text.indices.allSatisfy { escape(at: $0, in: text) == nil } }

  /// The last eight bytes of a text and where they begin; of a shorter one all, with spaces behind them.
  @inline(__always)
  private static func lastBytes(_ text: UnsafeBufferPointer<UInt8>) -> (word: UInt64, start: Int) {
    let source = UnsafeRawBufferPointer(text)
    let count = text.count
    if count >= 8 {
      return (UInt64(littleEndian: source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)), count - 8)
    }
    func placed(_ bytes: some FixedWidthInteger, _ offset: Int) -> UInt64 {
      UInt64(truncatingIfNeeded: bytes) << UInt64(8 * offset)
    }
    let spaces: UInt64 = 0x2020_2020_2020_2020
    if count >= 4 {
      let front = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
      let back = UInt32(littleEndian: source.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      return (placed(front, 0) | placed(back, count - 4) | spaces << UInt64(8 * count), 0)
    }
    guard count > 0 else { return (spaces, 0) }
    return (
      placed(text[0], 0) | placed(text[count / 2], count / 2) | placed(text[count - 1], count - 1) | spaces << UInt64(8 * count),
      0
    )
  }

  /// How many of sixteen bytes stand before the first that may need an escape: below 0x20, `"`, `\`, and 0xA8 and 0xA9, in which U+2028 and
  /// U+2029 end.
  @inline(__always)
  private static func plainPrefix(_ bytes: SIMD16<UInt8>) -> Int {
    typealias Vector = SIMD16<UInt8>
    let controls = bytes .< Vector(repeating: 0x20)
    let signs =
      (bytes .== Vector(repeating: 0x22)) .| (bytes .== Vector(repeating: 0x5C))
      .| (bytes | Vector(repeating: 1) .== Vector(repeating: 0xA9))
    // A lane is all ones or all zeros.
    let halves = unsafeBitCast(controls .| signs, to: SIMD2<UInt64>.self)
    if halves[0] | halves[1] == 0 { return 16 }
    let (first, second) = (halves[0].littleEndian, halves[1].littleEndian)
    return first != 0 ? first.trailingZeroBitCount / 8 : 8 + second.trailingZeroBitCount / 8
  }

  /// Sets the top bit of bytes that may need an escape: below 0x20, `"`, `\`, and the last bytes of U+2028 and U+2029. The lowest bit
  /// set is exact; higher ones may be false alarms, because the subtraction borrows
  /// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
  private static func suspicious(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let controls = (word &- ones &* 0x20) & ~word & tops
    return controls | zeroBytes(word ^ (ones &* 0x22)) | zeroBytes(word ^ (ones &* 0x5C))
      | zeroBytes((word | ones) ^ (ones &* 0xA9))
  }

  /// Where the character begins that must be escaped, if it is the one that this byte belongs to. The last bytes of U+2028 and U+2029 are far more common
  /// in letters with accents; their first one opens every typographic quote.
  @inline(__always)
  private static func escape(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let byte = text[index]
    if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
    return byte | 1 == 0xA9 && index >= 2 && text[index - 1] == 0x80 && text[index - 2] == 0xE2 ? index - 2 : nil
  }
}
