/// The media types of the file names that documents come in.
enum MediaTypes {
  /// - Returns: the type by the name's extension; `nil` where that says nothing, and the bytes have to.
  static func type(ofFile path: String) -> String? {
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm", "shtml": return "text/html"
    case "xhtml", "xht": return "application/xhtml+xml"
    case "txt", "text": return "text/plain"
    default: return nil
    }
  }
}
