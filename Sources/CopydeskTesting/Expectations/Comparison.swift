public import Copydesk

/// Compares JSON values with expectations.
public enum Comparison {
  /// The keys of a condition; see ``Expectation``.
  static let conditionKeys: Set<String> = ["includes", "excludes", "startsWith", "endsWith", "count", "first", "last"]

  /// Returns every place at which `actual` is not as expected; only what `expected` lists is compared.
  public static func mismatches(_ expected: JSONValue, _ actual: JSONValue?, path: String = "") -> [FieldMismatch] {
    if let conditions = conditions(in: expected, for: actual) {
      return conditions.flatMap { check($0.key, $0.value, actual, path: path) }
    }
    switch (expected, actual ?? .null) {
    case (.object(let expected), .object(let actual)):
      return expected.members.flatMap { mismatches($0.value, actual[$0.key], path: path.isEmpty ? $0.key : path + "." + $0.key) }
    case (.array(let expected), .array(let actual)):
      guard expected.count == actual.count else {
        return [FieldMismatch(path: path, condition: .equals(.array(expected)), actual: .array(actual))]
      }
      return expected.indices.flatMap { mismatches(expected[$0], actual[$0], path: "\(path)[\($0)]") }
    case (let expected, let value):
      return isEqual(expected, value) ? [] : [FieldMismatch(path: path, condition: .equals(expected), actual: actual)]
    }
  }

  /// The members of an object that makes conditions: one with only condition keys, in place of something that is no object.
  static func conditions(in expected: JSONValue, for actual: JSONValue?) -> [JSONObject.Member]? {
    guard case .object(let object) = expected, !object.members.isEmpty else { return nil }
    if case .object = actual { return nil }
    return object.members.allSatisfy { conditionKeys.contains($0.key) } ? object.members : nil
  }

  private static func check(_ key: String, _ expected: JSONValue, _ actual: JSONValue?, path: String) -> [FieldMismatch] {
    func mismatch(_ condition: FieldMismatch.Condition) -> [FieldMismatch] {
      [FieldMismatch(path: path, condition: condition, actual: actual)]
    }
    switch (key, actual) {
    case ("includes", .string(let text)):
      return texts(expected).flatMap { text.contains($0) ? [] : mismatch(.includes(.string($0))) }
    case ("excludes", .string(let text)):
      return texts(expected).flatMap { text.contains($0) ? mismatch(.excludes(.string($0))) : [] }
    case ("startsWith", .string(let text)):
      let start = expected.stringValue ?? ""
      return text.hasPrefix(start) ? [] : mismatch(.startsWith(start))
    case ("endsWith", .string(let text)):
      let end = expected.stringValue ?? ""
      return text.hasSuffix(end) ? [] : mismatch(.endsWith(end))
    case ("count", .array(let elements)):
      return elements.count == expected.intValue ? [] : mismatch(.count(expected.intValue ?? 0))
    case ("first", .array(let elements)):
      return mismatches(expected, elements.first.map { element(of: $0, like: expected) }, path: path + ".first")
    case ("last", .array(let elements)):
      return mismatches(expected, elements.last.map { element(of: $0, like: expected) }, path: path + ".last")
    case ("includes", .array(let elements)):
      return several(expected).flatMap { wanted in
        elements.contains { fits(wanted, $0) } ? [] : mismatch(.includes(wanted))
      }
    case ("excludes", .array(let elements)):
      return several(expected).flatMap { unwanted in
        elements.contains { fits(unwanted, $0) } ? mismatch(.excludes(unwanted)) : []
      }
    case ("excludes", nil), ("excludes", .null): return []
    default: return mismatch(.inapplicable(key))
    }
  }

  private static func fits(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    mismatches(expected, element(of: actual, like: expected)).isEmpty
  }

  /// A body element or block, or its text where the expectation is no object of members.
  static func element(of value: JSONValue, like expected: JSONValue) -> JSONValue {
    guard case .object(let object) = value, let text = object["text"] else { return value }
    if expected.stringValue != nil { return text }
    if case .object(let keys) = expected, !keys.members.isEmpty, keys.members.allSatisfy({ conditionKeys.contains($0.key) }) {
      return text
    }
    return value
  }

  private static func several(_ value: JSONValue) -> [JSONValue] { value.arrayValue ?? [value] }
  private static func texts(_ value: JSONValue) -> [String] { several(value).compactMap(\.stringValue) }

  /// Equal as JSON: numbers by value, objects whatever the order of their members.
  private static func isEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let a = a.doubleValue, let b = b.doubleValue { return a == b }
    return a == b
  }
}
