import Testing

@testable import Extraction

@Suite struct SafeAddressTests {
  @Test(arguments: [
    "https://example.test/a", "/a/b", "a/b?c=d:e", "mailto:desk@example.test", "//example.test", "tel:+4930", "page.html",
  ])
  func leadsSomewhere(_ address: String) {
    #expect(SafeAddress.isSafe(address))
  }

  @Test(arguments: [
    "javascript:alert(1)", "java\tscript:x", " JavaScript:x", "data:text/html,x", "vbscript:x", "blob:https://example.test/1",
  ])
  func runsSomething(_ address: String) {
    #expect(!SafeAddress.isSafe(address))
  }
}
