public import Copydesk

/// Brings expectations up to date.
public enum Revision {
  /// Returns the expectation with each listed value replaced by what came out.
  ///
  /// Listed keys stay listed and no key is added. Of conditions, `count`, `first` and `last` are brought up to date; a text that is
  /// to be included or left out cannot be guessed and stays, and goes on failing.
  public static func revised(_ expected: JSONValue, toward actual: JSONValue?) -> JSONValue {
    if let conditions = Comparison.conditions(in: expected, for: actual) {
      return .object(JSONObject(conditions.map { ($0.key, condition($0.key, $0.value, toward: actual)) }))
    }
    switch (expected, actual ?? .null) {
    case (.object(let expected), .object(let actual)):
      return .object(JSONObject(expected.members.map { ($0.key, revised($0.value, toward: actual[$0.key])) }))
    case (.array(let expected), .array(let actual)):
      // An element that was not there before lists the keys that its neighbours list.
      return .array(
        actual.indices.map { index in
          (expected.indices.contains(index) ? expected[index] : expected.last).map { revised($0, toward: actual[index]) }
            ?? actual[index]
        })
    case (_, let value):
      return value
    }
  }

  private static func condition(_ key: String, _ expected: JSONValue, toward actual: JSONValue?) -> JSONValue {
    guard case .array(let elements) = actual else { return expected }
    switch key {
    case "count": return .integer(elements.count)
    case "first": return elements.first.map { revised(expected, toward: Comparison.element(of: $0, like: expected)) } ?? .null
    case "last": return elements.last.map { revised(expected, toward: Comparison.element(of: $0, like: expected)) } ?? .null
    default: return expected
    }
  }
}
