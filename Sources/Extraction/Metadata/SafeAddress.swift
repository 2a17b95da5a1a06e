/// Which addresses may go into an article: web, mail and telephone addresses, and relative ones.
enum SafeAddress {
  /// Whether an address leads somewhere and runs nothing: no scheme, or one of a few known ones.
  ///
  /// Browsers ignore control characters and white space in a scheme (WHATWG URL, "basic URL parser", steps 1 and 3), so they are ignored
  /// here as well: `java\tscript:` is no way around.
  static func isSafe(_ address: String) -> Bool { isSafe(address.utf8) }

  /// The same for the bytes of an address.
  static func isSafe(_ address: some Sequence<UInt8>) -> Bool {
    // No known scheme is longer than eight letters; what is, is not one of them.
    var scheme: UInt64 = 0
    var length = 0
    for byte in address {
      if byte <= 0x20 { continue }
      switch byte {
      case UInt8(ascii: ":"): return length <= 8 && schemes.contains(scheme)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "."): return true
      default:
        scheme = scheme << 8 | UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        length += 1
      }
    }
    return true
  }

  private static let schemes = ["http", "https", "mailto", "tel"].map { $0.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
}
