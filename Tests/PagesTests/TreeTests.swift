import Testing

@testable import Pages

@Suite struct TreeTests {
  private func tree(_ html: String) throws -> Tree { try #require(Page.parse(html: html).tree) }

  @Test func navigatesByIndex() throws {
    let tree = try tree("<html><body><div id=a><p>x</p><p>y</p></div><div id=b></div></body></html>")
    let a = try #require(tree.first(.div))
    let b = try #require(tree.nextSibling(a))
    #expect(tree.attribute(b, .id) == "b")
    #expect(tree.nextSibling(b) == nil)
    #expect(tree.children(a).map(tree.localName) == ["p", "p"])
    #expect(tree.firstChild(b) == nil)
    #expect(tree.ancestors(a).map(tree.localName) == ["body", "html", ""])
    #expect(tree.parent(tree.root) == nil)
    #expect(tree.contains(a, try #require(tree.first(.p))))
    #expect(!tree.contains(b, try #require(tree.first(.p))))
    #expect(Array(tree.elements(.p, within: a)).count == 2)
    #expect(Array(tree.elements(.p, within: b)).isEmpty)
    #expect(Array(tree.elements(.div, within: a)).isEmpty)
  }

  @Test func readsAttributes() throws {
    let tree = try tree("<p ID=x title='Tom &amp; J&eacute;r&ocirc;me' data-unheard-of=1 class=' a  b-c '>t</p>")
    let p = try #require(tree.first(.p))
    #expect(tree.attribute(p, .title) == "Tom & Jérôme")
    #expect(tree.attributes(p).map { tree.text(of: $0.name) } == ["id", "title", "data-unheard-of", "class"])
    var each: [String] = []
    try tree.withView { view in
      view.forEachAttribute(p) { each.append(tree.text(of: $0) + "=" + String(decoding: $1, as: UTF8.self)) }
      view.forEachAttribute(try #require(tree.firstChild(p))) { _, _ in Issue.record("text has no attributes") }
    }
    #expect(each == ["id=x", "title=Tom & Jérôme", "data-unheard-of=1", "class= a  b-c "])
    #expect(tree.attribute(p, try #require(tree.atom(named: "data-unheard-of"))) == "1")
    #expect(tree.atom(named: "data-nowhere") == nil)
    #expect(tree.attribute(p, .href) == nil)
    #expect(tree.hasClass(p, "b-c"))
    #expect(tree.hasClass(p, "a"))
    #expect(!tree.hasClass(p, "b"))
    #expect(!tree.hasClass(p, ""))
  }

  /// Whoever made the element: a tag, two that were merged, one that was closed too late, SVG's own spelling.
  @Test func findsEveryAttributeByItsName() throws {
    let tree = try tree(
      """
      <html lang=en><body class=a><p><b id=b data-b=1 style="color: red">x<p>y</b><html data-late=2 lang=de><body id=late onload=z>\
      <svg viewBox="0 0 1 1" CLASS=s><path d="M 0 0" stroke-width=2 /></svg><x-card a bc def ghij klmno pqrstu vwxyzab cdefghij klmnopqrs>
      """)
    var found = 0
    for index in 0..<tree.count {
      let node = Node(Int32(index))
      for (name, value) in tree.attributes(node) {
        #expect(tree.attribute(node, name) == value, "\(tree.localName(node)) \(tree.text(of: name))")
        found += 1
      }
      #expect(tree.attribute(node, .href) == nil)
    }
    #expect(Array(tree.elements(.b)).count == 2)
    #expect(found == 2 + 3 + 2 * 3 + 2 + 2 + 9)
  }

  @Test(arguments: 1...20)
  func namesOfAnyLengthEndWhereTheyEnd(_ length: Int) throws {
    let name = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
    for end in ["=1 ", "=1", " ", "/", "\t=\n1 ", "\u{C}", ""] {
      let tree = try tree("<x-\(name) \(name.uppercased())\(end)>t</x-\(name)><p\(end.contains("=") ? "" : end)>u")
      let element = try #require(tree.atom(named: "x-" + name).flatMap { tree.first($0) })
      #expect(tree.attributes(element).map { tree.text(of: $0.name) } == [name])
      #expect(tree.attributes(element).map(\.value) == [end.contains("=") ? "1" : ""])
      #expect(tree.first(.p).map(tree.text) == "u")
    }
  }

  @Test func readsText() throws {
    let tree = try tree(
      "<div>  One\n<b>two</b>, <p>three</p><script>no()</script><table><tr><td>a</td><td>b</td></tr></table>four<br>five \u{A0}six<i hidden>x</i></div>"
    )
    let div = try #require(tree.first(.div))
    #expect(tree.text(of: div) == "One two, three a b four five \u{A0}six")
    #expect(tree.rawText(of: try #require(tree.first(.b))) == "two")
    #expect(tree.text(of: try #require(tree.first(.script))) == "no()")
    #expect(tree.textLength(div) == "Onetwo,threeabfourfive\u{A0}six".utf8.count)
    #expect(tree.textLength(try #require(tree.first(.script))) == 0)
  }

  @Test func countsLinkTextOnce() throws {
    let tree = try tree("<div>ab <a href=x>cd <b>ef</b></a> gh</div>")
    let div = try #require(tree.first(.div))
    #expect(tree.linkTextLength(div) == 4)
    #expect(tree.linkDensity(div) == 0.5)
    #expect(tree.linkTextLength(try #require(tree.first(.b))) == 2)
  }

  @Test func knowsLines() throws {
    let tree = try tree(
      "<html>\n<body>\n<p id=a>one</p>\n\n<p>two\nthree</p>" + String(repeating: "\n", count: 10_000)
        + "<p>last</p></body></html>")
    #expect(Array(tree.elements(.p)).map { tree.line(of: $0) } == [3, 5, 10_006])
  }

  @Test func arenaInvariantsHoldForSoup() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = RandomInput(seed: seed)
      let html = random.html(tokens: 120)
      guard let tree = try? Page.parse(html: html).tree else { continue }
      Self.check(tree, "\(seed)")
    }
  }

  static func check(_ tree: Tree, _ comment: Comment) {
    #expect(tree.kind(tree.root) == .document, comment)
    #expect(tree.subtree(tree.root) == 0..<Int32(tree.count), comment)
    var texts = [Int](repeating: 0, count: tree.count)
    var links = texts
    for i in 1..<tree.count {
      let node = Node(Int32(i))
      let record = tree.nodes[i]
      #expect(record.parent >= 0 && record.parent < Int32(i), comment)
      #expect(record.end > Int32(i) && record.end <= tree.nodes[Int(record.parent)].end, comment)
      #expect(
        record.kind == .element || record.kind == .document || record.kind == .templateContent || record.end == Int32(i) + 1,
        comment)
      // The node before is the parent, or ends where this one begins.
      #expect(record.parent == Int32(i) - 1 || tree.children(Node(record.parent)).contains(node), comment)
      for (name, _) in tree.attributes(node) { #expect(tree.hasAttribute(node, name), comment) }
      if record.kind == .text {
        let hidden = tree.ancestors(node).contains { tree.hasHiddenText(tree.nodes[Int($0.index)]) }
        let linked = tree.ancestors(node).contains { tree.name($0) == .a }
        let length = tree.withText(node) { $0.count { $0 > 0x20 } }
        texts[i] = hidden ? 0 : length
        links[i] = hidden || !linked ? 0 : length
      }
    }
    for i in 0..<tree.count {
      let node = Node(Int32(i))
      let range = tree.subtree(node)
      #expect(tree.textLength(node) == texts[Int(range.lowerBound)..<Int(range.upperBound)].reduce(0, +), comment)
      #expect(tree.linkTextLength(node) == links[Int(range.lowerBound)..<Int(range.upperBound)].reduce(0, +), comment)
    }
  }
}
