/// Tells class names that style-sheet build tools make up (`css-1a2b3c`, `sc-bdVaJa`, `Story_body__3xYz1`) from those people gave.
enum BuildHash {
  /// The made-up class names and ids of a selector, each with its offset in bytes.
  static func names(inSelector selector: String) -> [(name: String, offset: Int)] {
    let bytes = Array(selector.utf8)
    var found: [(String, Int)] = []
    var at = 0
    var quote: UInt8?
    while at < bytes.count {
      let byte = bytes[at]
      if let open = quote {
        if byte == open { quote = nil }
        at += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        at += 1
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") {
        let start = at + 1
        at = start
        while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
        let name = String(decoding: bytes[start..<at], as: UTF8.self)
        if looksMadeUp(name) { found.append((name, start)) }
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether the last part of a name is a hash: letters and digits in turns, or capitals in the middle of a short styled-components name.
  static func looksMadeUp(_ name: String) -> Bool {
    let parts = name.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let last = parts.last, (5...16).contains(last.utf8.count) else { return false }
    let kinds = last.utf8.map(kind)
    let digits = kinds.count { $0 == .digit }
    if digits == kinds.count { return parts.first == "jsx" }
    let turns = zip(kinds, kinds.dropFirst()).count { ($0 == .digit) != ($1 == .digit) }
    if digits > 0, turns >= 2 { return true }
    let capitals = zip(kinds, kinds.dropFirst()).count { $0 == .small && $1 == .capital }
    if digits > 0, capitals > 0 { return true }
    return parts.first == "sc" && capitals > 0
  }

  private enum Kind { case small, capital, digit }

  private static func kind(_ byte: UInt8) -> Kind {
    if byte >= 0x30 && byte <= 0x39 { return .digit }
    return byte >= 0x41 && byte <= 0x5A ? .capital : .small
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80 || kind(byte) != .small
      || (byte >= 0x61 && byte <= 0x7A)
  }
}
