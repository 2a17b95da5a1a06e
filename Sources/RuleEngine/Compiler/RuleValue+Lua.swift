extension RuleValue {
  /// Marks the tables that constructors make; no rule can write such a key by accident.
  static let constructorKey = "\u{1}constructor"
  static let lineKey = "\u{1}line"

  /// What a constructor gives back to the script: the arguments, with the constructor's name and line beside them.
  static func construct(_ name: String, _ call: HostCall) -> LuaValue {
    var table: LuaTable
    switch call.argument(0) {
    case .table(let arguments) where arguments[constructorKey] == nil: table = arguments
    case .nil: table = LuaTable()
    case let value: table = LuaTable(elements: [value])
    }
    table[constructorKey] = .string(name)
    table[lineKey] = .integer(call.line)
    return .table(table)
  }

  init(_ value: LuaValue) {
    switch value {
    case .nil: self = .other("nil")
    case .bool(let bool): self = .boolean(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    case .bytes: self = .other("a string that is not UTF-8")
    case .function: self = .function
    case .handle: self = .other("a handle")
    case .table(let table):
      var result = RuleTable(positional: table.elements.map(RuleValue.init))
      for member in table.members where member.key != Self.constructorKey && member.key != Self.lineKey {
        result.named[member.key] = RuleValue(member.value)
      }
      if let name = table[Self.constructorKey]?.stringValue {
        self = .clause(RuleConstruct(name: name, line: table[Self.lineKey]?.intValue ?? 0, arguments: result))
      } else {
        self = .table(result)
      }
    }
  }
}
