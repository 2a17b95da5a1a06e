public import Copydesk

/// Documents that are wrong in ways that happen: plugins must refuse them or let them through, and go on.
public enum BrokenInput {
  public static var documents: [Document] {
    [
      document("empty", []),
      document("white-space", Array("\u{A0}\n\n \t\u{200B}\n".utf8)),
      document("binary", (0..<512).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }),
      document("cut-utf8", Array("Caf".utf8) + [0xC3]),
      document("overlong-utf8", [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF8, 0x88]),
      document("unclosed", Array("<html><body><article><p>One<div><table><tr><p>".utf8), type: "text/html"),
      document("deep", Array(String(repeating: "<div>", count: 5_000).utf8), type: "text/html"),
      document("wrong-type", Array("plain text that claims to be a picture".utf8), type: "image/png"),
      document("one-line", Array(String(repeating: "x", count: 100_000).utf8)),
      document("control", Array("a\u{0}b\u{1B}[31mc\u{7F}".utf8)),
    ]
  }

  private static func document(_ name: String, _ content: [UInt8], type: String? = nil) -> Document {
    Document(id: "broken-\(name)", origin: Origin(source: "conformance", path: name), mediaType: type, content: content)
  }
}
