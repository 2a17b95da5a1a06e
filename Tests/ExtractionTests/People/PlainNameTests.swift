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
