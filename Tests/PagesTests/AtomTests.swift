import Testing

@testable import Pages

@Suite struct AtomTests {
  static let names = Atom.fixedNames.description.split(separator: " ").map(String.init)

  @Test func everyFixedNameFindsItsNumberAndBack() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Self.names.count < Int(Atom.firstDynamic))
    for (i, name) in Self.names.enumerated() {
      #expect(Atom(fixed: name) == Atom(rawValue: UInt32(i + 1)), "\(name)")
      #expect(Atom(rawValue: UInt32(i + 1)).fixedName == name)
    }
  }

  @Test(arguments: [
    (Atom.html, "html"), (.a, "a"), (.annotationXML, "annotation-xml"), (.noneElement, "none"), (.foreignObject, "foreignObject"),
    (.foreignobject, "foreignobject"), (.class, "class"), (.httpEquiv, "http-equiv"), (.xlinkHref, "xlink:href"),
    (.viewBox, "viewBox"),
    (.viewbox, "viewbox"), (.definitionURL, "definitionURL"), (.svg, "svg"), (.math, "math"), (.zoomandpan, "zoomandpan"),
    (.h6, "h6"),
  ])
  func constantsMatchTheirNames(atom: Atom, name: String) {
    #expect(atom.fixedName == name)
  }

  @Test(arguments: [
    ("DIV", "div"), ("p", "p"), ("BR", "br"), ("SCRIPT", "script"), ("BlockQuote", "blockquote"),
    ("ARIA-DescribedBy", "aria-describedby"),
    ("DATA-EVENT-CATEGORY", "data-event-category"), ("H1", "h1"),
  ])
  func foldingFindsLowerCase(spelled: String, name: String) {
    let found = Array(spelled.utf8).withUnsafeBufferPointer { Atom(fixedFoldingCase: $0) }
    #expect(found == Atom(fixed: name))
    #expect(found != nil)
    #expect(Atom(fixed: spelled) == nil || spelled == name)
  }

  @Test(arguments: [
    "", "x-y", "divv", "di", "\u{0}", "p\u{0}", "@BR", "[hr", "é", "a\u{0}\u{0}", String(repeating: "a", count: 5000),
  ])
  func unknownNamesAreNotFound(name: String) {
    #expect(Atom(fixed: name) == nil)
    #expect(Array(name.utf8).withUnsafeBufferPointer { Atom(fixedFoldingCase: $0) } == nil)
  }
}
