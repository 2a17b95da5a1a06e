import Testing

@testable import Extraction

@Suite struct FilterTests {
  @Test(arguments: ["", "a", "Short line", "A line of more than sixteen bytes, Capitals and 1 number", "Trailing "])
  func plainTextIsFoldedInPlace(_ text: String) {
    let folded = FoldedText(text, case: .folded)
    #expect(folded.string == text.lowercased().trimmed)
    for length in 0...folded.bytes.count where length > 0 {
      #expect(folded.originalText(of: 0..<length) == String(text.utf8.prefix(length)))
    }
  }

  /// White space and odd bytes at each place of the eight that are looked at together.
  @Test(arguments: 0..<18)
  func oddBytesAreSeenWhereverTheyStand(_ place: Int) {
    for odd in ["  ", "\t", "\u{7F}", "`", "\u{1}", "é", "\u{2019}"] {
      let text = String(repeating: "x", count: place) + odd + String(repeating: "y", count: 17 - place) + "z"
      let isRead = Array(text.utf8).withUnsafeBufferPointer { PlainText.read($0) } != nil
      // At the very front white space is trimmed, which is no change within.
      #expect(isRead == (place == 0 && (odd == "  " || odd == "\t")), "\(odd.debugDescription) at \(place)")
    }
  }

  /// What is passed over as a sign must be no letter, whatever folding makes of it.
  @Test func signsAreNeitherLettersNorLeftOut() throws {
    var signs = 0
    for value in UInt32(0x80)...0x3_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      let width = bytes.withUnsafeBufferPointer { CharacterFolding.signWidth($0, at: 0) }
      #expect(bytes.withUnsafeBufferPointer { CharacterFolding.mayHoldOtherLetters($0) } == (width == 0))
      guard width > 0 else { continue }
      signs += 1
      #expect(width == bytes.count)
      let folded = FoldedText(String(Character(scalar)), case: .folded).string
      #expect(!folded.isEmpty && !folded.contains { $0.isASCII && $0.isLetter }, "U+\(String(value, radix: 16))")
    }
    #expect(signs == 0x2C00 - 0x2190 + 0x2028 - 0x2010)
    let cut = Array("\u{2019}".utf8.dropLast())
    #expect(cut.withUnsafeBufferPointer { CharacterFolding.mayHoldOtherLetters($0) })
  }

  @Test func wordFilterLetsItsWordsThroughAndHoldsMostOthersBack() {
    let words = ["rights", "no", "vervielfältigung"]
    let filter = WordFilter(words.map(\.utf8))
    func holds(_ word: String) -> Bool {
      Array(word.utf8).withUnsafeBufferPointer { filter.mayHold($0, 0..<$0.count) }
    }
    for word in words { #expect(holds(word)) }
    for word in ["", "r", "right", "on", "paragraph"] { #expect(!holds(word)) }
  }

  @Test func hashFilterLetsItsHashesThrough() {
    let hashes = (0..<500).map { WordHash(String($0).utf8).value }
    let filter = HashFilter(hashes)
    #expect(hashes.allSatisfy(filter.mayHold))
    #expect((1000..<2000).count { filter.mayHold(WordHash("word \($0)".utf8).value) } < 50)
  }

  /// Few keys and very many.
  @Test(arguments: [300, 9000])
  func keySetLetsItsKeysThrough(_ count: Int) {
    let keys = (0..<count).map { WordHash("key \($0)".utf8).value }
    let set = KeySet(keys)
    #expect(keys.allSatisfy(set.mayHold))
    #expect((0..<1000).count { set.mayHold(WordHash("word \($0)".utf8).value) } < 100)
  }

  /// At each place of the eight that are looked at together, and at the very end.
  @Test(arguments: 0..<20)
  func phrasesAreFoundWhereverTheyStand(_ place: Int) {
    let text = Array(String(repeating: "k", count: place) + "key")
    func find(_ phrase: String, _ text: some Sequence<Character>) -> Int? {
      Array(String(text).utf8).withUnsafeBufferPointer { ByteSearch.find(Array(phrase.utf8), in: $0) }
    }
    #expect(find("key", text) == place)
    #expect(find("ey", text) == place + 1)
    #expect(find("keys", text) == nil && find("key\u{0}", text) == nil && find("", text) == nil)
    #expect(find("key", text + "\u{E9}key") == place)
  }

  /// Words are the same wherever they stand among the bytes that are looked at together, and whatever other words stand around them.
  @Test(arguments: [
    "The council", "don\u{2019}t", "it's", "covid19 2025 7", "Übergrößenträger naïve", "日本語 abc",
    "a-be-cedarian, Harbour/quay (Kiel).",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    String(repeating: "longword", count: 12), "U.S. e.g. IX",
  ])
  func wordsOfLinesAreTheSameWhereverTheyStand(_ text: String) {
    let alone = LineWords(ArraySlice(text.utf8)).hashes
    for place in 0..<140 {
      #expect(LineWords(ArraySlice((String(repeating: " ", count: place) + text).utf8)).hashes == alone)
      #expect(LineWords(ArraySlice((text + String(repeating: ".", count: place)).utf8)).hashes == alone)
      let others = String(repeating: "to ", count: place / 3)
      #expect(LineWords(ArraySlice((others + text + " \u{2014} " + others).utf8), limit: 2000).hashes == alone)
    }
    #expect(LineWords(ArraySlice("Council councils COUNCIL the".utf8)).hashes.count == 3)
    #expect(Set(LineWords(ArraySlice("Council councils COUNCIL the".utf8)).hashes).count == 1)
  }

  @Test func windowFilterHoldsBackWhatTheTextLacks() {
    let text = Array("thecouncilvotedonmondaytoclosethebridgeforrepairs".utf8)
    let filter = WindowFilter(text)
    for start in 0..<text.count { #expect(filter.mayHold(Array(text[start...]))) }
    #expect(!filter.mayHold(Array("thecouncilvotedontuesday".utf8)))
    #expect(WindowFilter(Array("short".utf8)).mayHold(Array("x".utf8)))
  }

  /// Literals of all lengths around the eight bytes that are looked for together, in texts that nearly repeat them.
  @Test func literalsAreFoundWhereTheyFirstStand() {
    let text = Array("aaaaaaaaab abababababc aaaaaaaaaab abcabcabcabd abcabcabcabcabd".utf8)
    text.withUnsafeBufferPointer { buffer in
      for start in text.indices {
        for end in start + 1...min(start + 24, text.count) {
          let literal = Literal(Array(text[start..<end]))
          for from in [0, start / 2, start, start + 1] {
            let expected = (from...text.count).first { text[$0...].starts(with: literal.bytes) }
            #expect(literal.find(in: buffer, from: from) == expected, "\(start)..<\(end) from \(from)")
          }
        }
      }
      #expect(Literal(Array("abcabcabcabe".utf8)).find(in: buffer, from: 0) == nil)
    }
  }

  @Test func phraseListFindsTheFirstOfItsPhrases() {
    let list = PhraseList([" here", ", the ", ". "])
    func first(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { list.first(in: $0) } }
    #expect(first("the example, the one here. ") == 11)
    #expect(first("the example her") == nil)
    #expect(first("") == nil)
  }

  @Test func templateIndexNamesTemplatesInTheirOrder() throws {
    let templates = try ["first ran in ${name}", "originally ran in ${name}", "${name} ran it", "ran in ${name}"].map {
      try TextTemplate($0, ignoringCase: true)
    }
    let index = TemplateIndex(templates, within: 20)
    func candidates(_ text: String) -> [Int] { index.candidates(in: FoldedText(text, case: .folded).bytes) }
    #expect(candidates("It originally ran in The Example") == [1, 2, 3])
    #expect(candidates("It first ran in The Example") == [0, 2, 3])
    #expect(candidates("A sentence long before it says that it first ran in The Example") == [2])
    #expect(candidates("") == [2])
  }

  @Test func sentencesEndWhereNoLowerCaseLetterFollows() {
    #expect(Sentences.split("One. Two! three? 4. ") == ["One.", "Two! three?", "4."])
    #expect(Sentences.split("Visit example.org today. Éclairs follow.") == ["Visit example.org today.", "Éclairs follow."])
    #expect(Sentences.split("第一。第二！") == ["第一。", "第二！"])
    #expect(Sentences.first(of: "Inc. was named. Next") == "Inc. was named.")
    #expect(Sentences.first(of: " ") == nil)
  }
}
