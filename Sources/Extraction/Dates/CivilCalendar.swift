public import Copydesk

/// The Gregorian calendar's arithmetic.
enum CivilCalendar {
  /// The years a news date can be in; others are misreadings.
  static let newsYears = 1700...2100

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isValid(year: Int, month: Int, day: Int) -> Bool {
    newsYears.contains(year) && (1...12).contains(month) && day >= 1 && day <= days(in: month, of: year)
  }

  /// The day of the week, 1 for Monday to 7 for Sunday, by the method of T. Sakamoto (1992).
  static func weekday(year: Int, month: Int, day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    let sunday = (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
    return sunday == 0 ? 7 : sunday
  }

  /// The date and time of day in UTC of a count of seconds since 1970, after H. Hinnant's `civil_from_days`
  /// (https://howardhinnant.github.io/date_algorithms.html); `nil` outside ``newsYears``.
  static func date(secondsSince1970 seconds: Int) -> PartialDate? {
    guard seconds > -10_000_000_000, seconds < 5_000_000_000 else { return nil }
    let dayCount = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - dayCount * 86_400
    let shifted = dayCount + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    guard isValid(year: year, month: month, day: day) else { return nil }
    return PartialDate(
      year: year, month: month, day: day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offsetMinutes: 0)
  }

  /// Days since 1970-01-01, the inverse of ``date(secondsSince1970:)``.
  static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension PartialDate {
  /// Seconds since 1970 in UTC; `nil` without a time of day and an offset.
  public var secondsSince1970: Int? {
    guard let month, let day, let hour, let offsetMinutes else { return nil }
    let days = CivilCalendar.daysSince1970(year: year, month: month, day: day)
    return days * 86_400 + hour * 3600 + (minute ?? 0) * 60 + (second ?? 0) - offsetMinutes * 60
  }
}
