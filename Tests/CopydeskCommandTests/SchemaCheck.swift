import Copydesk

/// The part of JSON Schema that our schemas use.
enum SchemaCheck {
  static func violations(of value: JSONValue, against schema: JSONValue, at path: String = "") -> [String] {
    var violations: [String] = []
    if let types = schema["type"].map({ $0.arrayValue ?? [$0] }), !types.contains(where: { fits(value, $0.stringValue ?? "") }) {
      return ["\(path): expected \(types), found \(value.description.prefix(60))"]
    }
    if let choices = schema["enum"]?.arrayValue, !choices.contains(value) {
      violations.append("\(path): \(value) is not one of \(choices)")
    }
    if let choices = schema["anyOf"]?.arrayValue, !choices.contains(where: { Self.violations(of: value, against: $0).isEmpty }) {
      violations.append("\(path): fits no alternative")
    }
    if let minimum = schema["minimum"]?.doubleValue, let number = value.doubleValue, number < minimum {
      violations.append("\(path): too small")
    }
    if let maximum = schema["maximum"]?.doubleValue, let number = value.doubleValue, number > maximum {
      violations.append("\(path): too big")
    }
    if let items = schema["items"], let elements = value.arrayValue {
      for (index, element) in elements.enumerated() {
        violations += Self.violations(of: element, against: items, at: "\(path)[\(index)]")
      }
    }
    if let object = value.objectValue {
      for member in object.members {
        if let property = schema["properties"]?[member.key] {
          violations += Self.violations(of: member.value, against: property, at: "\(path).\(member.key)")
        } else if schema["additionalProperties"] == false {
          violations.append("\(path): unknown member '\(member.key)'")
        }
      }
      for key in schema["required"]?.arrayValue ?? [] where object[key.stringValue ?? ""] == nil {
        violations.append("\(path): member \(key) is missing")
      }
    }
    return violations
  }

  private static func fits(_ value: JSONValue, _ type: String) -> Bool {
    switch value {
    case .null: type == "null"
    case .bool: type == "boolean"
    case .integer: type == "integer" || type == "number"
    case .number: type == "number"
    case .string: type == "string"
    case .array: type == "array"
    case .object: type == "object"
    }
  }
}
