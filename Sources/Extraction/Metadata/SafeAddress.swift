/// Which addresses may go into an article: web, mail and telephone addresses, and relative ones.
enum SafeAddress {
  /// Whether an address leads somewhere and runs nothing: no scheme, or one of a few known ones.
  ///
  /// Browsers ignore control characters and white space in a scheme (WHATWG URL, "basic URL parser", steps 1 and 3), so they are ignored
  /// here as well: `java\tscript:` is no way around.
  static func isSafe(_ address: String) -> Bool {
    var scheme = ""
    for byte in address.utf8 {
      if byte <= 0x20 { continue }
      switch byte {
      case UInt8(ascii: ":"): return ["http", "https", "mailto", "tel"].contains(scheme)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "."): return true
      default:
        // No known scheme is longer; what is, is not one of them.
        if scheme.utf8.count <= 12 { scheme.unicodeScalars.append(Unicode.Scalar(byte | (byte &- 0x41 < 26 ? 0x20 : 0))) }
      }
    }
    return true
  }
}
