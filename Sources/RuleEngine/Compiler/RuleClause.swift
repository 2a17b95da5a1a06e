public import Copydesk

/// A clause of a rule as it is listed and counted: its id, its place and what it is for.
public struct RuleClause: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    case take(Field)
    case within
    case keep
    case drop(Role)
  }

  /// The id by which ``Extraction/ExtractionOutcome/fired`` names the clause; unique within the rule and all its versions.
  public var id: Int
  /// `rules/headlineusa.com/rule.lua:9`.
  public var from: String
  /// The keys that lead to it, `take.headline[2]`.
  public var path: String
  public var purpose: Purpose
  /// The constructor: `css`, `line`, …
  public var constructor: String
}
