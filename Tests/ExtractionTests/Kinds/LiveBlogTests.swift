import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct LiveBlogTests {
  private static let entries = [
    (
      "2024-11-03T11:10:00+00:00", "Trains to the coast stopped",
      "The railway has stopped all trains to the coast until the evening, its spokeswoman said."
    ),
    (
      "2024-11-03T09:05:00+00:00", "Power cut in the lower town",
      "About two thousand households in the lower town are without power after a tree fell."
    ),
    (
      "2024-11-03T06:30:00+00:00", "Schools closed",
      "All schools in the district are closed today, and emergency care is open for some parents."
    ),
  ]

  private static func page(_ body: String, head: String = "") -> String {
    "<html><head><title>Storm</title>\(head)</head><body><h1>Storm over the coast</h1><article>\(body)</article></body></html>"
  }

  private static func record(_ html: String) throws -> ArticleRecord {
    let page = try Page.parse(Array(html.utf8), contentType: "text/html; charset=utf-8")
    let record = try Extractor().extract(page, origin: Origin(url: "https://quay.example/storm")).record
    #expect(record.accountsFor(page))
    return record
  }

  @Test func markedEntriesKeepHeadingsAndTimes() throws {
    let record = try Self.record(
      Self.page(
        Self.entries.map {
          "<div class=\"entry\"><time datetime=\"\($0.0)\">\($0.0.dropFirst(11).prefix(5))</time><h2>\($0.1)</h2><p>\($0.2)</p></div>"
        }
        .joined()))
    #expect(record.kind?.name == .liveBlog)
    #expect(record.article.body.map(\.text) == Self.entries.flatMap { [$0.1, $0.2] })
    #expect(
      record.article.body.filter { $0.type == .heading }.map { $0.datePublished?.description }
        == ["2024-11-03T11:10:00Z", "2024-11-03T09:05:00Z", "2024-11-03T06:30:00Z"])
    #expect(record.blocks.filter { $0.by == "generic:entry-time" && $0.role == .date }.count == 3)
    #expect(!record.findings.contains { $0.code == "not-an-article" })
  }

  @Test func entriesWithoutHeadingsOpenWithTheirTime() throws {
    let record = try Self.record(
      Self.page(
        Self.entries.map { "<section><header><time datetime=\"\($0.0)\">then</time></header><p>\($0.2)</p></section>" }.joined()))
    #expect(record.article.body.map(\.type) == [.heading, .paragraph, .heading, .paragraph, .heading, .paragraph])
    #expect(record.article.body.first?.text == "")
    #expect(record.article.body.first?.datePublished?.description == "2024-11-03T11:10:00Z")
  }

  /// What a page's JSON-LD says of its entries.
  private static var statedEntries: String {
    let updates = entries.map {
      #"{"@type":"BlogPosting","headline":"\#($0.1)","datePublished":"\#($0.0)","articleBody":"\#($0.2)"}"#
    }
    return #"<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm over the coast","liveBlogUpdate":["#
      + updates.joined(separator: ",") + "]}</script>"
  }

  /// A browser fetches the entries later: nothing is made up of the metadata, and nobody is left to think that there are none.
  @Test func entriesThatAreNotPrintedAreAFinding() throws {
    let record = try Self.record(Self.page("<p>The entries are loading.</p>", head: Self.statedEntries))
    let finding = try #require(record.findings.first { $0.code == "entries-not-printed" })
    #expect(finding.message == "the metadata states \(Self.entries.count) live entries, and the page prints none of them")
    #expect(record.article.body.allSatisfy { $0.datePublished == nil })
  }

  @Test func statedEntriesGiveTheirTimes() throws {
    let record = try Self.record(
      Self.page(Self.entries.map { "<h2>\($0.1)</h2><p>\($0.2)</p>" }.joined(), head: Self.statedEntries))
    #expect(!record.findings.contains { $0.code == "entries-not-printed" })
    #expect(record.kind?.name == .liveBlog)
    #expect(record.kind?.evidence.first == "json-ld:@type: liveblogposting")
    let dated = record.article.body.filter { $0.datePublished != nil }
    #expect(dated.map { $0.datePublished?.description }.suffix(2) == ["2024-11-03T09:05:00Z", "2024-11-03T06:30:00Z"])
    #expect(dated.map(\.text).suffix(2) == ["Power cut in the lower town", "Schools closed"])
  }

  @Test func oneTimeIsNoLiveBlog() throws {
    var story = HTMLStory()
    story.lead = "<time datetime=\"2024-11-03T11:10:00Z\">3 November</time>"
    let record = try story.record()
    #expect(record.kind?.name == .article)
    #expect(record.article.body.allSatisfy { $0.datePublished == nil })
  }
}

@Suite struct NextPartTests {
  @Test(arguments: [
    ("https://a.test/story", "https://a.test/story?page=2"), ("https://a.test/story/", "https://www.a.test/story/2/"),
    ("https://a.test/story.html", "https://a.test/story-page-2.html"), ("https://a.test/story/2", "https://a.test/story/3"),
    ("https://a.test/story?id=7", "https://a.test/story?id=7&page=2"), ("https://a.test/x?seite=3", "https://a.test/x?seite=4"),
    ("http://a.test/story", "https://a.test/story/page/2"),
  ])
  func thePagesOwnAddressWithTheNextNumber(_ page: String, _ next: String) throws {
    #expect(try #require(NextPart(address: page)).isFollowed(by: next))
  }

  @Test(arguments: [
    ("https://a.test/story", "https://a.test/other-story"), ("https://a.test/story", "https://a.test/story?page=3"),
    ("https://a.test/story", "https://a.test/story?page=1"), ("https://a.test/story", "https://b.test/story?page=2"),
    ("https://a.test/story?id=7", "https://a.test/story?id=8"), ("https://a.test/story", "javascript:next(2)"),
    ("https://a.test/2025/03/05", "https://a.test/2025/03/06/other"),
  ])
  func notAnotherAddress(_ page: String, _ next: String) throws {
    #expect(try !#require(NextPart(address: page)).isFollowed(by: next))
  }

  @Test func aStoryInPartsSaysWhereItGoesOn() throws {
    var story = HTMLStory(url: "https://quay.example/news/ferry")
    story.head = #"<link rel="next" href="/news/ferry?page=2">"#
    let record = try story.record()
    #expect(record.nextPage == NextPage(url: "https://quay.example/news/ferry?page=2", from: "link:next"))
    #expect(record.findings.contains { $0.code == "more-pages" })
    story.head = #"<link rel="next" href="/news/another-story">"#
    #expect(try story.record().nextPage == nil)
    story.head = ""
    story.after = #"<nav class="pagination"><span>1</span> <a href="?page=2">2</a></nav>"#
    #expect(try story.record().nextPage?.url == "https://quay.example/news/ferry?page=2")
  }

  @Test func partsAreJoinedInOrder() throws {
    var story = HTMLStory(url: "https://quay.example/news/ferry")
    story.head = #"<link rel="next" href="/news/ferry?page=2">"#
    var whole = try story.record()
    let second = try HTMLStory(url: "https://quay.example/news/ferry?page=2").record()
    let blocks = whole.blocks.count
    whole.append(second)
    #expect(whole.article.body.count == 8)
    #expect(whole.blocks.map(\.n) == Array(1...blocks + second.blocks.count))
    #expect(whole.nextPage == nil)
    #expect(!whole.findings.contains { $0.code == "more-pages" })
  }
}
