import Copydesk
import Testing

@testable import Extraction

/// The founding document's shape, read without a rule.
@Suite struct SeedShapeTests {
  @Test func headlineIsTheSecondParagraphAndNotInTheBody() throws {
    let seed = SeedLike()
    let record = try seed.record()
    #expect(record.article.headline == seed.headline)
    #expect(!record.bodyTexts.contains(seed.headline))
    #expect(record.block(seed.headline)?.fate == .moved)
    #expect(record.block(seed.headline)?.to == .headline)
  }

  @Test func bylineIsCutFromTheFirstParagraphWhoseRestStays() throws {
    let seed = SeedLike()
    let record = try seed.record()
    #expect(record.article.author == [Author(name: "Mara Quist", affiliation: "Tidewire.example", type: "Person")])
    #expect(record.bodyTexts.first == seed.paragraphs[0])
    let block = try #require(record.blocks.first { $0.text.hasPrefix("(Mara Quist") })
    #expect(block.fate == .edited)
    #expect(block.edits.count == 1)
    #expect(block.edits.first?.role == .byline)
    #expect(block.edits.first?.to == .author)
    #expect(block.edits.first?.text == "(Mara Quist, Tidewire.example) ")
    #expect(record.evidence[.author]?.raw == "(Mara Quist, Tidewire.example)")
  }

  @Test func dateKeepsItsPrecisionAndWords() throws {
    let record = try SeedLike().record()
    #expect(record.article.datePublished == PartialDate(year: 2025, month: 3, day: 6))
    let evidence = try #require(record.evidence[.datePublished])
    #expect(evidence.raw == "Thursday, March 6, 2025")
    #expect(evidence.precision == "day")
    #expect(evidence.from == "line:1")
    #expect(evidence.notes.contains("weekday consistent"))
  }

  @Test func syndicationHasTwoAgreeingWitnesses() throws {
    let record = try SeedLike().record()
    #expect(
      record.article.isBasedOn
        == Origination(
          name: "Tidewire.example", domain: "tidewire.example", notice: "This article originally appeared at Tidewire.example."))
    let evidence = try #require(record.evidence[.isBasedOn])
    #expect(evidence.others.contains { $0.agrees && $0.raw == "(Mara Quist, Tidewire.example)" })
    #expect(evidence.confidence > 0.9)
  }

  @Test func rightsNoticeBecomesFields() throws {
    let seed = SeedLike()
    let article = try seed.record().article
    #expect(article.copyrightNotice == seed.notice)
    #expect(article.copyrightYear == 2025)
    #expect(article.copyrightHolder == nil)
    #expect(article.usageInfo?.contains("RSS Terms of Service") == true)
    #expect(article.publisher?.domain == "morningledger.example")
  }

  @Test func bodyIsExactlyTheSevenParagraphs() throws {
    let seed = SeedLike()
    let record = try seed.record()
    #expect(record.bodyTexts == seed.paragraphs)
    #expect(record.article.body.allSatisfy { $0.type == .paragraph })
  }

  @Test func everyLineIsAccountedFor() throws {
    let seed = SeedLike()
    let record = try seed.record()
    let lines = seed.text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    #expect(record.blocks.map(\.text) == lines)
    #expect(record.blocks.allSatisfy { !$0.by.isEmpty && !$0.reason.isEmpty })
    #expect(record.block("- Advertisement -")?.role == .advertisement)
    #expect(record.blocks.filter { $0.text == "TRENDING NOW" }.map(\.fate) == [.removed, .removed])
    #expect(record.blocks.filter { $0.text == "TRENDING NOW" }.allSatisfy { $0.reason.contains("nothing listed under it") })
    let artefact = try #require(record.blocks.first { $0.text == "\u{A0}" })
    #expect(artefact.role == .artefact)
    #expect(artefact.fate == .removed)
  }

  @Test func theConflictOfRightsIsAFinding() throws {
    let record = try SeedLike().record()
    let finding = try #require(record.findings.first { $0.code == "rights-conflict" })
    #expect(finding.message.contains("morningledger.example"))
    #expect(finding.message.contains("Tidewire.example"))
  }
}

/// What changes, and what does not, when the document does.
@Suite struct SeedVariantTests {
  @Test func carriageReturns() throws {
    let seed = SeedLike()
    let record = try SeedLike.record(ofText: seed.text.replacing("\n", with: "\r\n"))
    #expect(record.article == (try seed.record()).article)
  }

  @Test func straightQuotes() throws {
    var seed = SeedLike()
    seed.paragraphs = seed.paragraphs.map { text in
      text.replacing("“", with: "\"").replacing("”", with: "\"").replacing("’", with: "'")
    }
    let record = try seed.record()
    #expect(record.bodyTexts == seed.paragraphs)
    #expect(record.article.isBasedOn?.name == "Tidewire.example")
  }

  @Test func noDateLine() throws {
    var seed = SeedLike()
    seed.date = nil
    let record = try seed.record()
    #expect(record.article.datePublished == nil)
    #expect(record.article.headline == seed.headline)
    #expect(record.bodyTexts == seed.paragraphs)
  }

  @Test func noByline() throws {
    var seed = SeedLike()
    seed.byline = nil
    let record = try seed.record()
    #expect(record.article.author.isEmpty)
    #expect(record.bodyTexts == seed.paragraphs)
    #expect(record.article.isBasedOn?.name == "Tidewire.example")
    #expect(record.evidence[.isBasedOn]?.others.isEmpty == true)
  }

  @Test func twoAuthors() throws {
    var seed = SeedLike()
    seed.byline = "(Mara Quist and Olu Brandt, Tidewire.example)"
    let record = try seed.record()
    #expect(record.article.author.map(\.name) == ["Mara Quist", "Olu Brandt"])
    #expect(record.article.author.map(\.affiliation) == ["Tidewire.example", "Tidewire.example"])
    #expect(record.bodyTexts == seed.paragraphs)
  }

  @Test func agency() throws {
    var seed = SeedLike()
    seed.byline = "(AP)"
    let record = try seed.record()
    #expect(record.article.author.isEmpty)
    #expect(record.article.creditText == "AP")
    #expect(record.bodyTexts == seed.paragraphs)
  }

  @Test func syndicationLineMidText() throws {
    var seed = SeedLike()
    seed.isSyndicationMidway = true
    let record = try seed.record()
    #expect(record.article.isBasedOn?.notice == seed.syndication)
    #expect(record.bodyTexts == seed.paragraphs)
    #expect(record.block(seed.syndication)?.to == .isBasedOn)
  }

  @Test func fiveHeadlinesUnderTrendingNow() throws {
    var seed = SeedLike()
    let headlines = [
      "Mayor Opens Third Ferry Pier After Long Delay", "Why the Fish Market Closes on Mondays Now",
      "Storm Warning Lifted for the Outer Islands", "Library Lends Out Rowing Boats for the Summer",
      "Ten Things To Do on the Mole This Week",
    ]
    seed.tail = ["TRENDING NOW", ""] + headlines
    let record = try seed.record()
    #expect(record.bodyTexts == seed.paragraphs)
    for headline in headlines {
      let block = try #require(record.block(headline))
      #expect(block.fate == .removed)
      #expect(block.role == .related)
      #expect(block.reason.contains("TRENDING NOW"))
    }
  }

  @Test(arguments: [1998, 2019, 2031])
  func anotherYear(_ year: Int) throws {
    var seed = SeedLike()
    seed.notice = SeedLike.notice(year: year)
    let record = try seed.record()
    #expect(record.article.copyrightYear == year)
    #expect(record.article.datePublished?.year == 2025)
    #expect(record.article.copyrightNotice == seed.notice)
  }

  @Test func trendingNowInAQuotation() throws {
    var seed = SeedLike()
    seed.paragraphs[3] =
      "“Trending now is not the same as being right,” Okafor told the council, “and night buses were never trending now.”"
    #expect(try seed.record().bodyTexts == seed.paragraphs)
  }

  @Test func adMarkerBetweenParagraphs() throws {
    var seed = SeedLike()
    seed.midway = ["- Advertisement -"]
    let record = try seed.record()
    #expect(record.bodyTexts == seed.paragraphs)
    #expect(record.blocks.count { $0.role == .advertisement && $0.fate == .removed } == 2)
  }

  @Test func theHTMLPageGivesTheSameArticle() throws {
    let seed = SeedLike()
    let paragraphs = seed.paragraphs.enumerated().map { index, text in
      "<p>\(index == 0 ? (seed.byline ?? "") + " " : "")\(text)</p>"
    }
    let html = """
      <!DOCTYPE html><html><head><title>\(seed.headline) - Morning Ledger</title></head><body>
      <nav><ul><li><a href="/">Home</a></li><li><a href="/harbor">Harbor</a></li></ul></nav>
      <article><div class="post-date">\(seed.date ?? "")</div><h1>\(seed.headline)</h1>
      <div class="entry-content">\(paragraphs.joined(separator: "\n"))
      <p>\(seed.syndication)&nbsp;</p><p>&nbsp;</p><p>\(seed.notice)</p><div class="ad-slot">- Advertisement -</div></div></article>
      <aside><h3>TRENDING NOW</h3></aside><aside><h3>TRENDING NOW</h3></aside>
      </body></html>
      """
    let record = try SeedLike.record(ofHTML: html)
    let expected = try seed.record()
    #expect(record.bodyTexts == expected.bodyTexts)
    #expect(record.article.headline == expected.article.headline)
    #expect(record.article.author == expected.article.author)
    #expect(record.article.datePublished == expected.article.datePublished)
    #expect(record.article.isBasedOn == expected.article.isBasedOn)
    #expect(record.article.copyrightNotice == expected.article.copyrightNotice)
    #expect(record.codes.contains("rights-conflict"))
  }
}
