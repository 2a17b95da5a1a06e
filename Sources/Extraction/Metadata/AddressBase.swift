import Pages

/// What relative addresses of a page are relative to: its `base` element, else where the page was fetched from.
///
/// Resolution follows RFC 3986, section 5.2, with the WHATWG URL standard's leniency: control characters and white space around an address, and
/// line feeds and TABs within it, are no part of it.
struct AddressBase: Sendable {
  /// `https://news.example`; `nil` where nothing says where the page is from.
  private let origin: String?
  private let scheme: String
  /// From the first slash to the last, both included.
  private let folder: String
  /// From the first slash to the query.
  private let path: String
  /// From the question mark to the fragment.
  private let query: String

  init(pageURL: String? = nil, baseHref: String? = nil) {
    let page = Parts(pageURL)
    var parts = page
    if let href = baseHref, let page {
      parts = Parts(AddressBase(page).resolved(href)) ?? page
    } else if let href = baseHref {
      parts = Parts(href)
    }
    self.init(parts)
  }

  private init(_ parts: Parts?) {
    scheme = parts?.scheme ?? ""
    origin = parts.map { "\($0.scheme)://\($0.authority)" }
    let path = parts?.path ?? "/"
    self.path = path
    query = parts?.query ?? ""
    folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "/"
  }

  /// The absolute form of an address; the address as it is, cleaned of white space, where it is absolute or the page's own is unknown.
  func resolved(_ address: String) -> String {
    let address = Self.cleaned(address)
    guard let origin, !Self.hasScheme(address) else { return address }
    if address.hasPrefix("//") { return scheme + ":" + address }
    if address.hasPrefix("/") { return origin + Self.withoutDots(address) }
    if address.hasPrefix("?") { return origin + path + address }
    if address.isEmpty || address.hasPrefix("#") { return origin + path + query + address }
    return origin + Self.withoutDots(folder + address)
  }

  /// The absolute web address that an address in the page's metadata stands for; `nil` where it is none, or relative to nothing known.
  func webAddress(_ address: String) -> String? {
    guard !address.isEmpty, address.utf8.count <= 4000, SafeAddress.isSafe(address) else { return nil }
    let resolved = resolved(address)
    guard Host.stands(in: resolved) else { return nil }
    // Of an address without a scheme nothing is known but that it is the web's.
    return resolved.hasPrefix("//") ? "https:" + resolved : resolved
  }

  private static func cleaned(_ address: String) -> String {
    var address = address
    // The space before and after, and anything that is cut from within, is rare.
    guard address.withUTF8({ $0.contains { $0 <= 0x20 } }) else { return address }
    var bytes = Array(address.utf8.drop { $0 <= 0x20 })
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hasScheme(_ address: String) -> Bool {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: continue
      }
    }
    return false
  }

  /// Takes `.` and `..` out of a path (RFC 3986, section 5.2.4); the query stays as it is.
  private static func withoutDots(_ address: String) -> String {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    var previous: UInt8 = 0
    var hasDots = false
    for byte in address.utf8 {
      if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { hasDots = true }
      previous = byte
    }
    guard hasDots else { return address }
    var segments: [Substring] = []
    let all = address[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in all.enumerated() {
      switch segment {
      case "..":
        if !segments.isEmpty { segments.removeLast() }
        if index == all.count - 1 { segments.append("") }
      case ".":
        if index == all.count - 1 { segments.append("") }
      default: segments.append(segment)
      }
    }
    return "/" + segments.joined(separator: "/") + address[end...]
  }

  private struct Parts {
    var scheme: String
    var authority: String
    var path: String
    var query: String

    init?(_ url: String?) {
      guard let url = url.map(AddressBase.cleaned), let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      scheme = PlainText.lowercased(url[..<colon])
      guard scheme == "http" || scheme == "https", url.utf8[colon...].starts(with: "://".utf8) else { return nil }
      let rest = url.utf8[url.utf8.index(colon, offsetBy: 3)...]
      let slash =
        rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
      let question = rest[slash...].firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
      let fragment = rest[question...].firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
      guard slash > rest.startIndex else { return nil }
      authority = String(url[rest.startIndex..<slash])
      path = question > slash ? String(url[slash..<question]) : "/"
      query = String(url[question..<fragment])
    }
  }
}
