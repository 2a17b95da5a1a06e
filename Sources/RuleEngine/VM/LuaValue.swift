/// A value that crosses the boundary between a script and the host.
public enum LuaValue: Sendable, Hashable {
  case `nil`
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  /// A Lua string that is not UTF-8. A script sees no difference to ``string(_:)``.
  case bytes([UInt8])
  case table(LuaTable)
  case function(LuaFunction)
  case handle(LuaHandle)
}

/// A Lua table: the sequence 1…n, and the members with string keys, sorted by key's bytes.
///
/// Tables with other keys do not cross the boundary: a script gets an error when it tries.
public struct LuaTable: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: LuaValue

    public init(key: String, value: LuaValue) {
      self.key = key
      self.value = value
    }
  }

  public var elements: [LuaValue]
  public var members: [Member]

  public init(elements: [LuaValue] = [], members: [Member] = []) {
    self.elements = elements
    self.members = members
  }

  /// The member of this name, `nil` when there is none.
  public subscript(key: String) -> LuaValue? {
    get { members.first { $0.key == key }?.value }
    set {
      let index = members.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

/// A function of a chunk, to be called with ``RuleVM/call(_:_:instructions:)`` of the machine it came from.
public struct LuaFunction: Sendable, Hashable {
  let chunk: UInt32
  let ordinal: UInt32
  /// 0: lives as long as its chunk. Else the document it was made in.
  let generation: UInt32
}

/// A thing of the host's that a script holds by number only: a page, an article, a node.
///
/// A script cannot make one, and cannot use it beyond the run or call it was given to.
public struct LuaHandle: Sendable, Hashable {
  public var kind: HandleKind.ID
  /// The host's own number, such as an index into a table of the running call.
  public var id: UInt64

  public init(kind: HandleKind.ID, id: UInt64) {
    self.kind = kind
    self.id = id
  }
}

extension LuaValue {
  public var stringValue: String? {
    if case .string(let string) = self { string } else { nil }
  }

  public var boolValue: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The value as an integer, also of a number without a fraction.
  public var intValue: Int? {
    switch self {
    case .integer(let integer): integer
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  public var doubleValue: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  public var tableValue: LuaTable? {
    if case .table(let table) = self { table } else { nil }
  }

  public var functionValue: LuaFunction? {
    if case .function(let function) = self { function } else { nil }
  }

  public var handleValue: LuaHandle? {
    if case .handle(let handle) = self { handle } else { nil }
  }

  /// What Lua takes for true: everything but `nil` and `false`.
  public var isTruthy: Bool {
    switch self {
    case .nil, .bool(false): false
    default: true
    }
  }

  /// Lua's name of the type, for messages.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string, .bytes: "string"
    case .table: "table"
    case .function: "function"
    case .handle: "userdata"
    }
  }
}

extension LuaValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(nilLiteral: ()) { self = .nil }
}
