import Copydesk
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("back\\slash", #""back\\slash""#),
    ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#), ("\u{8}\u{C}", #""\b\f""#),
    ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#),
    ("\u{7F}", "\"\u{7F}\""), ("\u{2028}x\u{2029}", #""\u2028x\u2029""#), ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
    ("“curly” – é 漢 😀", "\"“curly” – é 漢 😀\""), ("/", #""/""#), ("\u{E2}\u{80}", "\"\u{E2}\u{80}\""),
  ])
  func stringsEscapeWhatMustBe(_ text: String, _ expected: String) {
    #expect(JSONValue.string(text).description == expected)
  }

  /// The fast paths look at sixteen and eight bytes at a time: an escape must be found at every offset in each.
  @Test func escapesAreFoundAtEveryOffset() {
    for length in 0..<40 {
      for position in 0...length {
        for (special, escaped) in [("\"", "\\\""), ("\u{1}", "\\u0001"), ("\u{2028}", "\\u2028"), ("\\", "\\\\")] {
          let head = String(repeating: "x", count: position)
          let tail = String(repeating: "é", count: length - position)
          #expect(JSONValue.string(head + special + tail).description == "\"\(head)\(escaped)\(tail)\"")
        }
      }
    }
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1.0"), (-0.0, "-0.0"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"), (.infinity, "null"),
    (-.infinity, "null"),
    (.nan, "null"),
  ])
  func numbersAreShortestOrNull(_ number: Double, _ expected: String) {
    #expect(JSONValue.number(number).description == expected)
  }

  @Test func integersAreExact() {
    #expect(
      JSONValue.array([0, 7, -1, .integer(.max), .integer(.min)]).description
        == "[0,7,-1,9223372036854775807,-9223372036854775808]")
  }

  @Test func membersStayInTheOrderTheyWereWritten() {
    let value: JSONValue = ["z": 1, "a": [true, .null, [:]], "m": ["k": []]]
    #expect(value.description == #"{"z":1,"a":[true,null,{}],"m":{"k":[]}}"#)
  }

  @Test func prettyPrintingIndentsByTwo() {
    let value: JSONValue = ["a": [1, 2], "b": [:], "c": [], "d": ["e": "f"]]
    let expected = """
      {
        "a": [
          1,
          2
        ],
        "b": {},
        "c": [],
        "d": {
          "e": "f"
        }
      }
      """
    #expect(String(decoding: value.bytes(pretty: true), as: UTF8.self) == expected)
  }

  @Test func linesFollowEachOther() {
    var json = JSONWriter()
    json.object { $0.member("a", 1) }
    json.newline()
    json.value([2])
    json.newline()
    #expect(String(decoding: json.bytes, as: UTF8.self) == "{\"a\":1}\n[2]\n")
    json.reset()
    #expect(json.bytes.isEmpty)
  }

  @Test(arguments: [false, true])
  func namesOfTheSourceAreWrittenLikeOthers(_ pretty: Bool) {
    var (literal, other) = (JSONWriter(pretty: pretty), JSONWriter(pretty: pretty))
    literal.object {
      $0.member("n", 1)
      $0.member("", "a")
      $0.member("Straße", true)
      $0.member("a name of more than sixteen bytes, as few are", 0.5)
    }
    other.object {
      for (key, value) in [
        ("n", JSONValue.integer(1)), ("", .string("a")), ("Straße", .bool(true)),
        ("a name of more than sixteen bytes, as few are", .number(0.5)),
      ] {
        $0.key(key)
        $0.value(value)
      }
    }
    #expect(literal.bytes == other.bytes)
  }

  @Test(arguments: [0, 1, 7, 5000])
  func roomChangesNothingThatIsWritten(_ room: Int) {
    var json = JSONWriter()
    json.reserveCapacity(room)
    #expect(json.bytes.isEmpty && json.count == 0)
    json.value(["a", 1])
    json.reserveCapacity(room)
    json.newline()
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\"a\",1]\n")
  }

  @Test(arguments: 0..<200)
  func valuesComeBackFromText(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let value = generator.value()
    #expect(try JSONValue.parse(value.bytes()) == value)
    #expect(try JSONValue.parse(value.bytes(pretty: true)) == value)
  }
}
