/// The way from the root of a JSON text to one of its values.
public struct JSONPath: Sendable, Hashable, CustomStringConvertible {
  public enum Component: Sendable, Hashable {
    case key(String)
    case index(Int)
  }

  public var components: [Component] = []

  public init() {}

  public func appending(_ key: String) -> JSONPath {
    var path = self
    path.components.append(.key(key))
    return path
  }

  public func appending(_ index: Int) -> JSONPath {
    var path = self
    path.components.append(.index(index))
    return path
  }

  /// `article.author[0].name`; the root is empty.
  public var description: String {
    var text = ""
    for component in components {
      switch component {
      case .key(let key): text += (text.isEmpty ? "" : ".") + key
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}

/// A JSON text is well formed but says something else than expected at one place.
public struct JSONMismatch: Error, Sendable, Hashable {
  public enum Expectation: Sendable, Hashable {
    case value, object, array, string, integer, number, boolean, date, base64
    case oneOf([String])
  }

  public enum Kind: Sendable, Hashable {
    case missing, null, boolean, number, string, array, object

    init(_ value: JSONValue) {
      switch value {
      case .null: self = .null
      case .bool: self = .boolean
      case .integer, .number: self = .number
      case .string: self = .string
      case .array: self = .array
      case .object: self = .object
      }
    }
  }

  public var path: JSONPath
  public var expected: Expectation
  public var found: Kind

  public init(path: JSONPath, expected: Expectation, found: Kind) {
    self.path = path
    self.expected = expected
    self.found = found
  }
}

extension JSONMismatch: CustomStringConvertible {
  /// `article.author[0].name: expected a string, found a number`. Never shows the value itself.
  public var description: String {
    let place = path.components.isEmpty ? "" : "\(path): "
    return place + "expected \(expected.text), found \(found.text)"
  }
}

extension JSONMismatch.Expectation {
  fileprivate var text: String {
    switch self {
    case .value: "a value"
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .date: "an ISO 8601 date"
    case .base64: "base64 text"
    case .oneOf(let choices): "one of " + choices.joined(separator: ", ")
    }
  }
}

extension JSONMismatch.Kind {
  fileprivate var text: String {
    switch self {
    case .missing: "nothing"
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
