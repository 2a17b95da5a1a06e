import Testing

@testable import Pages

@Suite struct XPathTests {
  private static let tree = CSSSelectorTests.tree

  private func ids(_ source: String) throws -> String {
    guard case .nodes(let nodes) = try XPathExpression(source).evaluate(in: Self.tree) else { return "no nodes" }
    return CSSSelectorTests.ids(nodes)
  }

  @Test(arguments: [
    ("//h1", "h1"), ("//p[@class='lead first']", "p1"), ("//div/p[2]", "p2"), ("//li[last()]", "li4"), ("//p[.//img]", "p3"),
    ("//b | //i", "b1 i1"),
    ("//i | //b", "b1 i1"), ("//h1/following-sibling::p[1]", "p1"), ("//a/ancestor::div", "story"), ("//nothere", ""),
    ("//ul/*", "li1 li2 li3 li4"),
    ("//p[contains(., 'nested')]", "p6"), ("//p[starts-with(normalize-space(), 'Two')]", "p2"), ("/html/body/aside", "aside"),
    ("//li[3]/preceding::li", "li1 li2"),
    ("//p[not(node())]", "p4"), ("//*[@id='b1']/..", "p1"),
  ])
  func findsElements(source: String, expected: String) throws {
    #expect(try ids(source) == expected)
  }

  @Test func hasEveryTypeOfValue() throws {
    let context = XPathContext(Self.tree)
    #expect(try context.evaluate(XPathExpression("//a/@href")) == .strings(["/news/1.html"]))
    #expect(try context.evaluate(XPathExpression("//li/text()")) == .strings(["alpha", "beta", "gamma", "delta"]))
    #expect(try context.evaluate(XPathExpression("//div/comment()")) == .strings([" a comment "]))
    #expect(try context.evaluate(XPathExpression("string(//h1)")) == .string("Ministers meet"))
    #expect(try context.evaluate(XPathExpression("count(//li)")) == .number(4))
    #expect(try context.evaluate(XPathExpression("count(//li) > 3")) == .boolean(true))
    #expect(try context.evaluate(XPathExpression("/")) == .nodes([Self.tree.root]))
    let list = try #require(Self.tree.first(.ul))
    #expect(try context.evaluate(XPathExpression("count(li)"), at: list) == .number(4))
  }

  @Test(arguments: [
    ("//p[", SelectorError.Code.syntax), ("", .syntax), ("p:first-child", .unsupported), ("//p[@class=]", .syntax),
    ("//p[nosuch()]", .unsupported),
    ("$x", .unsupported), ("document('file:///etc/passwd')", .unsupported), ("a\u{0}b", .syntax),
    (String(repeating: "a/", count: 3000) + "a", .tooComplex),
    (String(repeating: "(", count: 3000) + "1" + String(repeating: ")", count: 1000), .tooComplex), ("//x:p", .unsupported),
    ("count(1)", .type),
  ])
  func errorsAreTold(source: String, code: SelectorError.Code) throws {
    let error = #expect(throws: SelectorError.self) { try XPathExpression(source).evaluate(in: Self.tree) }
    #expect(error?.code == code, "\(error?.description ?? "")")
  }

  @Test func syntaxErrorsNameThePlace() throws {
    let error = #expect(throws: SelectorError.self) { try XPathExpression("//p[@class=]") }
    #expect(error?.range.lowerBound == 11, "\(error?.description ?? "")")
  }

  /// Cubic in the page: stopped by the step limit, with an error.
  @Test func workIsBounded() throws {
    let page = try Page.parse(html: String(repeating: "<b>x</b>", count: 3000))
    let tree = try #require(page.tree)
    let error = #expect(throws: SelectorError.self) { try XPathExpression("//b[//b[//b[. = 'y']]]").evaluate(in: tree) }
    #expect(error?.code == .tooMuchWork)
    // And the same tree can still be asked.
    #expect(try XPathExpression("count(//b)").evaluate(in: tree) == .number(3000))
  }

  @Test func worksFromManyThreads() async throws {
    let expression = try XPathExpression("//p[.//img]")
    let expected = try expression.evaluate(in: Self.tree)
    try await withThrowingTaskGroup(of: XPathValue.self) { group in
      for _ in 0..<32 { group.addTask { try expression.evaluate(in: Self.tree) } }
      for try await value in group { #expect(value == expected) }
    }
  }
}
