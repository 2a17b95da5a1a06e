import Copydesk
import CopydeskTesting
import Testing

@Suite struct ComparisonTests {
  struct Case: CustomTestStringConvertible {
    var expected: String
    var actual: String
    /// The paths at which they differ.
    var paths: [String] = []
    var testDescription: String { "\(expected) against \(actual)" }
  }

  @Test(arguments: [
    Case(expected: #"{"a": 1}"#, actual: #"{"a": 1, "b": 2}"#),
    Case(expected: #"{"a": 1}"#, actual: #"{"a": 1.0}"#),
    Case(expected: #"{"a": null}"#, actual: #"{}"#),
    Case(expected: #"{"a": 1}"#, actual: #"{}"#, paths: ["a"]),
    Case(expected: #"{"a": null}"#, actual: #"{"a": "x"}"#, paths: ["a"]),
    Case(expected: #"{"a": {"b": "x", "c": "y"}}"#, actual: #"{"a": {"b": "z", "c": "w"}}"#, paths: ["a.b", "a.c"]),
    Case(expected: #"[{"name": "Ada"}]"#, actual: #"[{"name": "Ada", "url": "u"}]"#),
    Case(expected: #"[{"name": "Ada"}]"#, actual: #"[{"name": "Ida"}]"#, paths: ["[0].name"]),
    Case(expected: #"{"a": [1, 2]}"#, actual: #"{"a": [1]}"#, paths: ["a"]),
    Case(expected: #"{"a": "x"}"#, actual: #"{"a": 1}"#, paths: ["a"]),
  ])
  func comparesOnlyWhatIsListed(_ test: Case) throws {
    let mismatches = Comparison.mismatches(try .parse(test.expected), try .parse(test.actual))
    #expect(mismatches.map(\.path) == test.paths)
  }

  @Test(arguments: [
    (#"{"includes": "harbour"}"#, true), (#"{"includes": ["The", "Monday."]}"#, true),
    (#"{"includes": ["The", "Tuesday"]}"#, false),
    (#"{"excludes": ["Advertisement"]}"#, true), (#"{"excludes": "Monday"}"#, false),
    (#"{"startsWith": "The harbour"}"#, true), (#"{"startsWith": "harbour"}"#, false),
    (#"{"endsWith": "Monday."}"#, true), (#"{"endsWith": "Monday"}"#, false),
    (#"{"startsWith": "The", "endsWith": "x"}"#, false), (#"{"count": 1}"#, false),
  ])
  func conditionsOnText(_ condition: String, holds: Bool) throws {
    let mismatches = Comparison.mismatches(try .parse(condition), .string("The harbour reopened on Monday."), path: "t")
    #expect(mismatches.isEmpty == holds)
  }

  static let body = #"[{"type": "heading", "text": "Harbour"}, {"type": "paragraph", "text": "It reopened."}]"#

  @Test(arguments: [
    (#"{"count": 2}"#, true), (#"{"count": 3}"#, false),
    (#"{"first": "Harbour"}"#, true), (#"{"last": "It reopened."}"#, true), (#"{"last": "Harbour"}"#, false),
    (#"{"first": {"type": "heading"}}"#, true), (#"{"last": {"startsWith": "It"}}"#, true),
    (#"{"last": {"startsWith": "Is"}}"#, false),
    (#"{"includes": "It reopened."}"#, true), (#"{"includes": {"type": "quote"}}"#, false),
    (#"{"includes": [{"type": "heading"}, {"type": "paragraph"}]}"#, true),
    (#"{"excludes": "Harbour"}"#, false), (#"{"excludes": {"type": "quote"}}"#, true),
    (#"{"startsWith": "x"}"#, false),
  ])
  func conditionsOnArrays(_ condition: String, holds: Bool) throws {
    let mismatches = Comparison.mismatches(try .parse(condition), try .parse(Self.body), path: "body")
    #expect(mismatches.isEmpty == holds)
  }

  @Test func revisionKeepsToListedKeys() throws {
    let expected = try JSONValue.parse(#"{"b": "old", "a": {"x": 1}, "list": [{"name": "A"}], "gone": "x"}"#)
    let actual = try JSONValue.parse(
      #"{"a": {"x": 2, "y": 3}, "b": "new", "c": 4, "list": [{"name": "B", "url": "u"}, {"name": "C", "url": "v"}]}"#)
    let revised = Revision.revised(expected, toward: actual)
    #expect(revised.description == #"{"b":"new","a":{"x":2},"list":[{"name":"B"},{"name":"C"}],"gone":null}"#)
    #expect(Comparison.mismatches(revised, actual).isEmpty)
  }

  @Test func revisionBringsCountsUpToDateAndLeavesTexts() throws {
    let expected = try JSONValue.parse(#"{"count": 9, "first": "Port", "last": {"type": "quote"}, "includes": "nowhere"}"#)
    let revised = Revision.revised(expected, toward: try .parse(Self.body))
    #expect(revised.description == #"{"count":2,"first":"Harbour","last":{"type":"paragraph"},"includes":"nowhere"}"#)
  }
}
