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

  private let menu = ["News", "Sport", "Weather", "Jobs", "Puzzles", "Log in", "Your account", "Local"]

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

  @Test func headlineIsTheLineThatTheArticleTakesUp() throws {
    let record = try record(
      [
        "Port and harbour", "Ferry across the harbour will run until midnight", "Tove Lind", "Senior writer, transport",
        "More by this writer",
      ]
        + story)
    #expect(record.article.headline == "Ferry across the harbour will run until midnight")
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

  @Test func aDateOfChangeIsNoDateOfPublication() throws {
    for lines in [["Last updated: April 24, 2024"], ["Last updated:", "April 24, 2024"], ["Stand: 24.04.2024, 10:05 Uhr"]] {
      let article = try record(["Ferry across the harbour will run until midnight"] + lines + story).article
      #expect(article.datePublished == nil)
      #expect(article.dateModified?.day == 24)
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

  @Test(arguments: [
    "The ferry leaves the old port. Photo: Tove Lind", "Tove Lind/Getty Images",
    "Passengers wait at the quay (AP Photo/Tove Lind)",
    "Der alte Hafen bei Nacht. © Tove Lind/dpa/Archiv", "Passengers at the quay on Monday. Tove Lind/Reuters",
    "La rade, la nuit. (Foto: Tove Lind)", "渡船が着く港＝写真・港新聞",
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
    ("Ferry to run until midnight", "Ferry to run until midnight"),
    ("Port | Quayside Post", "Port | Quayside Post"),
  ])
  func cutsTheSiteFromATitle(title: String, expected: String) {
    #expect(PageTitle.withoutSite(title) == expected)
  }
}
