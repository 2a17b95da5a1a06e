/// The host in an address.
public enum Host {
  /// The host of an absolute web address, in lower case, without port, credentials and `www.`-stripping; `nil` where there is none.
  ///
  /// After RFC 3986, section 3.2; a browser's view of back slashes (WHATWG URL) is taken over, so that `https://a.test\@b.test` is not
  /// taken for b.test.
  public static func of(url: String) -> String? {
    var rest = Substring(url.trimmed)
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else {
      guard let colon = rest.utf8.prefix(12).firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let scheme = rest[..<colon].lowercased()
      guard scheme == "http" || scheme == "https", rest[rest.index(after: colon)...].hasPrefix("//") else { return nil }
      rest = rest[rest.index(colon, offsetBy: 3)...]
    }
    var authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != "\\" }
    if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
    if authority.hasPrefix("[") { return nil }
    if let port = authority.firstIndex(of: ":") { authority = authority[..<port] }
    var host = authority.lowercased()
    while host.hasSuffix(".") { host.removeLast() }
    return DomainName.isDomain(ArraySlice(host.utf8)) ? host : nil
  }
}
