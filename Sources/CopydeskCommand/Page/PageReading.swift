import Copydesk
import Pages

/// Reads a page as the commands' options say.
enum PageReading {
  static func page(_ path: String, options: InputOptions) throws -> Page {
    let bytes = try InputFile.read(path)
    do {
      return try Page.parse(bytes, contentType: options.mediaType ?? mediaType(of: path))
    } catch {
      throw CommandError.extraction(path: shown(path), message: error.description)
    }
  }

  /// The tree of an HTML page.
  static func tree(_ path: String, options: InputOptions) throws -> Tree {
    guard let tree = try page(path, options: options).tree else { throw CommandError.noTree(path: shown(path)) }
    return tree
  }

  static func document(_ path: String, options: InputOptions) throws -> Document {
    let name = shown(path)
    return Document(
      id: options.url ?? name, origin: Origin(url: options.url, source: "extract", path: path == "-" ? nil : path),
      mediaType: options.mediaType ?? mediaType(of: path), content: try InputFile.read(path))
  }

  /// Runs `body`; what it throws is told with the input's name.
  static func explained<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch {
      throw CommandError.extraction(path: shown(path), message: String(describing: error))
    }
  }

  static func shown(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The media type that a file's name states; without one the bytes are looked at.
  private static func mediaType(of path: String) -> String? {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return "text/html" }
    return name.hasSuffix(".txt") ? "text/plain" : nil
  }
}
