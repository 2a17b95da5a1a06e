import Testing

@testable import Pages

@Suite struct ParserReuse {
  /// Pages with a few, very many and again a few names that HTML does not know: what one brings along is forgotten before the next.
  @Test func aParserForgetsThePageBefore() {
    let parser = HTMLParser()
    for (number, count) in [3, 400, 5000, 2, 400, 0, 40].enumerated() {
      let page =
        (0..<count).map { "<x-\($0 * 7 % 501)-\(number % 2) data-a\($0)=1 class=c>\($0)</p>" }.joined() + "<p title=t>End"
      let bytes = Array(page.utf8)
      let tree = parser.parse(bytes)
      #expect(tree.html5libDescription == HTMLParser().parse(bytes).html5libDescription, "page \(number)")
      #expect(tree.atom(named: "data-a0") != nil || count == 0)
      #expect(tree.atom(named: "data-a\(count)") == nil)
    }
  }
}
