import Copydesk
import Testing

@testable import Extraction

@Suite struct PlainNameTests {
  @Test(arguments: ["Jane Doe", "Ada Maria Lind", "Jürgen Große", "Şule Yıldız", "Anne-Marie Müller-Lüders", "JANE DOE"])
  func namesOfNoKnownWordNeedNoReading(_ name: String) {
    #expect(PlainName.isName(name))
  }

  /// Titles, firms, agencies, conjunctions, particles and introductions all want a second look, also as a part of a word with hyphens.
  @Test(arguments: [
    "Associated Press", "Staff Writer", "Jane Reporter", "Jane And John", "Van Jones", "By Jane", "Written Jane",
    "Lake Gazette News",
    "Jane Chief-Editor", "Jane Co-founder", "Author Name", "Kommentar Von Jane",
  ])
  func wordsOfTheListsWantReading(_ text: String) {
    #expect(!PlainName.isName(text))
  }

  @Test(arguments: [
    "", "Jane", "jane doe", "Jane doe", "Jane  Doe", "Jane Doe ", " Jane Doe", "Jane Doe 2", "J. Doe", "Jane -Doe",
    "Анна Петрова",
  ])
  func otherTextsWantReading(_ text: String) {
    #expect(!PlainName.isName(text))
  }
}

@Suite struct NameLineTests {
  private func names(_ text: String) -> [String]? {
    let line = ArraySlice(text.utf8)
    return NameLine(line, BlockFacts(bytes: line))?.authors.map(\.name)
  }

  @Test(arguments: [
    ("Jane Doe", ["Jane Doe"]), ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
    ("Jane Doe, Staff Writer", ["Jane Doe"]), ("Johan van der Berg", ["Johan van der Berg"]), ("Chloé O'Neil", ["Chloé O'Neil"]),
    ("Jane Doe in Kiel, John Roe", ["Jane Doe", "John Roe"]), ("Jane Doe | Harbour reporter", ["Jane Doe"]),
  ])
  func readsNames(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  @Test(arguments: [
    "Schedule Your Free Ferry", "How To Save Money in Kiel", "Notes on the Harbour", "Sailing of Jane Doe", "Jane Doe in Kiel",
    "Jane Doe (Kiel) sails", "Latest News, Photos and Videos",
    "Table of Contents",
  ])
  func otherLinesAreNone(_ text: String) { #expect(names(text) == nil) }

  @Test(arguments: ["By Jane Doe", "A cura di Jane Doe", "Recipe by Jane Doe", "Rédigé par Jane Doe", "記者 山田"])
  func introductionsAreSeen(_ text: String) { #expect(BylineWords.mayIntroduce(ArraySlice(text.utf8))) }

  @Test(arguments: ["A ferry sails", "As we know", "Recipe for Jane", "Story of the quay", "12", ""])
  func otherWordsIntroduceNobody(_ text: String) { #expect(!BylineWords.mayIntroduce(ArraySlice(text.utf8))) }
}
