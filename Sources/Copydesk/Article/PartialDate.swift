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
    // Seven numbers of at most twenty characters, and what stands between them.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 160) { text in
      let count = write(to: text)
      return String(decoding: UnsafeBufferPointer(rebasing: text[..<count]), as: UTF8.self)
    }
  }

  /// Writes the description and returns how many bytes it has.
  private func write(to text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    func put(_ sign: Unicode.Scalar) {
      text.initializeElement(at: count, to: UInt8(ascii: sign))
      count += 1
    }
    func put(_ number: Int, width: Int = 2) {
      if number < 0 { put("-") }
      var rest = number.magnitude
      let start = count
      while rest > 0 || count - start < width {
        text.initializeElement(at: count, to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
        count += 1
      }
      text[start..<count].reverse()
    }
    put(year, width: 4)
    guard let month else { return count }
    put("-")
    put(month)
    guard let day else { return count }
    put("-")
    put(day)
    guard let hour else { return count }
    put("T")
    put(hour)
    put(":")
    put(minute ?? 0)
    if let second {
      put(":")
      put(second)
    }
    guard let offsetMinutes else { return count }
    if offsetMinutes == 0 {
      put("Z")
    } else {
      put(offsetMinutes < 0 ? "-" : "+")
      let offset = Int(clamping: offsetMinutes.magnitude)
      put(offset / 60)
      put(":")
      put(offset % 60)
    }
    return count
  }
}
