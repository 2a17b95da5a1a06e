/// A character reference found in the page.
struct Reference {
  /// The bytes after the ampersand.
  var length: Int
  var first: UInt32
  /// The second code point, or 0.
  var second: UInt32
}

extension TokenStore {
  mutating func decode(_ reference: Reference) {
    decode(reference.first)
    if reference.second != 0 { decode(reference.second) }
  }
}

extension Tokenizer where Sink: ~Copyable {
  /// The reference whose ampersand stands just before `start`, or `nil` if the ampersand is only itself.
  @inline(__always)
  func reference(after start: Int, limit: Int, inAttribute: Bool) -> Reference? {
    guard start < limit else { return nil }
    let byte = base[start]
    if byte == 0x23 { return numericReference(after: start + 1, limit: limit) }
    guard ByteClass.isLetter(byte) else { return nil }
    return namedReference(at: start, limit: limit, inAttribute: inAttribute)
  }

  @inline(never)
  private func namedReference(at start: Int, limit: Int, inAttribute: Bool) -> Reference? {
    guard let match = references.match(base + start, limit - start) else { return nil }
    if inAttribute, !match.endsWithSemicolon, start + match.length < limit {
      // For historical reasons `?a=1&copy=2` is left alone in attributes.
      let next = base[start + match.length]
      if next == 0x3D || CharacterReferences.isNameByte(next) { return nil }
    }
    return Reference(length: match.length, first: match.first, second: match.second)
  }

  @inline(never)
  private func numericReference(after start: Int, limit: Int) -> Reference? {
    var i = start
    var value: UInt32 = 0
    let isHex = i < limit && base[i] | 0x20 == 0x78
    if isHex { i += 1 }
    let digits = i
    while i < limit, classes[Int(base[i])] & (isHex ? ByteClass.hexDigit : .digit).rawValue != 0 {
      let byte = base[i]
      let digit = UInt32(byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
      // Past the last code point all values mean the same.
      if value <= 0x10FFFF { value = value * (isHex ? 16 : 10) + digit }
      i += 1
    }
    guard i > digits else { return nil }
    if i < limit, base[i] == 0x3B { i += 1 }
    return Reference(length: i - start + 1, first: CharacterReferences.numeric(value), second: 0)
  }
}
