/// What is wrong with the source of a ``TextTemplate``.
public struct TemplateError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case empty
    /// `${` without `}`.
    case unclosedCapture
    case invalidCaptureName(String)
    case duplicateCapture(String)
    /// Two captures, or a capture and `*`, with nothing between them: where one ends and the other begins is anyone's guess.
    case adjacentCaptures
    case danglingEscape
    /// Longer than ``TextTemplate/maximumLength`` bytes.
    case tooLong
  }

  public var reason: Reason
  /// Where in the source the fault is, in bytes from 0.
  public var offset: Int
}

extension TemplateError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .empty: "the text is empty"
    case .unclosedCapture: "'${' without '}'"
    case .invalidCaptureName(let name): "'\(name)' is no name: use letters, digits and underscores"
    case .duplicateCapture(let name): "'${\(name)}' stands twice"
    case .adjacentCaptures: "two open-ended parts with nothing between them"
    case .danglingEscape: "a backslash at the end escapes nothing; write '\\\\' for a backslash"
    case .tooLong: "longer than \(TextTemplate.maximumLength) bytes"
    }
  }
}
