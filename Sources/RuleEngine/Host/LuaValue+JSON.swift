import Copydesk

extension LuaValue {
  /// JSON as a script sees it: `null` is `nil`, and an object's members keep no order.
  init(_ json: JSONValue) {
    switch json {
    case .null: self = .nil
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .string(let string): self = .string(string)
    // A hole would end the sequence; `false` says as much.
    case .array(let array): self = .table(LuaTable(elements: array.map { $0 == .null ? .bool(false) : LuaValue($0) }))
    case .object(let object):
      self = .table(
        LuaTable(
          members: object.members.filter { $0.value != .null }.map { LuaTable.Member(key: $0.key, value: LuaValue($0.value)) }))
    }
  }

  /// The value as JSON: a sequence is an array, a table with names an object, an empty table an empty array.
  /// - Returns: `nil` for what JSON cannot say: functions, handles, tables with both, numbers that are not finite.
  var json: JSONValue? {
    switch self {
    case .nil: return .null
    case .bool(let bool): return .bool(bool)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return number.isFinite ? .number(number) : nil
    case .string(let string): return .string(string)
    case .bytes, .function, .handle: return nil
    case .table(let table):
      if table.members.isEmpty {
        var array: [JSONValue] = []
        for element in table.elements {
          guard let json = element.json else { return nil }
          array.append(json)
        }
        return .array(array)
      }
      guard table.elements.isEmpty else { return nil }
      var object = JSONObject()
      for member in table.members {
        guard let json = member.value.json else { return nil }
        object[member.key] = json
      }
      return .object(object)
    }
  }
}
