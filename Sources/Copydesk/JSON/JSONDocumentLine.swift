/// A line of JSON Lines that carries a document: a few members, and one that is a whole page, which is read straight into bytes.
///
/// A page as a `String` would be checked and copied, only for its bytes to be taken out and checked again where the page is read.
public struct JSONDocumentLine: Sendable {
  /// The line without the texts in ``contents``.
  public private(set) var value: JSONValue
  /// The texts of the members asked for, escapes resolved. What was no UTF-8 in the input is none here.
  public private(set) var contents: [String: [UInt8]] = [:]

  /// Reads a line.
  /// - Parameters:
  ///   - bytes: JSON, as for ``JSONValue/parse(_:mode:)-(Collection<UInt8>,_)``.
  ///   - keys: The members whose texts are wanted as bytes. One that is no string stays in ``value``; of several of one name the
  ///     first counts, as ever.
  /// - Throws: ``JSONSyntaxError`` when the bytes are not JSON, or nested too deep.
  public static func parse(_ bytes: ArraySlice<UInt8>, contents keys: [String]) throws(JSONSyntaxError) -> JSONDocumentLine {
    try bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONSyntaxError) in try JSONDocumentLine(buffer, keys) }
    }.get()
  }

  private init(_ buffer: UnsafeBufferPointer<UInt8>, _ keys: [String]) throws(JSONSyntaxError) {
    var parser = JSONParser(buffer)
    parser.skipByteOrderMark()
    parser.skipSpace()
    if parser.consume("{") {
      value = .null
      value = .object(try members(&parser, keys))
      try parser.expectEnd()
    } else {
      value = try parser.parseDocument()
    }
  }

  private mutating func members(_ parser: inout JSONParser, _ keys: [String]) throws(JSONSyntaxError) -> JSONObject {
    var members = JSONObject()
    parser.depth += 1
    defer { parser.depth -= 1 }
    parser.skipSpace()
    if parser.consume("}") { return members }
    repeat {
      parser.skipSpace()
      let key = try parser.parseKey()
      parser.skipSpace()
      if parser.isAtString, keys.contains(key), contents[key] == nil, members[key] == nil {
        contents[key] = try parser.parseContent()
      } else {
        members.members.append(JSONObject.Member(key: key, value: try parser.parseValue()))
      }
      parser.skipSpace()
    } while parser.consume(",")
    guard parser.consume("}") else { throw parser.unexpected() }
    return members
  }
}

extension JSONParser {
  var isAtString: Bool { position < base.count && base[position] == UInt8(ascii: "\"") }

  /// Reads a member's name and the colon after it.
  fileprivate mutating func parseKey() throws(JSONSyntaxError) -> String {
    guard isAtString else { throw unexpected() }
    let key = try parseString()
    skipSpace()
    guard consume(":") else { throw unexpected() }
    return key
  }
}
