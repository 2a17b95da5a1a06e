/// A value of a configuration file, with its place in the file, whatever the file's syntax is.
public struct ConfigNode: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case sequence([ConfigNode])
    case mapping([Entry])
  }

  public struct Entry: Sendable, Hashable {
    public var key: String
    public var keySpan: TextSpan?
    public var value: ConfigNode

    public init(key: String, keySpan: TextSpan? = nil, value: ConfigNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  public var value: Value
  public var span: TextSpan?
  /// Whether an environment variable went into the value: it is then never shown.
  public var isSecret: Bool

  public init(_ value: Value, span: TextSpan? = nil, isSecret: Bool = false) {
    self.value = value
    self.span = span
    self.isSecret = isSecret
  }

  public subscript(key: String) -> ConfigNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}

extension ConfigNode {
  /// The same value without places, as a program or a test writes it.
  public init(json: JSONValue) {
    switch json {
    case .null: self.init(.null)
    case .bool(let bool): self.init(.bool(bool))
    case .integer(let integer): self.init(.integer(integer))
    case .number(let number): self.init(.number(number))
    case .string(let string): self.init(.string(string))
    case .array(let array): self.init(.sequence(array.map { ConfigNode(json: $0) }))
    case .object(let object):
      self.init(.mapping(object.members.map { Entry(key: $0.key, value: ConfigNode(json: $0.value)) }))
    }
  }

  /// The value as JSON, without its places.
  public var json: JSONValue {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .string(let string): .string(string)
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let entries): .object(JSONObject(entries.map { ($0.key, $0.value.json) }))
    }
  }
}

/// A run of characters on one line of a text file.
public struct TextSpan: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// From 1, in characters.
  public var column: Int
  /// In characters, at least 1.
  public var length: Int

  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }
}
