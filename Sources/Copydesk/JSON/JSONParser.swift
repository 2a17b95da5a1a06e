extension JSONValue {
  /// How much a parser forgives.
  public enum ParsingMode: Sendable, Hashable {
    /// RFC 8259 and nothing else.
    case strict
    /// What publishers put into their pages: see ``JSONParser/parseTolerantly(_:)-(UnsafeBufferPointer<UInt8>)``.
    case tolerant
  }

  /// Returns the value that the bytes spell, in UTF-8. Invalid UTF-8 in strings becomes U+FFFD.
  ///
  /// In tolerant mode several values one after another are returned as one array.
  /// - Throws: when the bytes are not JSON, or nested too deep.
  public static func parse(_ bytes: some Collection<UInt8>, mode: ParsingMode = .strict) throws(JSONSyntaxError) -> JSONValue {
    let result = bytes.withContiguousStorageIfAvailable { Self.result(of: $0, mode: mode) }
    if let result { return try result.get() }
    return try Array(bytes).withUnsafeBufferPointer { Self.result(of: $0, mode: mode) }.get()
  }

  /// Returns the value that the text spells. See ``parse(_:mode:)-(Collection<UInt8>,_)``.
  public static func parse(_ text: String, mode: ParsingMode = .strict) throws(JSONSyntaxError) -> JSONValue {
    var text = text
    return try text.withUTF8 { Self.result(of: $0, mode: mode) }.get()
  }

  private static func result(of buffer: UnsafeBufferPointer<UInt8>, mode: ParsingMode) -> Result<JSONValue, JSONSyntaxError> {
    do throws(JSONSyntaxError) {
      var parser = JSONParser(buffer)
      switch mode {
      case .strict: return .success(try parser.parseDocument())
      case .tolerant:
        let outcome = JSONParser.parseTolerantly(buffer)
        if outcome.values.count == 1 { return .success(outcome.values[0]) }
        if outcome.values.isEmpty { return .success(try parser.parseDocument()) }
        return .success(.array(outcome.values))
      }
    } catch {
      return .failure(error)
    }
  }
}

/// A JSON parser over bytes: bounded in depth, without a copy of the input, one allocation per string.
public struct JSONParser: ~Copyable {
  /// Arrays and objects nested deeper than this are refused, so that recursion is bounded.
  public static let maximumDepth = 192

  let base: UnsafeBufferPointer<UInt8>
  var position = 0
  var depth = 0
  let tolerance: JSONTolerance
  var repairs: JSONRepairs = []

  init(_ buffer: UnsafeBufferPointer<UInt8>, tolerance: JSONTolerance = []) {
    base = buffer
    self.tolerance = tolerance
  }

  mutating func parseDocument() throws(JSONSyntaxError) -> JSONValue {
    skipByteOrderMark()
    let value = try parseValue()
    try expectEnd()
    return value
  }

  mutating func skipByteOrderMark() {
    if position == 0, base.count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
  }

  /// Refuses what follows a value, white space apart.
  mutating func expectEnd() throws(JSONSyntaxError) {
    skipSpace()
    guard position == base.count else { throw error(.trailingContent) }
  }

  // MARK: - Values

  mutating func parseValue() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard position < base.count else { throw error(.unexpectedEnd) }
    switch base[position] {
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try parseNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try parseLiteral()
    case let byte: throw error(.unexpectedByte(byte))
    }
  }

  private mutating func parseObject() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    position += 1
    var object = JSONObject()
    skipSpace()
    if consume("}") { return .object(object) }
    // What most objects in pages have; growing from one member on would copy them again and again.
    object.members.reserveCapacity(6)
    while true {
      skipSpace()
      guard position < base.count else {
        if cutShort() { return .object(object) }
        throw error(.unexpectedEnd)
      }
      if forgiven(.commas), consumeStrayComma(before: "}") { return .object(object) }
      guard position < base.count, base[position] == UInt8(ascii: "\"") else { throw unexpected() }
      let key: String
      let value: JSONValue
      do throws(JSONSyntaxError) {
        key = try parseString()
        skipSpace()
        guard consume(":") else { throw unexpected() }
        value = try parseValue()
      } catch {
        if error.reason == .unexpectedEnd, cutShort() { return .object(object) }
        throw error
      }
      object.members.append(JSONObject.Member(key: key, value: value))
      skipSpace()
      if consume(",") { continue }
      if consume("}") { return .object(object) }
      if position >= base.count, cutShort() { return .object(object) }
      guard forgiven(.commas), position < base.count, base[position] == UInt8(ascii: "\"") else { throw unexpected() }
      repairs.insert(.commas)
    }
  }

  private mutating func parseArray() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    defer { depth -= 1 }
    position += 1
    var array: [JSONValue] = []
    skipSpace()
    if consume("]") { return .array(array) }
    while true {
      skipSpace()
      if forgiven(.commas), consumeStrayComma(before: "]") { return .array(array) }
      do throws(JSONSyntaxError) {
        array.append(try parseValue())
      } catch {
        if error.reason == .unexpectedEnd, cutShort() { return .array(array) }
        throw error
      }
      skipSpace()
      if consume(",") { continue }
      if consume("]") { return .array(array) }
      if position >= base.count, cutShort() { return .array(array) }
      guard forgiven(.commas), position < base.count, base[position] == UInt8(ascii: "{") else { throw unexpected() }
      repairs.insert(.commas)
    }
  }

  private mutating func parseLiteral() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    while position < base.count, isASCIILetter(base[position]) { position += 1 }
    let word = UnsafeBufferPointer(rebasing: base[start..<position])
    if word.elementsEqual("true".utf8) { return .bool(true) }
    if word.elementsEqual("false".utf8) { return .bool(false) }
    if word.elementsEqual("null".utf8) { return .null }
    if forgiven(.literals), word.elementsEqual("undefined".utf8) || word.elementsEqual("NaN".utf8) {
      repairs.insert(.literals)
      return .null
    }
    position = start
    throw error(.invalidLiteral)
  }

  private mutating func parseNumber() throws(JSONSyntaxError) -> JSONValue {
    let start = position
    if base[position] == UInt8(ascii: "-") { position += 1 }
    let integerStart = position
    skipDigits()
    guard position > integerStart else { throw error(.invalidNumber) }
    if base[integerStart] == UInt8(ascii: "0"), position - integerStart > 1, !forgiven(.literals) { throw error(.invalidNumber) }
    var isInteger = true
    if position < base.count, base[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      let fractionStart = position
      skipDigits()
      guard position > fractionStart else { throw error(.invalidNumber) }
    }
    if position < base.count, base[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if position < base.count, base[position] == UInt8(ascii: "+") || base[position] == UInt8(ascii: "-") { position += 1 }
      let exponentStart = position
      skipDigits()
      guard position > exponentStart else { throw error(.invalidNumber) }
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: base[start..<position]), as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw error(.numberOutOfRange) }
    return .number(number)
  }

  // MARK: - Bytes

  private mutating func skipDigits() {
    while position < base.count, base[position] &- 0x30 < 10 { position += 1 }
  }

  private mutating func descend() throws(JSONSyntaxError) {
    guard depth < Self.maximumDepth else { throw error(.tooDeep) }
    depth += 1
  }

  mutating func skipSpace() {
    while position < base.count {
      switch base[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      case UInt8(ascii: "/") where tolerance.contains(.comments), UInt8(ascii: "<") where tolerance.contains(.comments),
        UInt8(ascii: "-") where tolerance.contains(.comments), UInt8(ascii: "]") where tolerance.contains(.comments),
        0xC2 where tolerance.contains(.comments), 0xE2 where tolerance.contains(.comments),
        0xEF where tolerance.contains(.comments):
        guard skipWrapper() else { return }
      default: return
      }
    }
  }

  mutating func consume(_ byte: Unicode.Scalar) -> Bool {
    guard position < base.count, base[position] == UInt8(truncatingIfNeeded: byte.value) else { return false }
    position += 1
    return true
  }

  func forgiven(_ fault: JSONTolerance) -> Bool { tolerance.contains(fault) }

  func unexpected() -> JSONSyntaxError {
    position < base.count ? error(.unexpectedByte(base[position])) : error(.unexpectedEnd)
  }

  func error(_ reason: JSONSyntaxError.Reason, at offset: Int? = nil) -> JSONSyntaxError {
    let offset = min(offset ?? position, base.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where base[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return JSONSyntaxError(reason: reason, offset: offset, line: line, column: offset - lineStart + 1)
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
