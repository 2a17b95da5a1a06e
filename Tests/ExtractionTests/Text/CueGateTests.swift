import Copydesk
import Pages
import Testing

@testable import Extraction

@Suite struct CueGateTests {
  private func kinds(_ text: String) -> CueKinds { BlockFacts(bytes: ArraySlice(text.utf8)).cues }

  private func mayOpen(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { CueVocabulary.tables.mayOpen($0) }
  }

  /// What begins as a phrase does is no phrase.
  @Test(arguments: ["", "A", "Most boats sank.", "More than nine ferries sail.", "Read the harbour\u{2019}s timetable", "- 12 -"])
  func turnsAwayWhatIsNoPhrase(_ text: String) { #expect(!mayOpen(text)) }

  /// The gate must never turn away what the reader would read.
  @Test func letsTheWholeVocabularyThrough() {
    for phrase in CueVocabulary.groups.flatMap({ CueSpelling.all(in: $0.phrases) }) {
      for text in [
        phrase, phrase.uppercased(), "— \(phrase.prefix(1).uppercased() + phrase.dropFirst()):", "3. \(phrase)",
        "\(phrase): more of the same in one line",
      ] where Cue.read(text) != nil {
        #expect(kinds(text).contains(.phrase), "\(text)")
        // An idiom may stand anywhere.
        if CueReader(ArraySlice(text.utf8), .phrase).read() != nil { #expect(mayOpen(text), "\(text)") }
      }
    }
  }

  /// A short word in an idiom would let every other block through.
  @Test func idiomsHaveATellingWord() {
    for phrase in CueIdioms.phrases where !phrase.unicodeScalars.contains(where: { CueGate.mustLetThrough($0.value) }) {
      #expect((LetterRun.keys(in: phrase).map(\.length).max() ?? 0) >= 7, "\(phrase)")
    }
  }

  @Test func letsNoticesThrough() {
    for phrase in RightsReader.openings { #expect(kinds("\(phrase.uppercased()) 2025 Harbour Post").contains(.rights)) }
    for (kind, phrases) in [
      (CueKinds.rights, RightsReader.tellingPhrases), (.syndication, SyndicationReader.tellingPhrases),
      (.idiom, CueIdioms.phrases),
    ] {
      for phrase in phrases {
        #expect(kinds("It was \(phrase), as far as anybody knows.").contains(kind))
        // Not where capitals lose what the reader needs, as the Turkish dotless i does.
        let capitals = "IT WAS \(phrase.uppercased())"
        if capitals.lowercased().contains(phrase) { #expect(kinds(capitals).contains(kind), "\(capitals)") }
      }
    }
  }

  /// Folding makes letters of these, or nothing at all.
  @Test(arguments: [
    "All rights re\u{AD}served", "All rights re\u{200B}served", "Ａｌｌ ｒｉｇｈｔｓ ｒｅｓｅｒｖｅｄ", "© 2025 Harbour Post",
    "(c) 2025 Harbour Post. No reprints", "İlgili haberler", "ad feedbac\u{212A}", "все права защищены", "広告", "\u{FE0F}",
  ])
  func letsThroughWhatFoldingChanges(_ text: String) {
    #expect(Cue.read(text) != nil)
    #expect(kinds(text) == .all || text.hasPrefix("(c)") && kinds(text).contains(.rights))
  }

  @Test(arguments: [
    "The council voted on Monday to close the harbour bridge for repairs until May.",
    "“It isn’t over,” she said – the ferries won’t sail… “not before Friday”.",
    "→ The new bridge™ will have ★★★ and 😀, a reader writes ‹so›.",
    "Der Rat stimmte am Montag dafür, die Brücke über den Fluß zu sperren: für 20 Tage.",
  ])
  func turnsProseAway(_ text: String) {
    #expect(kinds(text).isDisjoint(with: .cues))
  }

  /// A telling word tells nothing without its neighbours in the phrase.
  @Test(arguments: [
    "Part of this bridge was published here first.", "He posted a permission and a license.",
    "“La part du droit, c’est tout”, he said.",
    "Their book on copyright was reserved for them.",
  ])
  func turnsLoneWordsAway(_ text: String) {
    #expect(kinds(text).isDisjoint(with: .cues))
  }

  @Test func letsSignsThrough() {
    for phrase in SignPhrases.all {
      for text in [phrase, phrase.uppercased(), "— \(phrase): more", "3. \(phrase)"] where sign(text, gated: false) {
        #expect(kinds(text).contains(.sign) && sign(text, gated: true), "\(text)")
      }
    }
    #expect(kinds("Editor’s note").contains(.sign))
    #expect(!kinds("The council voted on Monday.").contains(.sign))
  }

  private func sign(_ text: String, gated: Bool) -> Bool {
    let bytes = Array(text.utf8)
    var facts = BlockFacts(bytes: bytes[...])
    if !gated { facts.cues = .all }
    return SignReader.sign(bytes, facts, cue: nil) != nil
  }

  @Test func passesByWordsThatOnlyBeginTheSame() {
    #expect(kinds("Most read") == .phrase)
    #expect(kinds("Most boats sank.") == [])
  }
}

@Suite struct LetterRunTests {
  private func run(_ text: String) -> LetterRun { Array(text.utf8).withUnsafeBufferPointer { LetterRun($0, at: 0) } }

  @Test func tellsLettersFromAllOtherBytes() {
    for byte in UInt8.min...UInt8.max {
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      [0x78, byte, 0x78, 0, 0, 0, 0, 0].withUnsafeBufferPointer { bytes in
        #expect(LetterRun(bytes, at: 0).length == (isLetter ? 3 : 1), "\(byte)")
      }
    }
  }

  @Test(arguments: [
    ("", 0, 0), ("a", 1, 0), ("Harbour post", 7, 1), ("ABCDEFGHI", 8, 8), ("abCd@EF", 4, 1), ("Aé", 1, 1), ("AB CD", 2, 2),
    ("eé", 1, 0), ("[a", 0, 0),
  ])
  func readsTheRunAtTheFront(_ text: String, _ length: Int, _ capitals: Int) {
    #expect(run(text).length == length)
    #expect(run(text).capitals == capitals)
  }

  @Test func keysOfAPhraseAreThoseOfItsRuns() {
    #expect(LetterRun.keys(in: "D'Abord républicaine").map(\.length) == [1, 5, 1, 10])
    #expect(LetterRun.keys(in: "D'Abord républicaine").map(\.key) == ["d", "ABORD", "r", "publicain"].map { run($0).key })
  }
}

@Suite struct RepeatedLinesTests {
  private func repeated(_ lines: [String]) throws -> [Int] {
    let reading = GenericReading(try Page.parse(text: lines.joined(separator: "\n\n")))
    let repeated = RepeatedLines(SameLines.groups(in: reading), reading.facts)
    return lines.indices.filter(repeated.contains)
  }

  @Test func findsLinesThatDifferInTypographyAlone() throws {
    #expect(
      try repeated([
        "The Harbour bridge, seen from Ada Quill’s boat", "The ferries sailed.", "THE HARBOUR BRIDGE: SEEN FROM ADA QUILL'S BOAT",
        "The ferries failed.",
      ]) == [0, 2])
  }

  @Test func passesOverSingleWords() throws {
    #expect(try repeated(["Ferries", "Harbour", "Ferries"]) == [])
  }
}

@Suite struct CaptionGateTests {
  /// What the gate turns away is no caption when one looks closer.
  @Test func letsCreditsThrough() {
    let names = Agencies.names + CaptionShape.pictureAgencies
    let lines =
      names.flatMap { [$0, $0.uppercased(), "Ada Quill/\($0)", "Ada Quill, \($0)", "Ada Quill via \($0)", "The quay (\($0))"] }
      + CaptionShape.tellingWords.flatMap { ["The quay at night \($0): Ada Quill", "The quay \($0) by Ada Quill"] }
      + ["The quay pic: Ada Quill", "The quay, Fot. Ada Quill", "岸壁 写真 エイダ", "The quay © Ada Quill", "Ada Quill (dpa/lno)"]
    for line in lines.map({ ArraySlice($0.utf8) }) {
      var facts = BlockFacts(bytes: line)
      let isCaption = CaptionShape.matches(line, facts)
      facts.cues = .all
      #expect(CaptionShape.matches(line, facts) == isCaption, "\(String(decoding: line, as: UTF8.self))")
    }
  }
}
