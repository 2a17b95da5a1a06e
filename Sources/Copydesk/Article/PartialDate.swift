/// A point in time as precisely as its source states it, and no more: a day stays a day, a time without an offset stays without.
public struct PartialDate: Sendable, Hashable {
  public var year: Int
  public var month: Int?
  public var day: Int?
  public var hour: Int?
  public var minute: Int?
  public var second: Int?
  /// Minutes east of UTC, as stated; `nil` where none is stated.
  public var offsetMinutes: Int?

  public init(
    year: Int, month: Int? = nil, day: Int? = nil, hour: Int? = nil, minute: Int? = nil, second: Int? = nil,
    offsetMinutes: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offsetMinutes = offsetMinutes
  }

  public enum Precision: String, Sendable, CaseIterable {
    case year, month, day, minute, second
  }

  public var precision: Precision {
    if month == nil { return .year }
    if day == nil { return .month }
    if hour == nil { return .day }
    return second == nil ? .minute : .second
  }
}

extension PartialDate: CustomStringConvertible {
  /// ISO 8601 at the precision stated: `2025-10`, `2025-10-21`, `2025-10-21T18:30`, `2025-10-21T18:30:00+02:00`.
  public var description: String {
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(abs(number))
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    guard let month else { return text }
    text += "-" + padded(month)
    guard let day else { return text }
    text += "-" + padded(day)
    guard let hour else { return text }
    text += "T" + padded(hour) + ":" + padded(minute ?? 0)
    if let second { text += ":" + padded(second) }
    if let offsetMinutes {
      if offsetMinutes == 0 {
        text += "Z"
      } else {
        text += (offsetMinutes < 0 ? "-" : "+") + padded(abs(offsetMinutes) / 60) + ":" + padded(abs(offsetMinutes) % 60)
      }
    }
    return text
  }
}
