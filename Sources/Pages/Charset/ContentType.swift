/// What an HTTP content type says.
enum ContentType {
  /// The media type without parameters, in lower case: `text/html`.
  static func essence(_ contentType: String) -> String {
    let type = contentType.utf8.prefix { $0 != 0x3B }.filter { !ASCII.isWhitespace($0) }
    return String(decoding: type.map(ASCII.lowercased), as: UTF8.self)
  }

  /// The `charset` parameter, unquoted.
  static func charset(_ contentType: String) -> String? {
    MetaPrescan.charset(fromContent: Array(contentType.utf8)[...])
  }
}
