/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case invalidEscape
    case controlCharacterInString
    case invalidNumber
    case numberOutOfRange
    case invalidLiteral
    case trailingContent
    /// Nested deeper than ``JSONParser/maximumDepth``.
    case tooDeep
  }

  public var reason: Reason
  /// Where the fault is, in bytes from the start.
  public var offset: Int
  /// The line of the fault, from 1.
  public var line: Int
  /// The column of the fault in bytes, from 1.
  public var column: Int

  public var message: String {
    switch reason {
    case .unexpectedEnd: "the text ends within a value"
    case .unexpectedByte(let byte):
      if byte > 0x20, byte < 0x7F { "unexpected '\(Character(Unicode.Scalar(byte)))'" } else { "unexpected byte \(byte)" }
    case .invalidEscape: "unknown escape in a string"
    case .controlCharacterInString: "a control character in a string must be escaped"
    case .invalidNumber: "malformed number"
    case .numberOutOfRange: "number out of range"
    case .invalidLiteral: "expected true, false or null"
    case .trailingContent: "something follows the value"
    case .tooDeep: "nested deeper than \(JSONParser.maximumDepth) levels"
    }
  }
}

extension JSONSyntaxError: CustomStringConvertible {
  public var description: String { "\(line):\(column): \(message)" }
}
