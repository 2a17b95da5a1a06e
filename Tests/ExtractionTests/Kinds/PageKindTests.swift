import Copydesk
import Pages
import Testing

@testable import Extraction

/// Two hand-made pages of each kind at least, in the markup and words that servers and templates use.
@Suite struct PageKindTests {
  private static func record(_ html: String, url: String? = "https://quay.example/a/b") throws -> ArticleRecord {
    let page = try Page.parse(Array(html.utf8), contentType: "text/html; charset=utf-8")
    return try Extractor().extract(page, origin: Origin(url: url)).record
  }

  private static func kind(_ html: String, url: String? = "https://quay.example/a/b") throws -> PageKind.Name? {
    try record(html, url: url).kind?.name
  }

  private static func teasers(_ count: Int) -> String {
    (1...count).map {
      "<article><h3><a href=\"/n/\($0)\">Council weighs plan number \($0) for the harbour road</a></h3></article>"
    }.joined()
  }

  @Test func aStoryIsAnArticle() throws {
    let record = try HTMLStory().record()
    #expect(record.kind?.name == .article)
    #expect(record.kind?.confidence ?? 0 > 0.8)
    #expect(!record.findings.contains { $0.code == "not-an-article" })
  }

  @Test(arguments: [
    "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>",
    "<title>Seite nicht gefunden – Hafenbote</title><h1>Seite nicht gefunden</h1><p>Die von Ihnen gesuchte Seite gibt es nicht mehr. Vielleicht hilft die Suche.</p>",
    "<title>Just a moment...</title><p>Checking your browser before accessing quay.example. This process is automatic.</p>",
    "<title>quay.example</title><p>Please enable JS and disable any ad blocker</p>",
    "<title>Access Denied</title><h1>Access Denied</h1>You don't have permission to access \"http://quay.example/\" on this server.",
    "<title>Página no encontrada | El Muelle</title><h1>Página no encontrada</h1><p>La página que buscas no existe o ha cambiado de sitio, lo sentimos.</p>",
    "<title>ページが見つかりません｜港新聞</title><h1>ページが見つかりません</h1><p>お探しのページは移動または削除された可能性があります。</p>",
  ])
  func errorPages(_ html: String) throws {
    let record = try Self.record(html)
    #expect(record.kind?.name == .errorPage)
    #expect(record.article.body.isEmpty)
    #expect(record.findings.contains(Finding(code: "not-an-article", message: "error page")))
    #expect(record.kind?.evidence.isEmpty == false)
    #expect(record.blocks.allSatisfy { $0.fate != .kept && $0.fate != .edited })
  }

  @Test(arguments: [
    """
    <title>Before you continue</title><h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a device, such as
    unique identifiers in cookies, to process personal data.</p><button>Accept all</button>
    """,
    """
    <title>Hafenbote</title><h2>Mit Werbung weiterlesen</h2><p>Wir und unsere Partner verarbeiten Daten, um Anzeigen auszuspielen. Wir benötigen Ihre
    Zustimmung, bevor es weitergeht.</p><p>Informationen auf einem Gerät speichern und abrufen.</p>
    """,
  ])
  func consentWalls(_ html: String) throws {
    let record = try Self.record(html)
    #expect(record.kind?.name == .consentWall)
    #expect(record.article.body.isEmpty)
  }

  @Test func aConsentBannerOverAStoryIsNoWall() throws {
    var story = HTMLStory()
    story.lead =
      "<div class=\"banner\"><h2>We value your privacy</h2><p>We and our partners store and/or access information on a device.</p></div>"
    #expect(try story.record().kind?.name == .article)
  }

  @Test func anArticleAboutErrorsIsAnArticle() throws {
    var story = HTMLStory()
    story.head = "<title>Access denied: how a port lost its cranes</title>"
    story.middle =
      "<p>Staff who tried to log in saw “access denied” and “page not found” for three days, the port’s director told the board.</p>"
    #expect(try story.record().kind?.name == .article)
  }

  @Test func sectionFronts() throws {
    let front = "<title>Quay Courier</title><meta property=\"og:type\" content=\"website\"><main>\(Self.teasers(14))</main>"
    let record = try Self.record(front, url: "https://quay.example/")
    #expect(record.kind?.name == .sectionFront)
    #expect(record.findings.contains(Finding(code: "not-an-article", message: "section front")))
    let section = """
      <title>Harbour news</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"CollectionPage","name":"Harbour"}</script>
      <main><h1>Harbour news</h1>\(Self.teasers(20))</main>
      """
    #expect(try Self.kind(section, url: "https://quay.example/harbour/") == .sectionFront)
  }

  @Test(arguments: [
    """
    <title>Brass ship's bell</title><script type="application/ld+json">{"@type":"Product","name":"Bell","offers":{"@type":"Offer","price":"49"}}</script>
    <h1>Brass ship's bell</h1><p>A bell of polished brass, 15 centimetres across, with a rope of hemp.</p><button>Add to cart</button>
    """,
    """
    <title>Ölzeug</title><meta property="og:type" content="product"><h1>Ölzeug, gelb</h1><p>Jacke und Hose aus schwerem Tuch.</p><div>In den Warenkorb</div>
    <div>Auf Lager</div>
    """,
  ])
  func products(_ html: String) throws {
    #expect(try Self.kind(html) == .product)
  }

  @Test func forums() throws {
    let stated = """
      <title>Which paint for the hull?</title><script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Which paint?"}</script>
      <div class="post"><p>Which paint do you use below the line? Mine comes off every spring, whatever I do.</p></div>
      <div class="post"><p>Two coats of copper, a week apart.</p></div>
      """
    #expect(try Self.kind(stated) == .forum)
    let posts = (1...5).map {
      "<div><div>Joined: May 20\(10 + $0)</div><p>I would ask at the yard, number \($0) says.</p><p><a href=\"#\">Reply with quote</a></p></div>"
    }
    let board = "<title>Hull paint</title><meta name=\"generator\" content=\"phpBB\">" + posts.joined()
    #expect(try Self.kind(board, url: "https://quay.example/viewtopic.php?t=7") == .forum)
  }

  @Test func videos() throws {
    let stated = """
      <title>Ferry leaves the dock</title><script type="application/ld+json">{"@type":"VideoObject","name":"Ferry leaves"}</script>
      <h1>Ferry leaves the dock</h1><video src="/f.mp4"></video><p>The ferry left the dock on Friday after a week of repairs.</p>
      """
    let record = try Self.record(stated)
    #expect(record.kind?.name == .video)
    #expect(record.article.articleBody.contains("left the dock"))
    let tagged =
      "<title>Storm</title><meta property=\"og:type\" content=\"video.other\"><h1>Storm over the quay</h1><video src=\"/s.mp4\"></video>"
    #expect(try Self.kind(tagged, url: "https://quay.example/video/storm") == .video)
  }

  @Test func galleries() throws {
    let slides = (1...8).map {
      "<figure><img src=\"/g/\($0).jpg\"><figcaption>Boat number \($0) leaves the harbour at dawn.</figcaption></figure>"
    }.joined()
    let stated = """
      <title>In pictures</title><script type="application/ld+json">{"@type":"ImageGallery","name":"Regatta"}</script><article><h1>The regatta in pictures</h1>
      <p>Eight boats took part in the regatta on Sunday, and all of them came back.</p>\(slides)</article>
      """
    #expect(try Self.kind(stated) == .gallery)
    let plain =
      "<title>Regatta</title><article><h1>The regatta</h1><p>Eight boats took part in the regatta on Sunday.</p>\(slides)</article>"
    let record = try Self.record(plain)
    #expect(record.kind?.name == .gallery)
    #expect(record.article.body.filter { $0.type == .figure }.count == 8)
  }

  @Test func paywallStubs() throws {
    let stated = """
      <title>Ferry sails</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry sails","isAccessibleForFree":false}</script>
      <article><h1>Ferry sails</h1><p>The ferry between the old harbour and the island will sail again from Monday, the port authority said.</p>
      <div><p>Subscribe to continue reading this story and support our newsroom.</p></div></article>
      """
    let record = try Self.record(stated)
    #expect(record.kind?.name == .paywallStub)
    #expect(record.article.articleBody.contains("The ferry between"))
    #expect(record.findings.contains { $0.code == "paywall-stub" })
    let german = """
      <title>Fähre fährt</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Fähre","isAccessibleForFree":"False"}</script>
      <article><h1>Fähre fährt wieder</h1><p>Die Fähre zwischen dem alten Hafen und der Insel fährt ab Montag wieder, teilte die Behörde am Freitag mit.</p>
      <p>Jetzt weiterlesen mit einem Probeabo.</p></article>
      """
    #expect(try Self.kind(german) == .paywallStub)
  }

  @Test func dumpsHaveKindsByTheirWords() throws {
    func kind(_ text: String) throws -> PageKind.Name? {
      let page = try Page.parse(Array(text.utf8), contentType: "text/plain")
      return try Extractor().extract(page, origin: Origin()).record.kind?.name
    }
    #expect(try kind("404 Not Found\n\nThe requested URL was not found on this server.") == .errorPage)
    #expect(try kind("Just a moment...\n\nEnable JavaScript and cookies to continue") == .errorPage)
    #expect(try kind(HTMLStory.paragraphs.joined(separator: "\n\n")) == .article)
  }

  @Test func aRuleKeepsWhatAKindWouldTake() throws {
    let html = "<title>404 Not Found</title><h1>Not Found</h1><p>The requested URL was not found on this server.</p>"
    let page = try Page.parse(Array(html.utf8), contentType: "text/html")
    let outcome = try Extractor().extract(page, origin: Origin()) { draft in
      draft.decisions.indices.map { Edit(.keep(block: $0 + 1, reason: "it is what we want"), by: "rule.lua:1") }
    }
    #expect(outcome.record.article.articleBody.contains("requested URL"))
  }

  @Test func everyKindHasATypeAndAName() {
    for name in PageKind.Name.allCases {
      #expect(name.schemaType.first?.isUppercase == true)
      #expect(name.words == name.words.lowercased())
    }
  }
}
