import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct MetadataTests {
  private func metadata(_ head: String, _ body: String = "<p>Nine ferries stood still.</p>", url: String? = nil) throws
    -> Metadata
  {
    Metadata(page: try Page.parse(html: "<!DOCTYPE html><html lang=en><head>\(head)</head><body>\(body)</body></html>"), url: url)
  }

  private func text(_ candidate: FieldCandidate?) -> String? {
    if case .text(let text)? = candidate?.value { text } else { nil }
  }

  private func date(_ candidate: FieldCandidate?) -> String? {
    if case .date(let date)? = candidate?.value { date.description } else { nil }
  }

  private func names(_ candidate: FieldCandidate?) -> [String] {
    if case .authors(let authors)? = candidate?.value { authors.map(\.name) } else { [] }
  }

  private func linkedData(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

  // MARK: - Collecting

  @Test func findsMetaByAnySpelling() throws {
    let metadata = try metadata(
      "<meta property=og:title content='A &amp; B'><META NAME=Author CONTENT=Ada><meta itemprop=datePublished content=2025-10-21><meta name='article:published:time' content=x><meta name=empty content=' '>"
    )
    #expect(metadata.meta("og:title") == ["A & B"])
    #expect(metadata.meta("author") == ["Ada"])
    #expect(metadata.meta("datePublished") == ["2025-10-21"])
    #expect(metadata.meta("article:published_time") == ["x"])
    #expect(metadata.meta("empty").isEmpty)
    #expect(metadata.meta("nothing").isEmpty)
  }

  /// An attribute or a heading that nothing closes swallows the page behind it.
  @Test func leavesOutNamesAndHeadingsThatHoldThePage() throws {
    let page = String(repeating: "Nine ferries stood still. ", count: 100)
    let metadata = try metadata(
      "<meta property='og:title \(page)' content=x>",
      "<h1>\(page)</h1><h1>Nine ferries</h1><div hidden><h1>\(page)</h1><h1>Two buses</h1></div><time itemprop='datePublished \(page)'>21 May 2025</time><time itemprop=datePublished>22 May 2025</time>"
    )
    #expect(metadata.headings.map(\.text) == ["Nine ferries", "Two buses"])
    #expect(metadata.times.map(\.itemprop) == [nil, "datePublished"])
    #expect(metadata.properties.map(\.value) == ["22 May 2025"])
    #expect(metadata.meta("og:title").isEmpty)
  }

  @Test func readsNoHeadingThatAPageIsNestedIn() throws {
    let nested = String(repeating: "<h1><div>a", count: 200)
    let metadata = try metadata("", nested + String(repeating: "<i></i>", count: 3000))
    #expect(metadata.headings.isEmpty)
  }

  @Test func followsPathsAndReferences() throws {
    let metadata = try metadata(
      linkedData(
        """
        {"@graph":[{"@type":"WebSite","name":"Harbour Post","@id":"#site"},{"@type":"Person","@id":"#ada","name":"Ada Quill","url":"https://harbour.test/ada"},
        {"@type":["NewsArticle"],"headline":"Nine ferries","author":[{"@id":"#ada"},{"@type":"Person","name":"Tom Reed"}],"publisher":{"@id":"#site"}}]}
        """))
    #expect(metadata.jsonLD(path: ["author", "name"]).compactMap(\.stringValue) == ["Ada Quill", "Tom Reed"])
    #expect(metadata.linkedData.article?["headline"] == "Nine ferries")
    #expect(names(metadata.candidates(for: .author).first) == ["Ada Quill", "Tom Reed"])
    guard case .authors(let authors)? = metadata.candidates(for: .author).first?.value else { return }
    #expect(authors.first?.url == "https://harbour.test/ada")
  }

  @Test func choosesThePagesArticle() throws {
    let teaser =
      #"{"@type":"NewsArticle","headline":"Another day","url":"https://harbour.test/other","datePublished":"2024-01-01","author":"X Y"}"#
    let article =
      #"{"@type":"Article","headline":"Nine ferries","mainEntityOfPage":{"@id":"https://harbour.test/nine"},"datePublished":"2025-10-21"}"#
    let head = "<link rel=canonical href='https://harbour.test/nine/?ref=x'>"
    for order in ["[\(teaser),\(article)]", "[\(article),\(teaser)]"] {
      #expect(try metadata(head + linkedData(order)).linkedData.article?["headline"] == "Nine ferries")
    }
    let list = #"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":\#(teaser)}]}"#
    #expect(try metadata(linkedData(list)).linkedData.article == nil)
  }

  @Test func readsBrokenLinkedData() throws {
    let metadata = try metadata(
      linkedData(
        "<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"Nine\n ferries\",\"datePublished\":\"2025-10-21T08:00:00Z\",}\n-->")
        + linkedData("{oops") + linkedData(""))
    #expect(metadata.linkedData.article?["datePublished"] == "2025-10-21T08:00:00Z")
    #expect(metadata.linkedData.repairs.isSuperset(of: [.controls, .commas]))
    #expect(metadata.linkedData.unreadable == 1)
    #expect(text(metadata.candidates(for: .headline).first) == "Nine ferries")
  }

  @Test func textDumpsHaveNone() throws {
    let metadata = Metadata(page: try Page.parse(text: "Tuesday, October 21, 2025\n\nNine ferries\n"))
    for field in Field.allCases { #expect(metadata.candidates(for: field).isEmpty, "\(field)") }
  }

  // MARK: - Headline

  @Test func cutsSiteNamesByEvidence() throws {
    #expect(
      text(
        try metadata(
          "<meta property=og:title content='Nine ferries stand still | Harbour Post'><meta property=og:site_name content='Harbour Post'>"
        ).candidates(for: .headline).first) == "Nine ferries stand still")
    #expect(
      text(
        try metadata("<title>Nine ferries stand still - harbour.test</title>", url: "https://www.harbour.test/nine").candidates(
          for: .headline
        ).first) == "Nine ferries stand still")
    // The heading shows where the headline ends.
    #expect(
      text(
        try metadata(
          "<meta property=og:title content='Nine ferries stand still | Ports | 21.10.2025'>", "<h1>Nine ferries stand still</h1>"
        ).candidates(for: .headline).first) == "Nine ferries stand still")
    // Nothing shows that the end is a name.
    #expect(
      text(try metadata("<title>Nine ferries – a city waits</title>").candidates(for: .headline).first)
        == "Nine ferries – a city waits")
  }

  @Test func letsWitnessesVote() throws {
    let metadata = try metadata(
      "<title>SEO words</title><meta property=og:title content='Why you should care about ferries'>"
        + linkedData(#"{"@type":"NewsArticle","headline":"Nine ferries’ day"}"#), "<h1>Nine ferries' day</h1>")
    let candidates = metadata.candidates(for: .headline)
    #expect(text(candidates.first) == "Nine ferries’ day")
    #expect(candidates.contains { text($0) == "Why you should care about ferries" })
    #expect(
      zip(candidates, candidates.dropFirst()).allSatisfy {
        $0.confidence >= $1.confidence || $1.confidence <= candidates[0].confidence
      })
  }

  @Test func takesNoLogoForAHeadline() throws {
    let metadata = try metadata(
      "<meta property=og:site_name content='Harbour Post'>", "<h1>Harbour Post</h1><h1>Nine ferries stand still</h1>")
    #expect(text(metadata.candidates(for: .headline).first) == "Nine ferries stand still")
  }

  // MARK: - Dates

  @Test func neverTakesModifiedForPublished() throws {
    let metadata = try metadata(
      linkedData(#"{"@type":"NewsArticle","dateModified":"2025-10-22T10:00:00+02:00"}"#)
        + "<meta property='article:modified_time' content='2025-10-22T10:00:00+02:00'><meta property=og:updated_time content='2025-10-22'>",
      "<time class=updated datetime='2025-10-22'>22 Oct</time>")
    #expect(metadata.candidates(for: .datePublished).isEmpty)
    #expect(date(metadata.candidates(for: .dateModified).first) == "2025-10-22T10:00:00+02:00")
  }

  @Test(
    arguments: [
      (
        #"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-10-21T18:30:05.120+0200"}</script>"#,
        "2025-10-21T18:30:05+02:00"
      ), ("<meta property=article:published_time content='2025-10-21T18:30'>", "2025-10-21T18:30"),
      ("<meta name=date content='1761064205'>", "2025-10-21T16:30:05Z"),
      ("<meta name=pubdate content='Tue, 21 Oct 2025 18:30:00 GMT'>", "2025-10-21T18:30:00Z"),
      ("<meta itemprop=datePublished content='2025-10-21'>", "2025-10-21"),
      ("<link rel=canonical href='https://harbour.test/2025/10/21/nine'>", "2025-10-21"),
      ("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"1970-01-01T00:00:00Z\"}</script>", nil),
      ("<meta name=date content='soon'>", nil),
    ] as [(String, String?)])
  func readsPublicationDate(head: String, expected: String?) throws {
    #expect(date(try metadata(head).candidates(for: .datePublished).first) == expected)
  }

  @Test(
    arguments: [
      ("https://a.test/2025/10/21/slug", "2025-10-21"), ("https://a.test/2025/10/21", "2025-10-21"),
      ("https://a.test/news/2025-10-21-slug", "2025-10-21"), ("https://a.test/a?d=2025-10-21&x=1", "2025-10-21"),
      ("https://a.test/blog/2025/october/03/how-many", "2025-10-03"), ("https://a.test/world/2025/Oct/3/slug", "2025-10-03"),
      ("https://a.test/2025/1/4/slug", "2025-01-04"), ("https://a.test/20251021/slug.html", "2025-10-21"),
      ("https://a.test/t20251021_8831.html", nil), ("https://a.test/slug_20251021.html", "2025-10-21"),
      ("https://a.test/202510/21/c1.htm", "2025-10-21"), ("https://a.test/gn/2025/10-21/1.shtml", "2025-10-21"),
      ("https://a.test/n1/2025/1021/c1-2.html", "2025-10-21"), ("https://a.test/2025/10/21.html", "2025-10-21"),
      // The first of a slug's words, as in "10 best laptops" of October.
      ("https://a.test/2025/10/10-best-laptops", nil), ("https://a.test/2025/10/5-ways", nil),
      ("https://a.test/202510213/slug", nil), ("https://a.test/20251021a7", nil), ("https://a.test/2025/13/01/slug", nil),
      ("https://a.test/2025/02/30/slug", nil), ("https://a.test/2025/10/211/slug", nil),
      ("https://a.test/2025/octopus/03/x", nil),
      ("https://a.test/2025/10", nil), ("https://a.test/1025/10/21/slug", nil), ("2025/10/21", nil), ("", nil),
    ] as [(String, String?)])
  func readsDatesInAddresses(url: String, expected: String?) {
    #expect(AddressDate.read(url)?.date.description == expected)
  }

  @Test func prefersAddressToSmallPrintFarFromHeadline() throws {
    let filler = String(repeating: "<p>More about the harbour.</p>", count: 200)
    let metadata = try metadata(
      "", "<h1>Nine boats</h1>\(filler)<div class=article-date>16 February 2026</div>",
      url: "https://harbour.test/2025/october/03/nine")
    #expect(date(metadata.candidates(for: .datePublished).max { $0.confidence < $1.confidence }) == "2025-10-03")
  }

  @Test func readsDateOfPageAddressWhereCanonicalHasNone() throws {
    let metadata = try metadata(
      "<link rel=canonical href='https://harbour.test/nine'>", url: "https://harbour.test/2025-10-03+nine")
    #expect(date(metadata.candidates(for: .datePublished).first) == "2025-10-03")
  }

  @Test func readsVisibleDates() throws {
    #expect(
      date(
        try metadata("", "<time datetime='2025-10-21T18:30:00Z'>today</time><time datetime='2024-01-01'>old</time>").candidates(
          for: .datePublished
        ).first) == "2025-10-21T18:30:00Z")
    let marked = try metadata("", "<div class=article-date>Published 21 October 2025, updated 22 October 2025 at 9:15</div>")
    #expect(date(marked.candidates(for: .datePublished).first) == "2025-10-21")
    #expect(date(marked.candidates(for: .dateModified).first) == "2025-10-22T09:15")
  }

  /// A JSON-LD without the offset is completed by an element that states the same time with it, never by another time.
  @Test(arguments: [
    ("2025-10-21T18:30:05+02:00", "2025-10-21T18:30:05+02:00"), ("2025-10-21T16:30:05Z", "2025-10-21T18:30:05"),
    ("2025-10-22T18:30:05+02:00", "2025-10-21T18:30:05"),
  ])
  func takesTheOffsetFromWhatStatesTheSameTime(other: String, expected: String) throws {
    let head =
      linkedData(#"{"@type":"NewsArticle","datePublished":"2025-10-21T18:30:05"}"#)
      + "<meta property=article:published_time content='\(other)'>"
    #expect(date(try metadata(head).candidates(for: .datePublished).max { $0.confidence < $1.confidence }) == expected)
  }

  @Test func usesThePagesLanguageForNumericDates() throws {
    let page = try Page.parse(html: "<html lang=en-US><head><meta name=date content='03/04/2025'></head><body>x</body></html>")
    #expect(date(Metadata(page: page).candidates(for: .datePublished).first) == "2025-03-04")
    let unclear = try metadata("<meta name=date content='03/04/2025'>").candidates(for: .datePublished).first
    #expect(date(unclear) == "2025")
    #expect(unclear?.notes.first?.contains("2025-04-03 or 2025-03-04") == true)
  }

  // MARK: - Authors

  @Test(arguments: [
    (#"{"@type":"NewsArticle","author":"By Ada Quill and Tom Reed"}"#, ["Ada Quill", "Tom Reed"]),
    (#"{"@type":"NewsArticle","author":{"@type":"Person","name":["Ada Quill","Tom Reed"]}}"#, ["Ada Quill", "Tom Reed"]),
    (#"{"@type":"NewsArticle","author":[[{"name":"Ada Quill"}],"Tom Reed"]}"#, ["Ada Quill", "Tom Reed"]),
    (#"{"@type":"NewsArticle","author":{"@type":"Organization","name":"Dock and Quay Desk"}}"#, ["Dock and Quay Desk"]),
    (#"{"@type":"NewsArticle","author":{"givenName":"Ada","familyName":"Quill"}}"#, ["Ada Quill"]),
    (#"{"@type":"NewsArticle","author":"https://harbour.test/ada"}"#, []),
    (#"{"@type":"NewsArticle","author":{"name":"Ada Quill &amp; Tom Reed"}}"#, ["Ada Quill", "Tom Reed"]),
    (#"{"@type":"NewsArticle","author":null}"#, []), (#"{"@type":"NewsArticle","author":{"name":""}}"#, []),
  ])
  func readsAuthors(json: String, expected: [String]) throws {
    #expect(names(try metadata(linkedData(json)).candidates(for: .author).first) == expected)
  }

  @Test func putsPeopleBeforeThePublisher() throws {
    let metadata = try metadata(
      "<meta property=og:site_name content='Harbour Post'><meta name=author content='Harbour Post'>"
        + linkedData(#"{"@type":"NewsArticle","author":{"@type":"Person","name":"Harbour Post"}}"#),
      "<h1>Nine</h1><span class=byline>By <a>Ada Quill</a></span>")
    #expect(names(metadata.candidates(for: .author).first) == ["Ada Quill"])
    #expect(metadata.candidates(for: .author).dropFirst().allSatisfy { $0.confidence < 0.5 })
  }

  @Test func prefersWhoKnowsMore() throws {
    let metadata = try metadata(
      linkedData(#"{"@type":"NewsArticle","author":{"name":"Ada Quill"}}"#)
        + "<meta name=byl content='By Ada Quill and Tom Reed'>")
    #expect(names(metadata.candidates(for: .author).first) == ["Ada Quill", "Tom Reed"])
  }

  @Test func ignoresTeasersAndBoxes() throws {
    let teasers = (1...30).map { "<li><p>x</p><p>y</p><a rel=author>Writer Number\($0 % 2 == 0 ? "a" : "b")</a></li>" }.joined()
    let metadata = try metadata(
      "",
      "<h1>Nine</h1><a rel=author>Ada Quill</a><p>Text</p>" + String(repeating: "<p>Text</p>", count: 60) + teasers
        + "<div class=author-bio>Tom Reed</div><div class=comment-author>Ida Bell</div>")
    #expect(names(metadata.candidates(for: .author).first) == ["Ada Quill"])
  }

  @Test func readsNamesOfASitesOwnMaking() throws {
    #expect(
      names(try metadata("<meta name=harbour_authors content='Ada Quill'>").candidates(for: .author).first) == ["Ada Quill"])
    #expect(
      names(
        try metadata("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ada Quill'>").candidates(
          for: .author
        ).first) == ["Ada Quill"])
    #expect(
      try metadata("<meta name=twitter:label1 content='Reading time'><meta name=twitter:data1 content='Nine Minutes'>")
        .candidates(for: .author).isEmpty)
  }

  // MARK: - The rest

  @Test func readsTheRest() throws {
    let metadata = try metadata(
      """
      <link rel=canonical href="https://www.harbour.co.uk/nine"><link rel=license href="https://harbour.co.uk/terms">
      <meta property=og:image content="https://harbour.co.uk/a.jpg"><meta property=og:image:alt content="A quay"><meta name=keywords content="ferries, ports; ferries"><meta name=tdm-reservation content=1>
      <meta property=article:section content=Ports>
      """
        + linkedData(
          #"{"@type":"NewsArticle","publisher":{"name":"Harbour Post"},"isAccessibleForFree":"False","inLanguage":"en_gb","copyrightYear":"2025","copyrightHolder":{"name":"Harbour Ltd"},"isBasedOn":"https://news.quay.com/9","description":"A <b>quiet</b> day","alternativeHeadline":"Still"}"#
        ))
    #expect(
      metadata.candidates(for: .publisher).first?.value == .publisher(Publisher(name: "Harbour Post", domain: "harbour.co.uk")))
    #expect(metadata.candidates(for: .isAccessibleForFree).first?.value == .flag(false))
    #expect(metadata.candidates(for: .inLanguage).first?.value == .text("en-GB"))
    #expect(metadata.candidates(for: .copyrightYear).first?.value == .number(2025))
    #expect(metadata.candidates(for: .copyrightHolder).first?.value == .text("Harbour Ltd"))
    #expect(
      metadata.candidates(for: .isBasedOn).first?.value
        == .origination(Origination(domain: "quay.com", url: "https://news.quay.com/9")))
    #expect(metadata.candidates(for: .description).first?.value == .text("A quiet day"))
    #expect(metadata.candidates(for: .alternativeHeadline).first?.value == .text("Still"))
    #expect(
      metadata.candidates(for: .image).first?.value == .images([Image(url: "https://harbour.co.uk/a.jpg", caption: "A quay")]))
    #expect(metadata.candidates(for: .keywords).first?.value == .words(["ferries", "ports"]))
    #expect(metadata.candidates(for: .tdmReservation).first?.value == .flag(true))
    #expect(metadata.candidates(for: .articleSection).first?.value == .text("Ports"))
    #expect(metadata.candidates(for: .url).first?.value == .text("https://www.harbour.co.uk/nine"))
    #expect(metadata.candidates(for: .usageInfo).first?.value == .text("https://harbour.co.uk/terms"))
  }

  /// Taking a giant name apart cost more than all the rest of its page.
  @Test func aGiantNameIsNotTakenApart() throws {
    func name(_ tagline: String) throws -> FieldValue? {
      try metadata("<meta property=og:site_name content='Harbour | \(tagline)'>", url: "https://harbour.test/nine")
        .candidates(for: .publisher).first?.value
    }
    #expect(try name("All that floats") == .publisher(Publisher(name: "Harbour", domain: "harbour.test")))
    let giant = String(repeating: "All that floats ", count: 20) + "and more"
    #expect(try name(giant) == .publisher(Publisher(name: "Harbour | " + giant, domain: "harbour.test")))
  }

  @Test func resolvesAddresses() throws {
    let metadata = try metadata(
      "<base href=/de/><link rel=canonical href='../nine'><link rel=license href=terms><meta property=og:image content='a.jpg'><meta property=og:image content='//img.test/b.jpg'><meta property=og:image content='https://harbour.test/de/a.jpg'><meta property=og:image content='data:x'>",
      url: "https://harbour.test/news/nine?x")
    #expect(metadata.candidates(for: .url).first?.value == .text("https://harbour.test/nine"))
    #expect(metadata.candidates(for: .url).first?.raw == "../nine")
    #expect(metadata.candidates(for: .usageInfo).first?.value == .text("https://harbour.test/de/terms"))
    #expect(
      metadata.candidates(for: .image).first?.value
        == .images([Image(url: "https://harbour.test/de/a.jpg"), Image(url: "https://img.test/b.jpg")]))
  }

  @Test func keywordsOfAnyScriptAreTakenApart() throws {
    let candidates = try metadata("<meta name=keywords content='ferries; ports,海港、渡轮،ميناء'>").candidates(for: .keywords)
    #expect(candidates.first?.value == .words(["ferries", "ports", "海港", "渡轮", "ميناء"]))
  }

  /// A title that nothing closes holds the rest of the page.
  @Test func ofAnEndlessTitleTheFrontIsKept() throws {
    let title = try #require(metadata("<title>" + String(repeating: "Nine ferries stand still. ", count: 1000)).title)
    #expect(title.hasPrefix("Nine ferries stand still. Nine") && title.utf8.count <= 4000)
  }

  /// A list that says the same word without end is not read to its end.
  @Test func ofKeywordsOnlySoManyAreRead() throws {
    let same = String(repeating: "ferries,", count: 1200)
    #expect(
      try metadata("<meta name=keywords content='\(same)late'>").candidates(for: .keywords).first?.value == .words(["ferries"]))
    let many = (1...120).map { "port \($0)" }
    let candidates = try metadata("<meta name=keywords content='\(many.joined(separator: ","))'>").candidates(for: .keywords)
    #expect(candidates.first?.value == .words(Array(many.prefix(100))))
  }

  @Test func saysEachKeywordOnce() throws {
    #expect(
      try metadata("<meta name=news_keywords content='Money, Ferries,money , , ferries'>").candidates(for: .keywords).first?.value
        == .words(["Money", "Ferries"]))
  }

  @Test(
    arguments: [
      ("https://harbour.test/ferries", nil), ("Blog: Nine ferries stand still at the quay", nil),
      ("Nine ferries stand still at", nil), ("Blog: Nine ferries stand …", nil),
      ("News, Ferries, Quay, Weather, Tides", "News"), ("Arts, Theatre and Film", "Arts, Theatre and Film"),
      ("Film, Music & Stage", "Film, Music & Stage"), ("Ferries", "Ferries"), ("Sea, Air", "Sea, Air"),
    ] as [(String, String?)])
  func refusesSectionsThatAreNone(section: String, expected: String?) throws {
    let metadata = try metadata(
      "<title>Nine ferries stand still at the quay</title>"
        + linkedData("{\"@type\":\"NewsArticle\",\"articleSection\":\"\(section)\"}"))
    #expect(text(metadata.candidates(for: .articleSection).first) == expected)
  }

  @Test(
    arguments: [("kr", "ko"), ("ja-JP", "ja-JP"), ("jp", "ja"), ("cz", "cs"), ("se", "se"), ("uk", "uk"), ("ua-UA", "uk-UA")])
  func takesACountrysCodeForItsLanguage(code: String, language: String) throws {
    #expect(LanguageTag.normalized(code) == language)
    #expect(LanguageTag.isCountry(code) == !language.hasPrefix(code.prefix(2)))
  }

  @Test(
    arguments: [
      ("Harbour Post | All that floats", "Harbour Post"), ("All that floats - The Harbour Post", "The Harbour Post"),
      ("All that floats – Ferries", "All that floats – Ferries"), ("Harbour-Post", "Harbour-Post"),
      ("The Quay Authority - HARBOURPOST.CO.UK", "The Quay Authority - HARBOURPOST.CO.UK"),
    ])
  func cutsTaglines(name: String, expected: String) throws {
    let metadata = try metadata("<meta property=og:site_name content='\(name)'>", url: "https://www.harbourpost.co.uk/a")
    guard case .publisher(let publisher)? = metadata.candidates(for: .publisher).first?.value else {
      Issue.record("no publisher")
      return
    }
    #expect(publisher.name == expected)
  }

  @Test(
    arguments: [
      ("Harbour Media Group", nil, "Harbour Media Group"), ("© 2024 Harbour Media", "© 2024 Harbour Media", nil),
      ("Copyright Harbour Media", "Copyright Harbour Media", nil), ("Alle Rechte vorbehalten", "Alle Rechte vorbehalten", nil),
      ("港口版权所有", "港口版权所有", nil),
      ("https://harbour.test/rights", "https://harbour.test/rights", nil),
    ] as [(String, String?, String?)])
  func tellsHoldersFromNotices(content: String, notice: String?, holder: String?) throws {
    let metadata = try metadata("<meta name=copyright content='\(content)'>")
    #expect(text(metadata.candidates(for: .copyrightNotice).first) == notice)
    #expect(text(metadata.candidates(for: .copyrightHolder).first) == holder)
  }

  @Test func takesNoTitleForASecondAuthor() throws {
    let stated = linkedData("{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Ada Quay\"}}")
    let title = "<meta name=author content='Ada Quay, Digital Editor and Master Pilot'>"
    #expect(names(try metadata(stated + title).candidates(for: .author).first) == ["Ada Quay"])
    let both = "<meta name=author content='Ada Quay and Bela Pier'>"
    #expect(names(try metadata(stated + both).candidates(for: .author).first) == ["Ada Quay", "Bela Pier"])
  }

  @Test func findsTheSectionInTheTrail() throws {
    let trail = linkedData(
      #"{"@type":"BreadcrumbList","itemListElement":[{"position":1,"name":"Front"},{"position":2,"item":{"name":"Ports"}},{"position":3,"name":"Nine ferries stand still"}]}"#
    )
    let metadata = try metadata("<title>Nine ferries stand still | Harbour</title>" + trail)
    #expect(metadata.candidates(for: .articleSection).first?.value == .text("Ports"))
    #expect(metadata.candidates(for: .articleSection).first?.from == "json-ld:BreadcrumbList")
    #expect(
      try self.metadata("<meta property=article:section content=Quays>" + trail).candidates(for: .articleSection).first?.value
        == .text("Quays"))
  }

  @Test func readsAPaywallsParts() throws {
    let part = #""hasPart":{"@type":"WebPageElement","isAccessibleForFree":"False","cssSelector":".wall"}"#
    let found = try metadata(linkedData(#"{"@type":"NewsArticle","headline":"Nine",\#(part)}"#)).candidates(
      for: .isAccessibleForFree)
    #expect(found.first?.value == .flag(false))
    #expect(found.first?.raw == ".wall")
    // What the page says of itself as a whole comes first.
    #expect(
      try metadata(linkedData(#"{"@type":"NewsArticle","isAccessibleForFree":true,\#(part)}"#)).candidates(
        for: .isAccessibleForFree
      )
      .first?.value == .flag(true))
    #expect(
      try metadata(linkedData(#"{"@type":"NewsArticle","hasPart":{"isAccessibleForFree":true}}"#)).candidates(
        for: .isAccessibleForFree
      ).isEmpty)
  }

  @Test func knowsWhatIsPaidFor() throws {
    for head in [
      "<meta property=article:section content='Sponsored Content'>", "<meta property=article:tag content=Publireportage>",
      "<meta name=is_advertorial content=true>", linkedData(#"{"@type":"AdvertiserContentArticle","headline":"Nine"}"#),
      linkedData(#"{"@type":"NewsArticle","headline":"Nine","sponsor":{"name":"Quay Ltd"}}"#),
    ] {
      #expect(try metadata(head).candidates(for: .sponsored).first?.value == .flag(true), "\(head)")
    }
    for head in ["<meta property=article:section content=Advertising>", "<meta property=article:tag content='Sponsors of art'>"] {
      #expect(try metadata(head).candidates(for: .sponsored).isEmpty, "\(head)")
    }
  }

  @Test func readsTheMiningReservation() throws {
    let reserved = try metadata(
      "<meta name=tdm-reservation content=1><meta name=tdm-policy content='/tdm.json'>", url: "https://harbour.test/nine")
    #expect(reserved.candidates(for: .tdmReservation).first?.value == .flag(true))
    #expect(reserved.candidates(for: .usageInfo).first?.value == .text("https://harbour.test/tdm.json"))
    #expect(try metadata("<meta name=tdm-reservation content=0>").candidates(for: .tdmReservation).first?.value == .flag(false))
    for head in ["<meta name=tdm-reservation content=2>", "<meta name=robots content=noimageai>", ""] {
      #expect(try metadata(head).candidates(for: .tdmReservation).isEmpty, "\(head)")
    }
  }

  @Test(arguments: [
    ("cludo:date", true), ("published", true), ("acme-pubdate", true), ("page.published.time", true), ("modified-date", false),
    ("expiry-date", false), ("event:start_date", false), ("update", false), ("date-format", false), ("candidate", false),
  ])
  func knowsANamesDate(name: String, isPublication: Bool) throws {
    let found = try metadata("<meta name='\(name)' content='June 8, 2023'>").candidates(for: .datePublished)
    #expect((date(found.first) == "2023-06-08") == isPublication)
  }

  @Test func prefersTheTimeOfTheSameDay() throws {
    let day = linkedData(#"{"@type":"NewsArticle","datePublished":"2025-10-21"}"#)
    #expect(
      date(
        try metadata(day + "<meta name=dc.date content='2025-10-21T06:00+02:00'>").candidates(for: .datePublished).max {
          $0.confidence < $1.confidence
        }) == "2025-10-21T06:00+02:00")
    #expect(
      date(
        try metadata(day + "<meta name=dc.date content='2025-10-22T06:00+02:00'>").candidates(for: .datePublished).max {
          $0.confidence < $1.confidence
        }) == "2025-10-21")
  }

  @Test func readsADateWithinATimeElement() throws {
    #expect(
      date(
        try metadata("", "<h1>Nine</h1><time datetime='on Friday December 19, 2025 @08:00PM'>on Friday</time>").candidates(
          for: .datePublished
        ).first)?.hasPrefix("2025-12-19") == true)
  }

  @Test func takesNoButtonForAnAuthor() throws {
    for label in ["Learn More", "View Full Profile", "Privacy Policy"] {
      #expect(
        names(
          try metadata("<meta name=author content='Ada Quill'>", "<h1>Nine</h1><div class=byline>\(label)</div>").candidates(
            for: .author
          ).first) == ["Ada Quill"])
    }
    #expect(
      names(try metadata("", "<h1>Nine</h1><div class=byline>Ada Quill Founder</div>").candidates(for: .author).first) == [
        "Ada Quill"
      ])
  }

  @Test func neverGuessesFlags() throws {
    let metadata = try metadata(
      linkedData(#"{"@type":"NewsArticle","isAccessibleForFree":"maybe"}"#)
        + "<meta name=tdm-reservation content=x><meta name=robots content='index, follow'>")
    #expect(metadata.candidates(for: .isAccessibleForFree).isEmpty)
    #expect(metadata.candidates(for: .tdmReservation).isEmpty)
    #expect(metadata.candidates(for: .sponsored).isEmpty)
    #expect(
      try self.metadata("<meta name=robots content='noindex, noai'>").candidates(for: .tdmReservation).first?.value == .flag(true)
    )
  }

  @Test func survivesHostilePages() throws {
    let heads = [
      String(repeating: "<meta name=author content='a, b and c; d'>", count: 20_000),
      linkedData(String(repeating: "[", count: 500_000)),
      linkedData("[" + String(repeating: #"{"@type":"NewsArticle","author":{"@id":"a"}},"#, count: 20_000) + "{}]"),
      linkedData(#"{"@type":"NewsArticle","@id":"a","author":{"@id":"a"}}"#),
      "<meta property=og:title content='" + String(repeating: "a | ", count: 50_000) + "'>",
      "<title>" + String(repeating: "- ", count: 100_000) + "</title>",
      "<meta property=article:published_time content='" + String(repeating: "2025-", count: 50_000) + "'>",
    ]
    for head in heads {
      let metadata = try metadata(head)
      for field in Field.allCases { _ = metadata.candidates(for: field) }
    }
    let body = String(
      repeating: "<div class='author date' itemscope itemtype=x itemprop='author headline'><time>1.1.2025</time>", count: 5000)
    let metadata = try metadata("", body)
    for field in Field.allCases { _ = metadata.candidates(for: field) }
  }
}
