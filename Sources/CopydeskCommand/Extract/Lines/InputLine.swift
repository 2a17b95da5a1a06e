import Copydesk

/// One line of `extract --jsonl`, read.
struct InputLine: Sendable {
  /// A string or a number, given back as it came.
  var id: JSONValue
  var document: Document

  /// What is wrong with a line; ``id`` is there where it could be read.
  struct Problem: Error, Equatable {
    enum Kind: Equatable {
      case notJSON(String)
      case notObject
      case noID
      case noContent
      case bothContents
      case wrongType(key: String)
      case overlong(limit: Int)
    }

    var kind: Kind
    var id = JSONValue.null
  }

  /// - Throws: ``Problem``.
  init(_ line: ArraySlice<UInt8>) throws {
    let read: JSONDocumentLine
    do {
      read = try JSONDocumentLine.parse(line, contents: ["html", "text"])
    } catch {
      throw Problem(kind: .notJSON("column \(error.column): \(error.message)"))
    }
    guard case .object(let object) = read.value else { throw Problem(kind: .notObject) }
    guard let id = object["id"], let text = Self.text(of: id) else { throw Problem(kind: .noID) }
    func string(_ key: String) throws -> String? {
      switch object[key] {
      case nil, .null?: return nil
      case .string(let text)?: return text
      default: throw Problem(kind: .wrongType(key: key), id: id)
      }
    }
    let url = try string("url")
    func bytes(_ key: String) throws -> [UInt8]? {
      if let bytes = read.contents[key] { return bytes }
      guard try string(key) == nil else { throw Problem(kind: .wrongType(key: key), id: id) }
      return nil
    }
    let content: [UInt8]
    let mediaType: String
    switch (try bytes("html"), try bytes("text")) {
    // The text of a JSON string is UTF-8, whatever the page says of itself.
    case (let html?, nil): (content, mediaType) = (html, "text/html; charset=utf-8")
    case (nil, let plain?): (content, mediaType) = (plain, "text/plain; charset=utf-8")
    case (nil, nil): throw Problem(kind: .noContent, id: id)
    case (_?, _?): throw Problem(kind: .bothContents, id: id)
    }
    self.id = id
    document = Document(
      id: text, origin: Origin(url: url, source: "jsonl"), mediaType: mediaType, content: content)
  }

  private static func text(of id: JSONValue) -> String? {
    switch id {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }
}

extension InputLine.Problem {
  /// A stable name for programs.
  var code: String {
    switch kind {
    case .notJSON: "invalid-json"
    case .overlong: "too-large"
    default: "invalid-input"
    }
  }

  var message: String {
    switch kind {
    case .notJSON(let reason): "the line is not JSON: \(reason)"
    case .notObject: "the line is no JSON object"
    case .noID: "'id' must be a string or a whole number"
    case .noContent: "there is neither 'html' nor 'text'"
    case .bothContents: "there are both 'html' and 'text'; one is needed"
    case .wrongType(let key): "'\(key)' must be a string"
    case .overlong(let limit): "the line is longer than \(limit) bytes"
    }
  }
}
