import Copydesk
import Testing

@Suite struct JSONParserTests {
  static let values: [(String, JSONValue)] = [
    ("null", JSONValue.null), ("true", .bool(true)), (" false ", .bool(false)), ("0", .integer(0)), ("-12", .integer(-12)),
    ("9223372036854775807", .integer(.max)), ("1.5", .number(1.5)), ("-2e3", .number(-2000)), ("1E-2", .number(0.01)),
    ("18446744073709551616", .number(18_446_744_073_709_551_616)), ("\"\"", .string("")), ("\"Zürich 東京\"", .string("Zürich 東京")),
    ("[]", .array([])), ("[1, [2]]", [1, [2]]), ("{}", .object(JSONObject())), ("{\"b\":1,\"a\":[null]}", ["b": 1, "a": [nil]]),
    ("\u{FEFF}[1]", [1]),
  ]

  @Test(arguments: values)
  func readsValues(text: String, expected: JSONValue) throws {
    #expect(try JSONValue.parse(text) == expected)
    #expect(try JSONValue.parse(Array(text.utf8)) == expected)
    #expect(try JSONValue.parse(text, mode: .tolerant) == expected)
  }

  @Test(arguments: [
    (#""a\"b\\c\/d""#, #"a"b\c/d"#), (#""\n\t\r\b\f""#, "\n\t\r\u{8}\u{C}"), (#""\u00e9\u20AC""#, "é€"),
    (#""\uD83D\uDE00!""#, "😀!"),
    (#""\ud83d""#, "\u{FFFD}"), (#""\uD83Dx""#, "\u{FFFD}x"), (#""\uDE00\uD83D""#, "\u{FFFD}\u{FFFD}"), (#""\u0000""#, "\0"),
    (#""eight bytes and then a \" quote""#, #"eight bytes and then a " quote"#),
  ])
  func resolvesEscapes(text: String, expected: String) throws {
    #expect(try JSONValue.parse(text) == .string(expected))
  }

  @Test func repairsInvalidUTF8() throws {
    #expect(try JSONValue.parse([0x22, 0x61, 0xFF, 0x62, 0x22]) == .string("a\u{FFFD}b"))
  }

  @Test(arguments: [
    ("", 0), ("   ", 3), ("{", 1), ("[1,", 3), ("[1,]", 3), ("{\"a\":1,}", 7), ("{\"a\" 1}", 5), ("{a:1}", 1), ("\"abc", 4),
    ("\"a\\", 3),
    ("\"a\\x\"", 2), ("\"a\nb\"", 2), ("\"\\u12\"", 1), ("01", 0), ("-", 0), ("1.", 0), ("1e", 0), ("tru", 0), ("nulls", 0),
    ("1 2", 2), ("[1 2]", 3),
    ("1e999", 0), ("'a'", 0), ("\u{1}", 0),
  ])
  func refusesOthers(text: String, from earliest: Int) {
    #expect { try JSONValue.parse(text) } throws: { error in
      guard let error = error as? JSONSyntaxError else { return false }
      return error.offset >= earliest && error.offset <= text.utf8.count
    }
  }

  @Test func locatesFaults() {
    #expect {
      try JSONValue.parse("{\n  \"a\": 1,\n  \"b\": oops\n}")
    } throws: { error in
      guard let error = error as? JSONSyntaxError else { return false }
      return error.line == 3 && error.column == 8 && error.reason == .invalidLiteral
        && "\(error)" == "3:8: expected true, false or null"
    }
  }

  @Test func boundsDepth() throws {
    let deepest = JSONParser.maximumDepth
    #expect(throws: Never.self) {
      try JSONValue.parse(String(repeating: "[", count: deepest) + String(repeating: "]", count: deepest))
    }
    for text in [String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 500_000)] {
      #expect {
        try JSONValue.parse(text)
      } throws: { error in
        (error as? JSONSyntaxError)?.reason == .tooDeep
      }
      #expect(JSONParser.parseTolerantly(Array(text.utf8)).values.isEmpty)
    }
  }
}

@Suite struct TolerantJSONTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var values: [JSONValue]
    var repairs: JSONRepairs
    var testDescription: String { text }
  }

  @Test(arguments: [
    Case(text: "{\"a\":\"one\ntwo\"}", values: [["a": "one\ntwo"]], repairs: .controls),
    Case(text: "{\"a\":[1,2,],}", values: [["a": [1, 2]]], repairs: .commas),
    Case(text: "{\"a\":1 \"b\":2}", values: [["a": 1, "b": 2]], repairs: .commas),
    Case(text: "<!-- {\"a\":1} -->", values: [["a": 1]], repairs: .comments),
    Case(text: "//<![CDATA[\n{\"a\":1}\n//]]>", values: [["a": 1]], repairs: .comments),
    Case(text: "/* note */ {\"a\": // one\n 1}", values: [["a": 1]], repairs: .comments),
    Case(text: "{\"a\":1}{\"b\":2}", values: [["a": 1], ["b": 2]], repairs: .concatenation),
    Case(text: "{\"a\":1};", values: [["a": 1]], repairs: []),
    Case(text: #"{"a":"It\'s"}"#, values: [["a": "It's"]], repairs: .escapes),
    Case(text: "{\"a\":undefined}", values: [["a": nil]], repairs: .literals),
    Case(text: "{\"a\":1,\"b\":{\"c\":[1,2", values: [["a": 1, "b": ["c": [1, 2]]]], repairs: .truncation),
    Case(text: "{\"a\":1,\"b\":\"cut", values: [["a": 1]], repairs: .truncation),
    Case(
      text: #"{"a":"He said "yes", and left","b":2}"#, values: [["a": #"He said "yes", and left"#, "b": 2]], repairs: .quotes),
    Case(text: "{&quot;a&quot;:&quot;x &amp; y&quot;}", values: [["a": "x & y"]], repairs: .htmlEscapes),
    Case(text: "{\u{A0}\"a\":1}", values: [["a": 1]], repairs: .controls),
  ])
  func reads(case sample: Case) {
    let outcome = JSONParser.parseTolerantly(Array(sample.text.utf8))
    #expect(outcome.values == sample.values)
    #expect(outcome.repairs.isSuperset(of: sample.repairs))
  }

  @Test func leavesSoundTextAlone() {
    let outcome = JSONParser.parseTolerantly(Array(#"{"a":"/* no comment */ <!-- nor this -->","b":"&quot;"}"#.utf8))
    #expect(outcome.values == [["a": "/* no comment */ <!-- nor this -->", "b": "&quot;"]])
    #expect(outcome.repairs == [])
  }

  /// What cannot be read strictly is read from its beginning twice at most, whatever is wrong with it at its end.
  @Test(arguments: ["", ",", "]", "\"", "\"x\" \"y\"", "{", "nul", "}", "&quot;", "\u{1}"])
  func readsTheRestOfWhatIsBroken(ending: String) {
    let text = #"[{"a":"b"},{"a":1}"#
    let outcome = JSONParser.parseTolerantly(Array((text + ending).utf8))
    let sound: [JSONValue] = [["a": "b"], ["a": 1]]
    guard case .array(let elements)? = outcome.values.first else { return #expect(outcome.values.isEmpty) }
    #expect(elements.prefix(2) == sound[...])
    #expect(!outcome.repairs.isEmpty || ending == "]")
  }

  @Test func aByteOrderMarkIsNoFault() {
    let outcome = JSONParser.parseTolerantly(Array("\u{FEFF}{\"a\":1}".utf8))
    #expect(outcome.values == [["a": 1]] && outcome.repairs == [])
  }

  @Test(arguments: ["", "<html>", "{{{{", "}", "\"", "\\", "{\"a\"", ",,,,", "/*", "&quot;", "[[[["])
  func survives(text: String) {
    _ = JSONParser.parseTolerantly(Array(text.utf8))
    _ = JSONParser.parseTolerantly(Array(String(repeating: text, count: 5000).utf8))
  }

  @Test func namesRepairs() {
    #expect(JSONRepairs([.commas, .truncation]).labels == ["commas", "cut short"])
  }
}
