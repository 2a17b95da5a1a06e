import Copydesk
import Extraction
import Testing

@Suite struct DateFormatTests {
  @Test(arguments: [
    ("%A, %B %d, %Y", "Tuesday, October 21, 2025", "2025-10-21"), ("%B %d, %Y", "october 5, 2025", "2025-10-05"),
    ("%d. %B %Y", "1. März 2024", "2024-03-01"),
    ("%d.%m.%Y, %H:%M Uhr", "21.10.2025, 18:30 Uhr", "2025-10-21T18:30"), ("%e %b %Y", " 5 Oct. 2025", "2025-10-05"),
    ("%m/%d/%y", "10/21/25", "2025-10-21"),
    ("%Y-%m-%dT%H:%M:%S%z", "2025-10-21T18:30:05+0200", "2025-10-21T18:30:05+02:00"),
    ("%b %d, %Y %I:%M %p", "Oct 21, 2025 12:05 a.m.", "2025-10-21T00:05"),
    ("%d %B %Y %H:%M %Z", "21 October 2025 18:30 CET", "2025-10-21T18:30+01:00"), ("%Y年%m月%d日", "2025年10月21日", "2025-10-21"),
    ("Published: %B %Y", "Published:  May 2025", "2025-05"),
    ("%d%% %Y %m", "21% 2025 10", "2025-10-21"), ("%B %d, %Y", "October 21st, 2025", "2025-10-21"),
  ])
  func parses(format: String, text: String, expected: String) throws {
    #expect(try DateFormat(format).parse(text)?.date.description == expected)
  }

  @Test(arguments: [
    ("%B %d, %Y", "October 32, 2025"), ("%B %d, %Y", "February 29, 2025"), ("%B %d, %Y", "October 21, 2025 and more"),
    ("%B %d, %Y", "Published October 21, 2025"), ("%A, %B %d, %Y", "Someday, October 21, 2025"),
    ("%d.%m.%Y", "21.13.2025"), ("%H:%M %d.%m.%Y", "24:00 21.10.2025"), ("%I %p %d.%m.%Y", "13 pm 21.10.2025"), ("%Y", "25"),
    ("%Y", ""), ("%Y", "9999"),
  ])
  func refuses(format: String, text: String) throws {
    #expect(try DateFormat(format).parse(text) == nil)
  }

  @Test func checksWeekday() throws {
    let format = try DateFormat("%A, %d %B %Y")
    #expect(format.parse("Tuesday, 21 October 2025")?.weekday == .consistent)
    #expect(format.parse("Friday, 21 October 2025")?.weekday == .inconsistent)
  }

  @Test func looksUpNamesInItsLanguage() throws {
    #expect(try DateFormat("%d. %B %Y", language: "hr").parse("21. listopada 2025")?.date.description == "2025-10-21")
    #expect(try DateFormat("%d %B %Y", language: "pl").parse("21 listopada 2025")?.date.description == "2025-11-21")
    #expect(try DateFormat("%d %B %Y", language: "de-AT").parse("21 Jänner 2025")?.date.description == "2025-01-21")
    #expect(try DateFormat("%d %B %Y", language: "de").parse("21 octobre 2025") == nil)
  }

  @Test(arguments: [
    ("", DateFormatError.Reason.empty), ("%B %d", .missingYear), ("%Q %Y", .unknownDirective("Q")), ("%Y %", .danglingPercent),
    ("%d %e %Y", .repeated("e")),
  ])
  func explainsFaults(format: String, reason: DateFormatError.Reason) {
    #expect {
      try DateFormat(format)
    } throws: { error in
      (error as? DateFormatError)?.reason == reason && !"\(error)".isEmpty
    }
  }

  @Test func refusesLanguagesWithoutNames() {
    #expect(throws: DateFormatError.self) { try DateFormat("%B %Y", language: "xx") }
    #expect(throws: Never.self) { try DateFormat("%d.%m.%Y", language: "xx") }
  }
}
