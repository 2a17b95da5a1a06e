/// How far the aliases of a YAML text could expand at the most, told before it is parsed.
///
/// With `k` anchors and `a` aliases, the worst is a tower in which each anchored node holds `a / k` aliases of the one before:
/// `(a / k + 1) ^ k` nodes. Ten lines of ten aliases each make ten thousand million (the "billion laughs").
enum AliasBound {
  static let limit = 1_000_000

  static func isAcceptable(_ text: String) -> Bool {
    var anchors = 0
    var aliases = 0
    var previous = UInt8(ascii: "\n")
    var isPending: UInt8?
    for byte in text.utf8 {
      if let indicator = isPending, byte > 0x20 {
        if indicator == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
      }
      let isIndicator = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
      isPending = isIndicator && (previous <= 0x20 || "[]{},:?-".utf8.contains(previous)) ? byte : nil
      previous = byte
    }
    guard anchors > 0, aliases > 0 else { return true }
    let factor = Double(aliases) / Double(anchors) + 1
    var expansion = 1.0
    for _ in 0..<min(anchors, 64) {
      expansion *= factor
      if expansion > Double(limit) { return false }
    }
    return anchors <= 64
  }
}
