import Testing

@testable import Copydesk

@Suite struct WordCounterTests {
  @Test(arguments: [
    ("", 0), ("   ", 0), ("one", 1), (" one  two\tthree\nfour ", 4), ("– – …", 0), ("“Quoted,” he said – twice.", 4),
    ("250 to 250", 3),
    ("a\u{A0}b\u{2003}c\u{3000}d", 4), ("don’t", 1), ("Ain al-Asad", 2), ("café naïve Ünal", 3), ("漢字 かな", 2), ("😀 ok", 1),
    ("港で火事", 2), ("AIの研究", 3), ("船舶三隻、そして灯台。", 5), ("ferry 船 harbour", 3), ("ท่าเรือปิดแล้ว", 3), ("부두가 다시 열렸다", 3), ("½ ٣", 2),
    ("■■■ ■ 😀😀 ok 😀 é■", 2), ("a\u{2028}b", 2), ("-5-", 1), ("\u{200B}", 0),
  ])
  func wordsAreRunsWithALetterOrDigit(_ text: String, _ expected: Int) {
    #expect(WordCounter.count(text) == expected)
  }

  /// 64 bytes are looked at together: signs, spaces and other characters at each of the places, and across the border.
  @Test(arguments: 0..<140) func placesDoNotMatter(_ place: Int) {
    for sign in [" ", "-", "\t", "\n", "’", "\u{1}", "é", "7", " - ", "\u{A0}", "\u{2003}", "…", "漢", "😀"] {
      let text = String(repeating: "x", count: place) + sign + String(repeating: "y", count: 140 - place)
      let isCut = sign == "漢" || sign.contains { $0.isWhitespace }
      let words = (isCut && place > 0 && place < 140 ? 2 : 1) + (sign == "漢" ? 1 : 0)
      #expect(WordCounter.count(text) == words, "\(sign.debugDescription) at \(place)")
      let signs = String(repeating: "-", count: place) + sign + String(repeating: "\u{22}", count: 140 - place)
      #expect(WordCounter.count(signs) == (["é", "7", "漢"].contains(sign) ? 1 : 0))
    }
  }

  /// The definition in terms of characters, for texts in which each character is one scalar.
  @Test(arguments: 0..<100) func bytesAndCharactersAgree(_ seed: UInt64) {
    var generator = SeededGenerator(seed)
    let text = generator.text().replacing("\r\n", with: "\n")
    let spaced = text.split { $0.isWhitespace || $0 == "漢" }.count { word in word.contains { $0.isLetter || $0.isNumber } }
    #expect(WordCounter.count(text) == spaced + (text.count { $0 == "漢" } + 1) / 2)
  }

  /// Signs known to be none are not looked up: each has to be what the standard says it is.
  @Test func everyCharacterOfTheBasicPlane() {
    for scalar in (0x80...0xFFFF).lazy.compactMap(Unicode.Scalar.init) where !scalar.properties.isWhitespace {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      #expect(WordCounter.count(String(Character(scalar))) == (isWord ? 1 : 0), "\(scalar.escaped(asASCII: true))")
    }
  }
}
