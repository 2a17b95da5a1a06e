/// A value that a rule's chunk came to, with the constructors' work recognised.
indirect enum RuleValue: Sendable, Hashable {
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case table(RuleTable)
  case clause(RuleConstruct)
  case function
  /// Something that is no data: a thread, a handle.
  case other(String)

  var isFunctionOrHandle: Bool {
    switch self {
    case .function, .other, .clause: true
    default: false
    }
  }

  /// In words, for messages.
  var kind: String {
    switch self {
    case .string: "a string"
    case .integer(let number): "the number \(number)"
    case .number(let number): "the number \(number)"
    case .boolean(let value): "\(value)"
    case .table: "a table"
    case .clause(let clause): "a '\(clause.name)'"
    case .function: "a function"
    case .other(let kind): kind
    }
  }
}

/// A Lua table cut into what stands without keys and what stands with them.
struct RuleTable: Sendable, Hashable {
  var positional: [RuleValue] = []
  var named: [String: RuleValue] = [:]
  /// Keys that are neither names nor positions in sequence, in words.
  var otherKeys: [String] = []
}

/// What a constructor made: `css { "time", attr = "datetime" }`.
struct RuleConstruct: Sendable, Hashable {
  var name: String
  /// The line that called the constructor; 0 if not known.
  var line: Int
  var arguments: RuleTable

  /// Whether two say the same; where they stand does not matter.
  static func == (a: RuleConstruct, b: RuleConstruct) -> Bool { a.name == b.name && a.arguments == b.arguments }

  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(arguments)
  }
}
