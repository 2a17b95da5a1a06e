import Copydesk

/// Reads a date, with or without a time of day, at a place in a run of tokens.
struct DateParser {
  let tokens: DateTokens
  let order: NumericOrder

  /// In which order a language writes a date such as 3/4/2025.
  enum NumericOrder {
    case dayFirst, monthFirst, unknown

    /// - Parameter languages: BCP 47 tags, best first. English alone says nothing: `en-US` and the rest of the world differ.
    init(languages: [String]) {
      self = .unknown
      for language in languages {
        let tag = language.lowercased()
        if tag.hasPrefix("en-us") || tag.hasPrefix("en_us") || tag == "fil" || tag.hasPrefix("en-ph") {
          self = .monthFirst
          return
        }
        if tag == "en" || tag.isEmpty || tag.hasPrefix("en-ca") || tag.hasPrefix("und") { continue }
        self = .dayFirst
        return
      }
    }
  }

  /// A date and where it ends.
  struct Result {
    var date: PartialDate
    var end: Int
    /// Bits of the weekdays that a name beside the date can mean; 0 where there is none.
    var weekdays: UInt8 = 0
    var zone: Range<Int>?
    var readings: [PartialDate] = []
  }

  /// Reads the longest date that starts at token `start`.
  func date(at start: Int) -> Result? {
    timeThenDate(at: start) ?? dateThenTime(at: start)
  }

  /// Reads the date that starts at token `start`, and the time behind it.
  func dateThenTime(at start: Int) -> Result? {
    let (weekdays, first) = leadingWeekday(at: start)
    guard var result = calendarDate(at: first) else { return nil }
    result.weekdays = weekdays
    if result.date.day != nil { appendWeekday(&result) }
    if result.date.day != nil, result.date.hour == nil { appendTime(&result) }
    return result
  }

  // MARK: - Weekdays

  private func leadingWeekday(at start: Int) -> (weekdays: UInt8, next: Int) {
    let weekdays = tokens[start].meaning.weekdays
    guard tokens[start].kind == .word, weekdays != 0 else { return (0, start) }
    var next = start + 1
    // "segunda-feira"
    if tokens.isSign(next, "-"), tokens.isWord(next + 1, "feira") { next += 2 }
    var skipped = 0
    while skipped < 3 {
      let token = tokens[next]
      let isSeparator = token.kind == .sign && (token.value == 0x2C || token.value == 0x2E || token.value == 0x60C)
      guard isSeparator || token.kind == .word && token.meaning.roles.contains(.link) else { break }
      next += 1
      skipped += 1
    }
    // "mar 4" may be a month: a weekday is only what a date follows.
    return calendarDate(at: next) == nil ? (0, start) : (weekdays, next)
  }

  private func appendWeekday(_ result: inout Result) {
    var index = result.end
    let isBracketed = tokens.isSign(index, "(")
    if isBracketed { index += 1 }
    if tokens.isSign(index, ",") { index += 1 }
    let word = tokens[index]
    guard word.kind == .word, word.meaning.weekdays != 0, result.weekdays == 0 else { return }
    var end = index + 1
    if tokens.isWord(end, "曜") || tokens.isWord(end, "요") {
      end += tokens.isWord(end + 1, "日") || tokens.isWord(end + 1, "일") ? 2 : 1
    }
    if isBracketed {
      guard tokens.isSign(end, ")") else { return }
      end += 1
    } else if word.range.count <= 3, !tokens.isSign(index - 1, ",") {
      // A short word behind a date ("… 2025 so …") is too likely something else.
      return
    }
    result.weekdays = word.meaning.weekdays
    result.end = end
  }

  // MARK: - Calendar dates

  private func calendarDate(at start: Int) -> Result? {
    let token = tokens[start]
    switch token.kind {
    case .number: return numberFirst(at: start)
    case .word where token.meaning.month != 0: return monthFirst(at: start)
    case .word where token.meaning.roles.contains(.yearMark):
      // "ngày 21 tháng 10 năm 2025" has its mark in front.
      return nil
    default: return nil
    }
  }

  private func numberFirst(at start: Int) -> Result? {
    let first = tokens[start]
    guard first.value >= 0 else { return compact(at: start) }
    if first.digits >= 8 { return compact(at: start) }
    if first.digits == 4 { return yearFirst(at: start) }
    guard first.digits <= 2, first.value >= 1 else { return nil }
    return numericDayOrMonthFirst(at: start) ?? dayThenMonthName(at: start) ?? vietnamese(at: start)
  }

  /// `2025-10-21`, `2025/10/21`, `2025. 10. 21.`, `2025年10月21日`, `2025년 10월 21일`, `2025. október 21.`, `2024 m. kovo 31 d.`
  private func yearFirst(at start: Int) -> Result? {
    let year = tokens[start].value
    guard CivilCalendar.newsYears.contains(year) else { return nil }
    var next = start + 1
    if tokens.isWord(next, "年") || tokens.isWord(next, "년") {
      return eastAsian(year: year, at: next + 1)
    }
    let sign = tokens[next]
    if Self.partsNumbers(sign), tokens[next + 1].kind == .number, tokens[next + 1].digits <= 2 {
      let month = tokens[next + 1].value
      guard (1...12).contains(month) else { return nil }
      if tokens[next + 2].kind == .sign, tokens[next + 2].value == sign.value, tokens[next + 3].kind == .number,
        tokens[next + 3].digits <= 2
      {
        guard let date = valid(year, month, tokens[next + 3].value) else { return nil }
        return Result(date: date, end: next + 4)
      }
      guard sign.value == 0x2D, tokens[next + 1].digits == 2 else { return nil }
      return Result(date: PartialDate(year: year, month: month), end: next + 2)
    }
    while tokens[next].meaning.roles.contains(.yearMark) || tokens.isSign(next, ".") || tokens.isSign(next, ",")
      || tokens.isSign(next, "-"),
      next < start + 4
    {
      next += 1
    }
    if tokens[next].kind == .number, tokens[next].digits <= 2, next > start + 1 {
      // "2025. gada 21. oktobris"
      let month = tokens.isSign(next + 1, ".") ? next + 2 : next + 1
      if tokens[month].meaning.month != 0, let date = valid(year, Int(tokens[month].meaning.month), tokens[next].value) {
        return Result(date: date, end: month + 1)
      }
    }
    let month = tokens[next].meaning.month
    if month != 0 {
      var day = next + 1
      if tokens.isSign(day, ".") || tokens.isSign(day, "-") { day += 1 }
      if tokens[day].kind == .number, tokens[day].digits <= 2, let date = valid(year, Int(month), tokens[day].value) {
        var end = day + 1
        if tokens.isSign(end, ".") { end += 1 }
        if tokens.isWord(end, "d") { end += tokens.isSign(end + 1, ".") ? 2 : 1 }
        return Result(date: date, end: end)
      }
    }
    return CivilCalendar.newsYears.contains(year) ? Result(date: PartialDate(year: year), end: start + 1) : nil
  }

  private func eastAsian(year: Int, at start: Int) -> Result? {
    let month = tokens[start]
    guard month.kind == .number, (1...12).contains(month.value), tokens.isWord(start + 1, "月") || tokens.isWord(start + 1, "월")
    else {
      return Result(date: PartialDate(year: year), end: start)
    }
    let day = tokens[start + 2]
    guard day.kind == .number, tokens.isWord(start + 3, "日") || tokens.isWord(start + 3, "일"),
      let date = valid(year, month.value, day.value)
    else { return Result(date: PartialDate(year: year, month: month.value), end: start + 2) }
    return Result(date: date, end: start + 4)
  }

  /// `20251021`, `20251021T183000Z`, `20251021183000`
  private func compact(at start: Int) -> Result? {
    let digits = digits(of: start)
    guard digits.count == 8 || digits.count == 12 || digits.count == 14 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let year = number(0..<4)
    guard (1900...2100).contains(year), let date = valid(year, number(4..<6), number(6..<8)) else { return nil }
    var result = Result(date: date, end: start + 1)
    if digits.count > 8 {
      let second = digits.count == 14 ? number(12..<14) : nil
      guard number(8..<10) < 24, number(10..<12) < 60, (second ?? 0) < 60 else { return nil }
      result.date.hour = number(8..<10)
      result.date.minute = number(10..<12)
      result.date.second = second
      appendZone(&result)
    }
    return result
  }

  private func digits(of index: Int) -> [Int] {
    let range = tokens[index].range
    let start = tokens.text.bytes.startIndex
    guard tokens[index].digits <= 14, range.count == tokens[index].digits else { return [] }
    return tokens.text.bytes[start + range.lowerBound..<start + range.upperBound].map { Int($0) - 0x30 }
  }

  /// `21.10.2025`, `21/10/2025`, `10-21-2025`, `21.10.25`
  private func numericDayOrMonthFirst(at start: Int) -> Result? {
    let sign = tokens[start + 1]
    guard Self.partsNumbers(sign), tokens[start + 2].kind == .number, tokens[start + 2].digits <= 2,
      tokens[start + 3].kind == .sign,
      tokens[start + 3].value == sign.value, tokens[start + 4].kind == .number
    else { return nil }
    let (a, b) = (tokens[start].value, tokens[start + 2].value)
    var year = tokens[start + 4].value
    switch tokens[start + 4].digits {
    case 4: break
    // Two digits are a year only in the tidy form 21.10.25; the pivot is POSIX's (69).
    case 2 where tokens[start].digits == 2 && tokens[start + 2].digits == 2 && !tokens[start + 4].followsSpace:
      year += year < 69 ? 2000 : 1900
    default: return nil
    }
    let end = start + 5
    let dayFirst = valid(year, b, a)
    let monthFirst = valid(year, a, b)
    switch (dayFirst, monthFirst) {
    case (let date?, nil): return Result(date: date, end: end)
    case (nil, let date?): return Result(date: date, end: end)
    case (nil, nil): return nil
    case (let one?, let other?):
      if one == other { return Result(date: one, end: end) }
      if sign.value == 0x2E || order == .dayFirst { return Result(date: one, end: end) }
      if order == .monthFirst { return Result(date: other, end: end) }
      return Result(date: PartialDate(year: year), end: end, readings: [one, other])
    }
  }

  /// A hyphen, slash or full stop; where a designer chose it a dot or bullet (U+00B7, U+2022).
  private static func partsNumbers(_ sign: DateTokens.Token) -> Bool {
    guard sign.kind == .sign else { return false }
    switch sign.value {
    case 0x2D, 0x2E, 0x2F, 0xB7, 0x2022: return true
    default: return false
    }
  }

  /// `21 October 2025`, `21. Oktober 2025`, `1er janvier 2025`, `21 de octubre de 2025`, `21-Oct-2025`
  private func dayThenMonthName(at start: Int) -> Result? {
    var next = start + 1
    var skipped = 0
    while skipped < 3, isJoint(next) {
      next += 1
      skipped += 1
    }
    guard tokens[next].meaning.month != 0 else { return levantine(at: next, day: tokens[start].value) }
    return monthAndYear(Int(tokens[next].meaning.month), day: tokens[start].value, at: next + 1)
  }

  /// The Syrian names of four months are two words.
  private func levantine(at start: Int, day: Int) -> Result? {
    let isSecond = tokens.isWord(start + 1, "الثاني")
    guard isSecond || tokens.isWord(start + 1, "الأول") else { return nil }
    if tokens.isWord(start, "تشرين") { return monthAndYear(isSecond ? 11 : 10, day: day, at: start + 2) }
    if tokens.isWord(start, "كانون") { return monthAndYear(isSecond ? 1 : 12, day: day, at: start + 2) }
    return nil
  }

  private func monthAndYear(_ month: Int, day: Int, at start: Int) -> Result? {
    var next = start
    var skipped = 0
    while skipped < 3, isJoint(next) || tokens.isSign(next, ",") || tokens.isSign(next, "/") || tokens.isSign(next, "،") {
      next += 1
      skipped += 1
    }
    if tokens[next].meaning.roles.contains(.yearMark) { next += 1 }
    let year = tokens[next]
    guard year.kind == .number, year.digits == 4 else {
      return yearAfterTime(month, day: day, at: next)
    }
    // Thai dates count from the Buddha's death, 543 years earlier.
    let isThai = (2400...2650).contains(year.value) && tokens.isThai(start - 1)
    guard let date = valid(isThai ? year.value - 543 : year.value, month, day) else { return nil }
    var end = next + 1
    if tokens[end].meaning.roles.contains(.yearMark), tokens[end].followsSpace || tokens[end].range.count > 2 {
      end += tokens.isSign(end + 1, ".") ? 2 : 1
    }
    return Result(date: date, end: end)
  }

  /// `October 21, 2025`, `Oct. 21st 2025`, `October 2025`, `Oct 21 18:30:00 CEST 2025`
  private func monthFirst(at start: Int) -> Result? {
    let month = Int(tokens[start].meaning.month)
    var next = start + 1
    if tokens.isSign(next, ".") || tokens.isSign(next, "-") { next += 1 }
    let number = tokens[next]
    guard number.kind == .number else {
      // "octubre de 2025", "October, 2025"
      guard tokens[next].meaning.roles.contains(.link) || tokens.isSign(next, ","), tokens[next + 1].digits == 4,
        CivilCalendar.newsYears.contains(tokens[next + 1].value)
      else { return nil }
      return Result(date: PartialDate(year: tokens[next + 1].value, month: month), end: next + 2)
    }
    if number.digits == 4 {
      guard CivilCalendar.newsYears.contains(number.value) else { return nil }
      return Result(date: PartialDate(year: number.value, month: month), end: next + 1)
    }
    guard number.digits <= 2 else { return nil }
    var year = next + 1
    if tokens[year].meaning.roles.contains(.ordinal), !tokens[year].followsSpace { year += 1 }
    if tokens.isSign(year, ".") || tokens.isSign(year, ",") || tokens.isSign(year, "-") { year += 1 }
    if tokens.isSign(year, ",") { year += 1 }
    guard tokens[year].kind == .number, tokens[year].digits == 4 else {
      return yearAfterTime(month, day: number.value, at: year)
    }
    guard let date = valid(tokens[year].value, month, number.value) else { return nil }
    return Result(date: date, end: year + 1)
  }

  /// The C library's form: the time, maybe a zone, then the year.
  private func yearAfterTime(_ month: Int, day: Int, at start: Int) -> Result? {
    guard let time = time(at: start), time.isClock else { return nil }
    var probe = Result(date: PartialDate(year: 2000, month: month, day: day), end: time.end)
    apply(time, to: &probe)
    appendZone(&probe)
    let year = tokens[probe.end]
    guard year.kind == .number, year.digits == 4, valid(year.value, month, day) != nil else { return nil }
    probe.date.year = year.value
    probe.end += 1
    return probe
  }

  /// `21 tháng 10 năm 2025`, `21 tháng 10, 2025`
  private func vietnamese(at start: Int) -> Result? {
    guard tokens.isWord(start + 1, "tháng"), tokens[start + 2].kind == .number else { return nil }
    var next = start + 3
    if tokens.isWord(next, "năm") || tokens.isSign(next, ",") || tokens.isSign(next, "/") { next += 1 }
    guard tokens[next].digits == 4, let date = valid(tokens[next].value, tokens[start + 2].value, tokens[start].value) else {
      return nil
    }
    return Result(date: date, end: next + 1)
  }

  /// Words and signs between day and month or month and year.
  private func isJoint(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .number: return false
    case .word:
      return token.meaning.month == 0
        && (token.meaning.roles.contains(.link) || token.meaning.roles.contains(.ordinal) && !token.followsSpace)
    case .sign:
      return token.value == 0x2E || token.value == 0x2D || token.value == 0x2F || token.value == 0x27 || token.value == 0xBA
        || token.value == 0xB0
    }
  }

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> PartialDate? {
    guard CivilCalendar.isValid(year: year, month: month, day: day) else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }
}
