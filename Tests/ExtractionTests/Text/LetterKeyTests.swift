import Testing

@testable import Extraction

@Suite struct LetterKeyTests {
  /// What the key is by definition: the folded text without what is neither letter nor digit nor beyond ASCII.
  private func expected(_ bytes: [UInt8]) -> [UInt8] {
    FoldedText(bytes[...], case: .folded).bytes.filter { $0 >= 0x80 || $0 &- 0x30 < 10 || $0 &- 0x61 < 26 }
  }

  @Test(arguments: [
    "", "  ", "Plain words, with 3 numbers.", "TWO  spaces`and\u{7F} a\tTAB", "“Curly” ‘quotes’ – and an ellipsis…",
    "Élan ÅNGSTRÖM İstanbul ẞ",
    "Ｆｕｌｌ　ｗｉｄｔｈ １２", "soft\u{AD}hyphen\u{200B}\u{FEFF}", "Ⱥ grows", "Привет, МИР", "東京、3月", "🙂 smile",
  ])
  func keyIsThatOfTheFoldedText(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(LetterKey.of(bytes[...]) == expected(bytes))
    bytes.withUnsafeBufferPointer { #expect(LetterKey.matches($0, expected(bytes))) }
  }

  @Test(arguments: [[0xFF, 0x41, 0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x99, 0x42], [0x80, 0x80, 0x80]] as [[UInt8]])
  func bytesThatAreNoTextHaveAKeyToo(_ bytes: [UInt8]) {
    #expect(LetterKey.of(bytes[...]) == expected(bytes))
  }

  @Test func matchesTheWholeKeyOnly() {
    let matches = { (text: String, key: String) in
      Array(text.utf8).withUnsafeBufferPointer { LetterKey.matches($0, Array(key.utf8)) }
    }
    #expect(matches("The Mayor’s plan", "themayorsplan"))
    #expect(matches("The Mayor's plan", "themayorsplan"))
    #expect(matches("The Mayor's", "themayorsplan") == false)
    #expect(matches("The Mayor's plan, again", "themayorsplan") == false)
    #expect(matches("– !", ""))
  }

  @Test func findsTheEndWithinALongerKey() {
    let key = LetterKey.of(ArraySlice("One two. Three four.".utf8))
    let end = { (text: String, start: Int) in
      Array(text.utf8).withUnsafeBufferPointer { text in
        key.withUnsafeBufferPointer { LetterKey.end(of: text, in: $0, from: start) }
      }
    }
    #expect(end("One, two", 0) == 6)
    #expect(end("three FOUR!", 6) == key.count)
    #expect(end("three", 0) == nil)
    #expect(end("four five", 11) == nil)
  }

  @Test func windowsKnowHowATextBegins() {
    let windows = WindowFilter(LetterKey.of(ArraySlice("The council met on Monday evening in the old town hall.".utf8)))
    let mayBegin = { (text: String) in Array(text.utf8).withUnsafeBufferPointer { windows.mayBegin($0) } }
    #expect(mayBegin("Met on Monday"))
    #expect(mayBegin("“the OLD town"))
    #expect(mayBegin("Share this story") == false)
    #expect(mayBegin("The old") == false)
  }
}
