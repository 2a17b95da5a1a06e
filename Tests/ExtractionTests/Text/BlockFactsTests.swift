import Testing

@testable import Extraction

@Suite struct BlockFactsTests {
  private func facts(_ text: String) -> BlockFacts { BlockFacts(bytes: ArraySlice(text.utf8)) }

  @Test func countsWhatStandsInALine() {
    let facts = facts("  “The Harbour’s 12 ferries,” said A. Quill: don't sail… ")
    #expect(facts.words == 9)
    #expect(facts.letters == 36)
    #expect(facts.uppercase == 4)
    #expect(facts.capitalised == 4)
    #expect(facts.digits == 2)
    #expect(facts.commas == 1)
    #expect(facts.sentenceEnds == 2)
    #expect(facts.endsSentence && facts.endsEllipsis && facts.opensQuote)
    #expect(!facts.startsLower && !facts.endsColon)
  }

  /// Letters are counted eight at a time; a word may end anywhere in the eight, and at the end of the text.
  @Test(arguments: 1...20)
  func countsWordsOfAnyLength(_ length: Int) {
    let lower = String(repeating: "a", count: length)
    let mixed = (0..<length).map { $0 % 3 == 0 ? "B" : "b" }.joined()
    let facts = facts("\(lower) \(mixed) \(lower)-\(mixed) é\(lower)")
    #expect(facts.words == 4)
    #expect(facts.letters == length * 5 + 1)
    #expect(facts.uppercase == (length + 2) / 3 * 2)
    #expect(facts.capitalised == 1)
    #expect(facts.startsLower)
  }

  @Test(arguments: [
    ("Ends.", true), ("Ends.)", true), ("Ends.”", true), ("Ends . more", false), ("Ends:", false), ("終わり。", true), ("", false),
  ])
  func seesTheEndOfASentence(_ text: String, _ ends: Bool) {
    #expect(facts(text).endsSentence == ends)
  }
}
