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

  /// Reads the string that starts at the quote under ``position`` as bytes, looking at each once.
  fileprivate mutating func parseContent() throws(JSONSyntaxError) -> [UInt8] {
    let start = position + 1
    let input = base
    var read = start
    var fault: JSONSyntaxError.Reason?
    // A text is never longer than its escapes, so what is left of the input is room enough.
    let content = [UInt8](unsafeUninitializedCapacity: input.count - start) { output, written in
      while fault == nil {
        Self.copyText(input, &read, output, &written)
        guard read < input.count else {
          fault = .unexpectedEnd
          break
        }
        switch input[read] {
        case UInt8(ascii: "\""): return
        case UInt8(ascii: "\\"):
          guard let escape = Self.escape(at: read, in: input) else {
            fault = read + 1 < input.count ? .invalidEscape : .unexpectedEnd
            break
          }
          written += Self.put(escape.scalar, output, written)
          read += escape.width
        default: fault = .controlCharacterInString
        }
      }
    }
    if let fault { throw error(fault, at: fault == .unexpectedEnd ? input.count : read) }
    position = read + 1
    return content
  }

  /// Copies text and escapes of two bytes up to a quote, a control character or another escape.
  ///
  /// Eight bytes are written before it is known how many of them are plain: what follows writes over the others.
  @inline(__always)
  private static func copyText(
    _ input: UnsafeBufferPointer<UInt8>, _ read: inout Int, _ output: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int
  ) {
    let raw = UnsafeRawBufferPointer(input)
    let target = UnsafeMutableRawBufferPointer(output)
    var (from, to) = (read, written)
    shortEscapes.withUnsafeBufferPointer { shortEscapes in
      while from + 9 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: from, as: UInt64.self)
        target.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
        let hits = specials(word)
        if hits == 0 {
          from += 8
          to += 8
          continue
        }
        let plain = hits.trailingZeroBitCount / 8
        from += plain
        to += plain
        guard raw[from] == UInt8(ascii: "\\") else { break }
        let meant = shortEscapes[Int(raw[from + 1])]
        if meant == 0 { break }
        target[to] = meant
        from += 2
        to += 1
      }
      while from < raw.count, !isSpecial(raw[from]) {
        target[to] = raw[from]
        from += 1
        to += 1
      }
    }
    (read, written) = (from, to)
  }

  /// By the byte behind the backslash, the byte that an escape of two bytes stands for; 0 where there is none.
  private static let shortEscapes: [UInt8] = {
    var escapes = [UInt8](repeating: 0, count: 256)
    for (letter, meant) in zip("\"\\/bfnrt".utf8, "\"\\/\u{8}\u{C}\n\r\t".utf8) { escapes[Int(letter)] = meant }
    return escapes
  }()
}
