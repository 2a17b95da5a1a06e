/// One token of a Lua source, as far as the source map needs to tell tokens apart.
struct LuaToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case name
    case keyword
    case string
    case number
    case symbol
    /// What no Lua token begins with, or a string without an end.
    case unknown
  }

  var kind: Kind
  /// Where it is in the source, in bytes.
  var range: Range<Int>
  /// Of a string: where its content is.
  var content: Range<Int>
  /// Of a string: whether its content stands there as it is, without escapes.
  var isVerbatim: Bool
}
