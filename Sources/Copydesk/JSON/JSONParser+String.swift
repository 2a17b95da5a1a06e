extension JSONParser {
  /// Reads the string that starts at the quote under ``position``.
  mutating func parseString() throws(JSONSyntaxError) -> String {
    let start = position + 1
    let (end, isPlain) = try endOfString(from: start)
    position = end + 1
    let content = UnsafeBufferPointer(rebasing: base[start..<end])
    if isPlain { return String(decoding: content, as: UTF8.self) }
    var failedAt: Int?
    var repaired = false
    let lenient = forgiven(.escapes)
    let text = String(unsafeUninitializedCapacity: content.count) { output in
      Self.unescape(content, into: output, lenient: lenient, failedAt: &failedAt, repaired: &repaired)
    }
    if let failedAt { throw error(.invalidEscape, at: start + failedAt) }
    if repaired { repairs.insert(.escapes) }
    return text
  }

  /// Finds the closing quote; a string is plain when it has no escapes.
  private mutating func endOfString(from start: Int) throws(JSONSyntaxError) -> (end: Int, isPlain: Bool) {
    var index = start
    var isPlain = true
    while true {
      index = firstSpecial(from: index)
      guard index < base.count else { throw error(.unexpectedEnd, at: base.count) }
      switch base[index] {
      case UInt8(ascii: "\""):
        if forgiven(.quotes), !quoteCloses(at: index) {
          repairs.insert(.quotes)
          index += 1
          continue
        }
        return (index, isPlain)
      case UInt8(ascii: "\\"):
        isPlain = false
        guard index + 1 < base.count else { throw error(.unexpectedEnd, at: base.count) }
        index += 2
      default:
        guard forgiven(.controls) else { throw error(.controlCharacterInString, at: index) }
        repairs.insert(.controls)
        index += 1
      }
    }
  }

  /// Finds the next quote, backslash or control character, eight bytes at a time.
  @inline(__always)
  private func firstSpecial(from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(base)
    while index + 8 <= raw.count {
      let hits = Self.specials(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, !Self.isSpecial(raw[index]) { index += 1 }
    return index
  }

  /// Sets the top bit of the bytes of a word that are a quote, a backslash or a control character. The lowest bit set is exact;
  /// higher ones may be false alarms, because the subtractions borrow.
  ///
  /// The tests are the well-known ones for "has a zero byte" and "has a byte less than n" (H. S. Warren, Hacker's Delight, 2nd ed.,
  /// section 6-1).
  @inline(__always)
  static func specials(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = UInt64(littleEndian: bytes)
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5C)
    let controls = word &- (ones &* 0x20)
    let hits = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | (controls & ~word)
    return hits & (ones &* 0x80)
  }

  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C || byte < 0x20 }

  /// Resolves escapes; the output is never longer than the input.
  private static func unescape(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, lenient: Bool, failedAt: inout Int?,
    repaired: inout Bool
  ) -> Int {
    var read = 0
    var written = 0
    while read < input.count {
      guard input[read] == UInt8(ascii: "\\"), read + 1 < input.count else {
        let end = max(read + 1, nextBackslash(in: input, from: read))
        if let source = input.baseAddress, let target = output.baseAddress {
          (target + written).update(from: source + read, count: end - read)
        }
        written += end - read
        read = end
        continue
      }
      guard let escape = escape(at: read, in: input) ?? (lenient ? unknownEscape(at: read, in: input) : nil) else {
        failedAt = read
        return 0
      }
      repaired = repaired || escape.isRepaired
      written += put(escape.scalar, output, written)
      read += escape.width
    }
    return written
  }

  /// What an escape stands for, and how many bytes it takes.
  struct Escape {
    var scalar: UInt32
    var width: Int
    var isRepaired = false
  }

  /// Reads the escape whose backslash is at an index; `nil` if JSON does not know it.
  static func escape(at index: Int, in input: UnsafeBufferPointer<UInt8>) -> Escape? {
    guard index + 1 < input.count else { return nil }
    switch input[index + 1] {
    case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/"):
      return Escape(scalar: UInt32(byte), width: 2)
    case UInt8(ascii: "n"): return Escape(scalar: 0x0A, width: 2)
    case UInt8(ascii: "t"): return Escape(scalar: 0x09, width: 2)
    case UInt8(ascii: "r"): return Escape(scalar: 0x0D, width: 2)
    case UInt8(ascii: "b"): return Escape(scalar: 0x08, width: 2)
    case UInt8(ascii: "f"): return Escape(scalar: 0x0C, width: 2)
    case UInt8(ascii: "u"):
      guard let unit = hex(input, index + 2) else { return nil }
      if unit & 0xFC00 == 0xD800, index + 7 < input.count, input[index + 6] == UInt8(ascii: "\\"),
        input[index + 7] == UInt8(ascii: "u"), let low = hex(input, index + 8), low & 0xFC00 == 0xDC00
      {
        return Escape(scalar: 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), width: 12)
      }
      // A lone surrogate is no character (RFC 8259, section 8.2 leaves the case open).
      return Escape(scalar: unit & 0xF800 == 0xD800 ? 0xFFFD : unit, width: 6)
    default: return nil
    }
  }

  /// The character after the backslash for itself; a backslash before what is not ASCII stands for itself.
  private static func unknownEscape(at index: Int, in input: UnsafeBufferPointer<UInt8>) -> Escape {
    let byte = input[index + 1]
    return byte & 0x80 == 0
      ? Escape(scalar: UInt32(byte), width: 2, isRepaired: true)
      : Escape(scalar: UInt32(UInt8(ascii: "\\")), width: 1, isRepaired: true)
  }

  /// Writes a character in UTF-8 and returns how many bytes it takes: never more than its escape.
  @inline(__always)
  static func put(_ scalar: UInt32, _ output: UnsafeMutableBufferPointer<UInt8>, _ index: Int) -> Int {
    switch scalar {
    case ..<0x80:
      output[index] = UInt8(truncatingIfNeeded: scalar)
      return 1
    case ..<0x800:
      output[index] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      output[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    case ..<0x10000:
      output[index] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      output[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      output[index + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    default:
      output[index] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      output[index + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      output[index + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      output[index + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 4
    }
  }

  /// Where the next backslash is, or the end; eight bytes at a time, as in ``specials(_:)``.
  private static func nextBackslash(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(input)
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ (ones &* 0x5C)
      let hits = (word &- ones) & ~word & (ones &* 0x80)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] != 0x5C { index += 1 }
    return index
  }

  private static func hex(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= input.count else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      let digit: UInt8
      switch input[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = input[index] - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = input[index] - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = input[index] - 0x37
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
