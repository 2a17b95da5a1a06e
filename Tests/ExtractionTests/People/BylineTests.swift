import Copydesk
import Extraction
import Testing

@Suite struct BylineTests {
  @Test(
    arguments: [
      ("By Ada Quill", ["Ada Quill"]), ("by ada quill", nil), ("By Ada Quill and Tom O’Hara", ["Ada Quill", "Tom O’Hara"]),
      ("By Ada Quill, Tom Reed and Ida Bell", ["Ada Quill", "Tom Reed", "Ida Bell"]),
      ("By Ada Quill, Staff Writer", ["Ada Quill"]), ("BY ADA QUILL", ["ADA QUILL"]),
      ("By Ada Quill | October 21, 2025", ["Ada Quill"]), ("By Ada Quill in Lisbon", ["Ada Quill"]),
      ("By Ada Quill @adaquill ada@harbour.test", ["Ada Quill"]), ("Written by: Ada Quill", ["Ada Quill"]),
      ("By Ada Quill, PhD", ["Ada Quill, PhD"]), ("By J. R. van der Meer Jr.", ["J. R. van der Meer Jr."]),
      ("Von Jana Müller", ["Jana Müller"]), ("Von Jana Müller und Max Groß, Berlin", ["Jana Müller", "Max Groß"]),
      ("Ein Kommentar von Jana Müller", ["Jana Müller"]), ("Par Anne Dupont et Luc Petit", ["Anne Dupont", "Luc Petit"]),
      ("Por María José Ortega y Gasset", ["María José Ortega y Gasset"]),
      ("Por Ana Ruiz Gil y Luis Mora Sanz", ["Ana Ruiz Gil", "Luis Mora Sanz"]), ("di Carla Rossi", ["Carla Rossi"]),
      ("Door Jan de Vries", ["Jan de Vries"]),
      ("Av Kari Nordmann", ["Kari Nordmann"]), ("Автор: Анна Иванова", ["Анна Иванова"]),
      ("By the time the ferry arrived, it was dark", nil), ("By Friday, all trains will run again", nil), ("Von der Leyen", nil),
      ("By", nil), ("", nil), ("Byron Quill", nil),
    ] as [(String, [String]?)])
  func readsLines(text: String, names: [String]?) {
    #expect(Byline.read(text)?.authors.map(\.name) == names)
  }

  @Test func cutsFrontOfParagraph() throws {
    let text = "(Ada Quill, Harbour.test) The ferries will stand still for a week, the port said on Monday."
    let byline = try #require(Byline.read(text, place: .firstParagraph))
    #expect(byline.authors.map(\.name) == ["Ada Quill"])
    #expect(byline.authors.first?.affiliation == "Harbour.test")
    #expect(byline.raw == "(Ada Quill, Harbour.test)")
    #expect(byline.form == .bracketed)
    #expect(String(decoding: Array(text.utf8)[byline.consumed], as: UTF8.self) == "(Ada Quill, Harbour.test) ")
  }

  @Test(arguments: [
    ("(AP) Ferries stand still.", "AP"), ("(Reuters) – Ferries stand still.", "Reuters"),
    ("(dpa/lno) Fähren stehen still.", "dpa/lno"),
  ])
  func creditsAgencies(text: String, credit: String) throws {
    let byline = try #require(Byline.read(text, place: .firstParagraph))
    #expect(byline.credit == credit)
    #expect(byline.authors.isEmpty)
    #expect(String(decoding: Array(text.utf8)[byline.consumed.upperBound...], as: UTF8.self).hasPrefix("F"))
  }

  @Test func readsTwoInBrackets() throws {
    let byline = try #require(Byline.read("(Ada Quill and Tom Reed, Harbour.test) Ferries stand still.", place: .firstParagraph))
    #expect(byline.authors.map(\.name) == ["Ada Quill", "Tom Reed"])
  }

  @Test(arguments: [
    "(PMF), a coalition of militias", "(PMF)", "(1998) was the year", "(see below) The ferries",
    "The port (Ada Quill, Harbour.test) said", "(all nine of them stood still) and so on", "(", "()", "(()", "((((((",
  ])
  func leavesOtherBracketsAlone(text: String) {
    #expect(Byline.read(text, place: .firstParagraph) == nil)
  }

  @Test func needsItsOwnLine() {
    #expect(Byline.read("(Ada Quill, Harbour.test) The ferries stand still.", place: .line) == nil)
    #expect(Byline.read("(Ada Quill, Harbour.test)", place: .line) != nil)
  }

  @Test func survivesHostileText() {
    for unit in ["(", "By ", "and ", ",", "Von A ", "é", "@"] {
      #expect(Byline.read(String(repeating: unit, count: 300_000)) == nil)
      _ = Byline.read(String(repeating: unit, count: 300_000), place: .firstParagraph)
      _ = AuthorList.split(String(repeating: unit, count: 300_000))
    }
  }
}

@Suite struct DatelineTests {
  @Test(
    arguments: [
      ("BERLIN (Reuters) – Ferries stand still.", "BERLIN", "Reuters"),
      ("LISBON, Portugal (AP) — Ferries stand still.", "LISBON, Portugal", "AP"),
      ("WASHINGTON — Ferries stand still.", "WASHINGTON", nil),
      ("Kiel (dpa) - Fähren stehen still.", "Kiel", "dpa"),
      ("NEW YORK, Oct 21 (Reuters) - Ferries stand still.", "NEW YORK, Oct 21", "Reuters"),
      ("PARIS, 21 octobre (AFP) – Les bacs sont à quai.", "PARIS, 21 octobre", "AFP"),
    ] as [(String, String, String?)])
  func reads(text: String, place: String, credit: String?) throws {
    let dateline = try #require(Dateline.read(text))
    #expect(dateline.place == place)
    #expect(dateline.credit == credit)
    #expect(["F", "L"].contains(String(decoding: Array(text.utf8)[dateline.consumed.upperBound...].prefix(1), as: UTF8.self)))
  }

  @Test(arguments: [
    "Ferries stand still – and so do the trains.", "The port (AP) said", "WHAT HAPPENED — and why", "– Ferries",
    "Berlin ist eine Stadt", "", "NATO - the alliance - met", "A (very) long story - with a dash", "OK — we go",
  ])
  func refuses(text: String) {
    #expect(Dateline.read(text) == nil)
  }
}

@Suite struct AuthorListTests {
  @Test(arguments: [
    ("Ada Quill", ["Ada Quill"]), ("Ada Quill, Tom Reed", ["Ada Quill", "Tom Reed"]),
    ("Ada Quill & Tom Reed", ["Ada Quill", "Tom Reed"]), ("Ada Quill; Tom Reed", ["Ada Quill", "Tom Reed"]),
    ("QUILL, Ada", ["Ada QUILL"]),
    ("Ada Quill, Tom Reed, and Ida Bell", ["Ada Quill", "Tom Reed", "Ida Bell"]), ("By Ada Quill", ["Ada Quill"]),
    ("von Ada Quill", ["Ada Quill"]), ("Van Reed", ["Van Reed"]), ("De Niro", ["De Niro"]),
    ("Ada Quill, Jr.", ["Ada Quill, Jr."]), ("Dr. Ada Quill", ["Dr. Ada Quill"]), ("Ada Quill (Reuters)", ["Ada Quill"]),
    ("Ada Quill, Chief Correspondent", ["Ada Quill"]), ("https://harbour.test/ada", []), ("ada@harbour.test", []),
    ("admin", []), ("", []), ("dpa", ["dpa"]), ("Ada Quill und Tom Reed, dpa", ["Ada Quill", "Tom Reed", "dpa"]),
    ("Harbour Post Staff", ["Harbour Post Staff"]), ("harbour.test", ["harbour.test"]),
    ("배윤경 기자", ["배윤경"]), ("배윤경, 이상현", ["배윤경", "이상현"]), ("大渡 美咲", ["大渡 美咲"]), ("viktor hedlund", ["viktor hedlund"]),
    ("Ada Quill on behalf of the Tidal Ferry Group", ["Ada Quill"]), ("Ada Quill - 10+ Years in the Ferry Trade", ["Ada Quill"]),
    ("Ada Quill + Tom Reed", ["Ada Quill", "Tom Reed"]), ("Ada Quill, Ada Quill", ["Ada Quill"]),
    ("Anne-Kathrin Neu-Vogel", ["Anne-Kathrin Neu-Vogel"]),
    ("Food and Drink Team", ["Food and Drink Team"]), ("Ярослав Кравець, Антон Білий", ["Ярослав Кравець", "Антон Білий"]),
  ])
  func splits(text: String, names: [String]) {
    #expect(AuthorList.split(text).map(\.name) == names)
  }

  @Test func tellsPeopleFromOrganisations() {
    #expect(AuthorList.split("Ada Quill").first?.type == "Person")
    #expect(AuthorList.split("Reuters").first?.type == "Organization")
    #expect(AuthorList.split("Redaktion Hafen").first?.type == "Organization")
    #expect(AuthorList("Ada Quill, Harbour News").authors.first?.affiliation == "Harbour News")
    #expect(AuthorList("Ada Quill and Ben Ode, Harbour News").authors.map(\.affiliation) == ["Harbour News", "Harbour News"])
    #expect(
      AuthorList("Ada Quill, Harbour News, and Ben Ode, Lake Gazette").authors.map(\.affiliation) == [
        "Harbour News", "Lake Gazette",
      ])
    #expect(AuthorList("Ada Quill, AFP").credit == "AFP")
  }

  @Test(arguments: [
    "AP", "Associated Press", "The Associated Press", "AFP", "dpa", "dpa/lno", "Reuters", "AP/Reuters", "ANSA", "EFE", "Xinhua",
  ])
  func knowsAgencies(name: String) { #expect(Agencies.isAgency(name)) }

  @Test(arguments: ["PMF", "Ada Quill", "Harbour Post", "", "/", "AP style guide for all", "the"])
  func knowsNoOthers(name: String) { #expect(!Agencies.isAgency(name)) }
}
