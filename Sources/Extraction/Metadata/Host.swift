/// The host in an address.
public enum Host {
  /// The host of an absolute web address, in lower case, without port, credentials and `www.`-stripping; `nil` where there is none.
  ///
  /// After RFC 3986, section 3.2; a browser's view of back slashes (WHATWG URL) is taken over, so that `https://a.test\@b.test` is not
  /// taken for b.test.
  public static func of(url: String) -> String? {
    var rest = Array(url.trimmed.utf8)[...]
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
    } else {
      guard let colon = rest.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let scheme = rest[..<colon].map { $0 | 0x20 }
      guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8),
        rest[(colon + 1)...].starts(with: "//".utf8)
      else { return nil }
      rest = rest[(colon + 3)...]
    }
    var authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) { authority = authority[(at + 1)...] }
    if authority.first == UInt8(ascii: "[") { return nil }
    if let port = authority.firstIndex(of: UInt8(ascii: ":")) { authority = authority[..<port] }
    var host = String(decoding: authority, as: UTF8.self).lowercased()
    while host.utf8.last == UInt8(ascii: ".") { host.removeLast() }
    return DomainName.isDomain(ArraySlice(host.utf8)) ? host : nil
  }
}
