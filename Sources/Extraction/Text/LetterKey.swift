/// A text's letters and digits, and what is beyond ASCII, in lower case: what stays when the same words are set otherwise.
///
/// The bytes are those that ``FoldedText`` has, but come one by one, so that a text can be held against another without a copy of it.
enum LetterKey {
  /// The whole key.
  static func of(_ text: ArraySlice<UInt8>) -> [UInt8] { text.withUnsafeBufferPointer { of($0) } }

  static func of(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    // No character has more than three times its bytes: what is no UTF-8 becomes U+FFFD.
    [UInt8](unsafeUninitializedCapacity: text.count * 3) { key, count in
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte < 0x80 {
          // Written even where it does not stay: the next is written over it.
          key[count] = lowercased(byte)
          count += isKept(byte) ? 1 : 0
          index += 1
        } else {
          _ = forEachByte(ofCharacterIn: text, at: &index) {
            key[count] = $0
            count += 1
            return true
          }
        }
      }
    }
  }

  /// Calls `take` with the bytes of the key until it has enough.
  /// - Returns: whether it has taken all.
  @inline(__always)
  static func forEachByte(of text: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Bool) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 {
        guard forEachByte(ofCharacterIn: text, at: &index, take) else { return false }
      } else {
        if isKept(byte), !take(lowercased(byte)) { return false }
        index += 1
      }
    }
    return true
  }

  /// Whether a text has a key.
  static func matches(_ text: UnsafeBufferPointer<UInt8>, _ key: [UInt8]) -> Bool {
    key.withUnsafeBufferPointer { end(of: text, in: $0, from: 0) == key.count }
  }

  /// Where a text's key ends in a longer one, if it stands there at `start`.
  static func end(of text: UnsafeBufferPointer<UInt8>, in key: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    let stands = forEachByte(of: text) { byte in
      guard end < key.count, key[end] == byte else { return false }
      end += 1
      return true
    }
    return stands ? end : nil
  }

  /// Calls `take` with the bytes that a character outside of ASCII leaves.
  private static func forEachByte(
    ofCharacterIn text: UnsafeBufferPointer<UInt8>, at index: inout Int, _ take: (UInt8) -> Bool
  ) -> Bool {
    guard case .scalar(let folded) = CharacterFolding.fold(UTF8Scalar.next(in: text, at: &index)) else { return true }
    var goesOn = true
    UTF8Scalar.encode(CharacterFolding.lowercase(folded)) { byte in
      if goesOn, byte >= 0x80 || isKept(byte) { goesOn = take(byte) }
    }
    return goesOn
  }

  @inline(__always)
  private static func isKept(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// A digit has the bit of small letters already.
  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte | 0x20 }
}
