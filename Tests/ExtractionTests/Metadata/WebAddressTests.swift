import Testing

@testable import Extraction

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      ("https://quay.test/a?b#c", "https://quay.test/a?b#c"), ("//img.test/a.jpg", "https://img.test/a.jpg"),
      ("/a/./b/../c.jpg", "https://harbour.test/a/c.jpg"), ("d.jpg", "https://harbour.test/news/d.jpg"),
      ("../d.jpg?w=1", "https://harbour.test/d.jpg?w=1"), ("?page=2", "https://harbour.test/news/nine?page=2"),
      ("#end", "https://harbour.test/news/nine?x=1#end"), ("../../../d", "https://harbour.test/d"), ("", nil),
      ("data:image/gif;base64,R0", nil), ("javascript:void(0)", nil), ("mailto:a@b.test", nil),
    ] as [(String, String?)])
  func resolves(address: String, expected: String?) {
    #expect(WebAddress.resolve(address, against: "https://harbour.test/news/nine?x=1#top") == expected)
  }

  @Test func takesOnlyAbsoluteOnesWhereNothingIsKnown() {
    #expect(WebAddress.resolve("/a", against: nil) == nil)
    #expect(WebAddress.resolve("a", against: "no address") == nil)
    #expect(WebAddress.resolve("//img.test/a", against: nil) == "https://img.test/a")
    #expect(WebAddress.resolve("x", against: "https://harbour.test") == "https://harbour.test/x")
  }
}
