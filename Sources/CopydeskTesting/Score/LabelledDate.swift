import Copydesk

/// A labelled date: ISO 8601, a space or `T` before the time, with or without an offset.
struct LabelledDate {
  private var date: PartialDate

  var hasTime: Bool { date.second != nil }
  var year: Int { date.year }
  var month: Int { date.month ?? 0 }
  var day: Int { date.day ?? 0 }

  /// Returns `nil` for a label that states no day.
  init?(_ label: String) {
    var text = Substring(label)
    // Fractions of a second are not compared.
    if let dot = text.firstIndex(of: ".") {
      let rest = text[text.index(after: dot)...].drop { $0.isNumber }
      text = text[..<dot] + rest
    }
    guard let date = PartialDate(String(text).replacing(" ", with: "T")), date.day != nil else { return nil }
    self.date = date
  }

  /// Whether the article's date names the same day as printed, whatever its offset.
  func sameDay(as other: PartialDate?) -> Bool {
    guard let other else { return false }
    return (other.year, other.month, other.day) == (date.year, date.month, date.day)
  }

  /// Whether both are the same second; where one states no offset the clock times are compared.
  func sameSecond(as other: PartialDate?) -> Bool {
    guard let other, let a = Self.seconds(date), let b = Self.seconds(other) else { return false }
    guard let x = date.offsetMinutes, let y = other.offsetMinutes else { return a == b }
    return a - x * 60 == b - y * 60
  }

  /// Seconds on the clock since 0000-03-01 (days by Hinnant's civil-from-days formula). A minute without seconds counts as its first: a
  /// label cannot say that there were none.
  private static func seconds(_ date: PartialDate) -> Int? {
    guard let month = date.month, let day = date.day, let hour = date.hour, let minute = date.minute else { return nil }
    let year = month <= 2 ? date.year - 1 : date.year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let days = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear
    return ((days * 24 + hour) * 60 + minute) * 60 + (date.second ?? 0)
  }
}
