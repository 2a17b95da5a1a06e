import Copydesk
import Extraction
import Pages
import Testing

@testable import RuleEngine

@Suite struct RoutingTests {
  private func book() throws -> RuleBook {
    try readBook([
      "example.test": rule(
        "recognize = { text { \"example.test/terms\", at = \"tail\" }, \"The Example Syndicate\" },",
        hosts: "\"example.test\", \"example.co.uk\""),
      "blog.example.test": rule(hosts: "\"blog.example.test\""),
      "xn--bcher-kva.test": rule(hosts: "\"Bücher.test\""),
      "other.test": rule("recognize = text \"Other Newspaper Company\",", hosts: "\"other.test\""),
    ])
  }

  private let anyPage = "<html><body><p>Something happened on Monday, and nobody saw it coming at all.</p></body></html>"

  @Test(arguments: [
    ("https://example.test/a", "example.test", "host"),
    ("http://www.example.test/", "example.test", "parent domain"),
    ("https://news.region.example.test/x", "example.test", "parent domain"),
    ("https://blog.example.test/x", "blog.example.test", "host"),
    ("https://m.blog.example.test/x", "blog.example.test", "parent domain"),
    ("HTTPS://EXAMPLE.TEST/A", "example.test", "host"),
    ("https://example.test:8443/a", "example.test", "host"),
    ("https://user:pass@example.test/a", "example.test", "host"),
    ("https://example.test.", "example.test", "host"),
    ("https://example.test?x=1", "example.test", "host"),
    ("https://example.test#top", "example.test", "host"),
    ("https://www.example.co.uk/a", "example.test", "parent domain"),
    ("https://bücher.test/a", "xn--bcher-kva.test", "host"),
    ("https://BÜCHER.test/a", "xn--bcher-kva.test", "host"),
    ("https://xn--bcher-kva.test/a", "xn--bcher-kva.test", "host"),
  ])
  func byHost(_ url: String, _ domain: String, _ how: String) throws {
    let routing = try book().route(Page.parse(html: anyPage), url: url)
    #expect(routing.rule?.domain == domain)
    #expect(routing.evidence?.how == how)
    #expect(routing.evidence?.raw == url)
  }

  @Test(arguments: [
    "https://example.org/", "https://co.uk/", "https://notexample.test/", "https://example.test.evil.invalid/",
    "https://example.test@evil.invalid/",
    "https://evil.invalid/?u=https://example.test/", "https://[::1]/", "https://127.0.0.1/", "example.test/a", "", "https://",
    "nonsense", "https://exa mple.test/",
    "https://evil.invalid\\@example.test/",
  ])
  func toNone(_ url: String) throws {
    let routing = try book().route(Page.parse(html: anyPage), url: url)
    #expect(routing.rule == nil)
    #expect(routing.findings.isEmpty)
  }

  @Test func byTheAddressThatThePageStates() throws {
    let canonical = try Page.parse(
      html: "<html><head><link rel='canonical' href='https://www.example.test/story'></head><body><p>Text</p></body></html>")
    let routing = try book().route(canonical, url: nil)
    #expect(routing.rule?.domain == "example.test")
    #expect(routing.evidence?.how == "canonical parent domain")
    let openGraph = try Page.parse(
      html: "<html><head><meta property='og:url' content='https://other.test/story'></head><body><p>Text</p></body></html>")
    #expect(try book().route(openGraph, url: nil).evidence?.how == "og:url host")
    // An address that came with the document counts for more than one that the page states.
    #expect(try book().route(openGraph, url: "https://nobody.invalid/").rule == nil)
  }

  @Test func byWordsInAText() throws {
    let text = "A headline\n\nA first paragraph, long enough to be one.\n\nCopyright. See https://EXAMPLE.test/terms.\n"
    let routing = try book().route(Page.parse(text: text), url: nil)
    #expect(routing.rule?.domain == "example.test")
    #expect(routing.evidence?.how == "text: 'example.test/terms' at line 5")
    #expect(routing.evidence?.raw == "Copyright. See https://EXAMPLE.test/terms.")
    #expect(routing.evidence?.line == "rules/example.test/rule.lua:4")
  }

  @Test func wordsAreComparedWithoutTypography() throws {
    #expect(try book().route(Page.parse(text: "For example, the syndicate.\n"), url: nil).rule == nil)
    #expect(try book().route(Page.parse(text: "By the\u{A0}EXAMPLE  syndicate.\n"), url: nil).rule?.domain == "example.test")
  }

  @Test func wordsAreWhole() throws {
    #expect(try book().route(Page.parse(text: "See notexample.test/terms\n"), url: nil).rule == nil)
    #expect(try book().route(Page.parse(text: "See example.test/termsofuse\n"), url: nil).rule == nil)
  }

  @Test func aPlaceHasToFit() throws {
    let lines = (1...30).map { "Line number \($0) of a long text." }
    let early = (["https://example.test/terms"] + lines).joined(separator: "\n\n")
    let late = (lines + ["https://example.test/terms"]).joined(separator: "\n\n")
    #expect(try book().route(Page.parse(text: early), url: nil).rule == nil)
    #expect(try book().route(Page.parse(text: late), url: nil).rule?.domain == "example.test")
  }

  @Test func severalPublishersAreNone() throws {
    let text = "A note by the Other Newspaper Company.\n\nThe Example Syndicate disagrees.\n"
    let routing = try book().route(Page.parse(text: text), url: nil)
    #expect(routing.rule == nil)
    #expect(routing.findings.map(\.code) == ["ambiguous-publisher"])
    #expect(routing.findings.first?.message.contains("example.test, other.test") == true)
  }

  @Test func encodesInternationalNames() {
    // Examples of RFC 3492, §7.1, and of common use.
    #expect(Punycode.encode("bücher") == "xn--bcher-kva")
    #expect(Punycode.encode("他们为什么不说中文") == "xn--ihqwcrb4cv8a8dqg056pqjye")
    #expect(Punycode.encode("почемужеонинеговорятпорусски") == "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l")
    #expect(Punycode.encode(String(repeating: "ü", count: 64)) == nil)
  }

  @Test func findsOneFingerprintAmongThousands() throws {
    let prints = (0..<5000).map { [Fingerprint("https://publisher-number-\($0).test/terms", place: nil, from: "r:1")] }
    let index = FingerprintIndex(prints)
    let page = try Page.parse(text: "Read https://publisher-number-4711.test/terms today.\n")
    #expect(index.hits(in: page).map(\.rule) == [4711])
  }

  @Test(arguments: [
    "(c) The HARBOUR Times Company, Portsea", "  THE HARBOUR TIMES COMPANY", "Caf\u{E9} of the\u{A0}Harbour Times Company",
    "The Har\u{AD}bour Ti\u{200B}mes Com\u{1}pany", "The \u{FF28}ar\u{FF42}our Times Company",
  ])
  func findsFingerprintsWhateverTheirCase(line: String) throws {
    let index = FingerprintIndex([[Fingerprint("The Harbour Times Company", place: nil, from: "r:1")]])
    #expect(try index.hits(in: Page.parse(text: "One line.\n\n\(line)\n")).map(\.block).count == 1)
  }
}
