public import Copydesk

/// One place at which what came out is not what was expected.
public struct FieldMismatch: Sendable, Hashable {
  public enum Condition: Sendable, Hashable {
    case equals(JSONValue)
    case count(Int)
    case includes(JSONValue)
    case excludes(JSONValue)
    case startsWith(String)
    case endsWith(String)
    /// The condition does not apply to a value of this type.
    case inapplicable(String)
    /// The condition cannot hold this operand against the value: a text against numbers, a number against a text.
    case incomparable(String, JSONValue)
  }

  /// The way to the value: `article.author[0].name`.
  public var path: String
  public var condition: Condition
  /// What is there; `nil` where there is nothing.
  public var actual: JSONValue?

  public init(path: String, condition: Condition, actual: JSONValue?) {
    self.path = path
    self.condition = condition
    self.actual = actual
  }
}
