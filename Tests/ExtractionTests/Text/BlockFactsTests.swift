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

/// Counts one character after the other, as the facts are defined.
private struct PlainCount {
  var words = 0
  var unspaced = 0
  var letters = 0
  var uppercase = 0
  var digits = 0
  var capitalised = 0
  var sentenceEnds = 0
  var endsSentence = false

  init(_ text: String) {
    var isInWord = false
    for scalar in text.unicodeScalars.map(\.value) {
      let kind = scalar < 0x80 ? CharacterClass.ascii[Int(scalar)] : CharacterClass.of(scalar)
      switch kind {
      case .lower, .upper, .caseless, .digit, .unspaced:
        if !isInWord, kind != .unspaced { words += 1 }
        if !isInWord, kind == .upper { capitalised += 1 }
        if kind == .digit { digits += 1 } else { letters += 1 }
        if kind == .upper { uppercase += 1 }
        if kind == .unspaced { unspaced += 1 }
        isInWord = true
      case .space:
        if endsSentence { sentenceEnds += 1 }
        isInWord = false
      case .terminator: if scalar >= 0x3000 { sentenceEnds += 1 }
      default: break
      }
      if kind != .closing, kind != .apostrophe { endsSentence = kind == .terminator }
    }
    if endsSentence { sentenceEnds += 1 }
  }
}

extension BlockFactsTests {
  /// Bytes are looked at in stretches of 56: whatever lies across their edges counts as anywhere.
  @Test(arguments: 0...60)
  func countsAlikeAtAnyPlace(_ place: Int) {
    let samples = [
      "He said: “No.” Then – at 12:30 – she left... (Really?) Ünal’s 3 Čapek-plays; И так… 終わり。漢字 かな “Ο Νίκος.”",
      String(repeating: "x.\") ", count: 15) + "z", String(repeating: "ß”", count: 30) + ".” Da",
      String(repeating: "...", count: 30) + "”)",
      "Å" + String(repeating: "漢", count: 40) + " ok", "a\u{A0}b.\u{3000}c\u{2028}D",
    ]
    for sample in samples {
      let text = "x" + String(repeating: "y", count: place) + " " + sample
      let (facts, plain) = (BlockFacts(bytes: ArraySlice(text.utf8)), PlainCount(text))
      #expect(facts.words == plain.words)
      #expect(facts.unspaced == plain.unspaced)
      #expect(facts.letterSum == Array(text.utf8).withUnsafeBufferPointer { Fingerprint.letterSum(of: $0) })
      #expect(facts.letters == plain.letters)
      #expect(facts.uppercase == plain.uppercase)
      #expect(facts.digits == plain.digits)
      #expect(facts.capitalised == plain.capitalised)
      #expect(facts.sentenceEnds == plain.sentenceEnds)
      #expect(facts.endsSentence == plain.endsSentence)
    }
  }

  /// Typography and case apart, lines that say the same have one shape; of one length and with the same beginning others have another.
  @Test func shapesTellLinesApart() {
    let line = facts("“The Harbour’s 12 ferries” – said A. Quill").shape
    #expect(facts("\"the harbour's 12 ferries\" SAID A QUILL").shape == line)
    #expect(facts("“The Harbour’s 13 ferries” – said A. Quill").shape != line)
    #expect(facts("“The Harbour’s 12 barques” – said A. Quill").shape != line)
    #expect(facts("ÉTÉ À ČAPEK").shape == facts("été à čapek").shape)
  }
}
