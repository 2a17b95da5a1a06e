/// What is wrong with a selector, or what went wrong with it on a page.
public struct SelectorError: Error, Hashable, Sendable, CustomStringConvertible {
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String { case syntax, unsupported, tooComplex, tooMuchWork, type }
    private let value: Value

    private init(_ value: Value) { self.value = value }

    /// Not a selector, or not an XPath expression.
    public static let syntax = Code(.syntax)
    /// Browsers know it, this matcher does not.
    public static let unsupported = Code(.unsupported)
    /// Nested too deeply, or too long.
    public static let tooComplex = Code(.tooComplex)
    /// The page and the selector together take more steps than allowed.
    public static let tooMuchWork = Code(.tooMuchWork)
    /// An XPath function was given what it cannot take.
    public static let type = Code(.type)

    public var description: String { value.rawValue }
  }

  public let code: Code
  /// The selector as written.
  public let selector: String
  /// The part at fault: its UTF-8 offsets in ``selector``; empty at the end.
  public let range: Range<Int>
  let detail: String

  init(_ code: Code, selector: String, range: Range<Int>, detail: String) {
    self.code = code
    self.selector = selector
    self.range = range
    self.detail = detail
  }

  /// One phrase with the part at fault and its column from 1; the wording may change.
  public var description: String {
    let bytes = Array(selector.utf8)
    let clamped = range.clamped(to: 0..<bytes.count)
    let part = String(decoding: bytes[clamped], as: UTF8.self)
    let place = part.isEmpty ? "at the end" : "'\(part)' at column \(clamped.lowerBound + 1)"
    return switch code {
    case .tooMuchWork: "\(detail): '\(selector)'"
    default: "\(detail): \(place) of '\(selector)'"
    }
  }
}
