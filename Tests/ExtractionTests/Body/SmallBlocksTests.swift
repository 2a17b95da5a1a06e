import Copydesk
import Pages
import Testing

@testable import Extraction

/// A page may be hundreds of thousands of tiny blocks, so what is kept for each must be small.
struct SmallBlocksTests {
  @Test func whatIsKeptForABlockIsSmall() {
    #expect(MemoryLayout<PageBlock>.stride <= 32)
    #expect(MemoryLayout<BlockFacts>.stride <= 48)
    #expect(MemoryLayout<Decision>.stride <= 48)
  }

  @Test func fewAreCountedAsFarAsTwoBytesReach() {
    struct Counted { @Compact<UInt16> var commas = 0 }
    var counted = Counted()
    for number in [0, 65_535, 7] {
      counted.commas = number
      #expect(counted.commas == number)
    }
    counted.commas = 65_536
    #expect(counted.commas == 65_535)
    counted.commas = -1
    #expect(counted.commas == 0)
  }

  @Test func aCompactNumberIsTheNumber() {
    var facts = BlockFacts(bytes: ArraySlice("Two words.".utf8))
    #expect(facts.words == 2 && facts.visible == 0..<10)
    facts.words += 100_000_000
    #expect(facts.words == 100_000_002)
  }

  @Test func signpostsStandAtTheirBlocks() {
    let signs = Signposts(count: 5) { index in
      index % 2 == 1 ? Signpost(role: .related, reason: "sign \(index)", scope: .line) : nil
    }
    #expect((0..<5).map { signs[$0]?.reason } == [nil, "sign 1", nil, "sign 3", nil])
  }

  @Test func mediaAreFoundWithinAnElement() throws {
    let page = try Page.parse(html: "<div><p>One<img src=a.jpg></div><div><p>Two</div><div><iframe src=/x></iframe></div>")
    let tree = try #require(page.tree)
    let nodes = try #require(Metadata(page: page).nodes)
    #expect(tree.elements(.div).map { nodes.holdsMedia(tree.subtree($0)) } == [true, false, true])
    #expect(nodes.pictures.count == 1)
    let lazy = try Page.parse(html: "<div><template><img src=a.jpg></template>Lazy</div><div>None</div>")
    let late = try #require(lazy.tree)
    let found = try #require(Metadata(page: lazy).nodes)
    #expect(late.elements(.div).map { found.holdsMedia(late.subtree($0)) } == [true, false] && found.pictures.isEmpty)
  }

  @Test func ofThousandsOfNoticesAllAreMovedAndTheFirstAreRead() throws {
    let html =
      "<p>The harbour opened on Monday.</p>"
      + String(repeating: "<p>© 2025 Harbour Gazette. All rights reserved.</p>", count: 2000)
    let page = try Page.parse(html: html)
    let reading = GenericReading(page)
    #expect(reading.notices.all.count == 2000 && reading.notices.read.count == NoticeBlocks.readLimit)
    #expect(reading.notices.read.allSatisfy { $0.cue.rights?.holder == "Harbour Gazette" })
    #expect(CueReader(ArraySlice("© 2025 Harbour Gazette".utf8), isBrief: true).read()?.rights == RightsNotice(notice: ""))
    #expect(!reading.notices.contains(0) && reading.notices.contains(1) && reading.notices.contains(2000))
    let record = try Extractor().extract(page, origin: Origin()).record
    #expect(record.blocks.count { $0.to == .copyrightNotice } == 2000)
    #expect(record.article.copyrightYear == 2025)
  }

  /// A `title` that nothing closes is not read once for each bar in it.
  @Test func aTitleTooLongForAHeadlineIsNotCut() {
    let site: Set<[UInt8]> = [HeadlineText.key("Harbour Gazette")]
    let long = String(repeating: "Ferries sail | ", count: 80) + "Harbour Gazette"
    #expect(HeadlineText.withoutSiteName(long, siteNames: site, headlines: []) == nil)
    #expect(HeadlineText.withoutSiteName("Ferries sail | Harbour Gazette", siteNames: site, headlines: []) == "Ferries sail")
  }

  /// Items ask the one above them what stands over the list.
  @Test func itemsOfAListShareWhatStandsOverIt() throws {
    let items = (1...30).map { "<li>The ferry number \($0) sails every morning</li>" }.joined()
    let text = String(
      repeating: "<p>The harbour opened on Monday, and the first ship came in at noon with the mail.</p>", count: 6)
    for (heading, fate) in [("<h2>At a glance</h2>", Fate.kept), ("", .removed)] {
      let page = try Page.parse(html: "<article><div>\(heading)<ul>\(items)</ul>\(text)</div></article>")
      let record = try Extractor().extract(page, origin: Origin()).record
      #expect(Set(record.blocks.filter { $0.text.contains("ferry") }.map(\.fate)) == [fate])
    }
  }

  /// Lists of thousands of other articles say by whom and when each is; only so many of their lines are read.
  @Test func onlySomeLinesAreReadForDatesAndNames() throws {
    let count = 3000
    let reading = GenericReading(
      try Page.parse(text: (0..<count).map { "By Ada Quill, May \($0 % 28 + 1), 2024" }.joined(separator: "\n\n")))
    var lines = HeadLines(reading)
    let read = (0..<count).filter { lines.isDate($0) }
    #expect(read == Array(0..<read.count) && (500..<count).contains(read.count))
    #expect(lines.isDate(0) && !lines.isDate(count - 1))
  }

  /// Of those, lines that neither a date nor a byline can be are none.
  @Test func linesThatCannotBeBylinesAreNotCounted() throws {
    let count = 1500
    let stories = (0..<count).map { "Ferry \($0 % 7) sails again to the islands" }
    let reading = GenericReading(try Page.parse(text: (stories + ["By Ada Quill"]).joined(separator: "\n\n")))
    var lines = HeadLines(reading)
    #expect(!(0..<count).contains { lines.isByline($0) })
    let byline = lines.byline(count)
    #expect(byline?.authors.map(\.name) == ["Ada Quill"])
  }

  @Test func aPageInOneLineIsNoTitleWithASite() {
    #expect(PageTitle.withoutSite("Ferries sail again | Harbour Gazette") == "Ferries sail again")
    let long = String(repeating: "Ferries sail again | ", count: 60) + "Harbour Gazette"
    #expect(PageTitle.withoutSite(long) == long)
  }
}
