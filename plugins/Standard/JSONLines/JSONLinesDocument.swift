import Copydesk

/// One line of JSON Lines as a document.
enum JSONLinesDocument {
  static func read(_ bytes: [UInt8], file: String, line: Int) throws(JSONLinesError) -> Document {
    let read: JSONDocumentLine
    do {
      read = try JSONDocumentLine.parse(bytes[...], contents: ["html", "text"])
    } catch {
      throw JSONLinesError(line: line, .syntax("\(error)"))
    }
    do {
      return try document(of: read, file: file, line: line)
    } catch let mismatch as JSONMismatch {
      throw JSONLinesError(line: line, .mismatch(mismatch))
    } catch let error as JSONLinesError {
      throw error
    } catch {
      throw JSONLinesError(line: line, .syntax("\(error)"))
    }
  }

  private static func document(of read: JSONDocumentLine, file: String, line: Int) throws -> Document {
    let json = JSONCursor(read.value)
    func content(_ key: String) throws -> [UInt8]? {
      if let bytes = read.contents[key] { return bytes }
      if let other = try json.optional(key) { throw other.mismatch(.string) }
      return nil
    }
    let html = try content("html")
    let text = try content("text")
    if html == nil, text == nil,
      try json.optional("content") != nil || json.optional("contentBase64") != nil
    {
      // A line of a dead letter: the same document again, as it first came.
      var document = try Document(json: json)
      document.failure = nil
      document.record = nil
      return document
    }
    var document = Document(id: try id(json, file: file, line: line), origin: Origin(path: file))
    document.origin.url = try json.optional("url")?.string()
    switch (html, text) {
    case (let html?, nil):
      document.content = html
      // The text of a JSON string is UTF-8, whatever the page says about itself.
      document.mediaType = "text/html; charset=utf-8"
    case (nil, let text?):
      document.content = text
      document.mediaType = "text/plain; charset=utf-8"
    case (nil, nil): throw JSONLinesError(line: line, .noContent)
    case (.some, .some): throw JSONLinesError(line: line, .twoContents)
    }
    for (key, member) in try json.members() where !["id", "url", "html", "text", "metadata"].contains(key) {
      document.metadata[key] = member.value
    }
    for (key, member) in try json.optional("metadata")?.members() ?? [] { document.metadata[key] = member.value }
    return document
  }

  private static func id(_ json: JSONCursor, file: String, line: Int) throws -> String {
    guard let id = try json.optional("id") else { return "\(file):\(line)" }
    if let number = id.value.intValue { return String(number) }
    return try id.string()
  }

  /// A line that could not be read, for the dead letter.
  static func rejected(_ bytes: [UInt8], file: String, line: Int) -> Document {
    Document(id: "\(file):\(line)", origin: Origin(path: file), mediaType: "application/json", content: bytes)
  }
}

/// A line of JSON Lines that is no document.
struct JSONLinesError: DocumentError, Hashable {
  enum Reason: Hashable {
    case syntax(String)
    case mismatch(JSONMismatch)
    case noContent
    case twoContents
    case tooLong(limit: Int)
  }

  var line: Int
  var reason: Reason

  init(line: Int, _ reason: Reason) {
    self.line = line
    self.reason = reason
  }

  var code: String {
    switch reason {
    case .syntax: "bad-json"
    case .mismatch, .noContent, .twoContents: "bad-line"
    case .tooLong: "too-long"
    }
  }

  var message: String {
    switch reason {
    case .syntax(let problem): "line \(line): \(problem)"
    case .mismatch(let mismatch): "line \(line): \(mismatch)"
    case .noContent: "line \(line): neither 'html' nor 'text'"
    case .twoContents: "line \(line): both 'html' and 'text'"
    case .tooLong(let limit): "line \(line): longer than \(limit) bytes"
    }
  }
}
