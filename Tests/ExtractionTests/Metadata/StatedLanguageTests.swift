import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct StatedLanguageTests {
  private func record(_ head: String, lang: String, _ sentence: String) throws -> ArticleRecord {
    let paragraphs = (1...6).map { "<p>\(String(repeating: sentence + " ", count: 3))\($0).</p>" }.joined()
    let page = try Page.parse(
      html:
        "<!DOCTYPE html><html lang='\(lang)'><head>\(head)</head><body><article><h1>Ferries</h1>\(paragraphs)</article></body></html>"
    )
    return try Extractor().extract(page, origin: Origin()).record
  }

  private static let english =
    "The nine ferries of the harbour stood still on Monday, and the master said that they will be back in the morning."
  private static let zulu =
    "Izikebhe eziyisishiyagalolunye zimile echwebeni ngoMsombuluko, umphathi uthe zizobuya ekuseni kakhulu."
  private static let german =
    "Die neun Fähren des Hafens standen am Montag still, und der Meister sagte, dass sie mit der Flut nicht kommen werden."
  private static let swedish =
    "De nio färjorna i hamnen låg stilla på måndagen, och chefen sade att de inte kommer att gå ut från kajen till helgen."
  private static let korean = "월요일 항구의 여객선 아홉 척이 멈춰 섰고 항구 책임자는 아침에 다시 운항할 것이라고 말했다."

  @Test func keepsWhatTheTextBearsOut() throws {
    let record = try record("", lang: "en-GB", Self.english)
    #expect(record.article.inLanguage == "en-GB")
    #expect(!record.findings.contains { $0.code == "language-conflict" })
  }

  @Test func takesALanguageOffATextThatHasNoneOfItsWords() throws {
    let record = try record("", lang: "en", Self.zulu)
    #expect(record.article.inLanguage == nil)
    let finding = try #require(record.findings.first { $0.code == "language-conflict" })
    #expect(finding.message == "inLanguage: html:lang says en, but the text has none of its commonest words")
  }

  @Test func prefersTheSourceThatTheTextBearsOut() throws {
    let record = try record("<meta property=og:locale content=zu_ZA>", lang: "en", Self.zulu)
    #expect(record.article.inLanguage == "zu-ZA")
    #expect(!record.findings.contains { $0.code == "language-conflict" })
    #expect(record.evidence[.inLanguage]?.others.map(\.raw) == ["en"])
  }

  @Test(arguments: [("en", german), ("en-US", korean), ("ar", german), ("de", korean), ("se", swedish)])
  func contradictsByWordsOrScript(lang: String, text: String) throws {
    let record = try record("", lang: lang, text)
    #expect(record.article.inLanguage == nil)
    #expect(record.findings.contains { $0.code == "language-conflict" })
  }

  @Test func saysNothingOfWhatItDoesNotKnow() throws {
    #expect(try record("", lang: "zu", Self.zulu).article.inLanguage == "zu")
    #expect(try record("", lang: "sw", Self.english).article.inLanguage == "sw")
    #expect(try record("", lang: "ko", Self.korean).article.inLanguage == "ko")
  }
}
