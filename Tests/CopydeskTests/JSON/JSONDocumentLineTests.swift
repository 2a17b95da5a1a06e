import Testing

@testable import Copydesk

@Suite struct JSONDocumentLineTests {
  private func read(_ text: String) throws -> JSONDocumentLine { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> JSONDocumentLine {
    try JSONDocumentLine.parse(bytes[...], contents: ["html", "text"])
  }

  private func html(_ text: String) throws -> String? {
    try read(text).contents["html"].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func contentsAreApart() throws {
    let line = try read(#" {"id": 7, "html": "<p>", "more": {"text": ["x"]}} "#)
    #expect(line.value == .object(JSONObject([("id", 7), ("more", .object(JSONObject([("text", ["x"])])))])))
    #expect(line.contents == ["html": Array("<p>".utf8)])
  }

  /// An escape may fall on any place of the bytes that are read at a time, or over the end of them.
  @Test(arguments: [
    (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\n\r\t\b\f"#, "\n\r\t\u{8}\u{C}"), (#"\u00e9"#, "é"), (#"\u20AC"#, "€"),
    (#"\ud83d\uDE00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\\\""#, "\\\""), ("é", "é"), ("", ""),
  ])
  func escapesAnywhere(written: String, meant: String) throws {
    for before in Array(0..<18) + Array(55..<75) {
      for after in [0, 1, 7, 64, 130, 200] {
        let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
        #expect(try html(#"{"html":"\#(head)\#(written)\#(tail)"}"#) == head + meant + tail)
      }
    }
  }

  @Test func bytesThatAreNoUTF8StayForWhoeverReadsThePage() throws {
    let line = try read(Array(#"{"html":""#.utf8) + [0x61, 0xFF, 0xC3] + Array(#"","id":1}"#.utf8))
    #expect(line.contents["html"] == [0x61, 0xFF, 0xC3])
    #expect(line.value == .object(JSONObject([("id", 1)])))
  }

  @Test func theFirstOfANameCounts() throws {
    let line = try read(#"{"html":"a","html":"b","text":null,"text":"c"}"#)
    #expect(line.contents == ["html": Array("a".utf8)])
    #expect(line.value["html"] == "b")
    #expect(line.value["text"] == .null)
  }

  @Test(arguments: [
    (#"{"html":5}"#, JSONValue.object(JSONObject([("html", 5)]))), (#"{"html":["x"]}"#, .object(JSONObject([("html", ["x"])]))),
    ("[1]", .array([1])), ("null", .null), ("\u{FEFF}{}", .object(JSONObject())), (" { } ", .object(JSONObject())),
  ])
  func otherValuesStay(text: String, value: JSONValue) throws {
    let line = try read(text)
    #expect(line.value == value)
    #expect(line.contents.isEmpty)
  }

  /// Escapes of all kinds close together, so that most of what is read at a time holds several.
  @Test func escapesInRows() throws {
    let pieces = [#"\""#, "a", #"\\"#, "bc", #"\n"#, "defg", #"\u00e9"#, #"\/"#, "hi jklmnopq", "é", #"\ud83d\ude00"#]
    var state: UInt64 = 7
    for length in 1...60 {
      var written = ""
      for _ in 0..<length * 4 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        written += pieces[Int(truncatingIfNeeded: state >> 33) % pieces.count]
      }
      let text = #"{"html":""# + written + #""}"#
      #expect(try html(text) == JSONValue.parse(text)["html"]?.stringValue)
    }
  }

  /// Faults are told as the general parser tells them.
  @Test(arguments: [
    "", "{", #"{"html"#, #"{"html""#, #"{"html":"#, #"{"html":""#, #"{"html":"abcdefghijk"#, #"{"html":"abc\"#,
    #"{"html":"abc\"}"#,
    #"{"html":"a"#, #"{"html":"a","#, #"{"html":"a",}"#, #"{"html":"a"}x"#, #"{"html":"a"]"#, #"{"html":"\x"}"#,
    #"{"html":"\u12"}"#,
    #"{"html":"\u12g4"}"#, "{\"html\":\"a\nb\"}", "{\"html\":\"abcdefgh\u{1}\"}", #"{"html" "a"}"#, #"{html:"a"}"#, "[1", "nul",
  ])
  func faults(text: String) throws {
    let expected = #expect(throws: JSONSyntaxError.self) { try JSONValue.parse(text) }
    let error = #expect(throws: JSONSyntaxError.self) { try read(text) }
    #expect(error == expected)
  }

  /// Wherever in what is read at a time a fault falls.
  @Test(arguments: [#"\x"#, #"\u12g4"#, "\n", "\u{1}"])
  func faultsAnywhere(fault: String) throws {
    for before in 0..<140 {
      let front = String(repeating: "\\n", count: before % 3) + String(repeating: "a", count: before)
      let text = #"{"html":""# + front + fault + String(repeating: "b", count: before % 2 * 200) + #""}"#
      let expected = #expect(throws: JSONSyntaxError.self) { try JSONValue.parse(text) }
      let error = #expect(throws: JSONSyntaxError.self) { try read(text) }
      #expect(error == expected)
    }
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: JSONParser.maximumDepth)
    #expect { try read(#"{"a":"# + deep) } throws: { ($0 as? JSONSyntaxError)?.reason == .tooDeep }
  }
}

@Suite struct LineFeedsTests {
  @Test func placesAreThoseOfTheArray() {
    let bytes = Array("\nab\n\n\r\nc".utf8)
    #expect(LineFeeds.all(in: bytes[...]) == [0, 3, 4, 6])
    #expect(LineFeeds.all(in: bytes[1..<5]) == [3, 4])
    #expect(LineFeeds.first(in: bytes[1...]) == 3)
    #expect(LineFeeds.first(in: bytes[7...]) == nil)
    #expect(LineFeeds.first(in: []) == nil)
    #expect(LineFeeds.all(in: []) == [])
  }
}
