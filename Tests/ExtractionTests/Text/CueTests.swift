import Copydesk
import Extraction
import Testing

@Suite struct CueTests {
  @Test(arguments: [
    ("- Advertisement -", Role.advertisement), ("ADVERTISEMENT", .advertisement),
    ("Story continues below advertisement", .advertisement),
    ("Anzeige", .advertisement), ("La suite après cette publicité", .advertisement),
    ("Continua após a publicidade", .advertisement),
    ("広告", .advertisement), ("реклама", .advertisement), ("Teilen", .social), ("Share this article", .social),
    ("Copy link", .social),
    ("Skip to main content", .navigation),
    ("© 2024 Harbour Media Ltd. All rights reserved.", .rights),
    ("This article originally appeared at Harbour.test.", .syndication), ("\u{A0}\u{200B}", .artefact), ("", .artefact),
  ])
  func readsWholeLines(text: String, role: Role) {
    #expect(Cue.read(text)?.role == role)
    #expect(Cue.read(text)?.scope == .line)
  }

  @Test(arguments: [
    "TRENDING NOW", "ALSO IN THE NEWS", "Trending now:", "Most read", "You may also like", "Related articles", "Lesen Sie auch",
    "À lire aussi :",
    "Lo más leído", "Potrebbe interessarti",
    "Leia também", "Lees ook", "Czytaj także", "Läs också", "Читайте также", "Baca juga", "関連記事", "관련기사",
  ])
  func readsHeadingsOfLists(text: String) {
    #expect(Cue.read(text)?.role == .related)
    #expect(Cue.read(text)?.scope == .heading)
  }

  @Test(arguments: [
    ("Read more: Nine ferries stand still", Role.related), ("Lesen Sie auch: Neun Fähren stehen still", .related),
    ("À lire aussi – Neuf bacs à quai", .related),
    ("Sign up for our newsletter to get the tide tables", .newsletter), ("Follow us on Facebook and Instagram", .social),
    ("Photo: Ada Quill", .credit),
    ("Correction: An earlier version gave the wrong number of ferries.", .correction),
    ("Editor's note: The port has since replied.", .correction),
    ("We use cookies to remember which ferry you took.", .consent), ("Download our app for tide tables", .promotion),
  ])
  func readsOpenings(text: String, role: Role) {
    #expect(Cue.read(text)?.role == role)
    #expect(Cue.read(text)?.scope == .opening)
  }

  @Test(arguments: [
    "“The ferry is what is trending now,” the harbour master said.",
    "Nine ferries stood still on Monday after the port closed its gates, the harbour master said.",
    "Neun Fähren standen am Montag still.",
    "Advertising revenue at the port fell by nine per cent last year, a report says, and the quay will close.",
    "Adele sang.", "More than nine ferries stood still.", "Photo agencies closed their doors.",
    "The best of the ferries is forty years old.", "Mehrere Fähren standen still.",
  ])
  func leavesProseAlone(text: String) {
    #expect(Cue.read(text) == nil)
  }

  @Test func readsStaffCreditsOfManyPeople() throws {
    let line =
      "Übersetzung: Ada Quay-Pier, Redaktion: Bela Mole, Schlussredaktion: Cleo Kade, Audioversion: Dora Steg und Emil Anleger, Fotos: Fritz Buhne"
    let cue = try #require(Cue.read(line))
    #expect(cue.role == .credit)
    #expect(cue.reason == "credits those who made the article")
    #expect(
      Cue.read(
        "Editor: Ada Quay; Translation: Bela Mole; Copy editing: Cleo Kade; Photos: Dora Steg; Fact checking: Emil Anleger; Design: Fritz Buhne"
      )?.role == .credit)
    // What goes on in a sentence is none, however long a list it opens.
    #expect(
      Cue.read(
        "Redaktion: Neun Leute sitzen an neun Tischen, Fotos: an jeder Wand hängt eines, und wer hereinkommt, sieht zuerst die Fähren, dann das Wasser"
      )
        == nil)
  }

  @Test func saysWhy() throws {
    let cue = try #require(Cue.read("– TRENDING  NOW –"))
    #expect(cue.phrase == "trending now")
    #expect(cue.reason == "heads a list of other articles")
  }

  @Test func survivesHostileText() {
    for unit in ["read more ", "©", "all rights ", "originally ", "\u{200B}", "a", "\u{A0}"] {
      for count in [100, 300_000] { _ = Cue.read(String(repeating: unit, count: count)) }
    }
    _ = Cue.read(ArraySlice((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 97) }))
  }
}
