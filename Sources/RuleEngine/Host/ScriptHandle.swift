/// The kinds of handles that scripts meet, numbered in the order in which ``RuleHost`` declares them.
enum ScriptHandle: UInt32, CaseIterable {
  case page, node, blocks, block, article, quality, document

  var kind: HandleKind.ID { HandleKind.ID(rawValue: rawValue) }

  func value(_ id: Int = 0) -> LuaValue {
    .handle(LuaHandle(kind: kind, id: UInt64(max(0, id))))
  }

  /// The number behind a handle of this kind; `nil` for anything else.
  func id(of value: LuaValue) -> Int? {
    guard case .handle(let handle) = value, handle.kind == kind else { return nil }
    return Int(clamping: handle.id)
  }
}
