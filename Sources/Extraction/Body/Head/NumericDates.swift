import Copydesk

/// In which order a page writes dates such as 03/04/2025, by its language and by its other dates. Read once, when the first such date is met.
struct NumericDates {
  private let mayBeEnglish: Bool
  /// How many dates are possible in one order only.
  private var dayFirst = 0
  private var monthFirst = 0
  /// The days that are written in words.
  private var worded: Set<PartialDate> = []

  /// How many lines are read for the dates in them.
  private static let mostLines = 200
  /// In words. A date in a long paragraph may be any day.
  private static let longest = 30

  init(_ reading: GenericReading) {
    // In English alone the month can come first.
    mayBeEnglish = reading.mayBeEnglish
    guard mayBeEnglish else { return }
    var left = Self.mostLines
    for (index, facts) in reading.facts.enumerated() where facts.digits >= 4 && facts.weight <= Self.longest {
      let line = reading.bytes(index)
      guard DateReader.mayHold(line), DateReader.mayHoldMonth(line) else { continue }
      left -= 1
      if left < 0 { break }
      for date in DateReader.findAll(in: FoldedText(line, case: .folded), limit: 4) where !date.isAmbiguous { note(date) }
    }
  }

  private mutating func note(_ date: DateReading) {
    switch Self.form(of: date) {
    case .numeric(.dayFirst): dayFirst += 1
    case .numeric: monthFirst += 1
    case .words: worded.insert(PartialDate(year: date.date.year, month: date.date.month, day: date.date.day))
    case .other: break
    }
  }

  /// - Parameter dates: Dates of which some could be either way round.
  func order(of dates: [DateReading]) -> DateParser.NumericOrder {
    guard mayBeEnglish else { return .dayFirst }
    guard let days = dates.first(where: \.isAmbiguous)?.readings, days.count == 2 else { return .unknown }
    // The same day in words says as much.
    let isDayFirst = dayFirst > 0 || worded.contains(days[0])
    let isMonthFirst = monthFirst > 0 || worded.contains(days[1])
    return isDayFirst == isMonthFirst ? .unknown : isDayFirst ? .dayFirst : .monthFirst
  }

  private enum Form {
    case numeric(DateParser.NumericOrder)
    case words
    case other
  }

  private static func form(of reading: DateReading) -> Form {
    let raw = Array(reading.raw.utf8)
    guard let day = reading.date.day, let month = reading.date.month, day != month else { return .other }
    if raw.contains(where: { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 && $0 != 0xE2 }) { return .words }
    // The year comes first, or full stops leave but one order.
    guard !raw.prefix(4).allSatisfy({ $0 &- 0x30 < 10 }), !raw.contains(UInt8(ascii: ".")) else { return .other }
    let first = raw.prefix { $0 &- 0x30 < 10 }.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return .numeric(first == day ? .dayFirst : .monthFirst)
  }
}
