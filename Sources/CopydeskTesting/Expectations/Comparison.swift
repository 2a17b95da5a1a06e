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
      return several(expected).flatMap { wanted in
        guard let part = wanted.stringValue else { return mismatch(.incomparable(key, wanted)) }
        return text.contains(part) ? [] : mismatch(.includes(wanted))
      }
    case ("excludes", .string(let text)):
      return several(expected).flatMap { unwanted in
        guard let part = unwanted.stringValue else { return mismatch(.incomparable(key, unwanted)) }
        return text.contains(part) ? mismatch(.excludes(unwanted)) : []
      }
    case ("startsWith", .string(let text)):
      guard let start = expected.stringValue else { return mismatch(.incomparable(key, expected)) }
      return text.hasPrefix(start) ? [] : mismatch(.startsWith(start))
    case ("endsWith", .string(let text)):
      guard let end = expected.stringValue else { return mismatch(.incomparable(key, expected)) }
      return text.hasSuffix(end) ? [] : mismatch(.endsWith(end))
    case ("count", .array(let elements)):
      guard let count = expected.intValue else { return mismatch(.incomparable(key, expected)) }
      return elements.count == count ? [] : mismatch(.count(count))
    case ("first", .array(let elements)):
      return mismatches(expected, elements.first.map { element(of: $0, like: expected) }, path: path + ".first")
    case ("last", .array(let elements)):
      return mismatches(expected, elements.last.map { element(of: $0, like: expected) }, path: path + ".last")
    case ("includes", .array(let elements)):
      return several(expected).flatMap { wanted in
        guard isComparable(wanted, with: elements) else { return mismatch(.incomparable(key, wanted)) }
        return elements.contains { fits(wanted, $0) } ? [] : mismatch(.includes(wanted))
      }
    case ("excludes", .array(let elements)):
      return several(expected).flatMap { unwanted in
        guard isComparable(unwanted, with: elements) else { return mismatch(.incomparable(key, unwanted)) }
        return elements.contains { fits(unwanted, $0) } ? mismatch(.excludes(unwanted)) : []
      }
    case ("excludes", nil), ("excludes", .null): return []
    default: return mismatch(.inapplicable(key))
    }
  }

  /// Whether an element of an array is the one that is meant: a text stands within one of its texts, anything else equals it.
  private static func fits(_ expected: JSONValue, _ actual: JSONValue) -> Bool {
    if let part = expected.stringValue { return texts(of: actual)?.contains { $0.contains(part) } ?? false }
    return mismatches(expected, element(of: actual, like: expected)).isEmpty
  }

  /// Whether any element is of a kind that `expected` could fit. Where none is, an exclusion would hold whatever came out.
  private static func isComparable(_ expected: JSONValue, with elements: [JSONValue]) -> Bool {
    guard !elements.isEmpty else { return true }
    switch expected {
    case .string: return elements.contains { texts(of: $0) != nil }
    case .object(let object) where !object.members.isEmpty && object.members.allSatisfy({ conditionKeys.contains($0.key) }):
      return elements.contains { element in
        let problems = mismatches(expected, Self.element(of: element, like: expected))
        return !problems.contains { mismatch in
          switch mismatch.condition {
          case .inapplicable, .incomparable: true
          default: false
          }
        }
      }
    case .object: return elements.contains { $0.objectValue != nil }
    case .array: return elements.contains { $0.arrayValue != nil }
    case .null: return true
    default:
      if expected.boolValue != nil { return elements.contains { $0.boolValue != nil } }
      return elements.contains { $0.doubleValue != nil }
    }
  }

  /// The texts of an array's element: itself, or the text, items and cells of a body element or block; `nil` where it is neither.
  static func texts(of value: JSONValue) -> [String]? {
    if let text = value.stringValue { return [text] }
    guard case .object(let object) = value else { return nil }
    var texts: [String] = object["text"]?.stringValue.map { [$0] } ?? []
    texts += object["items"]?.arrayValue?.compactMap(\.stringValue) ?? []
    for row in object["rows"]?.arrayValue ?? [] { texts += row.arrayValue?.compactMap(\.stringValue) ?? [] }
    // A figure without a caption is an element of a body all the same.
    let isBodyElement = object["type"]?.stringValue.flatMap(BodyElement.Kind.init(rawValue:)) != nil
    return texts.isEmpty && !isBodyElement ? nil : texts
  }

  /// A body element or block, or its text where the expectation is no object of members.
  static func element(of value: JSONValue, like expected: JSONValue) -> JSONValue {
    guard case .object(let object) = value, let text = plainText(of: object) else { return value }
    if expected.stringValue != nil { return text }
    if case .object(let keys) = expected, !keys.members.isEmpty, keys.members.allSatisfy({ conditionKeys.contains($0.key) }) {
      return text
    }
    return value
  }

  /// The text of a body element or block as plain text has it: items and rows one to a line, cells apart by tabs.
  private static func plainText(of object: JSONObject) -> JSONValue? {
    if let text = object["text"] { return text }
    if let items = object["items"]?.arrayValue { return .string(items.compactMap(\.stringValue).joined(separator: "\n")) }
    guard let rows = object["rows"]?.arrayValue else { return nil }
    return .string(
      rows.map { row in (row.arrayValue ?? []).compactMap(\.stringValue).joined(separator: "\t") }.joined(separator: "\n"))
  }

  private static func several(_ value: JSONValue) -> [JSONValue] { value.arrayValue ?? [value] }

  /// Equal as JSON: numbers by value, objects whatever the order of their members.
  private static func isEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let a = a.doubleValue, let b = b.doubleValue { return a == b }
    return a == b
  }
}
