import Extraction
import Testing

@Suite struct TextTemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var template: String
    var text: String
    var captures: [String: String]?
    var testDescription: String { "\(template) ~ \(text)" }
  }

  @Test(arguments: [
    Case(template: "- Advertisement -", text: "– Advertisement –", captures: [:]),
    Case(template: "Hello", text: "hello", captures: nil), Case(template: "Hello", text: "Hello there", captures: nil),
    Case(
      template: "This piece first ran in ${name}.", text: "This piece first ran in The Harbour Post.\u{A0}",
      captures: ["name": "The Harbour Post"]),
    Case(template: "This piece first ran in ${name}.", text: "This piece first ran in .", captures: nil),
    Case(
      template: "(${name}, ${affiliation})", text: "(Ada Quill, Harbour.test)",
      captures: ["name": "Ada Quill", "affiliation": "Harbour.test"]),
    Case(template: "Copyright * Harbour Ltd", text: "Copyright 2025 by Harbour Ltd", captures: [:]),
    Case(template: "Copyright *", text: "Copyright", captures: nil),
    Case(template: "Copyright*", text: "Copyright", captures: [:]),
    Case(template: "*tail", text: "long tail", captures: [:]),
    Case(template: "${all}", text: " everything ", captures: ["all": "everything"]),
    Case(template: "costs \\$5 \\* \\${x}", text: "costs $5 * ${x}", captures: [:]),
    Case(template: "“${quote}” said ${who}", text: "\"We won't go\" said Ida", captures: ["quote": "We won't go", "who": "Ida"]),
    Case(template: "${a}-${b}", text: "x–y—z", captures: ["a": "x", "b": "y—z"]),
    Case(template: "a${x}a", text: "aa", captures: nil), Case(template: "a${x}a", text: "aba", captures: ["x": "b"]),
    Case(template: "(${x})", text: "(a (b) c)", captures: ["x": "a (b) c"]),
    Case(template: "(${x})", text: "(a) and (b)", captures: nil),
  ])
  func matches(case sample: Case) throws {
    let match = try TextTemplate(sample.template).match(sample.text)
    #expect(match.map { Dictionary(uniqueKeysWithValues: $0.captures.map { ($0.name, $0.value) }) } == sample.captures)
  }

  @Test func cutsPrefix() throws {
    let template = try TextTemplate("(${name}, ${affiliation})")
    let text = "(Ada Quill,  Harbour.test) The ferries — all nine — stood still (again)."
    let match = try #require(template.matchPrefix(text))
    #expect(match["name"] == "Ada Quill")
    #expect(match["affiliation"] == "Harbour.test")
    #expect(String(decoding: Array(text.utf8)[match.range], as: UTF8.self) == "(Ada Quill,  Harbour.test)")
    #expect(template.matchPrefix("Ferries (Ada Quill, Harbour.test) stood still") == nil)
    #expect(template.matchPrefix("(again) they said, (all nine)") == nil)
  }

  @Test func findsWithin() throws {
    let template = try TextTemplate("first ran in ${name}.", ignoringCase: true)
    let match = try #require(template.firstMatch(in: "Note: this story First Ran in Die Hafenpost. Thanks."))
    #expect(match["name"] == "Die Hafenpost")
    #expect(template.contains(in: "It FIRST RAN IN X."))
    #expect(!template.contains(in: "It ran first."))
  }

  @Test func mapsCapturesToOriginal() throws {
    let text = "\u{FEFF}  Von „Ada  Quill“ – Hafen"
    let match = try #require(try TextTemplate("Von \"${name}\" - ${place}").match(text))
    let bytes = Array(text.utf8)
    for capture in match.captures { #expect(String(decoding: bytes[capture.range], as: UTF8.self) == capture.value) }
    #expect(match["name"] == "Ada  Quill")
  }

  @Test(arguments: [
    ("", TemplateError.Reason.empty), ("   ", .empty), ("${", .unclosedCapture), ("${name", .unclosedCapture),
    ("${}", .invalidCaptureName("")), ("${a b}", .invalidCaptureName("a b")),
    ("${a} and ${a}", .duplicateCapture("a")), ("${a}${b}", .adjacentCaptures), ("${a}*", .adjacentCaptures),
    ("oops\\", .danglingEscape), (String(repeating: "x", count: 3000), .tooLong),
  ])
  func explainsFaults(source: String, reason: TemplateError.Reason) {
    #expect {
      try TextTemplate(source)
    } throws: { error in
      (error as? TemplateError)?.reason == reason && !"\(error)".isEmpty
    }
  }

  @Test(.timeLimit(.minutes(1))) func staysLinear() throws {
    let template = try TextTemplate("a*a${x}aab*aaab${y}aaaab")
    let text = String(repeating: "a", count: 1_000_000)
    #expect(template.match(text) == nil)
    #expect(template.firstMatch(in: text) == nil)
    #expect(try TextTemplate("(${x})").matchPrefix(String(repeating: "(", count: 1_000_000)) == nil)
  }
}
