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
  ///
  /// The word tests are the well-known ones for "has a zero byte" and "has a byte less than n" (H. S. Warren, Hacker's Delight,
  /// 2nd ed., section 6-1); a false positive only costs a look at those eight.
  @inline(__always)
  private func firstSpecial(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    let raw = UnsafeRawBufferPointer(base)
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let backslashes = word ^ (ones &* 0x5C)
      let controls = word &- (ones &* 0x20)
      let hits = ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes) | (controls & ~word)
      if hits & highs != 0 {
        for candidate in index..<index + 8 where isSpecial(raw[candidate]) { return candidate }
      }
      index += 8
    }
    while index < raw.count, !isSpecial(raw[index]) { index += 1 }
    return index
  }

  @inline(__always)
  private func isSpecial(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x5C || byte < 0x20 }

  /// Resolves escapes; the output is never longer than the input.
  private static func unescape(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>, lenient: Bool, failedAt: inout Int?,
    repaired: inout Bool
  ) -> Int {
    var read = 0
    var written = 0
    func put(_ scalar: UInt32) {
      switch scalar {
      case ..<0x80:
        output[written] = UInt8(scalar)
        written += 1
      case ..<0x800:
        output[written] = UInt8(0xC0 | scalar >> 6)
        output[written + 1] = UInt8(0x80 | scalar & 0x3F)
        written += 2
      case ..<0x10000:
        output[written] = UInt8(0xE0 | scalar >> 12)
        output[written + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
        output[written + 2] = UInt8(0x80 | scalar & 0x3F)
        written += 3
      default:
        output[written] = UInt8(0xF0 | scalar >> 18)
        output[written + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
        output[written + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
        output[written + 3] = UInt8(0x80 | scalar & 0x3F)
        written += 4
      }
    }
    while read < input.count {
      let byte = input[read]
      guard byte == UInt8(ascii: "\\"), read + 1 < input.count else {
        let end = max(read + 1, nextBackslash(in: input, from: read))
        if let source = input.baseAddress, let target = output.baseAddress {
          (target + written).update(from: source + read, count: end - read)
        }
        written += end - read
        read = end
        continue
      }
      let escape = input[read + 1]
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): put(UInt32(escape))
      case UInt8(ascii: "n"): put(0x0A)
      case UInt8(ascii: "t"): put(0x09)
      case UInt8(ascii: "r"): put(0x0D)
      case UInt8(ascii: "b"): put(0x08)
      case UInt8(ascii: "f"): put(0x0C)
      case UInt8(ascii: "u"):
        guard let unit = hex(input, read + 2) else {
          guard lenient else {
            failedAt = failedAt ?? read
            return 0
          }
          repaired = true
          put(UInt32(escape))
          break
        }
        read += 4
        if unit & 0xFC00 == 0xD800, read + 3 < input.count, input[read + 2] == UInt8(ascii: "\\"),
          input[read + 3] == UInt8(ascii: "u"), let low = hex(input, read + 4), low & 0xFC00 == 0xDC00
        {
          put(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
          read += 6
        } else {
          // A lone surrogate is no character (RFC 8259, section 8.2 leaves the case open).
          put(unit & 0xF800 == 0xD800 ? 0xFFFD : unit)
        }
      default:
        guard lenient else {
          failedAt = failedAt ?? read
          return 0
        }
        repaired = true
        put(UInt32(escape & 0x80 == 0 ? escape : UInt8(ascii: "\\")))
        if escape & 0x80 != 0 { read -= 1 }
      }
      read += 2
    }
    return written
  }

  /// Where the next backslash is, or the end; eight bytes at a time, as in ``firstSpecial(from:)``.
  private static func nextBackslash(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let raw = UnsafeRawBufferPointer(input)
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ (ones &* 0x5C)
      let hits = (word &- ones) & ~word & (ones &* 0x80)
      // The lowest hit is exact, as borrows only run upwards.
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
