import Copydesk

/// A date's written form, in the notation of POSIX `strptime`: `%A, %B %d, %Y`.
///
/// | directive | stands for |
/// |---|---|
/// | `%A` `%a` | the day of the week, in full or short; it is checked |
/// | `%B` `%b` | the month's name, in full or short |
/// | `%d` `%e` | the day; one or two digits, with or without an ordinal ending |
/// | `%m` | the month as a number |
/// | `%Y` `%y` | the year; in two digits 69–99 are 19xx |
/// | `%H` `%I` `%M` `%S` `%p` | hour (24), hour (12), minute, second, half of the day |
/// | `%z` `%Z` | offset from UTC; name of the zone |
/// | `%%` | a percent sign |
///
/// Names are looked up in the format's language, or in all where none is given. Letter case, kinds of white space and typography do
/// not matter. The whole text must fit.
public struct DateFormat: Sendable, Hashable {
  public let source: String
  public let language: String?
  private let items: [Item]

  static let directives: [Character] = ["A", "a", "B", "b", "d", "e", "m", "Y", "y", "H", "I", "M", "S", "p", "z", "Z", "%"]

  private enum Item: Sendable, Hashable {
    case literal([UInt8])
    case space
    case directive(UInt8)
  }

  /// Reads a format.
  /// - Parameter language: BCP 47; only the primary subtag counts.
  /// - Throws: when a directive is unknown or repeated, the year is missing, or there are no month names in the language.
  public init(_ strftime: String, language: String? = nil) throws(DateFormatError) {
    source = strftime
    self.language = language.map { String($0.lowercased().prefix { $0 != "-" && $0 != "_" }) }
    let bytes = Array(strftime.utf8)
    var items: [Item] = []
    var literal: [UInt8] = []
    var seen: Set<UInt8> = []
    var index = 0
    func flush() {
      guard !literal.isEmpty else { return }
      var buffer = FoldingBuffer(capacity: literal.count, folding: .folded, trims: false)
      literal.withUnsafeBufferPointer { buffer.append($0) }
      literal.removeAll()
      for run in buffer.bytes.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
        if run.offset > 0 { items.append(.space) }
        if !run.element.isEmpty { items.append(.literal(Array(run.element))) }
      }
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%") else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < bytes.count else { throw DateFormatError(reason: .danglingPercent, offset: index) }
      let letter = bytes[index + 1]
      if letter == UInt8(ascii: "%") {
        literal.append(letter)
        index += 2
        continue
      }
      let character = Character(Unicode.Scalar(letter < 0x80 ? letter : 0x3F))
      guard Self.directives.contains(character) else {
        throw DateFormatError(reason: .unknownDirective(character), offset: index)
      }
      guard seen.insert(Self.part(letter)).inserted else { throw DateFormatError(reason: .repeated(character), offset: index) }
      flush()
      items.append(.directive(letter))
      index += 2
    }
    flush()
    guard !items.isEmpty else { throw DateFormatError(reason: .empty, offset: 0) }
    guard seen.contains(UInt8(ascii: "Y")) else { throw DateFormatError(reason: .missingYear, offset: 0) }
    if let language = self.language, seen.contains(UInt8(ascii: "m")),
      items.contains(where: { $0 == .directive(0x42) || $0 == .directive(0x62) }),
      !DateWords.knows(language: language)
    {
      throw DateFormatError(reason: .unknownLanguage(language), offset: 0)
    }
    self.items = items
  }

  /// The part of the date that a directive fills.
  private static func part(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "a"): UInt8(ascii: "A")
    case UInt8(ascii: "b"), UInt8(ascii: "B"): UInt8(ascii: "m")
    case UInt8(ascii: "e"): UInt8(ascii: "d")
    case UInt8(ascii: "y"): UInt8(ascii: "Y")
    case UInt8(ascii: "I"): UInt8(ascii: "H")
    default: letter
    }
  }

  /// Reads a text of this form; `nil` where it does not fit or is no date of the calendar.
  public func parse(_ text: String) -> DateReading? { parse(FoldedText(text, case: .folded)) }

  /// Reads a text, folded to lower case, of this form.
  public func parse(_ text: FoldedText) -> DateReading? {
    guard text.bytes.count <= 400 else { return nil }
    var fields = Fields()
    let end = text.bytes.withUnsafeBufferPointer { scan($0, into: &fields) }
    guard let end, end == text.bytes.count, let date = fields.date else { return nil }
    var weekday = DateReading.WeekdayCheck.absent
    if fields.weekdays != 0, let month = date.month, let day = date.day {
      let actual = CivilCalendar.weekday(year: date.year, month: month, day: day)
      weekday = fields.weekdays & (1 << UInt8(actual)) != 0 ? .consistent : .inconsistent
    }
    return DateReading(
      date: date, raw: text.originalText(of: 0..<end), range: text.originalRange(of: 0..<end), weekday: weekday,
      zoneName: fields.zone.map { text.originalText(of: $0) })
  }

  private struct Fields {
    var year: Int?
    var month: Int?
    var day: Int?
    var hour: Int?
    var minute: Int?
    var second: Int?
    var isAfternoon: Bool?
    var offset: Int?
    var weekdays: UInt8 = 0
    var zone: Range<Int>?

    var date: PartialDate? {
      guard let year, CivilCalendar.newsYears.contains(year) else { return nil }
      if let month, !(1...12).contains(month) { return nil }
      if let day, month == nil || day < 1 || day > CivilCalendar.days(in: month ?? 1, of: year) { return nil }
      var hour = hour
      if let isAfternoon, let twelve = hour {
        guard (1...12).contains(twelve) else { return nil }
        hour = twelve % 12 + (isAfternoon ? 12 : 0)
      }
      guard (hour ?? 0) < 24, (minute ?? 0) < 60, (second ?? 0) < 60 else { return nil }
      return PartialDate(
        year: year, month: month, day: day, hour: day == nil ? nil : hour, minute: hour == nil ? nil : minute ?? 0,
        second: hour == nil ? nil : second, offsetMinutes: hour == nil ? nil : offset)
    }
  }

  private func scan(_ text: UnsafeBufferPointer<UInt8>, into fields: inout Fields) -> Int? {
    var position = 0
    for item in items {
      switch item {
      case .space:
        while position < text.count, text[position] == 0x20 { position += 1 }
      case .literal(let bytes):
        guard position + bytes.count <= text.count else { return nil }
        for (offset, byte) in bytes.enumerated() where text[position + offset] != byte { return nil }
        position += bytes.count
      case .directive(let letter):
        guard scan(letter, in: text, at: &position, into: &fields) else { return nil }
      }
    }
    return position
  }

  private func scan(_ letter: UInt8, in text: UnsafeBufferPointer<UInt8>, at position: inout Int, into fields: inout Fields)
    -> Bool
  {
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"):
      fields.weekdays = DateWords.weekdays(word(in: text, at: &position))
      return fields.weekdays != 0
    case UInt8(ascii: "B"), UInt8(ascii: "b"):
      fields.month = DateWords.month(word(in: text, at: &position), language: language)
      return fields.month != nil
    case UInt8(ascii: "d"), UInt8(ascii: "e"):
      while letter == UInt8(ascii: "e"), position < text.count, text[position] == 0x20 { position += 1 }
      fields.day = number(in: text, at: &position, digits: 1...2)
      var end = position
      let ending = word(in: text, at: &end)
      if !ending.isEmpty, DateWords.meaning(of: WordHash(ending)).roles.contains(.ordinal) { position = end }
      return fields.day != nil
    case UInt8(ascii: "m"): fields.month = number(in: text, at: &position, digits: 1...2)
    case UInt8(ascii: "Y"):
      fields.year = number(in: text, at: &position, digits: 4...4)
      return fields.year != nil
    case UInt8(ascii: "y"):
      fields.year = number(in: text, at: &position, digits: 2...2).map { $0 + ($0 < 69 ? 2000 : 1900) }
      return fields.year != nil
    case UInt8(ascii: "H"), UInt8(ascii: "I"):
      fields.hour = number(in: text, at: &position, digits: 1...2)
      return fields.hour != nil
    case UInt8(ascii: "M"):
      fields.minute = number(in: text, at: &position, digits: 2...2)
      return fields.minute != nil
    case UInt8(ascii: "S"):
      fields.second = number(in: text, at: &position, digits: 2...2)
      if position < text.count, text[position] == 0x2E { skipFraction(in: text, at: &position) }
      return fields.second != nil
    case UInt8(ascii: "p"): return scanHalf(in: text, at: &position, into: &fields)
    case UInt8(ascii: "z"): return scanOffset(in: text, at: &position, into: &fields)
    case UInt8(ascii: "Z"):
      let start = position
      let name = word(in: text, at: &position)
      guard !name.isEmpty else { return false }
      fields.zone = start..<position
      fields.offset = TimeZoneNames.offset(of: name)
      return true
    default: return false
    }
    return fields.month != nil
  }

  private func skipFraction(in text: UnsafeBufferPointer<UInt8>, at position: inout Int) {
    var end = position + 1
    while end < text.count, text[end] &- 0x30 < 10 { end += 1 }
    if end > position + 1 { position = end }
  }

  private func scanHalf(in text: UnsafeBufferPointer<UInt8>, at position: inout Int, into fields: inout Fields) -> Bool {
    guard position < text.count, text[position] == UInt8(ascii: "a") || text[position] == UInt8(ascii: "p") else { return false }
    fields.isAfternoon = text[position] == UInt8(ascii: "p")
    position += 1
    if position < text.count, text[position] == 0x2E { position += 1 }
    guard position < text.count, text[position] == UInt8(ascii: "m") else { return false }
    position += 1
    if position < text.count, text[position] == 0x2E { position += 1 }
    return true
  }

  private func scanOffset(in text: UnsafeBufferPointer<UInt8>, at position: inout Int, into fields: inout Fields) -> Bool {
    guard position < text.count else { return false }
    if text[position] == UInt8(ascii: "z") {
      position += 1
      fields.offset = 0
      return true
    }
    guard text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") else { return false }
    let direction = text[position] == UInt8(ascii: "-") ? -1 : 1
    position += 1
    guard let hours = number(in: text, at: &position, digits: 2...2) else { return false }
    if position < text.count, text[position] == 0x3A { position += 1 }
    let minutes = number(in: text, at: &position, digits: 2...2) ?? 0
    guard hours <= 14, minutes < 60 else { return false }
    fields.offset = direction * (hours * 60 + minutes)
    return true
  }

  private func number(in text: UnsafeBufferPointer<UInt8>, at position: inout Int, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    var index = position
    while count < digits.upperBound, index < text.count {
      var next = index
      guard let digit = DateTokens.digitValue(UTF8Scalar.next(in: text, at: &next)) else { break }
      value = value * 10 + digit
      count += 1
      index = next
    }
    guard count >= digits.lowerBound else { return nil }
    position = index
    return value
  }

  /// A name: letters of any script, with the full stop of an abbreviation.
  private func word(in text: UnsafeBufferPointer<UInt8>, at position: inout Int) -> UnsafeBufferPointer<UInt8> {
    let start = position
    while position < text.count, text[position] >= 0x80 || text[position] &- 0x61 < 26 { position += 1 }
    let name = UnsafeBufferPointer(rebasing: text[start..<position])
    if !name.isEmpty, position < text.count, text[position] == 0x2E { position += 1 }
    return name
  }
}

extension DateFormat: CustomStringConvertible {
  public var description: String { source }
}
