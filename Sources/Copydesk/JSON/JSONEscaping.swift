/// The escapes of JSON strings (RFC 8259 §7).
enum JSONEscaping {
  /// Appends a string's UTF-8 with what must be escaped escaped.
  ///
  /// Most bytes of an article need no escape, so eight at a time are looked at and runs are copied whole.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let base = text.baseAddress else { return }
    var copied = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        let suspects = suspicious(word)
        if suspects == 0 {
          index += 8
          continue
        }
        index += suspects.trailingZeroBitCount / 8
      }
      guard isSuspicious(at: index, in: text) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
      index += appendEscape(at: index, in: text, to: &bytes)
      copied = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  /// Whether nothing in a short text can need an escape.
  static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(text)
    guard text.count >= 8 else { return !text.indices.contains { isSuspicious(at: $0, in: text) } }
    var index = 0
    while index + 8 < text.count {
      if suspicious(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) != 0 { return false }
      index += 8
    }
    // The last eight overlap those before.
    return suspicious(raw.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)) == 0
  }

  /// Sets the top bit of bytes that may need an escape: below 0x20, `"`, `\`, and 0xE2, with which U+2028 begins. The lowest bit
  /// set is exact; higher ones may be false alarms, because the subtraction borrows
  /// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord).
  private static func suspicious(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    let controls = (word &- ones &* 0x20) & ~word & tops
    return controls | zeroBytes(word ^ (ones &* 0x22)) | zeroBytes(word ^ (ones &* 0x5C)) | zeroBytes(word ^ (ones &* 0xE2))
  }

  /// Whether an escape is needed. Typographic quotes and dashes begin like U+2028, and are far more common.
  @inline(__always)
  private static func isSuspicious(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let byte = text[index]
    return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0xE2 && isLineSeparator(at: index, in: text)
  }

  /// Whether U+2028 or U+2029 stands here, where their first byte does.
  private static func isLineSeparator(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
  }

  /// - Returns: How many bytes of the text the escape stands for.
  private static func appendEscape(at index: Int, in text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Int {
    bytes.append(UInt8(ascii: "\\"))
    switch text[index] {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case let control where control < 0x20:
      let digits = String(control, radix: 16)
      bytes.append(contentsOf: ("u00" + (digits.utf8.count < 2 ? "0" : "") + digits).utf8)
    case 0xE2:
      bytes.append(contentsOf: (text[index + 2] == 0xA8 ? "u2028" : "u2029").utf8)
      return 3
    case let sign: bytes.append(sign)
    }
    return 1
  }
}
