import Copydesk
import Testing

@testable import Extraction

@Suite struct DateReaderTests {
  @Test(arguments: [
    // ISO 8601 and its relatives
    ("2025-10-21", "2025-10-21"), ("2025-10-21T18:30", "2025-10-21T18:30"), ("2025-10-21T18:30:05", "2025-10-21T18:30:05"),
    ("2025-10-21T18:30:05Z", "2025-10-21T18:30:05Z"), ("2025-10-21T18:30:05.123Z", "2025-10-21T18:30:05Z"),
    ("2025-10-21T18:30:05,5+02:00", "2025-10-21T18:30:05+02:00"), ("2025-10-21T18:30:05+0530", "2025-10-21T18:30:05+05:30"),
    ("2025-10-21 18:30:05 -04:00", "2025-10-21T18:30:05-04:00"), ("2025-10-21 18:30", "2025-10-21T18:30"),
    ("20251021", "2025-10-21"),
    ("20251021T183005Z", "2025-10-21T18:30:05Z"), ("20251021T1830", "2025-10-21T18:30"),
    ("20251021183005", "2025-10-21T18:30:05"),
    ("2025-10", "2025-10"), ("2025", "2025"), ("2025/10/21", "2025-10-21"), ("2025.10.21", "2025-10-21"),
    ("2025. 10. 21.", "2025-10-21"), ("2025•10•21", "2025-10-21"), ("2025·10·21", "2025-10-21"), ("21 • 10 • 2025", "2025-10-21"),
    // RFC 5322, the C library, JavaScript
    ("Tue, 21 Oct 2025 18:30:00 +0200", "2025-10-21T18:30:00+02:00"), ("21 Oct 2025 18:30 GMT", "2025-10-21T18:30Z"),
    ("Tue Oct 21 18:30:00 2025", "2025-10-21T18:30:00"), ("Tue Oct 21 18:30:00 CEST 2025", "2025-10-21T18:30:00+02:00"),
    ("Tue Oct 21 2025 18:30:00 GMT+0200 (Central European Summer Time)", "2025-10-21T18:30:00+02:00"),
    // English
    ("Tuesday, October 21, 2025", "2025-10-21"), ("Oct. 21, 2025", "2025-10-21"), ("October 21st, 2025", "2025-10-21"),
    ("21st of October, 2025", "2025-10-21"), ("21-Oct-2025", "2025-10-21"), ("Tuesday the 21st of October 2025", "2025-10-21"),
    ("October 21, 2025 at 6:30 p.m.", "2025-10-21T18:30"), ("October 21, 2025, 12:05 AM EDT", "2025-10-21T00:05-04:00"),
    ("21 October 2025 • 4:45pm", "2025-10-21T16:45"), ("6:30 PM, October 21, 2025", "2025-10-21T18:30"),
    ("Sept 2, 2024 | 16:20 IST", "2024-09-02T16:20"),
    ("October 2025", "2025-10"), ("Updated: Oct 21, 2025", "2025-10-21"), ("Published on October 21, 2025", "2025-10-21"),
    // German
    ("Dienstag, 21. Oktober 2025", "2025-10-21"), ("Dienstag, den 21. Oktober 2025", "2025-10-21"),
    ("21.10.2025, 18:30 Uhr", "2025-10-21T18:30"),
    ("21. Okt. 2025 um 18.30 Uhr", "2025-10-21T18:30"), ("Stand: 21.10.2025", "2025-10-21"), ("1. März 2024", "2024-03-01"),
    ("5. Jänner 2025", "2025-01-05"), ("21.10.25", "2025-10-21"),
    ("Veröffentlicht am 21.10.2025 um 9 Uhr", "2025-10-21T09:00"), ("7:39 Uhr | 27.04.2024", "2024-04-27T07:39"),
    // Romance languages
    ("mardi 21 octobre 2025", "2025-10-21"), ("1er janvier 2025", "2025-01-01"),
    ("Publié le 21 octobre 2025 à 18h30", "2025-10-21T18:30"),
    ("21 août 2025", "2025-08-21"), ("martes, 21 de octubre de 2025", "2025-10-21"), ("21 de octubre del 2025", "2025-10-21"),
    ("21 ene 2025", "2025-01-21"),
    ("martedì 21 ottobre 2025", "2025-10-21"), ("21 ottobre 2025 alle 18:30", "2025-10-21T18:30"),
    ("1º gennaio 2025", "2025-01-01"),
    ("terça-feira, 21 de outubro de 2025", "2025-10-21"), ("21 de março de 2024 às 18h30", "2024-03-21T18:30"),
    ("21 octombrie 2025", "2025-10-21"),
    ("21 d'octubre de 2025", "2025-10-21"),
    // Dutch, Nordic, Baltic
    ("dinsdag 21 oktober 2025", "2025-10-21"), ("21 mrt. 2024", "2024-03-21"),
    ("21 oktober 2025 om 18.30 uur", "2025-10-21T18:30"),
    ("tisdag 21 oktober 2025 kl. 18.30", "2025-10-21T18:30"), ("21. oktober 2025 kl. 18:30", "2025-10-21T18:30"),
    ("21. maj 2025", "2025-05-21"),
    ("21. lokakuuta 2025 klo 18.30", "2025-10-21T18:30"), ("21. október 2025", "2025-10-21"),
    ("2024 m. kovo 31 d.", "2024-03-31"),
    ("2025. gada 21. oktobris", "2025-10-21"), ("21. oktoober 2025", "2025-10-21"),
    // Slavic, Hungarian, Greek, Turkish
    ("wtorek, 21 października 2025", "2025-10-21"), ("21 listopada 2025", "2025-11-21"), ("21. října 2025", "2025-10-21"),
    ("21. septembra 2025", "2025-09-21"),
    ("21 октября 2025 г.", "2025-10-21"), ("21 октября 2025, 18:30", "2025-10-21T18:30"), ("21 жовтня 2025 року", "2025-10-21"),
    ("2025. október 21.", "2025-10-21"), ("21 Οκτωβρίου 2025", "2025-10-21"), ("21 Ekim 2025 Salı", "2025-10-21"),
    ("3 Ağustos 2025", "2025-08-03"),
    // Asia, Africa
    ("2025年10月21日", "2025-10-21"), ("2025年10月21日(火) 18時30分", "2025-10-21T18:30"), ("2025年10月21日 午後6時30分", "2025-10-21T18:30"),
    ("２０２５年１０月２１日", "2025-10-21"), ("2025년 10월 21일 오후 6:30", "2025-10-21T18:30"), ("2025.10.21. 18:30", "2025-10-21T18:30"),
    ("21 أكتوبر 2025", "2025-10-21"), ("٢١ أكتوبر ٢٠٢٥", "2025-10-21"), ("21 تشرين الأول 2025", "2025-10-21"),
    ("21 अक्टूबर 2025", "2025-10-21"),
    ("२१ अक्टूबर २०२५", "2025-10-21"), ("২১ অক্টোবর ২০২৫", "2025-10-21"), ("21 באוקטובר 2025", "2025-10-21"),
    ("21 Oktober 2025 18:30 WIB", "2025-10-21T18:30+07:00"),
    ("21 tháng 10 năm 2025", "2025-10-21"), ("21 ตุลาคม 2568", "2025-10-21"), ("21 Agustus 2025", "2025-08-21"),
    ("21 Septemba 2025", "2025-09-21"),
  ])
  func reads(text: String, expected: String) {
    #expect(DateReader.read(text)?.date.description == expected)
    #expect(DateReader.mayHold(text.utf8))
    if expected.count > 4 { #expect(DateReader.mayHoldMonth(ArraySlice(text.utf8))) }
  }

  @Test(arguments: ["", "October", "Chapter 12", "Step 1 of 20", "20 boats and 300 crews", "Oct 21"])
  func nothingWithoutAYearHoldsADate(text: String) { #expect(!DateReader.mayHold(text.utf8)) }

  @Test(arguments: ["", "Ten ferries of 2025", "© 2025 Harbour Post", "2025 boats, 300 crews", "“Quay” – built for 2025"])
  func nothingWithoutAMonthHoldsADay(text: String) { #expect(!DateReader.mayHoldMonth(ArraySlice(text.utf8))) }

  @Test(arguments: [
    "", " ", "2 hours ago", "yesterday", "gestern", "Tuesday", "March", "21", "February 30, 2025", "2025-02-29", "2025-13-01",
    "31.04.2025", "0000-00-00",
    "October 21", "32 October 2025", "25:61", "October 21, 2525", "1.2.3", "127.0.0.1", "In October 2025 the court ruled.",
    "He was born on October 21, 2025.",
    "555-1234", "99999999", "2025-10-21T25:00", "Chapter 2025 and others", "2025-2026 season", "2025-10-21 oops",
  ])
  func refuses(text: String) {
    #expect(DateReader.read(text) == nil)
  }

  @Test(arguments: [
    ("Tuesday, October 21, 2025", DateReading.WeekdayCheck.consistent), ("Montag, 21. Oktober 2025", .inconsistent),
    ("21 octobre 2025", .absent), ("2025年10月21日(火)", .consistent), ("mar. 21 octobre 2025", .consistent),
  ])
  func checksWeekday(text: String, expected: DateReading.WeekdayCheck) {
    #expect(DateReader.read(text)?.weekday == expected)
  }

  @Test func reportsAmbiguity() throws {
    let reading = try #require(DateReader.read("03/04/2025"))
    #expect(reading.isAmbiguous)
    #expect(reading.date.description == "2025")
    #expect(reading.readings.map(\.description) == ["2025-04-03", "2025-03-04"])
    #expect(DateReader.read("03/04/2025", languages: ["en"])?.isAmbiguous == true)
    #expect(DateReader.read("03/04/2025", languages: ["en-US"])?.date.description == "2025-03-04")
    #expect(DateReader.read("03/04/2025", languages: ["en-GB"])?.date.description == "2025-04-03")
    #expect(DateReader.read("03/04/2025", languages: ["en", "fr"])?.date.description == "2025-04-03")
    #expect(DateReader.read("21/10/2025")?.date.description == "2025-10-21")
    #expect(DateReader.read("10/21/2025")?.date.description == "2025-10-21")
    #expect(DateReader.read("04/04/2025")?.date.description == "2025-04-04")
    #expect(DateReader.read("03.04.2025")?.date.description == "2025-04-03")
  }

  @Test func keepsZoneAsWritten() throws {
    let india = try #require(DateReader.read("Sept 2, 2024, 16:20 IST"))
    #expect(india.zoneName == "IST")
    #expect(india.date.offsetMinutes == nil)
    let berlin = try #require(DateReader.read("21.10.2025 18:30 CEST"))
    #expect(berlin.zoneName == "CEST")
    #expect(berlin.date.offsetMinutes == 120)
  }

  @Test func keepsLabel() {
    let line = FoldedText("Published: October 20, 2025 | Updated: October 21, 2025 at 9:15 a.m.", case: .folded)
    let readings = DateReader.readAll(line)
    #expect(readings.map(\.label) == [.published, .modified])
    #expect(readings.map(\.date.description) == ["2025-10-20", "2025-10-21T09:15"])
  }

  @Test func findsInProse() throws {
    let text = "The bridge – „Brücke am Markt“ – was opened on October 21, 2025, after years of delay."
    let reading = try #require(DateReader.find(in: text))
    #expect(reading.raw == "October 21, 2025")
    #expect(String(decoding: Array(text.utf8)[reading.range], as: UTF8.self) == "October 21, 2025")
    #expect(DateReader.find(in: "Nothing happened in 2025 or in May 2024.") == nil)
  }

  @Test func survivesHostileText() {
    for unit in ["18 Uhr ", "1.", "2025-", "Mon ", "12:00 ", "1 de ", "年", "٢", "(", "may 1 ", "am "] {
      let text = String(repeating: unit, count: 200_000)
      #expect(DateReader.read(text) == nil)
      _ = DateReader.findAll(in: FoldedText(text, case: .folded))
    }
    _ = DateReader.findAll(
      in: FoldedText(ArraySlice((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 >> 3) }), case: .folded))
  }

  @Test func knowsEveryMonthOfEveryLanguage() {
    for (language, names) in [
      ("en", "January February March April May June July August September October November December"),
      ("de", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
      ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
      ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
      ("it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
      ("pt", "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
      ("nl", "januari februari maart april mei juni juli augustus september oktober november december"),
      ("pl", "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
      ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
      ("tr", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    ] {
      for (index, name) in names.split(separator: " ").enumerated() {
        #expect(
          DateReader.read("9 \(name) 2024")?.date == PartialDate(year: 2024, month: index + 1, day: 9), "\(language) \(name)")
        #expect(DateReader.mayHoldMonth(ArraySlice("9 \(name) 2024".utf8)), "\(name)")
      }
    }
  }
}

@Suite struct CivilDateTests {
  @Test func countsSeconds() {
    #expect(PartialDate(year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, offsetMinutes: 0).secondsSince1970 == 0)
    #expect(
      PartialDate(year: 2025, month: 10, day: 21, hour: 18, minute: 30, second: 5, offsetMinutes: 120).secondsSince1970
        == 1_761_064_205)
    #expect(PartialDate(year: 2025, month: 10, day: 21).secondsSince1970 == nil)
  }
}
