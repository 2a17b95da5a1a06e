public import Copydesk

/// A day, for telling which version of a rule is for an article.
public struct CalendarDay: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Reads `2024-06-30`; `nil` for anything else, and for days that no month has.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0 as Int?) { number, byte in
        guard let number, byte >= 0x30, byte <= 0x39 else { return nil }
        return number * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day that a date may be: a date known to the month only may be the month's last.
  public init(latestOf date: PartialDate) {
    year = date.year
    month = date.month ?? 12
    day = date.day ?? Self.days(inMonth: month, of: year)
  }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDay: CustomStringConvertible {
  public var description: String { PartialDate(year: year, month: month, day: day).description }
}
