import Copydesk
import Pages
import Testing

@testable import Extraction

/// What of a page is its article's text where templates repeat it, fold it away, make it links or add who wrote it.
@Suite struct HTMLCopiesAndLinksTests {
  private func texts(_ body: String, author: String = "") throws -> [String] {
    let head = "<title>Ferry</title>" + (author.isEmpty ? "" : "<meta name='author' content='\(author)'>")
    let page = try Page.parse(html: "<!doctype html><html><head>\(head)</head><body>\(body)</body></html>")
    let origin = Origin(url: "https://www.harbour.example/news/ferry", source: "test")
    return try Extractor().extract(page, origin: origin).record.article.body.flatMap { element in
      element.type == .figure ? [] : element.type == .list ? element.items : [element.text]
    }
  }

  private let first = "The night ferry to the island will not run this winter, the harbour board said on Monday."
  private let second = "Two of its engines have to be replaced, and no yard in the country has room before April."
  private let third = "Until then a smaller boat will carry the post, and anyone who books a day ahead."
  private let fourth = "The mayor called the news hard on those who work across the water and come home late."
  private let fifth = "A decision on the summer timetable is due in March, when the board meets for the last time."

  @Test func ofACopyOfTheTextOneStays() throws {
    let text = "<p>\(first)</p><h2>Engines</h2><p>\(second)</p><p>\(third)</p><p>\(fourth)</p>"
    let found = try texts(
      "<h1>Ferry</h1><div class='layout wide'><div>\(text)</div></div><div class='layout narrow'><div>\(text)</div></div>")
    #expect(found == [first, "Engines", second, third, fourth])
  }

  /// An anchor is spelt from the heading below it, and `similar` or `newsletter` are words like others there; a short id is a name.
  @Test(arguments: [("the-board-bought-a-similar-boat-in-the-spring", true), ("similar-boats", false)])
  func longIdsAreAnchors(id: String, isText: Bool) throws {
    let section = "<div id='\(id)'><h2>Engines</h2><p>\(second)</p></div>"
    let found = try texts(
      "<article><h1>Ferry</h1><p>\(first)</p>\(section)<p>\(third)</p><p>\(fourth)</p><p>\(fifth)</p></article>")
    #expect(found.contains(second) == isText)
  }

  @Test func itemsMaySayTheSameOfTwoThings() throws {
    let item = "Sails twice a day on weekdays, three times on Saturday and Sunday, and takes cars as well as bicycles."
    let found = try texts(
      """
      <article><h1>Ferry</h1><p>\(first)</p><p>\(second)</p><h2>North pier</h2><ul><li>\(item)</li><li>Has a café on its upper deck</li></ul>
      <h2>South pier</h2><ul><li>\(item)</li><li>Has none</li></ul><p>\(third)</p></article>
      """)
    #expect(found.count { $0 == item } == 2)
  }

  @Test func whoWroteTheArticleIsNoPartOfIt() throws {
    let text = [first, second, third, fourth, fifth].map { "<p>\($0)</p>" }.joined()
    let note = "<p>Jane Doe covers harbours and islands for this paper, and rows when the wind allows it.</p>"
    #expect(
      try texts("<article><h1>Ferry</h1>\(text)\(note)</article>", author: "Jane Doe") == [first, second, third, fourth, fifth])
    // The same name in the middle of a text is what the text is about.
    let portrait =
      "<p>\(first)</p>\(note)<p>\(second)</p><p>\(third)</p><p>\(fourth)</p><p>\(fifth)</p>\(note.replacing("covers", with: "has covered"))"
    #expect(try texts("<article><h1>Ferry</h1>\(portrait)</article>", author: "Jane Doe").count == 7)
  }

  @Test(arguments: ["\u{200B} \u{2060}\u{200B}", " \u{FEFF} ", "&#x200B; &#x200B;"])
  func anAuthorWithoutInkOpensNoNote(_ author: String) throws {
    let text = [first, second, third, fourth, fifth]
    #expect(try texts("<article><h1>Ferry</h1>\(text.map { "<p>\($0)</p>" }.joined())</article>", author: author) == text)
  }

  @Test func foldedAnswersAreText() throws {
    let found = try texts(
      """
      <article><h1>Ferry</h1><p>\(first)</p><p>\(second)</p><p>\(third)</p>
      <div class="accordion"><h3><button>Will there be a bus?</button></h3><div class="accordion-content hidden"><p>\(fourth)</p></div></div>
      <div class="menu-panel hidden"><p>\(fifth)</p></div></article>
      """)
    #expect(found == [first, second, third, "Will there be a bus?", fourth])
  }

  @Test func aWritersLinksAreText() throws {
    let found = try texts(
      """
      <article><h1>Ferry</h1><p>\(first)</p><h2><a href="/boats/gull">The Gull, built in 1987</a></h2><p>\(second)</p>
      <p><a href="https://law.example/ports">The law on ports says who may call off a ferry and who pays for it.</a></p><p><a href="/news/storm">Storm closes the harbour for a day</a></p>
      <p>\(fourth)</p></article>
      """)
    #expect(
      found == [
        first, "The Gull, built in 1987", second,
        "The law on ports says who may call off a ferry and who pays for it.", fourth,
      ])
  }

  @Test func aSentenceByAPictureThatIsSetLikeTheParagraphsIsOne() throws {
    let steps = [first, second, third, fourth, fifth].map { "<div class='step'><img src='a.jpg'><p class='text'>\($0)</p></div>" }
    let found = try texts(
      "<article><h1>Ferry</h1>\(steps.joined())<div class='photo'><img src='b.jpg'><p>The pier at dusk, seen from the sea.</p></div></article>"
    )
    #expect(found == [first, second, third, fourth, fifth])
  }

  @Test func aDeckLongerThanAnyDeckIsTheFirstParagraph() throws {
    let lead = "\(first) \(second) \(third)"
    let found = try texts(
      "<article><h1>Ferry</h1><p class='deck'>\(lead)</p><div><p>\(fourth)</p><p>\(fifth)</p><p>\(third)</p></div></article>")
    #expect(found.first == lead)
  }
}
