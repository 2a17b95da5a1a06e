/// Where an expression of a rule stands, and where its parts do: the source side of a Lua value.
///
/// Read from the text of the rule, so it knows only what is written down as constructors; a value that code computes has no node, and
/// messages fall back to the nearest part that has one.
struct SourceNode: Sendable {
  /// The whole expression, in bytes.
  var range: Range<Int>
  /// Of a string literal: its content, where that stands verbatim.
  var content: Range<Int>?
  /// The key that the value is assigned to, for one inside a table.
  var key: Range<Int>?
  /// Values with names, `at = "head"`.
  var named: [String: SourceNode] = [:]
  /// Keys that stand again: Lua takes the last value and says nothing.
  var repeated: [(name: String, key: Range<Int>)] = []
  /// Values without, from the first.
  var positional: [SourceNode] = []

  /// Where to point when the value itself is meant.
  func place(inString offset: Int? = nil, length: Int = 1) -> Range<Int> {
    guard let offset, let content, offset >= 0 else { return range }
    let start = min(content.lowerBound + offset, content.upperBound)
    return start..<max(start + 1, min(start + length, content.upperBound))
  }
}
