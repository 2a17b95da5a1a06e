/// A step's options after checking: typed, with defaults filled in, paths resolved.
///
/// A plugin asks for an option by the name and type of its ``PluginSpec``. What it gets cannot be wrong: chain files are checked
/// against the spec first. Asking for what the spec does not have throws ``OptionError``.
public struct Options: Sendable, Hashable {
  /// Where in the chain file the options stand: `sinks[0].jsonl`.
  public var path: JSONPath
  public var span: TextSpan?
  /// The folder that relative paths start from.
  public var baseDirectory: String
  public var values: [String: OptionValue]
  /// The places of the options that were given.
  public var spans: [String: TextSpan]

  public init(
    path: JSONPath = JSONPath(), span: TextSpan? = nil, baseDirectory: String = "", values: [String: OptionValue] = [:],
    spans: [String: TextSpan] = [:]
  ) {
    self.path = path
    self.span = span
    self.baseDirectory = baseDirectory
    self.values = values
    self.spans = spans
  }

  /// Whether the option was given or has a default.
  public func has(_ name: String) -> Bool { values[name] != nil }

  public func optionalString(_ name: String) throws -> String? {
    switch values[name] {
    case nil: nil
    case .string(let text): text
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalInteger(_ name: String) throws -> Int? {
    switch values[name] {
    case nil: nil
    case .integer(let number), .byteSize(let number): number
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalNumber(_ name: String) throws -> Double? {
    switch values[name] {
    case nil: nil
    case .number(let number): number
    case .integer(let number): Double(number)
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalBoolean(_ name: String) throws -> Bool? {
    switch values[name] {
    case nil: nil
    case .boolean(let value): value
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalDuration(_ name: String) throws -> Duration? {
    switch values[name] {
    case nil: nil
    case .duration(let duration): duration
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalPath(_ name: String) throws -> ResolvedPath? {
    switch values[name] {
    case nil: nil
    case .path(let path): path
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalStep(_ name: String) throws -> StepPlan? {
    switch values[name] {
    case nil: nil
    case .step(let step): step
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalRecord(_ name: String) throws -> Options? {
    switch values[name] {
    case nil: nil
    case .record(let options): options
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func optionalJSON(_ name: String) throws -> JSONValue? {
    switch values[name] {
    case nil: nil
    case .json(let value): value
    default: throw OptionError(name, .notOfThisType)
    }
  }

  /// One of an enumeration's raw values.
  public func optionalChoice<Choice: RawRepresentable>(_ name: String, as type: Choice.Type = Choice.self) throws -> Choice?
  where Choice.RawValue == String {
    guard let text = try optionalString(name) else { return nil }
    guard let choice = Choice(rawValue: text) else { throw OptionError(name, .notOfThisType) }
    return choice
  }

  /// The elements of a list; empty where it is absent.
  public func list(_ name: String) throws -> [OptionValue] {
    switch values[name] {
    case nil: []
    case .list(let elements): elements
    default: throw OptionError(name, .notOfThisType)
    }
  }

  /// The texts of a list of texts or of globs; empty where it is absent.
  public func strings(_ name: String) throws -> [String] {
    try list(name).map { element in
      guard case .string(let text) = element else { throw OptionError(name, .notOfThisType) }
      return text
    }
  }

  /// The members of a map, sorted by key; empty where it is absent.
  public func map(_ name: String) throws -> [(key: String, value: OptionValue)] {
    switch values[name] {
    case nil: []
    case .map(let members): members.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    default: throw OptionError(name, .notOfThisType)
    }
  }

  public func string(_ name: String) throws -> String { try required(name, optionalString) }
  public func integer(_ name: String) throws -> Int { try required(name, optionalInteger) }
  public func number(_ name: String) throws -> Double { try required(name, optionalNumber) }
  public func boolean(_ name: String) throws -> Bool { try required(name, optionalBoolean) }
  public func duration(_ name: String) throws -> Duration { try required(name, optionalDuration) }
  public func path(_ name: String) throws -> ResolvedPath { try required(name, optionalPath) }
  public func json(_ name: String) throws -> JSONValue { try required(name, optionalJSON) }
  public func step(_ name: String) throws -> StepPlan { try required(name, optionalStep) }
  public func record(_ name: String) throws -> Options { try required(name, optionalRecord) }

  public func choice<Choice: RawRepresentable>(_ name: String, as type: Choice.Type = Choice.self) throws -> Choice
  where Choice.RawValue == String {
    try required(name) { try optionalChoice($0, as: type) }
  }

  private func required<Value>(_ name: String, _ value: (String) throws -> Value?) throws -> Value {
    guard let value = try value(name) else { throw OptionError(name, .absent) }
    return value
  }
}

/// The value of an option after checking.
public enum OptionValue: Sendable, Hashable {
  /// A string, a choice, an expression.
  case string(String)
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case duration(Duration)
  case byteSize(Int)
  case path(ResolvedPath)
  case json(JSONValue)
  case list([OptionValue])
  case map([String: OptionValue])
  indirect case step(StepPlan)
  indirect case record(Options)
}

/// A path as the user wrote it, and where it leads.
public struct ResolvedPath: Sendable, Hashable {
  public var written: String
  /// Absolute, or relative to the working directory where the base directory is.
  public var resolved: String

  public init(_ written: String, in baseDirectory: String = "") {
    self.written = written
    resolved = written.hasPrefix("/") || baseDirectory.isEmpty || written == "-" ? written : baseDirectory + "/" + written
  }

  /// Whether standard input or output is meant.
  public var isStandardStream: Bool { written == "-" }
}

/// A plugin refuses an option, or asks for one that is not there.
public struct OptionError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case absent
    case notOfThisType
    /// In words for the user.
    case refused(String)
  }

  public var option: String
  public var reason: Reason

  public init(_ option: String, _ reason: Reason) {
    self.option = option
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .absent: "option '\(option)' is not there"
    case .notOfThisType: "option '\(option)' has another type"
    case .refused(let message): message
    }
  }
}
