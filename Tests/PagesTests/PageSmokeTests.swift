import Testing

@testable import Pages

@Suite struct PageTests {
  @Test func textDumpBecomesLines() throws {
    let page = try Page.parse(text: "Monday\r\n\r\nA headline\r\n\u{A0}\r\n- Ad -\rlast")
    #expect(page.blocks.map(page.string(of:)) == ["Monday", "A headline", "\u{A0}", "- Ad -", "last"])
    #expect(page.blocks.map(\.followsGap) == [true, true, false, false, false])
    #expect(page.blocks.map(\.lines) == [1..<2, 3..<4, 4..<5, 5..<6, 6..<7])
  }

  @Test func htmlBecomesBlocks() throws {
    let page = try Page.parse(
      html: """
        <!doctype html><html><head><title>T</title><script>var x = "<p>";</script></head>
        <body><h1>A  headline</h1><div>one<br>two<br><br>three <a href=/x>a link</a></div>
        <ul><li>item</li></ul><table><tr><td>a</td><td>b</td></tr></table><pre>
        x
          y</pre></body></html>
        """)
    #expect(page.blocks.map(page.string(of:)) == ["A headline", "one two", "three a link", "item", "a\tb", "x\n  y"])
    #expect(page.blocks.map(\.kind) == [.heading, .paragraph, .paragraph, .listItem, .tableRow, .preformatted])
    #expect(page.linkBytes(of: page.blocks[2]) == 6)
    #expect(page.string(of: page.links[0]) == "a link")
    let tree = try #require(page.tree)
    let heading = try #require(tree.first(.h1))
    #expect(tree.path(of: heading) == "html > body > h1")
    #expect(try XPathExpression("//h1").evaluate(in: tree) == .nodes([heading]))
    #expect(tree.scriptText(try #require(tree.first(.script))) == "var x = \"<p>\";")
    #expect(page.line(of: page.blocks[0]) == 2)
  }
}
