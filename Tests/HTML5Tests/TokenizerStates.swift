import Testing

@testable import Pages

/// Cases of our own for the tokenizer's states, by the names the standard gives them.
@Suite struct TokenizerStates {
  typealias Token = TokenRecorder.Token

  struct Case: CustomTestStringConvertible, Sendable {
    var state: String
    var input: String
    var content = ContentModel.data
    var lastStartTag: String?
    var expected: [Token]

    var testDescription: String { "\(state): \(input.debugDescription)" }
  }

  static func start(_ name: String, _ attributes: [String: String] = [:], closing: Bool = false) -> Token {
    .startTag(name, attributes, isSelfClosing: closing)
  }

  static func text(_ text: String) -> Token { .character(text) }

  static func doctype(_ name: String?, _ publicID: String? = nil, _ systemID: String? = nil, correct: Bool = true) -> Token {
    .doctype(name: name, publicID: publicID, systemID: systemID, isCorrect: correct)
  }

  static let cases: [Case] =
    data + tags + attributes + rawText + script + comments + doctypes + references

  static let data: [Case] = [
    Case(state: "data", input: "a\0b\r\nc\rd", expected: [text("a\0b\nc\nd")]),
    Case(state: "data", input: "é ✓ 𝄞", expected: [text("é ✓ 𝄞")]),
    Case(state: "plaintext", input: "a<b>&amp;\0", content: .plaintext, expected: [text("a<b>&amp;\u{FFFD}")]),
    Case(state: "CDATA section", input: "a]b]]c]]><d>", content: .cdata, expected: [text("a]b]]c"), start("d")]),
    Case(state: "CDATA section bracket", input: "a]]", content: .cdata, expected: [text("a]]")]),
    Case(state: "CDATA outside foreign content", input: "<![CDATA[x]]>", expected: [.comment("[CDATA[x]]")]),
  ]

  static let tags: [Case] = [
    Case(state: "tag open", input: "a<1<", expected: [text("a<1<")]),
    Case(state: "tag open", input: "<?php x?>y", expected: [.comment("?php x?"), text("y")]),
    Case(state: "end tag open", input: "</>a</ b></", expected: [text("a"), .comment(" b"), text("</")]),
    Case(state: "tag name", input: "<DiV\0x>", expected: [start("div\u{FFFD}x")]),
    Case(state: "tag name", input: "<Long-Element\0Name>", expected: [start("long-element\u{FFFD}name")]),
    Case(state: "tag name", input: "a<div", expected: [text("a")]),
    Case(state: "tag name", input: "<an-element-with-quite-a-long-name>", expected: [start("an-element-with-quite-a-long-name")]),
    Case(state: "end tag with attributes", input: "</p a=b c>", expected: [.endTag("p")]),
    Case(
      state: "self-closing start tag", input: "<br/><p/ a><i / />",
      expected: [
        start("br", closing: true), start("p", ["a": ""]), start("i", closing: true),
      ]),
  ]

  static let attributes: [Case] = [
    Case(state: "before attribute name", input: "<a \t\n\u{0C}\r b>", expected: [start("a", ["b": ""])]),
    Case(state: "before attribute name", input: "<a =b=c>", expected: [start("a", ["=b": "c"])]),
    Case(state: "attribute name", input: "<a B C\0=1 b=2>", expected: [start("a", ["b": "", "c\u{FFFD}": "1"])]),
    Case(state: "after attribute name", input: "<a b = c d\n=e/f>", expected: [start("a", ["b": "c", "d": "e/f"])]),
    Case(state: "before attribute value", input: "<a b= >x", expected: [start("a", ["b": ""]), text("x")]),
    Case(
      state: "attribute value (double-quoted)", input: "<a b=\"c'>\r\n\0&lt;\">", expected: [start("a", ["b": "c'>\n\u{FFFD}<"])]),
    Case(state: "attribute value (single-quoted)", input: "<a b='c\"&amp'>", expected: [start("a", ["b": "c\"&"])]),
    Case(
      state: "attribute value (unquoted)", input: "<a b=c&gt;'\"<=` d=/e>",
      expected: [
        start("a", ["b": "c>'\"<=`", "d": "/e"])
      ]),
    Case(
      state: "after attribute value (quoted)", input: "<a b='c'd=\"e\"/>",
      expected: [
        start("a", ["b": "c", "d": "e"], closing: true)
      ]),
    Case(state: "attributes at the end", input: "x<a b='c", expected: [text("x")]),
    Case(state: "attributes at the end", input: "x<a b=", expected: [text("x")]),
    Case(state: "attributes at the end", input: "x<a b", expected: [text("x")]),
    Case(state: "attributes at the end", input: "x<a b='c'", expected: [text("x")]),
    Case(
      state: "references in attributes", input: "<a b='?x=1&copy=2&copy;&copyx&copy' c=&copy>",
      expected: [
        start("a", ["b": "?x=1&copy=2©&copyx©", "c": "©"])
      ]),
  ]

  static let rawText: [Case] = [
    Case(
      state: "RCDATA", input: "a&amp;<b></titlex></title >c", content: .rcdata, lastStartTag: "title",
      expected: [
        text("a&<b></titlex>"), .endTag("title"), text("c"),
      ]),
    Case(state: "RCDATA end tag name", input: "</TITLE", content: .rcdata, lastStartTag: "title", expected: [text("</TITLE")]),
    Case(
      state: "RAWTEXT", input: "a&amp;\0\r</p></style/>", content: .rawtext, lastStartTag: "style",
      expected: [
        text("a&amp;\u{FFFD}\n</p>"), .endTag("style"),
      ]),
    Case(state: "RAWTEXT less-than sign", input: "a<", content: .rawtext, lastStartTag: "style", expected: [text("a<")]),
  ]

  static let script: [Case] = [
    Case(
      state: "script data", input: "a<b</script>c", content: .scriptData, lastStartTag: "script",
      expected: [
        text("a<b"), .endTag("script"), text("c"),
      ]),
    Case(
      state: "script data escape start", input: "<!-</script>", content: .scriptData, lastStartTag: "script",
      expected: [
        text("<!-"), .endTag("script"),
      ]),
    Case(
      state: "script data escaped", input: "<!--a</script>-->", content: .scriptData, lastStartTag: "script",
      expected: [
        text("<!--a"), .endTag("script"), text("-->"),
      ]),
    Case(
      state: "script data double escaped", input: "<!--<script>a</script>b--></script>", content: .scriptData,
      lastStartTag: "script", expected: [text("<!--<script>a</script>b-->"), .endTag("script")]),
    Case(
      state: "script data double escape start", input: "<!--<scripty></script>", content: .scriptData,
      lastStartTag: "script", expected: [text("<!--<scripty>"), .endTag("script")]),
    Case(
      state: "script data escaped dash dash", input: "<!--><script></script>", content: .scriptData,
      lastStartTag: "script", expected: [text("<!--><script>"), .endTag("script")]),
    Case(
      state: "script data double escaped dash dash", input: "<!--<script>---></script>", content: .scriptData,
      lastStartTag: "script", expected: [text("<!--<script>--->"), .endTag("script")]),
    Case(
      state: "script data at the end", input: "<!--<script>", content: .scriptData, lastStartTag: "script",
      expected: [
        text("<!--<script>")
      ]),
  ]

  static let comments: [Case] = [
    Case(state: "comment", input: "<!--a--b\0\r-->c", expected: [.comment("a--b\u{FFFD}\n"), text("c")]),
    Case(state: "comment start", input: "<!-->a<!--->b", expected: [.comment(""), text("a"), .comment(""), text("b")]),
    Case(state: "comment end", input: "<!--a--->b<!---->", expected: [.comment("a-"), text("b"), .comment("")]),
    Case(state: "comment end bang", input: "<!--a--!>b<!--c--!d-->", expected: [.comment("a"), text("b"), .comment("c--!d")]),
    Case(state: "comment less-than sign bang", input: "<!--<!--a-->b", expected: [.comment("<!--a"), text("b")]),
    Case(state: "comment at the end", input: "<!--a", expected: [.comment("a")]),
    Case(state: "comment end dash at the end", input: "<!--a-", expected: [.comment("a")]),
    Case(state: "comment end at the end", input: "<!--a--", expected: [.comment("a")]),
    Case(state: "comment end bang at the end", input: "<!--a--!", expected: [.comment("a")]),
    Case(state: "comment start dash at the end", input: "<!---", expected: [.comment("")]),
    Case(state: "bogus comment", input: "<!a>b<!", expected: [.comment("a"), text("b"), .comment("")]),
  ]

  static let doctypes: [Case] = [
    Case(state: "DOCTYPE", input: "<!doctypeHTML><!DOCTYPE>", expected: [doctype("html"), doctype(nil, correct: false)]),
    Case(state: "DOCTYPE name", input: "<!DOCTYPE hT\0ml", expected: [doctype("ht\u{FFFD}ml", correct: false)]),
    Case(state: "after DOCTYPE name", input: "<!DOCTYPE html x>a", expected: [doctype("html", correct: false), text("a")]),
    Case(
      state: "DOCTYPE public identifier", input: "<!DOCTYPE html PUBLIC 'a\"'\"b'\">", expected: [doctype("html", "a\"", "b'")]),
    Case(
      state: "DOCTYPE public identifier", input: "<!DOCTYPE html public \"a>b",
      expected: [
        doctype("html", "a", correct: false), text("b"),
      ]),
    Case(state: "before DOCTYPE public identifier", input: "<!DOCTYPE html PUBLIC>", expected: [doctype("html", correct: false)]),
    Case(
      state: "DOCTYPE system identifier", input: "<!DOCTYPE html system 'a' b>c",
      expected: [
        doctype("html", nil, "a"), text("c"),
      ]),
    Case(
      state: "before DOCTYPE system identifier", input: "<!DOCTYPE html SYSTEM a>", expected: [doctype("html", correct: false)]),
    Case(
      state: "after DOCTYPE system identifier at the end", input: "<!DOCTYPE html SYSTEM 'a'",
      expected: [
        doctype("html", nil, "a", correct: false)
      ]),
  ]

  static let references: [Case] = [
    Case(state: "named character reference", input: "&amp;&AMP&notit;&notin;&nGt;", expected: [text("&&¬it;∉≫⃒")]),
    Case(state: "ambiguous ampersand", input: "&nosuchname; & &; &", expected: [text("&nosuchname; & &; &")]),
    Case(state: "numeric character reference", input: "&#65;&#x42;&#X43&#x;&#;&#68", expected: [text("ABC&#x;&#;D")]),
    Case(
      state: "numeric character reference end", input: "&#0;&#xD800;&#x110000;&#128;&#xFFFFFFFFFFFF;&#13;",
      expected: [
        text("\u{FFFD}\u{FFFD}\u{FFFD}€\u{FFFD}\r")
      ]),
  ]

  @Test(arguments: cases)
  func reads(_ test: Case) {
    let actual = TokenRecorder.tokens(of: Array(test.input.utf8), content: test.content, lastStartTag: test.lastStartTag)
    #expect(actual == test.expected)
  }

  /// Sixteen bytes are looked at at a time: what is looked for must be found wherever it stands, up to the last byte.
  @Test(arguments: 0..<40)
  func findsMarkupAtAnyOffset(_ offset: Int) {
    let padding = String(repeating: "x", count: offset)
    let tokens = TokenRecorder.tokens(of: Array("\(padding)<b a='\(padding)&amp;'>\(padding)&lt;</b>\(padding)".utf8))
    let before = offset == 0 ? [] : [Self.text(padding)]
    #expect(
      tokens == before + [Self.start("b", ["a": padding + "&"]), Self.text(padding + "<"), .endTag("b")] + before)
  }

  @Test func allNamedReferencesAreThere() {
    #expect(CharacterReferences.shared.count == 2_125)
  }
}
