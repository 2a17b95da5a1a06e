import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct AddressBaseTests {
  @Test(arguments: [
    ("a.html", "https://quay.example/news/a.html"), ("/a", "https://quay.example/a"), ("//cdn.test/a", "https://cdn.test/a"),
    ("../a", "https://quay.example/a"), ("./a/../b?x=../y", "https://quay.example/news/b?x=../y"),
    ("../../../a", "https://quay.example/a"),
    ("?p=2", "https://quay.example/news/story?p=2"), ("https://b.test/x", "https://b.test/x"),
    ("mailto:a@b.test", "mailto:a@b.test"),
    (" /a\n", "https://quay.example/a"), ("", "https://quay.example/news/story?x=1"),
    ("#f2", "https://quay.example/news/story?x=1#f2"), ("a/..", "https://quay.example/news/"),
  ])
  func resolvesAsABrowserDoes(_ address: String, _ expected: String) {
    #expect(AddressBase(pageURL: "https://quay.example/news/story?x=1#f").resolved(address) == expected)
  }

  @Test func aBaseElementHasTheFirstWord() throws {
    #expect(AddressBase(pageURL: "https://a.test/x/y", baseHref: "/z/").resolved("b") == "https://a.test/z/b")
    #expect(AddressBase(pageURL: "https://a.test/x/y", baseHref: "https://b.test/").resolved("b") == "https://b.test/b")
    #expect(AddressBase(pageURL: nil, baseHref: "https://b.test/q/r").resolved("b") == "https://b.test/q/b")
    #expect(AddressBase(pageURL: nil, baseHref: "javascript:x").resolved("b") == "b")
    #expect(AddressBase(pageURL: "file:///etc/x").resolved("b") == "b")
    var story = HTMLStory()
    story.head = #"<base href="https://other.example/en/">"#
    story.middle =
      #"<p>The council published <a href="minutes.pdf">its minutes</a> and <a href="javascript:alert(1)">a form</a> on the same day.</p>"#
    #expect(try story.extras().first?.links.map(\.url) == ["https://other.example/en/minutes.pdf"])
  }
}

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
