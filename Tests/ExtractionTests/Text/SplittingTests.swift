import Testing

@testable import Extraction

/// Texts cut and looked through by bytes are what they are by characters.
@Suite struct SplittingTests {
  @Test(arguments: ["", " ", "one", " one  two ", "Jane Doe", "Dvořák  ödön 山田 太郎", "a\u{301} b"])
  func cutsAsTheLanguageDoes(_ text: String) {
    #expect(text.split(at: " ") == text.split(separator: " "))
    #expect(text.dropFirst().split(at: " ") == text.dropFirst().split(separator: " "))
  }

  @Test func findsWordsByteForByte() {
    #expect("datePublished".holds("Publ"))
    #expect("Markt — Börse".holds(" — "))
    #expect(!"datePublished".holds("publ"))
    #expect(!"".holds("a"))
  }

  @Test(arguments: [
    "", "Staff", "STAFF writer", " two  blanks ", "d\u{2019}Alba", "Straße", "O`Neill", "Ĳ", "tab\tbed", "naïve\u{AD}té",
    "ЖУРНАЛІСТ",
  ])
  func hashesWhatFoldingLeaves(_ text: String) {
    #expect(WordHash(folding: text) == WordHash(FoldedText(text, case: .folded).bytes))
    #expect(WordHash(folding: text[...]) == WordHash(folding: text))
  }

  /// What is listed is spelt as each phrase is alone.
  @Test func spellsListsAsPhrases() {
    let list = "read more|à lire aussi|читайте также|ещё по теме|続きを読む|प\u{95D}"
    var spelt: [String] = []
    CueSpelling.forEach(in: list) { spelt.append(String(decoding: $0, as: UTF8.self)) }
    let alone = list.split(separator: "|").flatMap { CueSpelling.all(of: String($0)) }
    #expect(spelt.map { Array($0.utf8) } == alone.map { Array($0.utf8) })
    #expect(spelt.count == 9)
  }

  @Test(arguments: [
    "https://News.Example.test/path", "http://jane@example.test:8080", "//example.test", "https://example.test.",
    "https://пример.тест/",
    "https://localhost", "https://[::1]/", "mailto:jane@example.test", "/path", "", "https://a..b",
  ])
  func saysWhetherThereIsAHost(_ url: String) { #expect(Host.stands(in: url) == (Host.of(url: url) != nil)) }
}
