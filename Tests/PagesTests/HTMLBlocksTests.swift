import Testing

@testable import Pages

@Suite struct HTMLBlocksTests {
  /// `kind level|text` of each block.
  private func cut(_ body: String) throws -> [String] {
    let page = try Page.parse(html: "<!doctype html><html><body>\(body)</body></html>")
    return page.blocks.map { "\($0.kind)\($0.level > 0 ? " \($0.level)" : "")|\(page.string(of: $0))" }
  }

  @Test(arguments: [
    (
      "<p>One</p>two<div>three<p>four</p>five</div>",
      ["paragraph|One", "paragraph|two", "paragraph|three", "paragraph|four", "paragraph|five"]
    ),
    ("<h1>A</h1><h6><b>B</b></h6>", ["heading 1|A", "heading 6|B"]),
    ("<p>a  \n b<i> c</i> <b> d</b>e</p>", ["paragraph|a b c de"]),
    ("<p> \u{A0} </p><p>  </p>", ["paragraph|\u{A0}"]),
    ("<p>a<br>b<br/> <br>c<br><br><br>d</p>", ["paragraph|a b", "paragraph|c", "paragraph|d"]),
    (
      "<ul><li>a<ul><li>b</li></ul>c</li><li><p>d</p><p>e</p></li></ul>",
      ["listItem 1|a", "listItem 2|b", "listItem 1|c", "listItem 1|d", "listItem 1|e"]
    ),
    ("<dl><dt>a</dt><dd>b</dd></dl>", ["listItem 1|a", "listItem 1|b"]),
    (
      "<blockquote>a<p>b</p><h3>c</h3><ul><li>d</li></ul></blockquote>e",
      ["quote|a", "quote|b", "heading 3|c", "listItem 1|d", "paragraph|e"]
    ),
    ("<figure><img src=x alt=y><figcaption>a <span>b</span></figcaption></figure>", ["caption|a b"]),
    (
      "<table><caption>t</caption><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td></td><td>3 <b>4</b></td></tr></table>",
      ["caption|t", "tableRow|a\tb", "tableRow|1 2\t\t3 4"]
    ),
    ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", ["paragraph|a", "paragraph|b", "paragraph|c"]),
    (
      "<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table>d</td></tr></table>",
      ["tableRow|a", "tableRow|b\tc", "paragraph|d"]
    ),
    ("<pre>\n\n  a\n\tb  c\n\n</pre><p>d</p>", ["preformatted|  a\n\tb  c", "paragraph|d"]),
    ("<pre>a<br>b</pre>", ["preformatted|a\nb"]),
    ("a<button>b</button>c<img>d<wbr>e", ["paragraph|a b c de"]),
    (
      "a<script>b</script><style>c</style><noscript>d</noscript><template>e</template><textarea>f</textarea><select><option>g</select>h",
      ["paragraph|ah"]
    ),
    (
      "<p hidden>a</p><div style='color:red; DISPLAY : none'>b</div><div style='--x:display:none'>c</div><p style='display:none!important'>d</p>",
      ["paragraph|c"]
    ),
    ("<address>a</address><details><summary>b</summary>c</details>", ["paragraph|a", "paragraph|b", "paragraph|c"]),
    ("<x-card>a</x-card><x-card>b<p>c</p></x-card>", ["paragraph|ab", "paragraph|c"]),
    ("<center>a</center><font>b</font>", ["paragraph|a", "paragraph|b"]),
  ])
  func cutsAsABrowserWouldSetIt(body: String, blocks: [String]) throws {
    #expect(try cut(body) == blocks)
  }

  @Test func recordsLinks() throws {
    let page = try Page.parse(
      html:
        "<body><p>See <a href=/1>the <b>first</b> </a> and <a href=/2> the second</a>.</p><a href=/3><h2>Head</h2> <p>Text</p></a><p>none</p></body>"
    )
    let tree = try #require(page.tree)
    #expect(page.links.map(page.string(of:)) == ["the first", "the second", "Head", "Text"])
    #expect(page.links.map { tree.attribute($0.node, .href) } == ["/1", "/2", "/3", "/3"])
    #expect(page.blocks.map(page.string(of:)) == ["See the first and the second.", "Head", "Text", "none"])
    #expect(page.blocks.map(page.linkBytes) == [19, 4, 4, 0])
    #expect(page.blocks.map { $0.links.count } == [2, 1, 1, 0])
    #expect(page.linkDensity(of: page.blocks[1]) == 1)
  }

  @Test func knowsPlaces() throws {
    let page = try Page.parse(html: "<html><body>\n<div><p>one <b>two</b></p>three</div>\n</body></html>")
    let tree = try #require(page.tree)
    #expect(page.blocks.map { tree.localName($0.container) } == ["p", "div"])
    #expect(page.tagPath(of: page.blocks[0]) == [.html, .body, .div, .p])
    #expect(page.position(of: page.blocks[0]) == 0)
    #expect(page.position(of: page.blocks[1]) > 0.5)
    #expect(page.line(of: page.blocks[0]) == 2)
    #expect(page.blocks.allSatisfy { block in block.nodes.allSatisfy { tree.contains(block.container, Node($0)) } })
  }

  /// Every byte of visible text is in one block, in order; nothing else is.
  @Test func nothingIsLost() throws {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = RandomInput(seed: seed)
      let html = "<body>" + random.html(tokens: 150)
      guard let page = try? Page.parse(html: html), let tree = page.tree else { continue }
      var visible: [UInt8] = []
      var index = 0
      while index < tree.count {
        let record = tree.nodes[index]
        if tree.hasHiddenText(record) {
          index = Int(record.end)
          continue
        }
        if record.kind == .text { tree.withBytes(record.bytes) { visible.append(contentsOf: $0.filter { $0 > 0x20 }) } }
        index += 1
      }
      #expect(page.text.filter { $0 > 0x20 } == visible, "seed \(seed)")
      var position = 0
      var link = 0
      for block in page.blocks {
        #expect(
          block.text.lowerBound == position && block.text.count > 0 && page.text[block.text.upperBound] == 0x0A, "seed \(seed)")
        #expect(!block.nodes.isEmpty && tree.subtree(block.container).contains(block.nodes.lowerBound), "seed \(seed)")
        #expect(block.nodes.upperBound <= tree.subtree(block.container).upperBound, "seed \(seed)")
        #expect(block.links.lowerBound == link, "seed \(seed)")
        var bytes = 0
        for link in page.links[block.links] {
          #expect(link.text.clamped(to: block.text) == link.text, "seed \(seed)")
          bytes += link.text.count
        }
        #expect(bytes == page.linkBytes(of: block), "seed \(seed)")
        link = block.links.upperBound
        position = block.text.upperBound + 1
      }
      #expect(position == page.text.count && link == page.links.count, "seed \(seed)")
    }
  }
}
