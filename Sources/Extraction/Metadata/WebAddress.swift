/// Addresses made absolute, as RFC 3986, section 5.2, has it, with what browsers do about white space and back slashes left out.
enum WebAddress {
  /// The absolute web address that an address on a page stands for; `nil` where it is none, or relative to nothing known.
  static func resolve(_ address: String, against base: String?) -> String? {
    let address = address.trimmed
    guard !address.isEmpty, address.utf8.count <= 4000, SafeAddress.isSafe(address) else { return nil }
    if Host.of(url: address) != nil, !address.hasPrefix("//") { return address }
    if hasScheme(address) { return nil }
    guard let base, let parts = Parts(base) else {
      return address.hasPrefix("//") && Host.of(url: address) != nil ? "https:" + address : nil
    }
    if address.hasPrefix("//") { return Host.of(url: address) == nil ? nil : parts.scheme + ":" + address }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let rest = address.dropFirst(path.count)
    if path.isEmpty { return parts.origin + parts.path + (rest.hasPrefix("#") ? parts.query : "") + rest }
    let whole = path.hasPrefix("/") ? String(path) : parts.directory + path
    return parts.origin + withoutDots(whole) + rest
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return false }
    return address[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  private struct Parts {
    let scheme: String
    let origin: String
    let path: String
    let query: String

    init?(_ base: String) {
      guard Host.of(url: base) != nil, let slashes = base.firstRange(of: "://") else { return nil }
      scheme = String(base[..<slashes.lowerBound])
      let rest = base[slashes.upperBound...]
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
      origin = scheme + "://" + authority
      let path = rest.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" }
      self.path = path.isEmpty ? "/" : String(path)
      query = String(rest.dropFirst(authority.count + path.count).prefix { $0 != "#" })
    }

    /// The path up to its last slash.
    var directory: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/" }
  }

  /// Section 5.2.4: `.` and `..` taken out of a path.
  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.joined(separator: "/")
  }
}
