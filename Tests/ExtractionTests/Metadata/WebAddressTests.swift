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
    #expect(AddressBase(pageURL: "https://harbour.test/news/nine?x=1#top").webAddress(address) == expected)
  }

  @Test func takesOnlyAbsoluteOnesWhereNothingIsKnown() {
    #expect(AddressBase(pageURL: nil).webAddress("/a") == nil)
    #expect(AddressBase(pageURL: "no address").webAddress("a") == nil)
    #expect(AddressBase(pageURL: nil).webAddress("//img.test/a") == "https://img.test/a")
    #expect(AddressBase(pageURL: "https://harbour.test").webAddress("x") == "https://harbour.test/x")
  }
}
