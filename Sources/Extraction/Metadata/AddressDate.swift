import Copydesk

/// Dates in addresses, as content systems file articles: `/2025/10/21/slug`, `/2025-10-21-slug`, `/2025/oct/21/slug`, `/20251021/slug`,
/// `/202510/21/slug`, `/2025/1021/slug`.
///
/// The year comes first and the day last; a month is a number or a name, in full or short.
enum AddressDate {
  static func read(_ url: String) -> (date: PartialDate, raw: String)? {
    var url = url
    return url.withUTF8 { url in
      let address = UnsafeBufferPointer(rebasing: url.prefix(longest))
      return address.indices.lazy.compactMap { read(address, from: $0) }.first
    }
  }

  /// In bytes. What follows is of no interest.
  private static let longest = 2000

  /// A date whose year starts at `start`.
  private static func read(_ address: UnsafeBufferPointer<UInt8>, from start: Int) -> (date: PartialDate, raw: String)? {
    guard start > 0, mayStandBeside(address[start - 1]), let year = number(address, at: start, digits: 4),
      (1990...2100).contains(year)
    else { return nil }
    var index = start + 4
    let isApart = takeSeparator(address, &index)
    guard let month = takeMonth(address, &index, isApart: isApart) else { return nil }
    let beforeDay = index < address.count ? address[index] : 0
    let isDayApart = takeSeparator(address, &index)
    guard let day = takeNumber(address, &index, isApart: isDayApart), CivilCalendar.isValid(year: year, month: month, day: day)
    else {
      return nil
    }
    let next = index < address.count ? address[index] : UInt8(ascii: "/")
    // Digits in a row are a date only where they stand alone, and `/2025/10/21-slug` is a slug: `21-ways-to-…` in October.
    guard isDayApart ? next &- 0x30 >= 10 : mayStandBeside(next) || next == UInt8(ascii: ".") || next == UInt8(ascii: "?") else {
      return nil
    }
    guard beforeDay != UInt8(ascii: "/") || next != UInt8(ascii: "-") else { return nil }
    return (PartialDate(year: year, month: month, day: day), String(decoding: address[start..<index], as: UTF8.self))
  }

  private static func takeMonth(_ address: UnsafeBufferPointer<UInt8>, _ index: inout Int, isApart: Bool) -> Int? {
    if let number = takeNumber(address, &index, isApart: isApart) { return number }
    let name = address[index...].prefix { ($0 | 0x20) &- 0x61 < 26 }
    index = name.endIndex
    return isApart ? DateWords.month(name.lazy.map { $0 | 0x20 }, language: nil) : nil
  }

  /// Takes a number of two digits, or of one where signs stand around it.
  private static func takeNumber(_ address: UnsafeBufferPointer<UInt8>, _ index: inout Int, isApart: Bool) -> Int? {
    for digits in isApart ? [2, 1] : [2] {
      guard let number = number(address, at: index, digits: digits) else { continue }
      index += digits
      return number
    }
    return nil
  }

  private static func takeSeparator(_ address: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Bool {
    guard index < address.count, address[index] == UInt8(ascii: "/") || address[index] == UInt8(ascii: "-") else { return false }
    index += 1
    return true
  }

  private static func number(_ address: UnsafeBufferPointer<UInt8>, at start: Int, digits: Int) -> Int? {
    guard start + digits <= address.count else { return nil }
    var value = 0
    for byte in address[start..<start + digits] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func mayStandBeside(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "_")
  }
}
