/// The host in an address.
public enum Host {
  /// The host of an absolute web address, in lower case, without port, credentials and `www.`-stripping; `nil` where there is none.
  ///
  /// After RFC 3986, section 3.2; a browser's view of back slashes (WHATWG URL) is taken over, so that `https://a.test\@b.test` is not
  /// taken for b.test.
  public static func of(url: String) -> String? {
    var url = url.trimmed
    return url.withUTF8 { url in
      guard let name = name(in: url) else { return nil }
      if isPlain(name) { return DomainName.isDomain(name) ? PlainText.lowercased(name) : nil }
      let host = String(decoding: name, as: UTF8.self).lowercased()
      return DomainName.isDomain(ArraySlice(host.utf8)) ? host : nil
    }
  }

  /// Whether an address has a host.
  static func stands(in url: String) -> Bool {
    var trimmed = url.trimmed
    let isPlainHost = trimmed.withUTF8 { url in
      name(in: url).map { isPlain($0) ? DomainName.isDomain($0) : nil } ?? false
    }
    return isPlainHost ?? (of(url: url) != nil)
  }

  private static func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool { name.allSatisfy { $0 < 0x80 } }

  /// The host's bytes as they stand in an address, be they a name or not.
  private static func name(in url: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard var start = authority(in: url) else { return nil }
    var end = url[start...].firstIndex(where: isEnd) ?? url.count
    if let at = url[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = at + 1 }
    guard start < end, url[start] != UInt8(ascii: "[") else { return nil }
    end = url[start..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
    while end > start, url[end - 1] == UInt8(ascii: ".") { end -= 1 }
    let name = UnsafeBufferPointer(rebasing: url[start..<end])
    // A name has at most 253 characters (RFC 1035, section 2.3.4), of four bytes each at most.
    return name.count <= 4 * 253 ? name : nil
  }

  /// Where the authority begins: behind two slashes at the front, or behind those that follow a web address's scheme.
  private static func authority(in url: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in schemes where url.count >= scheme.utf8CodeUnitCount {
      let stands = scheme.withUTF8Buffer { scheme in
        zip(url, scheme).allSatisfy { $0 == $1 || $1 &- 0x61 < 26 && $0 | 0x20 == $1 }
      }
      if stands { return scheme.utf8CodeUnitCount }
    }
    return nil
  }

  private static let schemes: [StaticString] = ["https://", "http://", "//"]

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\\")
  }
}
