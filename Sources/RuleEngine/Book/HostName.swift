/// A host in the one form that rules and addresses are compared in: lower case, international names in their ASCII form, no final dot.
struct HostName: Sendable, Hashable {
  let text: String

  enum Fault: Error {
    case empty, hasScheme, hasPath, hasPort, isAddress, badLabel(String), singleLabel

    var why: String {
      switch self {
      case .empty: "it is empty"
      case .hasScheme: "leave out the scheme"
      case .hasPath: "leave out the path"
      case .hasPort: "leave out the port"
      case .isAddress: "it is a network address"
      case .badLabel(let label): label.isEmpty ? "there is nothing between two dots" : "'\(label)' cannot be part of a name"
      case .singleLabel: "it has no dot"
      }
    }
  }

  /// Reads a host as a rule states it.
  init(rule text: String) throws(Fault) {
    guard !text.isEmpty else { throw .empty }
    guard !text.contains("://") else { throw .hasScheme }
    guard !text.contains("/") else { throw .hasPath }
    guard !text.contains(":") else { throw .hasPort }
    try self.init(name: text)
    guard self.text.contains(".") else { throw .singleLabel }
  }

  /// The host of an address: `https://user@News.Example.TEST:8080/path` is at `news.example.test`. `nil` where there is none.
  init?(url: String) {
    let bytes = Array(url.utf8.prefix(8192))
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: Array("://".utf8)) else { return nil }
    let rest = bytes[(colon + 3)...]
    let end = rest.firstIndex { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
    }
    var authority = rest[..<(end ?? rest.endIndex)]
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    guard authority.first != UInt8(ascii: "[") else { return nil }
    if let port = authority.firstIndex(of: UInt8(ascii: ":")) { authority = authority[..<port] }
    guard let name = try? HostName(name: String(decoding: authority, as: UTF8.self)) else { return nil }
    self = name
  }

  private init(name: String) throws(Fault) {
    var name = name.lowercased()
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      // The ideographic full stops that browsers take for dots (UTS #46).
      name = String(name.map { "\u{3002}\u{FF0E}\u{FF61}".contains($0) ? "." : $0 })
    }
    if name.hasSuffix(".") { name.removeLast() }
    guard !name.isEmpty, name.utf8.count <= 1000 else { throw .empty }
    if Self.isPlain(name.utf8) {
      text = name
      return
    }
    var labels: [String] = []
    for label in name.split(separator: ".", omittingEmptySubsequences: false) {
      labels.append(try Self.ascii(label))
    }
    let text = labels.joined(separator: ".")
    guard text.utf8.count <= 253 else { throw .badLabel(text) }
    if let last = labels.last, last.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { throw .isAddress }
    self.text = text
  }

  /// Whether a name is nothing but letters between single dots, as nearly all are, and so stands as it is.
  private static func isPlain(_ name: String.UTF8View) -> Bool {
    guard name.count <= 63 else { return false }
    var previous = UInt8(ascii: ".")
    for byte in name {
      guard byte &- 0x61 < 26 || byte == UInt8(ascii: ".") && previous != byte else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: ".")
  }

  private static func ascii(_ label: Substring) throws(Fault) -> String {
    guard !label.isEmpty else { throw .badLabel("") }
    if label.utf8.allSatisfy({ $0 < 0x80 }) {
      let isName = label.utf8.allSatisfy { byte in
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
      guard isName, label.utf8.count <= 63 else { throw .badLabel(String(label.prefix(63))) }
      return String(label)
    }
    let isName = label.unicodeScalars.allSatisfy { scalar in
      scalar == "-" || scalar == "\u{B7}" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .spacingMark
    }
    guard isName, let encoded = Punycode.encode(label) else { throw .badLabel(String(label.prefix(63))) }
    return encoded
  }

  /// The host, then each domain above it, nearest first: `a.b.example`, `b.example`, `example`.
  var selfAndParents: [Substring] {
    var names: [Substring] = []
    var rest = Substring(text)
    while true {
      names.append(rest)
      guard let dot = rest.firstIndex(of: ".") else { return names }
      rest = rest[rest.index(after: dot)...]
    }
  }
}
