/// One paragraph-level run of the input, with its one fate and the reason for it.
public struct Block: Sendable, Hashable {
  /// Position in the document, from 1.
  public var n: Int
  /// The text exactly as in the normalised input: typography and oddities untouched.
  public var text: String
  public var role: Role
  public var fate: Fate
  /// The field that a moved block went to.
  public var to: Field?
  /// Who decided: `rules/example.test/rule.lua:9`, or `generic:<heuristic>`.
  public var by: String
  /// Why, in one phrase for a newsroom reader.
  public var reason: String
  /// Spans of an edited block that are not in the body. In order, not overlapping.
  public var edits: [Span]
  /// First line of the block in a text dump, or byte-independent line of its first node in HTML, from 1; `nil` if not known.
  public var line: Int?

  /// A part of a block that went elsewhere.
  public struct Span: Sendable, Hashable {
    /// UTF-8 offsets into ``Block/text``.
    public var range: Range<Int>
    public var text: String
    public var role: Role
    public var to: Field?
    public var by: String
    public var reason: String

    public init(range: Range<Int>, text: String, role: Role, to: Field? = nil, by: String, reason: String) {
      self.range = range
      self.text = text
      self.role = role
      self.to = to
      self.by = by
      self.reason = reason
    }
  }

  public init(
    n: Int, text: String, role: Role, fate: Fate, to: Field? = nil, by: String, reason: String, edits: [Span] = [],
    line: Int? = nil
  ) {
    self.n = n
    self.text = text
    self.role = role
    self.fate = fate
    self.to = to
    self.by = by
    self.reason = reason
    self.edits = edits
    self.line = line
  }
}
