import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct FigureTests {
  @Test func aPictureWithoutCaptionStandsAtItsPlace() throws {
    var story = HTMLStory()
    story.middle = #"<figure><img src="../img/quay.jpg" alt="A boat at a quay" width="640" height="400"></figure>"#
    let record = try story.record()
    #expect(record.article.body.map(\.type) == [.paragraph, .paragraph, .figure, .paragraph, .paragraph])
    let figure = record.article.body[2]
    #expect(figure.url == "https://quay.example/news/img/quay.jpg")
    #expect(figure.text.isEmpty)
    #expect(figure.creditText == nil)
    #expect(figure.line == 8)
    #expect(!record.article.articleBody.contains("boat at a quay"))
  }

  @Test func captionAndCreditGoToTheirPicture() throws {
    var story = HTMLStory()
    story.middle = """
      <figure><picture><source srcset="/img/hull-webp.webp 1x"><img src="data:image/gif;base64,R0" data-src="/img/hull.jpg"></picture>
      <figcaption>The crack in the hull, seen in <a href="/docks">the dry dock</a>. <span class="credit">Photo: Ada Lind/Tidewire</span></figcaption></figure>
      """
    let figure = try #require(try story.extras().first)
    #expect(figure.type == .figure)
    #expect(figure.url == "https://quay.example/img/hull.jpg")
    #expect(figure.text == "The crack in the hull, seen in the dry dock.")
    #expect(figure.creditText == "Photo: Ada Lind/Tidewire")
    #expect(figure.links == [BodyElement.Link(range: 31..<43, url: "https://quay.example/docks")])
    #expect(figure.line == nil)
    #expect(try story.extras().count == 1)
  }

  @Test(arguments: [
    "<figure><video src=/v.mp4></video><figcaption>Bitte aktivieren Sie Javascript. Oder lesen Sie ohne Werbung.</figcaption></figure>",
    "<div><video src=/v.mp4></video><p>Try refreshing your browser, or tap here to see other videos from our team.</p></div>",
    "<div><img src=/app.png><p>Download our app for tide tables</p></div>",
  ])
  func whatAPlayerOrAShopSaysIsNoCaption(markup: String) throws {
    var story = HTMLStory()
    story.middle = markup
    #expect(try story.extras().allSatisfy { $0.text.isEmpty })
  }

  @Test func aTeasersBylineIsNoCaption() throws {
    var story = HTMLStory()
    story.head = "<meta name=author content='Ada Lind'><meta property=article:published_time content=2025-03-07>"
    story.middle = "<div><img src=/img/other.jpg><p>By Cleo Kade, 20 November 2024</p></div>"
    let record = try story.record()
    #expect(!record.article.body.contains { $0.text.contains("Cleo Kade") })
    let block = try #require(record.blocks.first { $0.text.contains("Cleo Kade") })
    #expect(block.fate == .removed)
    #expect(block.reason == "a byline or date beside a teaser's picture")
  }

  @Test func theAuthorsPortraitHasNoCaption() throws {
    var story = HTMLStory()
    story.head = "<meta name=author content='Ada Lind'>"
    story.tail = "<div><img src=/img/ada.jpg alt='Ada Lind'><p>Ada Lind</p></div>"
    let record = try story.record()
    #expect(!record.article.body.contains { $0.text == "Ada Lind" })
    #expect(record.blocks.contains { $0.text == "Ada Lind" && $0.reason == "the author's name beside a portrait" })
    // Anybody else's name says who is seen.
    story.tail = "<div><img src=/img/bela.jpg alt='Bela Pier'><p>Bela Pier</p></div>"
    #expect(try story.record().article.body.contains { $0.text == "Bela Pier" })
  }

  @Test func thePicturesRightsAreNotThePages() throws {
    var story = HTMLStory()
    story.lead = """
      <figure><img src=/img/quay.jpg><figcaption>The ferry on its trial run. Copyright Ada Lind/Copyright 2024 Tidewire. All rights reserved</figcaption></figure>
      """
    story.middle = "<p>Copyright 2024 Ada Lind. All rights reserved</p>"
    story.after = "<p>© 2025 Quay Courier</p>"
    let article = try story.record().article
    #expect(article.copyrightNotice == "© 2025 Quay Courier")
    #expect(article.copyrightHolder == "Quay Courier")
    #expect(article.body.first?.text.hasPrefix("The ferry on its trial run.") == true)
  }

  @Test func aCaptionBeforeItsPictureIsNotASecondFigure() throws {
    var story = HTMLStory()
    story.middle = #"<figure><figcaption>Nurses boarding the replacement boat.</figcaption><img src="/img/nurses.jpg"></figure>"#
    let extras = try story.extras()
    #expect(extras.count == 1)
    #expect(extras.first?.text == "Nurses boarding the replacement boat.")
    #expect(extras.first?.url == "https://quay.example/img/nurses.jpg")
  }

  @Test func aCaptionRightBelowAPictureIsItsCaption() throws {
    var story = HTMLStory()
    story.middle = #"<img src="/img/dock.jpg"><p class="caption">The dock on Friday.</p><p class="caption">Photo: Ada Lind</p>"#
    let extras = try story.extras()
    #expect(extras.map(\.url) == ["https://quay.example/img/dock.jpg"])
    #expect(extras.first?.text == "The dock on Friday.")
    #expect(extras.first?.creditText == "Photo: Ada Lind")
  }

  @Test func theLeadPictureAboveTheTextIsOfTheBody() throws {
    var story = HTMLStory()
    story.lead = #"<figure class="lead"><img src="/img/lead.jpg"><figcaption>The ferry on its trial run.</figcaption></figure>"#
    let body = try story.record().article.body
    #expect(body.first?.type == .figure)
    #expect(body.first?.url == "https://quay.example/img/lead.jpg")
    #expect(body.first?.text == "The ferry on its trial run.")
  }

  @Test(arguments: [
    #"<img src="data:image/gif;base64,R0lGOD">"#, #"<img src="/p.gif" width="1" height="1">"#, #"<img src="/static/pixel.gif">"#,
    #"<img class="avatar" src="/people/ada.jpg">"#, #"<img src="https://secure.gravatar.com/avatar/1">"#,
    #"<img src="javascript:alert(1)">"#,
    #"<img src="/i/share.png" class="icon-share" width="24">"#, #"<div class="author-box"><img src="/people/ada.jpg"></div>"#,
    #"<div class="advertisement"><img src="/ads/boat.jpg"></div>"#, "<img>",
  ])
  func whatIsNoPictureOfTheStoryIsLeftOut(_ markup: String) throws {
    var story = HTMLStory()
    story.middle = markup
    #expect(try story.extras().isEmpty)
  }

  @Test func aTeasersPictureGoesWithTheTeaser() throws {
    var story = HTMLStory()
    story.middle =
      #"<div class="box"><a href="/other"><img src="/img/other.jpg"></a><p><a href="/other">Harbour master steps down after the storm</a></p></div>"#
    #expect(try story.extras().isEmpty)
    story.middle = ""
    story.after = #"<section class="more-stories"><img src="/img/other.jpg"><h3>Harbour master steps down</h3></section>"#
    #expect(try story.extras().isEmpty)
  }

  @Test func oneOfThePicturesForSeveralScreensIsEnough() throws {
    var story = HTMLStory()
    story.middle = """
      <figure><img src="/img/quay-300x200.jpg"><noscript><img src="/img/quay.jpg"></noscript><img src="/img/quay.jpg?w=1200"></figure>
      """
    #expect(try story.extras().map(\.url) == ["https://quay.example/img/quay-300x200.jpg"])
  }

  @Test func slidesOfAGalleryAreFiguresInOrder() throws {
    var story = HTMLStory()
    story.middle = (1...3).map {
      "<figure class=\"slide\"><img src=\"/g/\($0).jpg\"><figcaption>Slide number \($0) of the launch. (Reuters/Ada Lind)</figcaption></figure>"
    }.joined()
    let extras = try story.extras()
    #expect(extras.map(\.url) == (1...3).map { "https://quay.example/g/\($0).jpg" })
    #expect(extras.map(\.text) == (1...3).map { "Slide number \($0) of the launch." })
    #expect(extras.map(\.creditText) == Array(repeating: "(Reuters/Ada Lind)", count: 3))
  }

  @Test func blocksAreTheSameWithAndWithoutPictures() throws {
    var story = HTMLStory()
    story.middle = #"<figure><img src="/a.jpg"><figcaption>The quay. Photo: Ada</figcaption></figure>"#
    let page = try Page.parse(Array(story.html.utf8), contentType: "text/html")
    #expect(try story.record().accountsFor(page))
  }
}

@Suite struct PictureAddressTests {
  @Test(arguments: [
    ("a.jpg 300w, b.jpg 1200w, c.jpg 600w", "b.jpg"), ("a.jpg, b.jpg 2x", "b.jpg"), ("a.jpg 1x,b.jpg 2x", "b.jpg"),
    ("https://i.test/w_300,h_200/a.jpg 300w, https://i.test/w_900,h_600/a.jpg 900w", "https://i.test/w_900,h_600/a.jpg"),
    ("data:image/gif;base64,AA 9000w, a.jpg 10w", "a.jpg"), ("a.jpg", "a.jpg"),
  ])
  func theLargestOfASetIsTaken(_ set: String, _ expected: String) {
    #expect(largest(of: set) == expected)
  }

  private func largest(of set: String) -> String? {
    var set = set
    return set.withUTF8 { PictureAddress.largest(of: $0) }
  }

  @Test(arguments: ["", ",,,", " , ", "data:image/png;base64,AA 2x"])
  func aSetWithoutPictureHasNone(_ set: String) {
    #expect(largest(of: set) == nil)
  }
}

@Suite struct CaptionCreditTests {
  @Test(
    arguments: [
      ("The quay at dawn. Photo: Ada Lind", "The quay at dawn.", "Photo: Ada Lind"),
      ("The quay at dawn. (AP Photo/Ada Lind)", "The quay at dawn.", "(AP Photo/Ada Lind)"),
      ("The quay at dawn © Ada Lind/AFP", "The quay at dawn © Ada Lind/AFP", nil),
      ("The quay at dawn. © Ada Lind/AFP", "The quay at dawn.", "© Ada Lind/AFP"),
      ("Der Kai im Morgenlicht. Foto: Ada Lind/dpa", "Der Kai im Morgenlicht.", "Foto: Ada Lind/dpa"),
      ("Le quai à l’aube. | Crédit : Ada Lind", "Le quai à l’aube.", "Crédit : Ada Lind"),
      ("Photo by Ada Lind", "", "Photo by Ada Lind"),
      ("The quay | Image: Tidewire", "The quay", "Image: Tidewire"),
      ("She held up a photo: it showed the boat.", "She held up a photo: it showed the boat.", nil),
      ("The crew (left to right) on deck.", "The crew (left to right) on deck.", nil),
      ("The mayor (second from left)", "The mayor (second from left)", nil),
      ("", "", nil),
    ] as [(String, String, String?)])
  func creditsStandAtTheEnd(_ text: String, _ caption: String, _ credit: String?) {
    let split = CaptionCredit.split(text)
    #expect(split.caption == caption)
    #expect(split.credit == credit)
  }
}
