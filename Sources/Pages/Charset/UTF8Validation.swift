/// Whether bytes are UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Validation {
  /// The offset of the first byte from `start` on that begins no valid sequence; `nil` if all is UTF-8.
  static func firstInvalid(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalid($0, from: start) }
  }

  /// Whether a text is surely UTF-8 though a few bytes of it are broken: a page cut by a byte limit, one quotation pasted from
  /// elsewhere. At least ten valid sequences of more than one byte for each invalid place.
  static func isMostlyValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let sample = UnsafeBufferPointer(rebasing: buffer.prefix(1 << 18))
      var invalid = 0
      var valid = 0
      var position = 0
      while position < sample.count {
        if sample[position] < 0x80 {
          position += 1
        } else if let length = sequenceLength(sample, at: position) {
          valid += 1
          position += length
        } else {
          invalid += 1
          position += 1
        }
      }
      return valid > 0 && invalid * 10 <= valid
    }
  }

  /// Whether valid UTF-8 has so many sequences of more than one byte that it is so by no accident. In a legacy charset two letters in a
  /// row may look like one; that all of several do, and nothing else is above 0x7F, does not happen in a text.
  static func isUnmistakable(_ validBytes: [UInt8]) -> Bool {
    var sequences = 0
    for byte in validBytes where byte >= 0xC2 {
      sequences += 1
      if sequences == 4 { return true }
    }
    return false
  }

  /// The offset of the first byte from `start` on that begins no valid sequence.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < bytes.count {
      i = endOfASCII(bytes, from: i)
      while i < bytes.count, bytes[i] >= 0x80 {
        guard let length = sequenceLength(bytes, at: i) else { return i }
        i += length
      }
    }
    return nil
  }

  /// The first byte above 0x7F from `start` on, or the end: four words at a time, then one.
  @inline(__always)
  static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let tops: UInt64 = 0x8080_8080_8080_8080
    func word(_ index: Int) -> UInt64 { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
    var i = start
    while i + 32 <= raw.count {
      if (word(i) | word(i + 8) | word(i + 16) | word(i + 24)) & tops != 0 { break }
      i += 32
    }
    while i + 8 <= raw.count {
      let high = word(i) & tops
      if high != 0 { return i + high.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < raw.count, raw[i] < 0x80 { i += 1 }
    return i
  }

  /// The length of the valid sequence that begins at a byte of 0x80 or above, or `nil`.
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int? {
    let left = bytes.count - i
    let lead = bytes[i]
    if lead < 0xC2 { return nil }
    if lead < 0xE0 {
      return left >= 2 && bytes[i + 1] & 0xC0 == 0x80 ? 2 : nil
    }
    if lead < 0xF0 {
      guard left >= 3, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 else { return nil }
      if lead == 0xE0, bytes[i + 1] < 0xA0 { return nil }
      if lead == 0xED, bytes[i + 1] >= 0xA0 { return nil }
      return 3
    }
    guard lead < 0xF5, left >= 4, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80, bytes[i + 3] & 0xC0 == 0x80 else {
      return nil
    }
    if lead == 0xF0, bytes[i + 1] < 0x90 { return nil }
    if lead == 0xF4, bytes[i + 1] >= 0x90 { return nil }
    return 4
  }
}

/// Replaces what is not UTF-8 by U+FFFD.
enum UTF8Repair {
  /// - Parameter firstInvalid: What ``UTF8Validation`` says of the bytes from `start` on.
  static func repaired(
    _ bytes: [UInt8], from start: Int, firstInvalid: Int?, verdict: CharsetVerdict
  ) -> CharsetDecoder.Decoded {
    bytes.withUnsafeBufferPointer { buffer in
      guard var bad = firstInvalid else {
        let utf8 = start == 0 ? bytes : Array(buffer[start...])
        return CharsetDecoder.Decoded(utf8: utf8, charset: verdict, replaced: 0, notes: [])
      }
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count + 64)
      var position = start
      var replaced = 0
      while true {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[position..<bad]))
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
        position = bad + maximalSubpart(buffer, at: bad)
        guard let next = UTF8Validation.firstInvalid(buffer, from: position) else { break }
        bad = next
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[position...]))
      return CharsetDecoder.Decoded(utf8: out, charset: verdict, replaced: replaced, notes: [])
    }
  }

  /// How many bytes one U+FFFD stands for: the longest start of a valid sequence, as the Encoding Standard's decoder does.
  private static func maximalSubpart(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = bytes[i]
    let (needed, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (needed, low, high) = (1, 0x80, 0xBF)
    case 0xE0: (needed, low, high) = (2, 0xA0, 0xBF)
    case 0xED: (needed, low, high) = (2, 0x80, 0x9F)
    case 0xE1...0xEF: (needed, low, high) = (2, 0x80, 0xBF)
    case 0xF0: (needed, low, high) = (3, 0x90, 0xBF)
    case 0xF4: (needed, low, high) = (3, 0x80, 0x8F)
    case 0xF1...0xF3: (needed, low, high) = (3, 0x80, 0xBF)
    default: return 1
    }
    var length = 1
    while length <= needed, i + length < bytes.count {
      let byte = bytes[i + length]
      let isFirst = length == 1
      guard byte >= (isFirst ? low : 0x80), byte <= (isFirst ? high : 0xBF) else { break }
      length += 1
    }
    return min(length, needed)
  }
}
