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

  static let parts = #"""
    [{"type": "paragraph", "text": "They opened the new bridge. Subscribe now."}, {"type": "list", "items": ["first oar", "second oar"]},
     {"type": "table", "rows": [["tide", "high water"]]}, {"type": "figure", "url": "https://example.test/a.jpg"}]
    """#

  @Test(arguments: [
    (#"{"includes": ["new bridge", "second oar", "high water"]}"#, true), (#"{"includes": ["new bridge", "old bridge"]}"#, false),
    (#"{"excludes": ["Subscribe"]}"#, false), (#"{"excludes": ["first"]}"#, false), (#"{"excludes": "high"}"#, false),
    (#"{"excludes": ["Advertisement"]}"#, true),
  ])
  func aTextIsLookedForWithinElements(_ condition: String, holds: Bool) throws {
    let mismatches = Comparison.mismatches(try .parse(condition), try .parse(Self.parts), path: "body")
    #expect(mismatches.isEmpty == holds)
  }

  @Test(arguments: [
    (#"[{"type": "list", "items": ["first oar", "second oar"]}]"#, #"{"first": "first oar\nsecond oar"}"#, true),
    (#"[{"type": "list", "items": ["first oar", "second oar"]}]"#, #"{"last": {"endsWith": "second oar"}}"#, true),
    (#"[{"type": "list", "items": ["first oar", "second oar"]}]"#, #"{"last": "second oar"}"#, false),
    (#"[{"type": "table", "rows": [["tide", "high"], ["port", "quay"]]}]"#, #"{"first": "tide\thigh\nport\tquay"}"#, true),
  ])
  func listsAndTablesHaveATextToo(body: String, condition: String, holds: Bool) throws {
    let mismatches = Comparison.mismatches(try .parse(condition), try .parse(body), path: "body")
    #expect(mismatches.isEmpty == holds)
  }

  @Test func aTextIsLookedForWithinTexts() throws {
    let keywords: JSONValue = ["harbour master", "tides"]
    #expect(Comparison.mismatches(["includes": "harbour"], keywords).isEmpty)
    #expect(Comparison.mismatches(["excludes": "harbour"], keywords).count == 1)
    let figure: JSONValue = [["type": "figure", "url": "https://example.test/a.jpg"]]
    #expect(Comparison.mismatches(["excludes": "Subscribe"], figure).isEmpty)
  }

  @Test(arguments: [
    (#"{"excludes": ["Ada"]}"#, #"[{"name": "Ada Moss", "type": "Person"}]"#, "excludes", #""Ada""#),
    (#"{"includes": ["Ada"]}"#, #"[{"name": "Ada Moss"}]"#, "includes", #""Ada""#),
    (#"{"excludes": "1"}"#, "[1, 2]", "excludes", #""1""#), (#"{"excludes": 1}"#, #"["1"]"#, "excludes", "1"),
    (#"{"excludes": {"type": "quote"}}"#, #"["quote"]"#, "excludes", #"{"type":"quote"}"#),
    (#"{"excludes": {"startsWith": "Ada"}}"#, "[1]", "excludes", #"{"startsWith":"Ada"}"#),
    (#"{"excludes": 5}"#, #""5 boats""#, "excludes", "5"), (#"{"startsWith": 5}"#, #""5 boats""#, "startsWith", "5"),
    (#"{"count": "2"}"#, "[1, 2]", "count", #""2""#),
  ])
  func whatCannotBeComparedFails(_ condition: String, _ actual: String, key: String, operand: String) throws {
    let mismatches = Comparison.mismatches(try .parse(condition), try .parse(actual), path: "x")
    #expect(mismatches.map(\.condition) == [.incomparable(key, try .parse(operand))])
    let message = mismatches.first.map { FieldDiff($0).lines() }?.first
    #expect(message == "'\(key)' cannot compare \(operand) with what is there: the types differ")
  }

  @Test func anExclusionThatFailsShowsTheSurroundings() throws {
    let mismatch = try #require(Comparison.mismatches(["excludes": "Subscribe"], try .parse(Self.parts), path: "body").first)
    #expect(FieldDiff(mismatch).lines() == [#"must not include "Subscribe""#, "+ …They opened the new bridge. Subscribe now.…"])
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
