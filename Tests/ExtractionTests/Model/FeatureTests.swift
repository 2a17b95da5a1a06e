import Copydesk
import Pages
import Testing

@testable import Extraction

/// The features of blocks on pages written by hand.
struct FeatureTests {
  private static let page = """
    <html><body><nav><a href="/">Home</a></nav><article>
    <h1>Harbour ferry returns to service</h1>
    <p class="text">The ferry across the sound sailed again on Tuesday, after three weeks in the yard of Port Valen.</p>
    <p class="text">Its owners said that the engine had been replaced. They expect no further repairs before the spring.</p>
    <p class="more"><a href="/2">See our older story on the ferry</a></p>
    <ul><li>Two sailings a day</li></ul>
    <p class="text">Passengers greeted the first sailing with applause, as the harbour master told the local paper.</p>
    </article></body></html>
    """

  private func features(_ start: String, of page: Page) throws -> [String: Float] {
    let examples = Extractor().blockExamples(page, origin: Origin())
    let example = try #require(examples.first { $0.text.hasPrefix(start) })
    return Dictionary(uniqueKeysWithValues: zip(BlockExample.featureNames, example.features))
  }

  @Test func ofAParagraph() throws {
    let x = try features("Its owners", of: try Page.parse(html: Self.page))
    let ones = [
      "upTo20Words", "isProse", "endsSentence", "severalSentences", "paragraph", "sameParent", "sameElement", "sameLook", "kept",
      "previousIsProse", "previousIsKept",
    ]
    for name in ones { #expect(x[name] == 1, "\(name)") }
    for name in [
      "upTo10Words", "onlyLink", "otherParent", "isFirstParagraph", "afterLastParagraph", "nextIsProse", "markNavigation",
    ] {
      #expect(x[name] == 0, "\(name)")
    }
    // 17 of the 51 words of running text follow.
    #expect(abs((x["proseAfter"] ?? 0) - 0.3) < 0.05)
    #expect(x["nextIsLink"] == 1)
    #expect(x["lookShare"] == 1)
  }

  @Test func ofALink() throws {
    let x = try features("See our older", of: try Page.parse(html: Self.page))
    for name in ["onlyLink", "linkShare", "someLink", "sameParent", "sameElement", "previousIsKept", "nextIsListItem"] {
      #expect(x[name] == 1, "\(name)")
    }
    for name in ["sameLook", "endsSentence", "isProse"] { #expect(x[name] == 0, "\(name)") }
  }

  @Test func ofATextDump() throws {
    let text = """
      Harbour ferry returns to service

      By Jonas Feld

      The ferry across the sound sailed again on Tuesday, after three weeks in the yard of Port Valen.
      PHOTO 12/24 | ANNA BERG
      Its owners said that the engine had been replaced. They expect no further repairs before the spring.
      """
    let x = try features("PHOTO", of: try Page.parse(text: text))
    for name in ["line", "allCapitals", "oneSeparator", "hasDigits", "shortWithoutEnd", "previousIsProse", "nextIsProse"] {
      #expect(x[name] == 1, "\(name)")
    }
    #expect(x["sameParent"] == 0)
    #expect(x["followsGap"] == 0)
  }

  @Test func areTheSameEveryTime() throws {
    let page = try Page.parse(html: Self.page)
    #expect(Extractor().blockExamples(page, origin: Origin()) == Extractor().blockExamples(page, origin: Origin()))
  }
}
