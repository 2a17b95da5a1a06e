import Testing

@testable import Pages

@Suite struct PageParseTests {
  @Test(arguments: [
    ("<!DOCTYPE html><p>x", Page.Kind.html), ("\n <HTML>x", .html), ("<p class=a>x</p>", .html), ("<!-- c --><p>x", .html),
    ("<?xml version='1.0'?><html>x</html>", .html),
    ("<3 this", .text), ("Plain <b>words</b>", .text), ("<notatag>x", .text), ("- x", .text), ("<", .text),
  ])
  func bytesTellTheMediaType(input: String, kind: Page.Kind) throws {
    #expect(try Page.parse(Array(input.utf8)).kind == kind)
  }

  @Test func contentTypeWins() throws {
    #expect(try Page.parse(Array("<p>x</p>".utf8), contentType: "text/plain").kind == .text)
    #expect(try Page.parse(Array("x".utf8), contentType: "Text/HTML; charset=utf-8").kind == .html)
    #expect(try Page.parse(Array("<p>x</p>".utf8), contentType: "application/octet-stream").kind == .html)
    #expect(try Page.parse(Array("x".utf8), contentType: "application/xhtml+xml").kind == .html)
  }

  /// A damaged download under a page's name. Bytes by chance, from a congruential generator (Numerical Recipes' constants).
  @Test func bytesByChanceAreNoHTML() throws {
    var state: UInt32 = 7
    let bytes = (0..<20_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    let error = #expect(throws: PageError.self) { try Page.parse(bytes, contentType: "text/html") }
    #expect(error?.code == .binary)
    // A page with a few control characters is one.
    let page = try Page.parse(
      Array("<title>Quay</title><p>Nine\u{1}boats\u{2} went out on Monday morning.</p>".utf8), contentType: "text/html")
    #expect(page.kind == .html)
  }

  @Test func sixteenBitHTMLIsHTML() throws {
    let bytes: [UInt8] = "\u{FEFF}<p>Wide</p>".utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let page = try Page.parse(bytes)
    #expect(page.kind == .html)
    #expect(page.string(of: page.blocks[0]) == "Wide")
  }

  @Test(arguments: [
    ([] as [UInt8], PageError.Code.empty, "the input is empty"),
    (Array(" \n\t\r\n".utf8), .empty, "the input has no text in its 5 bytes"),
    ([0xEF, 0xBB, 0xBF], .empty, "the input has no text in its 0 bytes"),
    (Array("%PDF-1.7\n".utf8), .binary, "the input is not text but a PDF document"),
    ([0x1F, 0x8B, 0x08, 0, 0], .binary, "the input is not text but gzip-compressed data, which has to be unpacked first"),
    ([1, 2, 3, 4, 0, 0, 0, 5], .binary, "the input is not text but binary data"),
    (
      Array(
        "\u{FEFF}<?xml version='1.0'?>\n<!-- by hand -->\n<rss version='2.0'><channel><title>Quay</title></channel></rss>".utf8),
      .unsupportedMediaType, "the input is an RSS feed, which lists pages, that is neither HTML nor plain text"
    ),
    (
      Array("<feed xmlns='http://www.w3.org/2005/Atom'><title>Quay</title></feed>".utf8), .unsupportedMediaType,
      "the input is an Atom feed, which lists pages, that is neither HTML nor plain text"
    ),
  ])
  func whatIsNoText(bytes: [UInt8], code: PageError.Code, message: String) throws {
    let error = #expect(throws: PageError.self) { try Page.parse(bytes) }
    #expect(error?.code == code)
    if code != .empty || bytes.first != 0xEF { #expect(error?.description == message) }
  }

  @Test func otherMediaTypesAreRefused() {
    let error = #expect(throws: PageError.self) { try Page.parse(Array("{}".utf8), contentType: "application/json") }
    #expect(error?.code == .unsupportedMediaType)
  }

  @Test func sizeIsLimited() {
    let error = #expect(throws: PageError.self) { try Page.parse(Array("hello".utf8), limits: PageLimits(bytes: 4)) }
    #expect(error?.description == "the input has 5 bytes, more than the limit of 4")
  }

  @Test func randomBytesAreAnErrorOrAPage() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = RandomInput(seed: seed)
      let bytes = random.bytes(Int.random(in: 1...2000, using: &random))
      for type in [
        nil, "text/html", "text/plain", "text/html; charset=gb18030", "text/html; charset=iso-2022-jp",
        "text/plain; charset=utf-16",
      ] {
        if let page = try? Page.parse(bytes, contentType: type) {
          #expect(String(validating: page.text, as: UTF8.self) != nil)
          if let tree = page.tree { #expect(String(validating: tree.source, as: UTF8.self) != nil) }
        }
      }
    }
  }

  @Test func mutatedPagesAreRead() throws {
    let page = Array(CSSSelectorTests.html.utf8)
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = RandomInput(seed: seed)
      var bytes = page
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(contentsOf: bytes[at..<min(at + 30, bytes.count)], at: Int.random(in: 0..<bytes.count, using: &random))
        default: bytes.removeSubrange(at..<min(at + 10, bytes.count))
        }
      }
      let parsed = try Page.parse(bytes, contentType: "text/html")
      TreeTests.check(try #require(parsed.tree), "seed \(seed)")
    }
  }

  @Test func nestingIsCut() throws {
    let clock = ContinuousClock()
    let html = String(repeating: "<div>", count: 100_000) + "deep" + String(repeating: "</div>", count: 100_000) + "<p>after</p>"
    let time = try clock.measure {
      let page = try Page.parse(html: html)
      let tree = try #require(page.tree)
      #expect(page.notes == ["nesting cut at 512 levels"])
      #expect(page.blocks.map(page.string(of:)) == ["deep", "after"])
      let deepest = (0..<Int32(tree.count)).map { tree.ancestors(Node($0)).reduce(0) { count, _ in count + 1 } }.max() ?? 0
      #expect(deepest <= 514)
      #expect(try XPathExpression("count(//div)").evaluate(in: tree) == .number(100_000))
      #expect(try CSSSelector("div div").select(in: tree).count == 99_999)
    }
    #expect(time < .seconds(60))
  }
}
