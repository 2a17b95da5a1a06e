import Testing

@testable import Pages

/// Pages made to cost more than their length: the steps of the parser's inner loops have to stay in proportion to it.
///
/// Steps are counted, not seconds: the same on every machine. Each trap is run at one size and at four times that.
@Suite struct LinearTime {
  struct Trap: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The page for a size.
    var page: @Sendable (Int) -> String

    init(_ name: String, _ page: @escaping @Sendable (Int) -> String) {
      testDescription = name
      self.page = page
    }
  }

  static func times(_ text: String, _ n: Int) -> String { String(repeating: text, count: n) }

  static let traps: [Trap] = [
    Trap("deep nesting") { times("<div>", $0) },
    Trap("deep nesting, closed") { times("<div>", $0) + times("</div>", $0) },
    Trap("deep nesting of unknown elements") { times("<x>", $0) + times("</y>", $0) },
    Trap("deep nesting of templates") { times("<template>", $0) },
    Trap("deep nesting of tables") { times("<table><tr><td>", $0) },
    Trap("deep nesting in SVG") { "<svg>" + times("<g>", $0) + times("</h>", $0) },
    Trap("leaving SVG again and again") { times("<svg><p>", $0) },
    Trap("paragraphs below a button") { "<p><button>" + times("<span>", 400) + times("<div></div>", $0) },
    Trap("end tags that match nothing near") { "<div><table><td>" + times("<i>", 400) + times("</div>", $0) },
    Trap("list items in deep phrases") { "<li>" + times("<span>", 400) + times("<li>", $0) },
    Trap("paragraph ends without starts") { times("</p>", $0) },
    Trap("unclosed formatting") { times("<b>", $0) + times("<p>x", $0) },
    Trap("unclosed formatting, all different") { n in
      (0..<n).map { "<font size=\($0)>" }.joined() + times("<p>x", n)
    },
    Trap("formatting closed in the wrong order") { times("<a><b><i><p>x</a></b></i>", $0) },
    Trap("anchors in anchors") { times("<a><div>", $0) },
    Trap("anchors around many children") { "<a><div>" + times("<br>", $0) + "</a>" + times("</a>", $0) },
    Trap("adoption over and over") { times("<b>", 300) + times("<div></b>", $0) },
    Trap("nobr over and over") { times("<nobr>", $0) },
    Trap("formatting with giant attributes") { n in times("<b x=\"" + times("y", n) + "\">", 8) + times("<b z=1>", n) },
    Trap("text before a table in pieces") { "<table>" + times("x<tr>", $0) },
    Trap("text before a table by turns with references") { "<table>" + times("x<td>&amp;</td>", $0) },
    Trap("table soup") { times("<table><tr><tr><td><b>x</table>y<td></tr>", $0) },
    Trap("anchors before a table at the depth limit") { times("<b>", $0) + "<table>" + times("<a href=x>", $0) },
    Trap("formatting at the depth limit") { times("<div>", 600) + times("<b><i><u>x</p>", $0) },
    Trap("anchors deep below an anchor") { "<a>" + times("<blockquote>", 600) + times("<a href=x>", $0) },
    Trap("tables in cells without end") { times("<table><td><select><input>x", $0) },
    Trap("references") { times("&notit;&amp;&#65;&x", $0) },
    Trap("ampersands") { times("&", $0) },
    Trap("references without end") { times("&" + times("a", 40), $0) },
    Trap("less-than signs") { times("<", $0) },
    Trap("comments cut short") { times("<!--", $0) },
    Trap("bogus comments") { times("<!x>", $0) },
    Trap("doctypes") { times("<!DOCTYPE html PUBLIC \"x\">", $0) },
    Trap("raw text without end") { times("<script><!--<script></script", $0) },
    Trap("a title without end") { "<title>" + times("</titl>&amp", $0) },
    Trap("a section without end") { "<svg><![CDATA[" + times("]] ]>", $0) },
    Trap("carriage returns") { times("\r\r\n", $0) },
    Trap("NULs") { times("a\0", $0) },
    Trap("NULs in foreign content") { "<svg>" + times("a\0", $0) },
    Trap("many attributes") { n in "<p " + (0..<n).map { "a\($0)=b " }.joined() + ">" },
    Trap("one attribute many times") { "<p " + times("a=b ", $0) + ">" },
    Trap("many names") { n in (0..<n).map { "<x\($0) y\($0)>" }.joined() },
    Trap("attributes of html, one by one") { n in (0..<n).map { "<html a\($0)>" }.joined() },
    Trap("attributes of body, one by one") { n in "<body>" + (0..<n).map { "<body a\($0)>" }.joined() },
    Trap("a giant attribute") { "<p a=\"" + times("x &amp ", $0) + "\">" },
    Trap("a giant name") { "<" + times("x", $0) + " " + times("y", $0) + ">" },
    Trap("comments behind the body, by turns") { times("</body><!--x-->y", $0) },
    Trap("framesets") { times("<frameset>", $0) },
    Trap("forms") { times("<form></form><table><form>", $0) },
    Trap("options") { "<select>" + times("<option><optgroup>", $0) },
    Trap("selected content") { times("<select><selectedcontent></selectedcontent><option>x<b>y</select>", $0) },
    Trap("selected content, many options") { "<select><selectedcontent></selectedcontent>" + times("<option>x", $0) },
    Trap("headings") { times("<h1>", $0) },
    Trap("ruby") { "<ruby>" + times("<rtc><rt><rp>", $0) },
    Trap("things behind the head") { "</head>" + times(" <link><script></script>", $0) },
  ]

  /// Each start tag asks whether a paragraph is open.
  @Test func aParagraphFarAboveIsNotLookedFor() {
    let parser = HTMLParser()
    let page = Array(("<p><button>" + Self.times("<span>", 400) + Self.times("<div></div>", 8_000)).utf8)
    _ = parser.parse(page)
    #expect(parser.steps < page.count)
  }

  /// The standard has each anchor end the one far above, by eight elements a time.
  @Test func anchorsDeepBelowAnAnchorAreCut() {
    let parser = HTMLParser()
    let page = Array(("<a>" + Self.times("<blockquote>", 600) + Self.times("<a href=x>", 8_000) + "x").utf8)
    let tree = parser.parse(page)
    #expect(parser.steps < 10 * page.count, "\(parser.steps) steps for \(page.count) bytes")
    #expect(tree.text(of: tree.root) == "x")
  }

  /// What is closed because nesting is cut must not be opened again for each tag that follows, nor be looked for.
  @Test(arguments: ["<a href=x>", "<i>x</i>", "x<td>"])
  func whatIsClosedForDepthIsNotOpenedAgain(_ piece: String) {
    let parser = HTMLParser()
    let page = Array((Self.times("<b>", 2_000) + "<table>" + Self.times(piece, 4_000)).utf8)
    _ = parser.parse(page)
    #expect(parser.steps < 10 * page.count, "\(parser.steps) steps for \(page.count) bytes")
  }

  @Test(arguments: traps)
  func staysLinear(_ trap: Trap) {
    let parser = HTMLParser()
    func measure(_ n: Int) -> (steps: Int, bytes: Int, tree: Tree) {
      let page = Array(trap.page(n).utf8)
      let tree = parser.parse(page)
      return (parser.steps, page.count, tree)
    }
    let small = measure(2_000)
    let large = measure(8_000)
    expectInvariants(large.tree)
    let growth = Double(large.bytes) / Double(small.bytes)
    // A half more than in proportion is allowed, and a constant: what is bounded is bounded by numbers that small pages do not reach.
    #expect(
      Double(large.steps) <= Double(small.steps) * growth * 1.5 + 200_000,
      "\(small.steps) steps for \(small.bytes) bytes, \(large.steps) for \(large.bytes)")
    #expect(large.steps <= large.bytes * 300 + 200_000, "\(large.steps) steps for \(large.bytes) bytes")
    #expect(large.tree.count <= large.bytes * 2 + 8_192, "\(large.tree.count) nodes for \(large.bytes) bytes")
    #expect(large.tree.decoded.count <= large.bytes * 8 + 8_192, "\(large.tree.decoded.count) decoded for \(large.bytes) bytes")
    #expect(maximumDepth(large.tree) <= 2 * 512 + 8)
  }

  private func maximumDepth(_ tree: Tree) -> Int {
    var ends: [Int32] = []
    var deepest = 0
    for (index, record) in tree.nodes.enumerated() {
      while let end = ends.last, end <= Int32(index) { ends.removeLast() }
      ends.append(record.end)
      deepest = max(deepest, ends.count)
    }
    return deepest
  }

  @Test func depthIsCutAndNoted() {
    let parser = HTMLParser(limits: .init(maxDepth: 64))
    let tree = parser.parse(Array(Self.times("<div>", 1_000).utf8))
    #expect(maximumDepth(tree) == 65)
    #expect(tree.count == 1_004)
    #expect(parser.notes == ["nesting cut at 64 levels"])
    _ = parser.parse(Array("<p>".utf8))
    #expect(parser.notes == [])
  }

  @Test func bytesAreCutAndNoted() {
    let parser = HTMLParser(limits: .init(maxBytes: 10))
    let tree = parser.parse(Array("<p>1234567890".utf8))
    #expect(tree.text(of: tree.root) == "1234567")
    #expect(parser.notes == ["cut after 10 bytes"])
  }
}
