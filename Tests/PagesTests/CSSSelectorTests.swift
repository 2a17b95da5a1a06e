import Testing

@testable import Pages

/// Elements are told by their `id`.
@Suite struct CSSSelectorTests {
  static let html = """
    <!doctype html>
    <html id=html lang=en><head id=head><meta id=meta name=Description content="x"><title id=title>T</title></head>
    <body id=body class="Page wide">
    <div id=story class="story main-text" data-kind="News Item" lang="de-AT">
      <h1 id=h1>Ministers meet</h1>
      <p id=p1 class="lead first">One <b id=b1>bold</b> word</p>
      <!-- a comment -->
      <p id=p2>Two <a id=a1 href="/news/1.html" rel="Author nofollow">link</a></p>
      <ul id=ul><li id=li1>alpha</li><li id=li2 class=mark>beta</li><li id=li3>gamma</li><li id=li4 class=mark>delta</li></ul>
      <p id=p3><img id=img src="a.JPG"></p>
      <p id=p4></p>
    </div>
    <aside id=aside class=story><p id=p5><span id=s1></span><!-- c --></p><section id=sec><p id=p6>nested <i id=i1>deep</i></p></section></aside>
    <form id=form><input id=in1 type=TEXT><input id=in2 type=checkbox></form>
    </body></html>
    """
  static let tree = HTMLParser.parse(Array(html.utf8))

  static func ids(_ nodes: [Node]) -> String {
    nodes.map { tree.attribute($0, .id) ?? tree.localName($0) }.joined(separator: " ")
  }

  static let cases: [(String, String)] = [
    ("p", "p1 p2 p3 p4 p5 p6"), ("P", "p1 p2 p3 p4 p5 p6"), ("nothere", ""), ("#h1", "h1"), ("h2, h1, #p1", "h1 p1"),
    (".story", "story aside"), (".Story", ""), ("div.story.main-text", "story"), (".main", ""), ("*#p1", "p1"), ("#p1#p2", ""),
    ("div p", "p1 p2 p3 p4"), ("div > p", "p1 p2 p3 p4"), ("aside > p", "p5"), ("aside p", "p5 p6"), ("body > p", ""),
    ("h1 + p", "p1"), ("h1 ~ p", "p1 p2 p3 p4"), ("p + p", "p2 p4"), ("ul ~ p ~ p", "p4"), ("body .story li.mark", "li2 li4"),
    ("html > body > aside section > p i", "i1"), ("ul + p img", "img"), ("h1~ul>li+li", "li2 li3 li4"), ("head ~ body b", "b1"),
    ("[data-kind]", "story"), ("[data-kind='News Item']", "story"), ("[data-kind=\"news item\" i]", "story"),
    ("[data-kind='news item']", ""),
    ("[data-kind~=Item]", "story"), ("[data-kind~='News Item']", ""), ("[class~=lead]", "p1"), ("[lang|=de]", "story"),
    ("[lang|=en]", "html"),
    ("[lang|=d]", ""), ("[href^='/news/']", "a1"), ("[href$='.html']", "a1"), ("[src$='.jpg']", ""), ("[src$='.jpg' i]", "img"),
    ("[href*='ws/1']", "a1"), ("[href^='']", ""), ("[href*='']", ""), ("[rel~=author]", "a1"), ("[rel~=author s]", ""),
    ("[type=text]", "in1"), ("[type=TEXT s]", "in1"), ("[NAME=description]", ""), ("[name=Description]", "meta"),
    ("a:not([href])", ""),
    ("p:not(.lead)", "p2 p3 p4 p5 p6"), ("p:not(.lead, aside p)", "p2 p3 p4"), (":is(h1, b, i)", "h1 b1 i1"),
    ("div :where(b, li.mark)", "b1 li2 li4"),
    (":is(aside, ul) > :is(p, li)", "li1 li2 li3 li4 p5"), ("p:not(div > p)", "p5 p6"), ("p:not(h1 ~ p)", "p5 p6"),
    ("p:has(img)", "p3"), ("div:has(> h1)", "story"), ("body:has(> h1)", ""), ("h1:has(+ p)", "h1"), ("p:has(~ ul)", "p1 p2"),
    (":has(> li.mark:last-child)", "ul"), ("aside:has(section i)", "aside"), ("aside:has(p i, table)", "aside"),
    ("p:has(+ p:empty)", "p3"),
    ("p:not(:has(*))", "p4"), (".story:has(p:has(b))", "story"), ("section:has(.story i)", ""),
    ("li:nth-child(2)", "li2"), ("li:nth-child(odd)", "li1 li3"), ("li:nth-child(even)", "li2 li4"),
    ("li:nth-child(-n+2)", "li1 li2"),
    ("li:nth-child( 2n + 1 )", "li1 li3"), ("li:nth-child(n+3)", "li3 li4"), ("li:nth-last-child(1)", "li4"),
    ("li:nth-last-child(-n + 2)", "li3 li4"),
    (":nth-child(1 of .mark)", "li2"), ("li:nth-child(2 of .mark)", "li4"), ("li:nth-last-child(2 of li.mark)", "li2"),
    ("li:nth-child(0n+0)", ""), ("li:nth-child(-1)", ""), ("li:nth-child(3n - 1)", "li2"),
    ("div > p:nth-of-type(2)", "p2"), ("div > p:nth-last-of-type(1)", "p4"), ("div > :nth-of-type(1)", "h1 p1 ul"),
    ("li:first-child", "li1"),
    ("li:last-child", "li4"), ("div > p:first-of-type", "p1"), ("div > p:last-of-type", "p4"), ("b:only-child", "b1"),
    ("p:only-child", "p6"),
    ("p:only-of-type", "p5 p6"), ("p:empty", "p4"), ("span:empty", "s1"), (":root", "html"), (":root > body", "body"),
    (":scope > body", "body"),
    (":link", "a1"), ("a:any-link", "a1"), ("li:contains('amm')", "li3"), ("p:contains(\"bold word\")", "p1"),
    ("h1:contains(Ministers)", "h1"),
    (":contains('Ministers meet One')", "html body story"), ("p:contains('Bold')", ""), ("li:contains('alpha beta')", ""),
    ("p/* x */.lead", "p1"), ("  div  >  p.lead  ", "p1"), ("\\70 .lead", "p1"), ("#\\68 1", "h1"),
    ("p:NOT(.lead):First-Of-Type", "p5 p6"),
    ("[data-kind=News\\ Item]", "story"), ("div>p,aside>p", "p1 p2 p3 p4 p5"),
  ]

  @Test(arguments: cases)
  func selects(selector: String, ids: String) throws {
    let compiled = try CSSSelector(selector)
    #expect(Self.ids(compiled.select(in: Self.tree)) == ids)
    #expect(compiled.first(in: Self.tree) == compiled.select(in: Self.tree).first)
  }

  /// The two ways of matching, all elements at once and one by one, agree.
  @Test(arguments: cases.map(\.0))
  func matchesOneByOneAsAllAtOnce(selector: String) throws {
    let compiled = try CSSSelector(selector)
    let tree = Self.tree
    let hits = (0..<Int32(tree.count)).map(Node.init).filter { tree.isElement($0) && compiled.matches($0, in: tree) }
    #expect(hits == compiled.select(in: tree))
  }

  @Test func looksWithinANode() throws {
    let aside = try #require(CSSSelector("#aside").first(in: Self.tree))
    #expect(Self.ids(try CSSSelector("p").select(in: Self.tree, within: aside)) == "p5 p6")
    #expect(Self.ids(try CSSSelector("body p").select(in: Self.tree, within: aside)) == "p5 p6")
    #expect(Self.ids(try CSSSelector(":scope > p").select(in: Self.tree, within: aside)) == "p5")
    #expect(Self.ids(try CSSSelector(".story").select(in: Self.tree, within: aside)) == "")
  }

  @Test(arguments: [
    ("", SelectorError.Code.syntax, 0..<0), ("p >", .syntax, 3..<3), ("p,", .syntax, 2..<2), ("> p", .syntax, 0..<1),
    ("p..x", .syntax, 2..<3),
    ("p:frist-child", .syntax, 1..<13), ("p::before", .unsupported, 1..<9), ("a:hover", .unsupported, 1..<7),
    ("p:nth-child(x)", .syntax, 12..<13),
    ("p:nth-child(2", .syntax, 1..<13), ("[href", .syntax, 0..<5), ("[href=]", .syntax, 6..<6), ("[a=1]", .syntax, 3..<4),
    ("[a!=b]", .unsupported, 2..<4),
    ("svg|a", .unsupported, 0..<4), ("p)", .syntax, 1..<2), ("p:not()", .syntax, 6..<7), ("p:first-child(2)", .syntax, 1..<13),
    ("p:nth-child", .syntax, 1..<11), (".1a", .syntax, 1..<2), ("p & b", .unsupported, 2..<3), ("p:contains()", .syntax, 1..<11),
    ("p {", .syntax, 2..<3),
  ])
  func errorsNameThePart(selector: String, code: SelectorError.Code, range: Range<Int>) throws {
    let error = #expect(throws: SelectorError.self) { try CSSSelector(selector) }
    #expect(error?.code == code)
    #expect(error?.range == range, "\(error?.description ?? "")")
  }

  @Test func aMisspelledPseudoClassGetsASuggestion() {
    let error = #expect(throws: SelectorError.self) { try CSSSelector("li:nth-chid(2)") }
    #expect(
      error?.description == "no such pseudo-class (did you mean ':nth-child'?): ':nth-chid' at column 3 of 'li:nth-chid(2)'")
  }

  @Test func nestingAndLengthAreBounded() {
    let nested = String(repeating: ":not(", count: 100) + "p" + String(repeating: ")", count: 100)
    #expect(throws: SelectorError.self) { try CSSSelector(nested) }
    #expect(throws: SelectorError.self) { try CSSSelector(String(repeating: "a ", count: 5000)) }
    #expect(throws: SelectorError.self) { try CSSSelector(String(repeating: ".a", count: 300)) }
  }

  /// What would be quadratic or worse when each element was matched by itself.
  @Test(arguments: [
    "x ~ b ~ b", "b + b + b", "b:nth-last-child(2n+1 of b)", "div:has(b)", "div:has(~ div b):has(x)", "b:last-of-type",
    ":contains('zz')", "p div div div b",
    "div:not(:has(div:has(x)))", "b:only-of-type", "x ~ b:has(~ x) c",
  ])
  func hostilePagesTakeLinearTime(selector: String) throws {
    let html = String(repeating: "<div>", count: 400) + String(repeating: "<b>z</b>", count: 20_000)
    let tree = try #require(Page.parse(html: html).tree)
    let clock = ContinuousClock()
    let compiled = try CSSSelector(selector)
    let time = clock.measure { _ = compiled.select(in: tree) }
    // Quadratic would be some 10^9 steps: minutes in a debug build, where linear is a fraction of a second.
    #expect(time < .seconds(15))
  }

  @Test func pathsHitTheirNodeAlone() throws {
    let tree = Self.tree
    for index in 0..<Int32(tree.count) where tree.isElement(Node(index)) {
      let path = tree.path(of: Node(index))
      #expect(try CSSSelector(path).select(in: tree) == [Node(index)], "\(path)")
    }
  }
}
