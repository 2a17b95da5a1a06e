import Testing

@testable import Extraction

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("  padded\t\n ends ", "padded ends"), ("a  b\u{A0}\u{2003}c", "a b c"),
    ("“curly” ‘quotes’ „low“ «guillemets»", "\"curly\" 'quotes' \"low\" \"guillemets\""),
    ("em—dash en–dash minus−", "em-dash en-dash minus-"),
    ("zero\u{200B}width soft\u{AD}hyphen \u{FEFF}bom", "zerowidth softhyphen bom"), ("wait…", "wait..."), ("（ＡＰ）", "(AP)"),
    ("", ""), (" \u{200B}\u{A0} ", ""),
    ("Größe Ünï", "Größe Ünï"),
  ])
  func folds(text: String, expected: String) {
    #expect(FoldedText(text).string == expected)
  }

  @Test(arguments: [
    ("ABC xyz", "abc xyz"), ("ÄÖÜ ÉŁ", "äöü éł"), ("ΑΒΓ ЖДИ Ё", "αβγ жди ё"), ("İstanbul", "istanbul"), ("STRAẞE", "straße"),
  ])
  func foldsCase(text: String, expected: String) {
    #expect(FoldedText(text, case: .folded).string == expected)
  }

  @Test(arguments: ["  “Ja”, sagte  sie – leise… ", "plain words here", "\u{FEFF}a\u{200B}b  c", "（ＡＰ） 東京 ok", " x "])
  func mapsBack(text: String) {
    let folded = FoldedText(text)
    let original = Array(text.utf8)
    for start in 0...folded.bytes.count {
      for end in start...folded.bytes.count {
        let range = folded.originalRange(of: start..<end)
        #expect(range.lowerBound >= 0 && range.upperBound <= original.count)
      }
    }
    // Folding what a range maps to gives the range again, wherever it starts and ends with whole characters.
    for (index, word) in folded.string.split(separator: " ").enumerated() {
      let start = folded.string.utf8.distance(from: folded.string.startIndex, to: word.startIndex)
      let mapped = folded.originalText(of: start..<start + word.utf8.count)
      #expect(FoldedText(mapped).string == String(word), "word \(index)")
    }
  }

  @Test func foldsSlices() {
    let page = Array("first line\nsecond  line\n".utf8)
    let folded = FoldedText(page[11..<23])
    #expect(folded.string == "second line")
    #expect(folded.originalRange(of: 7..<11) == 8..<12)
  }

  @Test(arguments: [
    (" Copyright 2025 HARBOUR Times. ", "Copyright 2025 HARBOUR Times."), ("", ""), ("two  spaces", nil), ("caf\u{E9}", nil),
    ("it`s", nil),
  ])
  func tellsWhatNeedsNoFoldingButItsCapitals(text: String, expected: String?) {
    let plain = FoldedText.plain(ArraySlice(text.utf8))
    #expect(plain.map { String(decoding: $0, as: UTF8.self) } == expected)
    if let plain { #expect(FoldedText(text).bytes == plain) }
  }

  /// One folder for many texts: none sees what was left of the one before.
  @Test func foldsOneTextAfterTheOther() {
    let texts = [
      "A “long” line – with ÜMLAUTS and more… ", "", " short ", "PLAIN CAPITALS", "plain", "ＡＰ\u{200B}\u{A0}", "x\u{A0}",
      "(c) 2025  Harbour\tPost. All rights reserved; ask the harbour master",
    ]
    for folding in [FoldedText.Case.kept, .folded] {
      var folder = TextFolder(case: folding)
      for text in texts + texts.reversed() {
        #expect(folder.fold(ArraySlice(text.utf8)).elementsEqual(FoldedText(text, case: folding).bytes))
      }
    }
  }

  @Test func survivesAnyBytes() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 5) }
    let folded = FoldedText(bytes[...], case: .folded)
    #expect(folded.originalRange(of: 0..<folded.bytes.count).upperBound <= bytes.count)
  }

  /// What is told without the library's tables is what they say.
  @Test func smallLettersAreUnicodes() {
    for value in UInt32(0x80)..<0xA640 where value != 0x130 && value != 0x3A2 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      let expected = mapping.count == 1 ? mapping.first?.value : value
      #expect(CharacterFolding.lowercase(value) == expected, "U+\(String(value, radix: 16))")
    }
  }
}
