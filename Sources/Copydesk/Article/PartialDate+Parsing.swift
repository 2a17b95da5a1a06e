extension PartialDate: LosslessStringConvertible {
  /// Reads exactly what ``description`` writes: ISO 8601 extended format at the precision given. Dates of the world outside, with
  /// all their liberties, are read elsewhere.
  public init?(_ description: String) {
    var reader = Reader(bytes: Array(description.utf8))
    let negative = reader.take(UInt8(ascii: "-"))
    guard let year = reader.year() else { return nil }
    self.init(year: negative ? -year : year)
    if reader.atEnd { return }
    guard reader.take(UInt8(ascii: "-")), let month = reader.twoDigits(1...12) else { return nil }
    self.month = month
    if reader.atEnd { return }
    guard reader.take(UInt8(ascii: "-")), let day = reader.twoDigits(1...31) else { return nil }
    self.day = day
    if reader.atEnd { return }
    guard reader.take(UInt8(ascii: "T")), let hour = reader.twoDigits(0...24), reader.take(UInt8(ascii: ":")),
      let minute = reader.twoDigits(0...59)
    else { return nil }
    self.hour = hour
    self.minute = minute
    if reader.take(UInt8(ascii: ":")) {
      guard let second = reader.twoDigits(0...60) else { return nil }
      self.second = second
    }
    if reader.atEnd { return }
    if reader.take(UInt8(ascii: "Z")) {
      offsetMinutes = 0
    } else {
      let west = reader.take(UInt8(ascii: "-"))
      guard west || reader.take(UInt8(ascii: "+")), let hours = reader.twoDigits(0...23), reader.take(UInt8(ascii: ":")),
        let minutes = reader.twoDigits(0...59)
      else { return nil }
      offsetMinutes = (west ? -1 : 1) * (hours * 60 + minutes)
    }
    if !reader.atEnd { return nil }
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var atEnd: Bool { index == bytes.count }

    mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    mutating func digit() -> Int? {
      guard index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      index += 1
      return Int(bytes[index - 1] - 0x30)
    }

    mutating func twoDigits(_ range: ClosedRange<Int>) -> Int? {
      guard let tens = digit(), let ones = digit(), range.contains(tens * 10 + ones) else { return nil }
      return tens * 10 + ones
    }

    /// Four digits or more, and no more than make sense.
    mutating func year() -> Int? {
      var year = 0
      var count = 0
      while count < 9, let digit = digit() {
        year = year * 10 + digit
        count += 1
      }
      return count >= 4 ? year : nil
    }
  }
}

extension JSONCursor {
  /// A date as ``PartialDate`` writes it.
  func date() throws(JSONMismatch) -> PartialDate {
    guard let date = PartialDate(try string()) else { throw mismatch(.date) }
    return date
  }

  /// The members `start` and `end`, as a range.
  func range() throws(JSONMismatch) -> Range<Int> {
    let start = try member("start").integer()
    let end = try member("end").integer()
    guard start >= 0, start <= end else { throw try member("end").mismatch(.integer) }
    return start..<end
  }
}
