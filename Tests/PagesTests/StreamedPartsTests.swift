import Testing

@testable import Pages

/// What a server that streams sends late is read in its place.
@Suite struct StreamedPartsTests {
  private func texts(_ body: String) throws -> [String] {
    let page = try Page.parse(html: "<!doctype html><html><body>\(body)</body></html>")
    return page.blocks.map { page.string(of: $0) }
  }

  @Test func aPartStandsWhereItsPlaceholderWas() throws {
    let texts = try texts(
      """
      <main><h1>Ferry</h1><!--$?--><template id="B:0"></template><p>Loading…</p><!--/$--><p>Last</p></main><footer>Foot</footer>
      <div hidden id="S:0"><p>First</p><p>Second</p></div><script>$RC("B:0","S:0")</script>
      """)
    #expect(texts == ["Ferry", "First", "Second", "Last", "Foot"])
  }

  @Test func partsMayHoldPlacesOfOthers() throws {
    let texts = try texts(
      """
      <main><template id="B:0"></template></main><footer>Foot</footer>
      <div hidden id="S:a"><p>Inner</p></div><div hidden id="S:0"><h1>Outer</h1><div><template id="P:a"></template></div><p>End</p></div>
      """)
    #expect(texts == ["Outer", "Inner", "End", "Foot"])
  }

  @Test func onlyWhatStoodInGoes() throws {
    let texts = try texts(
      """
      <main><template id="B:1"></template><p>Skeleton</p><!--$--><p>Nested</p><!--/$--><!--/$--><p>Stays</p></main>
      <div hidden id="S:1">Part</div>
      """)
    #expect(texts == ["Part", "Stays"])
  }

  /// Without the comments nobody knows where what stood in ends.
  @Test func withoutCommentsNothingGoes() throws {
    let texts = try texts("<main><template id=\"B:1\"></template><p>Stays</p></main><div hidden id=\"S:1\">Part</div>")
    #expect(texts == ["Part", "Stays"])
  }

  @Test(arguments: [
    // No place, no part of that number, a part in its own place, two in each other's.
    "<p>Text</p><div hidden id=\"S:0\">Part</div>",
    "<p>Text</p><template id=\"B:1\"></template><div hidden id=\"S:0\">Part</div>",
    "<p>Text</p><div hidden id=\"S:0\">Part<template id=\"B:0\"></template></div>",
    """
    <p>Text</p><div hidden id="S:0">A<template id="B:1"></template></div><div hidden id="S:1">B<template id="B:0"></template></div>
    """,
  ])
  func whatDoesNotFitStaysHidden(_ body: String) throws {
    #expect(try texts(body) == ["Text"])
  }

  @Test func theTreeHoldsTogether() throws {
    let page = try Page.parse(
      html: """
        <main><template id="B:0"></template><i>x</i></main><div hidden id="S:0"><p>a<b>b</b></p><p>c</p></div>
        """)
    let tree = try #require(page.tree)
    for index in 1..<tree.count {
      let node = Node(Int32(index))
      let parent = try #require(tree.parent(node))
      #expect(parent < node)
      #expect(tree.subtree(parent).contains(node.index))
      #expect(tree.subtree(node).upperBound <= tree.subtree(parent).upperBound)
    }
    #expect(tree.elements(.p).allSatisfy { tree.parent($0).map { tree.name($0) } == .main })
  }
}
