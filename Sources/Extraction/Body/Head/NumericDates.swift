import Copydesk

/// In which order a page writes dates such as 03/04/2025, by its language and by its other dates.
enum NumericDates {
  /// How many other lines are read for the dates in them.
  private static let mostLines = 200
  /// In words. A date in a long paragraph may be any day.
  private static let longest = 30

  /// - Parameter dates: Dates of which some could be either way round.
  static func order(of dates: [DateReading], in reading: GenericReading) -> DateParser.NumericOrder {
    // In English alone the month can come first.
    guard reading.mayBeEnglish else { return .dayFirst }
    let days = dates.first(where: \.isAmbiguous)?.readings ?? []
    guard days.count == 2 else { return .unknown }
    var dayFirst = 0
    var monthFirst = 0
    var left = mostLines
    for (index, facts) in reading.facts.enumerated() where left > 0 && facts.digits >= 4 && facts.weight <= longest {
      let line = reading.bytes(index)
      guard DateReader.mayHold(line), DateReader.mayHoldMonth(line) else { continue }
      left -= 1
      for date in DateReader.findAll(in: FoldedText(line, case: .folded), limit: 4) where !date.isAmbiguous {
        switch form(of: date) {
        case .numeric(let order): if order == .dayFirst { dayFirst += 1 } else { monthFirst += 1 }
        // The same day in words.
        case .words:
          if days[0].isSameDay(as: date.date) { dayFirst += 1 } else if days[1].isSameDay(as: date.date) { monthFirst += 1 }
        case .other: break
        }
      }
    }
    return dayFirst > 0 && monthFirst > 0 || dayFirst == monthFirst ? .unknown : dayFirst > 0 ? .dayFirst : .monthFirst
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

extension PartialDate {
  fileprivate func isSameDay(as other: PartialDate) -> Bool { (year, month, day) == (other.year, other.month, other.day) }
}
