extension ConfigChecker {
  /// Checks one value against its type; `nil` when it is wrong, which is then reported.
  mutating func value(_ type: OptionType, _ node: ConfigNode, at path: JSONPath) -> OptionValue? {
    switch (type, node.value) {
    case (.string, .string(let text)): return .string(text)
    case (.boolean, .bool(let value)): return .boolean(value)
    case (.integer(let minimum, let maximum), .integer(let number)):
      guard inRange(Double(number), minimum.map(Double.init), maximum.map(Double.init), node, path) else { return nil }
      return .integer(number)
    case (.number(let minimum, let maximum), .integer(let number)):
      return inRange(Double(number), minimum, maximum, node, path) ? .number(Double(number)) : nil
    case (.number(let minimum, let maximum), .number(let number)):
      return inRange(number, minimum, maximum, node, path) ? .number(number) : nil
    case (.duration, .string(let text)): return Quantity.duration(text).map { .duration($0) } ?? wrong(type, node, path)
    case (.byteSize, .string(let text)): return Quantity.byteSize(text).map { .byteSize($0) } ?? wrong(type, node, path)
    case (.byteSize, .integer(let number)) where number >= 0: return .byteSize(number)
    case (.path(let use), .string(let text)): return self.path(text, use, node, path)
    case (.choice(let choices), .string(let text)):
      if choices.contains(text) { return .string(text) }
      report(.notOneOf(choices, found: node.isSecret ? "…" : text), at: path, node.span)
      return nil
    case (.expression, .string(let text)): return expression(text, node, path)
    case (.globs, .string): return value(.list(.string), ConfigNode(.sequence([node]), span: node.span), at: path)
    case (.globs, .sequence): return value(.list(.string), node, at: path)
    case (.list(let element), .sequence(let nodes)):
      return .list(nodes.enumerated().compactMap { value(element, $1, at: path.appending($0)) })
    case (.list(let element), .string) where element.isScalar:
      // One where there may be several: no list needed.
      return value(type, ConfigNode(.sequence([node]), span: node.span), at: path)
    case (.map(let element), .mapping(let entries)):
      var members: [String: OptionValue] = [:]
      for entry in entries { members[entry.key] = value(element, entry.value, at: path.appending(entry.key)) }
      return .map(members)
    case (.json, _): return .json(node.json)
    case (.step(let kind), _): return step(kind, node, at: path).map { .step($0) }
    case (.record(let specs), .mapping): return .record(options(specs, in: node, at: path))
    default:
      report(.wrongType(expected: type.phrase, found: node.typeName), at: path, node.span)
      return nil
    }
  }

  private mutating func wrong(_ type: OptionType, _ node: ConfigNode, _ path: JSONPath) -> OptionValue? {
    report(.wrongValue(expected: type.phrase), at: path, node.span)
    return nil
  }

  private mutating func inRange(
    _ number: Double, _ minimum: Double?, _ maximum: Double?, _ node: ConfigNode, _ path: JSONPath
  ) -> Bool {
    if number >= minimum ?? -.infinity, number <= maximum ?? .infinity { return true }
    report(.outOfRange(minimum: minimum, maximum: maximum), at: path, node.span)
    return false
  }

  private mutating func path(_ text: String, _ use: OptionType.PathUse, _ node: ConfigNode, _ path: JSONPath) -> OptionValue? {
    guard !text.isEmpty, !text.utf8.contains(0) else { return wrong(.path(use), node, path) }
    let resolved = ResolvedPath(text, in: baseDirectory)
    if use == .configuration, !exists(resolved.resolved) {
      report(.missingFile(node.isSecret ? "…" : text), at: path, node.span)
      return nil
    }
    return .path(resolved)
  }

  private mutating func expression(_ text: String, _ node: ConfigNode, _ path: JSONPath) -> OptionValue? {
    guard let conditions else { return .string(text) }
    do {
      _ = try conditions(text, node.span.map { "line \($0.line)" } ?? "\(path)")
      return .string(text)
    } catch {
      report(.invalidExpression("\(error)"), at: path, node.span)
      return nil
    }
  }
}

extension ConfigNode {
  /// What the value is, for messages.
  var typeName: String {
    switch value {
    case .null: "nothing"
    case .bool: "true or false"
    case .integer, .number: "a number"
    case .string: "text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension OptionType {
  /// Whether a value is a single text, so that one may stand for a list of one.
  var isScalar: Bool {
    switch self {
    case .string, .path, .choice, .expression: true
    default: false
    }
  }

  /// What a value of this type is, for messages: `expected …`.
  public var phrase: String {
    switch self {
    case .string: "text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .duration: "a duration such as 250ms, 30s, 5m or 2h"
    case .byteSize: "a size such as 512, 64 KiB or 50 MB"
    case .path: "a path"
    case .globs: "a glob or a list of globs"
    case .choice(let choices): "one of " + choices.joined(separator: ", ")
    case .expression: "text with a Lua expression"
    case .json: "anything"
    case .list(let element): element.isScalar ? "\(element.phrase) or a list of such" : "a list"
    case .map, .record: "a mapping (`key: value`)"
    case .step: "a step (`name: { … }`)"
    }
  }
}
