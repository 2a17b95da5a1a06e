public import Copydesk

/// What is to become of one block of a page, who says so, and why.
///
/// Decisions lie over the page like notes on a manuscript: the page itself never changes, so each can be shown and undone.
public struct Decision: Sendable, Hashable {
  public var fate: Fate
  public var role: Role
  /// The field that a moved block goes to.
  public var to: Field?
  public var authority: Authority
  /// `rules/example.test/rule.lua:9`, or `generic:` and the name of a heuristic.
  public var by: String
  /// One phrase for a newsroom reader.
  public var reason: String
  /// Spans that are cut from a block which otherwise stays; in order, not overlapping.
  public var cuts: [Cut]

  /// A part of a block that goes elsewhere.
  public struct Cut: Sendable, Hashable {
    /// UTF-8 offsets from the start of the block.
    public var range: Range<Int>
    public var role: Role
    public var to: Field?
    public var by: String
    public var reason: String

    /// Whether a heuristic made the cut, not a rule.
    var isGeneric: Bool { by.hasPrefix("generic:") }

    public init(range: Range<Int>, role: Role, to: Field? = nil, by: String, reason: String) {
      self.range = range
      self.role = role
      self.to = to
      self.by = by
      self.reason = reason
    }
  }

  public init(
    _ fate: Fate, role: Role, to: Field? = nil, by: String, reason: String, cuts: [Cut] = [], authority: Authority = .generic
  ) {
    self.fate = fate
    self.role = role
    self.to = to
    self.by = by
    self.reason = reason
    self.cuts = cuts
    self.authority = authority
  }

  /// Whether the block stands in the body.
  public var isInBody: Bool { fate == .kept || fate == .edited }
}

/// Whose word counts for more: a rule's `edit` function over the rule's table, the table over the generic extractor.
public enum Authority: UInt8, Sendable, Comparable, CaseIterable {
  case generic, rule, edit

  public static func < (a: Authority, b: Authority) -> Bool { a.rawValue < b.rawValue }
}
