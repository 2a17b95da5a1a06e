import Copydesk
import Pages
import Testing

@testable import Extraction

/// Dumps as a crawl leaves them: nothing but lines.
@Suite struct TextDumpTests {
  private func record(_ lines: [String]) throws -> ArticleRecord {
    let page = try Page.parse(Array(lines.joined(separator: "\n").utf8), contentType: "text/plain")
    return try Extractor().extract(page, origin: Origin(source: "test")).record
  }

  private let story = [
    "The ferry between the two halves of the old port will run until midnight from the first of the month, the harbour board decided "
      + "on Monday after a long debate.",
    "Passengers had asked for later crossings for years. The board said the ferry would make six more trips a day, and that the fare "
      + "would stay what it is until the end of next year.",
    "“Nobody should have to walk across the bridge in the rain,” said Lena Aalto, who speaks for the night workers of the port.",
  ]

  /// So long that what stands below it is far from the headline.
  private var longStory: [String] {
    story
      + (1...12).map { week in
        "In week \(week) the board counted the passengers of every crossing after ten in the evening, and found that there were more of "
          + "them than in week \(week) of the year before, when the ferry still stopped at nine."
      }
  }

  private let menu = ["News", "Sport", "Weather", "Jobs", "Puzzles", "Log in", "Your account", "Local"]

  /// What is short and ends no sentence would be a stray line; an item is part of its list.
  @Test func bulletsMakeAList() throws {
    let items = [
      "The ferry makes six more crossings a day, and one more on Sundays", "Fares stay what they are until the end of next year",
      "Bicycles travel for free after nine in the evening", "Dogs may sit on the upper deck if they do not bark at gulls",
    ]
    let end = "The board will look at the figures again in spring, and has promised to publish them before it decides anything."
    let opening = "The board listed for passengers what will change on the first of the month:"
    let record = try record(longStory + [opening] + items.map { "• " + $0 } + [end])
    let list = try #require(record.article.body.first { $0.type == .list })
    #expect(list.items == items)
    #expect(list.ordered == nil)
    #expect(record.article.body.filter { $0.type == .list }.count == 1)
    #expect(record.blocks.filter { $0.role == .list }.map(\.text) == items.map { "• " + $0 })
    #expect(!record.blocks.contains { $0.role == .list && $0.fate != .kept })
  }

  /// However short its items are, and however few: without the list the line above it would announce nothing.
  @Test func anAnnouncedListStays() throws {
    let record = try record(longStory + ["On the upper deck are now allowed:", "* Dogs", "* Bicycles", ""] + longStory.suffix(1))
    #expect(record.article.body.first { $0.type == .list }?.items == ["Dogs", "Bicycles"])
    #expect(record.blocks.first { $0.text == "* Dogs" }?.by == "generic:announced-list")
  }

  @Test func aRowOfAsterisksHeadsNothing() throws {
    let end = "The board meets again on the first Monday of May, at seven in the evening."
    let record = try record(longStory + ["", "* * *", "", end])
    #expect(!record.article.body.contains { $0.type == .heading })
  }

  @Test func aBulletedLineIsNoHeadline() throws {
    let record = try record(["• Ferry Runs Until Midnight From May", "", "By Tove Lind", ""] + story)
    #expect(record.article.headline != "• Ferry Runs Until Midnight From May")
  }

  /// A menu below the article has bullets too.
  @Test func aListOfControlsIsNone() throws {
    let record = try record(longStory + ["", "• Log in", "• Subscribe", "• Contact us", "• Imprint"])
    #expect(!record.article.body.contains { $0.type == .list })
  }

  @Test func headlineBelowTheMenusIsThePageTitleWithoutTheSite() throws {
    let record = try record(
      ["Ferry Will Run Until Midnight From May | Quayside Post"] + menu + [
        "Ferry Will Run Until Midnight From May", "By Tove Lind",
      ]
        + story)
    #expect(record.article.headline == "Ferry Will Run Until Midnight From May")
    #expect(record.evidence[.headline]?.from == "line:10")
    #expect(record.blocks[0].to == .headline)
  }

  @Test func headlineRightBelowThePageTitleNeedsNoOtherSign() throws {
    let record = try record(["Who Counts Bullfinches — Quayside Post", "Local", "Sport", "Who Counts Bullfinches"] + story)
    #expect(record.article.headline == "Who Counts Bullfinches")
    #expect(record.evidence[.headline]?.from == "line:4")
  }

  @Test func headlineIsThePageTitleWhereNoOtherLineHasIt() throws {
    let record = try record(["Ferry Will Run Until Midnight From May - Quayside Post"] + menu + story)
    #expect(record.article.headline == "Ferry Will Run Until Midnight From May")
  }

  /// A path of sections before it, a count of comments or the desk's name behind it.
  @Test(arguments: [
    "Home Ferry Will Run Until Midnight From May", "Ferry Will Run Until Midnight From May (quay.test) 87",
    "Ferry Will Run Until Midnight From May | Opinion",
  ])
  func headlineIsThePageTitleWithinItsLine(line: String) throws {
    let record = try record(
      ["Ferry Will Run Until Midnight From May - Quayside Post"] + menu + [line, "By Tove Lind"] + story)
    #expect(record.article.headline == "Ferry Will Run Until Midnight From May")
    #expect(record.evidence[.headline]?.from == "line:10")
  }

  @Test func headlineIsTheLineThatTheArticleTakesUp() throws {
    let record = try record(
      [
        "Port and harbour", "Ferry across the harbour will run until midnight", "Tove Lind", "Senior writer, transport",
        "More by this writer",
      ]
        + story)
    #expect(record.article.headline == "Ferry across the harbour will run until midnight")
  }

  @Test func rowsOfTablesAndPathsAreNoHeadlines() throws {
    for row in ["Harbour ferry\tRuns until midnight\tAll year", "Home / Harbour ferry / Runs until midnight"] {
      let record = try record(["Ferry across the harbour will run until midnight", row] + story)
      #expect(record.article.headline == "Ferry across the harbour will run until midnight")
    }
  }

  @Test func headlineMayAskAQuestion() throws {
    let record = try record(["Why does the night ferry stop at midnight in the old port?"] + story)
    #expect(record.article.headline == "Why does the night ferry stop at midnight in the old port?")
    #expect(record.article.body.map(\.text) == story)
  }

  @Test(arguments: [
    "Tove Lind / quayside.example / Apr 24, 2024, 10:05 CET", "Published Apr 24, 2024 at 10:05 AM EDT",
    "By Tove Lind | April 24, 2024", "Written by Apr 24, 2024 · 3 min read", "24.04.2024, 10:05 Uhr • Lesezeit: 5 Minuten",
    "Kiel, 24. April 2024", "24 Nisan 2024 - 16:48", "2024年4月24日 10時05分", "२४ अप्रैल २०२४",
    "April 24, 2024 3 years Quayside 142 Views", "Posted by Tove Lind on April 24, 2024", "Mittwoch, 24. April 2024",
  ])
  func readsTheDateBelowTheHeadline(line: String) throws {
    let article = try record(["Ferry across the harbour will run until midnight", line] + story).article
    #expect(article.datePublished?.description.hasPrefix("2024-04-24") == true)
    #expect(article.headline == "Ferry across the harbour will run until midnight")
    #expect(article.body.map(\.text) == story)
  }

  @Test func aCaptionsDateIsNotTheArticles() throws {
    let caption = "Passengers at the northern quay of the old port waiting for the night ferry, April 24, 2023"
    let article = try record(["Ferry across the harbour will run until midnight", caption] + story).article
    #expect(article.datePublished == nil)
  }

  /// Where only a change is dated its day stands in for the day of publication, and says in two places that it does.
  @Test(arguments: [
    ["Last updated: April 24, 2024"], ["Last updated:", "April 24, 2024"], ["Stand: 24.04.2024"],
    ["Stand: 24.04.2024, 10:05 Uhr"],
  ])
  func theDayOfAChangeIsAssumedWithAFinding(lines: [String]) throws {
    let record = try record(["Ferry across the harbour will run until midnight"] + lines + story)
    #expect(record.article.datePublished == PartialDate(year: 2024, month: 4, day: 24))
    #expect(record.article.dateModified?.day == 24)
    let evidence = try #require(record.evidence[.datePublished])
    #expect(evidence.confidence < 0.5)
    #expect(evidence.notes.first?.hasPrefix("assumed") == true)
    #expect(record.findings.contains { $0.code == "date-assumed" })
  }

  @Test func nothingIsAssumedWhereADayIsStated() throws {
    let record = try self.record(
      ["Ferry across the harbour will run until midnight", "Stand: 24.04.2024, 10:05 Uhr", "Veröffentlicht: 23.04.2024"] + story)
    #expect(record.article.datePublished?.day == 23)
    #expect(record.article.dateModified?.day == 24)
    #expect(!record.findings.contains { $0.code == "date-assumed" })
  }

  /// A month is no day, and nothing is made up.
  @Test func aMonthOfChangeIsNoDayOfPublication() throws {
    let article = try record(["Ferry across the harbour will run until midnight", "Last updated: April 2024"] + story).article
    #expect(article.datePublished == nil)
  }

  @Test(arguments: [
    "Posted on April 24, 2024 by Tove Lind - 5 Comments on Ferry across the harbour will run until midnight, and the board says why it must",
    "4 min readApr 24, 2024", "Tove LindPublished April 24, 2024",
    "Published: Apr 24, 2024 · Modified: May 19, 2025 by Tove Lind",
    "Aktualizacja: 25.04.2024 23:49 Publikacja: 24.04.2024 21:52",
  ])
  func readsTheDateOfLinesThatHoldMore(line: String) throws {
    let article = try record(["Ferry across the harbour will run until midnight", line] + story).article
    #expect(article.datePublished?.description.hasPrefix("2024-04-24") == true)
    #expect(article.body.map(\.text) == story)
  }

  @Test func readsTheDateBelowTheHeadlinesDouble() throws {
    let title = "Ferry across the harbour will run until midnight"
    let record = try record([title, "April 24, 2024"] + menu + menu + [title] + story)
    #expect(record.article.headline == title)
    #expect(record.article.datePublished == PartialDate(year: 2024, month: 4, day: 24))
    #expect(record.article.body.map(\.text) == story)
    // With the day of the week above the menus it is the day of the visit.
    #expect(try self.record([title, "Wednesday, April 24, 2024"] + menu + menu + [title] + story).article.datePublished == nil)
  }

  @Test func aYearAloneIsNoDate() throws {
    let article = try record(["Ferry across the harbour will run until midnight", "1795"] + story).article
    #expect(article.datePublished == nil)
  }

  @Test(arguments: [
    ["Tove Lind", "April 24, 2024"], ["April 24, 2024", "Tove Lind"], ["Tove Lind", "Senior writer"],
    ["Tove Lind, Senior Writer"],
    ["Tove Lind", "Tove Lind"], ["Picture of Tove Lind", "Tove Lind"], ["Tove Lind • Updated on Apr 24, 2024 • 28 min read"],
    ["By", "Tove Lind"], ["ByTove Lind"], ["Tove LindPublished April 24, 2024"], ["Tove Lind | April 24, 2024"],
    ["Tove Lind / quayside.example / Apr 24, 2024, 10:05 CET"], ["Tove Lind", "Tove Lind", "Corresponsal en Kiel"],
    ["By Tove Lind Follow"],
  ])
  func readsNamesWithEvidenceBesideThem(lines: [String]) throws {
    let record = try record(["Ferry across the harbour will run until midnight"] + lines + story)
    #expect(record.article.author.map(\.name) == ["Tove Lind"])
    #expect(record.article.body.map(\.text) == story)
  }

  @Test(arguments: [
    ["Tove Lind"], ["Lena Aalto", "April 24, 2024"], ["Night Workers", "April 24, 2024"], ["Text Size"],
    ["Harbour News", "April 24, 2024"],
    ["TRAVEL HACKS", "April 24, 2024"], ["Digital OrganizationOffice", "April 24, 2024"], ["Tove", "April 24, 2024"],
  ])
  func namesNobodyWithoutEvidence(lines: [String]) throws {
    let article = try record(["Ferry across the harbour will run until midnight"] + lines + story).article
    #expect(article.author.isEmpty)
  }

  @Test(arguments: [
    ["Tove Lind", "Tove Lind is a writer who has covered ports and ferries since 2009."], ["Tove Lind", "Correspondent in Kiel"],
    ["About the author", "Tove Lind"], ["Written by Tove Lind"], ["Written by", "Tove Lind"],
  ])
  func readsTheAuthorBelowTheText(lines: [String]) throws {
    let article = try record(["Ferry across the harbour will run until midnight"] + story + lines).article
    #expect(article.author.map(\.name) == ["Tove Lind"])
  }

  @Test func readsInitialsBelowTheText() throws {
    let head = ["Ferry across the harbour will run until midnight"]
    #expect(try record(head + story + ["tli, aal; Foto: Quayside"]).article.author.map(\.name) == ["tli", "aal"])
    for line in ["dpa/lno", "more", "and, yes of course", "top of page"] {
      #expect(try record(head + story + [line]).article.author.isEmpty)
    }
  }

  @Test func relativeAndYearlessDatesAreNotGuessed() throws {
    for line in ["Published 3 hours ago", "Apr 24 at 10:05", "yesterday"] {
      let article = try record(["Ferry across the harbour will run until midnight", line] + story).article
      #expect(article.datePublished == nil)
    }
  }

  @Test func theMonthComesFirstInEnglishAlone() throws {
    let swedish = [
      "Färjan över hamnen ska gå till midnatt, beslöt styrelsen på måndagen efter en lång debatt om kvällarna på ön.",
      "Resenärerna har bett om senare turer i åratal. Färjan får sex turer till om dagen, och priset är oförändrat till nästa år.",
    ]
    let article = try record(["Färjan ska gå över hamnen till midnatt", "03/04/2024"] + swedish).article
    #expect(article.datePublished == PartialDate(year: 2024, month: 4, day: 3))
    let english = try record(["Ferry across the harbour will run until midnight", "03/04/2024"] + story).article
    #expect(english.datePublished == PartialDate(year: 2024))
  }

  /// Other dates of the page tell in which order it writes them: one that is possible in one order only, or the same day in words.
  @Test(
    arguments: [
      (["Older articles", "25/03/2024"], 4, 3), (["Older articles", "03/25/2024"], 3, 4),
      (["Recent posts", "April 3, 2024"], 4, 3),
      (["Recent posts", "4 March 2024"], 3, 4), (["Older articles", "2024-03-25"], nil, nil),
      (["Older articles", "25.03.2024"], nil, nil),
      (["Older articles", "25/03/2024", "03/25/2024"], nil, nil), (["Recent posts", "April 3, 2023"], nil, nil),
    ] as [([String], Int?, Int?)])
  func otherDatesTellWhichNumberIsTheMonth(tail: [String], month: Int?, day: Int?) throws {
    let article = try record(["Ferry across the harbour will run until midnight", "03/04/2024"] + longStory + tail).article
    #expect(article.datePublished == PartialDate(year: 2024, month: month, day: day))
  }

  @Test func readsTheDateThatABylineNames() throws {
    let record = try record(
      [
        "Ferry across the harbour will run until midnight",
        "Posted by Tove Lind on Wednesday April 24, 2024 @08:00PM from the long-crossings-at-night desk.",
      ] + story)
    #expect(record.article.author.map(\.name) == ["Tove Lind"])
    #expect(record.article.datePublished?.description.hasPrefix("2024-04-24") == true)
  }

  /// Menus with whole sentences in them can make the article's region begin far above it.
  @Test func headlineFarBelowTeasersIsThePageTitleWithoutTheSite() throws {
    let teasers = (1...25).flatMap { ["Course \($0)", "Learn in week \($0) what the harbour needs from you every day."] }
    let title = "Ferry Will Run Until Midnight From May"
    let lines = [title + " | Quayside Post"] + teasers + [title, "Posted by Tove Lind on April 24, 2024"]
    let record = try record(lines + longStory)
    #expect(record.article.headline == title)
    #expect(record.evidence[.headline]?.from == "line:52")
    #expect(record.article.datePublished == PartialDate(year: 2024, month: 4, day: 24))
  }

  @Test func theTitleBelowTheArticleIsNotItsHeadline() throws {
    let title = "Ferry Will Run Until Midnight From May"
    let record = try record([title + " | Quayside Post"] + menu + longStory + [title])
    #expect(record.evidence[.headline]?.from == "line:1")
    #expect(record.article.body.map(\.text).contains(longStory[3]))
  }

  @Test(arguments: [
    "The ferry leaves the old port. Photo: Tove Lind", "Tove Lind/Getty Images",
    "Passengers wait at the quay (AP Photo/Tove Lind)",
    "Der alte Hafen bei Nacht. © Tove Lind/dpa/Archiv", "Passengers at the quay on Monday. Tove Lind/Reuters",
    "La rade, la nuit. (Foto: Tove Lind)", "渡船が着く港＝写真・港新聞", "Passengers at the quay (dpa/lno)", "Tove Lind, dpa/lno",
  ])
  func captionsWithCreditsStandApart(line: String) throws {
    let record = try record([story[0], story[1], line, story[2]])
    #expect(record.article.body.map(\.text) == story)
    #expect(record.block(line)?.role == .caption)
  }

  @Test(arguments: [
    "The ferry (photo above) will run until midnight.", "What the board decided", "Fares: what stays and what goes",
    "He worked for Reuters in the old port for nine years and left in spring.",
  ])
  func otherLinesStay(line: String) throws {
    #expect(try record([story[0], story[1], line, story[2]]).article.body.map(\.text).contains(line))
  }

  @Test func aPictureTextAboveItsCaptionGoesWithIt() throws {
    let record = try record(
      [story[0], "The ferry at the northern quay.", "The ferry at the northern quay. Tove Lind (Quay)", story[1], story[2]])
    #expect(record.article.body.map(\.text) == story)
  }

  @Test func aDatelineIsReadAndStays() throws {
    let first = "PORTSEA (Reuters) – " + story[0]
    let record = try record(["Ferry across the harbour will run until midnight", first, story[1], story[2]])
    #expect(record.article.dateline == "PORTSEA")
    #expect(record.article.creditText == "Reuters")
    #expect(record.article.body.first?.text == first)
    #expect(record.block(first)?.fate == .kept)
  }

  @Test(arguments: [
    ("Ferry to run until midnight | Quayside Post", "Ferry to run until midnight"),
    ("Ferry to run until midnight | Port | Quayside Post", "Ferry to run until midnight"),
    ("Ferry to run until midnight - Port - Quayside Post", "Ferry to run until midnight"),
    (
      "Ferry to run until midnight – and what it will cost the harbour",
      "Ferry to run until midnight – and what it will cost the harbour"
    ),
    ("Quayside | Ferry to run until midnight", "Ferry to run until midnight"),
    ("Quayside | Ferry to run until midnight | Port", "Ferry to run until midnight"),
    ("Quayside ferries | Ferry and Harbour Company of Port Valen", "Quayside ferries | Ferry and Harbour Company of Port Valen"),
    ("Ferry to run until midnight", "Ferry to run until midnight"),
    ("Port | Quayside Post", "Port | Quayside Post"),
  ])
  func cutsTheSiteFromATitle(title: String, expected: String) {
    #expect(PageTitle.withoutSite(title) == expected)
  }
}
