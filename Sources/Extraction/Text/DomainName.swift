/// What a host name looks like in running text.
enum DomainName {
  /// Whether folded bytes are a host name with a dot: `antiwar.com`.
  static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.withUnsafeBufferPointer(isDomain) }

  static func isDomain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (4...253).contains(bytes.count), bytes.first != 0x2E, bytes.last != 0x2E else { return false }
    guard let dot = bytes.lastIndex(of: 0x2E) else { return false }
    let top = bytes[(dot + 1)...]
    guard (2...24).contains(top.count), top.allSatisfy({ $0 < 0x80 }), top.contains(where: isLetter) else { return false }
    var length = 0
    for byte in bytes {
      if byte == 0x2E {
        guard length > 0 else { return false }
        length = 0
      } else {
        length += 1
        guard length <= 63, isLetter(byte) || byte &- 0x30 < 10 || byte == 0x2D || byte >= 0x80 else { return false }
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
