import Copydesk
import Testing

@testable import CopydeskCommand

@Suite struct InputLineTests {
  private func line(_ text: String) throws -> InputLine { try InputLine(Array(text.utf8)[...]) }

  @Test func readsHTML() throws {
    let line = try line(
      #"{"id": "a1", "url": "https://example.test/a", "html": "<p>Gr\u00fc\u00dfe \ud83d\ude00</p>", "other": [1]}"#)
    #expect(line.id == .string("a1"))
    #expect(line.document.id == "a1")
    #expect(line.document.origin.url == "https://example.test/a")
    #expect(String(decoding: line.document.content, as: UTF8.self) == "<p>Grüße 😀</p>")
    #expect(line.document.mediaType?.hasPrefix("text/html") == true)
  }

  @Test func readsText() throws {
    let line = try line(#"{"text": "One\nTwo", "id": 7, "url": null}"#)
    #expect(line.id == .integer(7))
    #expect(line.document.id == "7")
    #expect(line.document.origin.url == nil)
    #expect(line.document.mediaType?.hasPrefix("text/plain") == true)
  }

  @Test(arguments: [
    ("", "invalid-json", JSONValue.null), ("{", "invalid-json", .null), ("[]", "invalid-input", .null),
    ("{}", "invalid-input", .null),
    (#"{"id": 1.5, "text": "x"}"#, "invalid-input", .null), (#"{"id": "a"}"#, "invalid-input", "a"),
    (#"{"id": "a", "text": "x", "html": "y"}"#, "invalid-input", "a"), (#"{"id": "a", "text": 1}"#, "invalid-input", "a"),
    (#"{"id": "a", "url": 1, "text": "x"}"#, "invalid-input", "a"),
  ])
  func refusals(_ text: String, code: String, id: JSONValue) {
    #expect {
      try line(text)
    } throws: { error in
      (error as? InputLine.Problem)?.code == code && (error as? InputLine.Problem)?.id == id
    }
  }
}
