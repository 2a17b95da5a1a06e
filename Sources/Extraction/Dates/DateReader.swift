import Copydesk

/// Reads dates as news copy writes them: ISO 8601, RFC 2822, and the long, short and numeric forms of some forty languages.
///
/// Nothing is invented: precision, time and offset are what the text states. A numeric date that could be day-month or month-day is reported as
/// ambiguous, a day of the week is checked, and relative dates (*yesterday*, *2 hours ago*) are not read at all. Month names
/// follow the Unicode CLDR; ISO 8601-1:2019 and RFC 5322, section 3.3, give the technical forms.
public enum DateReader {
  /// Reads a text that is a date and nothing else but a label (*Published:*, *Stand:*) and punctuation.
  ///
  /// - Parameter languages: The text's languages as BCP 47 tags, best first; they decide the order of numeric dates.
  /// - Returns: The first date where the text has several (*Published … Updated …*); `nil` where any other words are left.
  public static func read(_ text: String, languages: [String] = []) -> DateReading? {
    readAll(FoldedText(text, case: .folded), languages: languages).first
  }

  /// Reads a line that holds labelled dates and nothing else, in order; empty where any other words are left.
  public static func readAll(_ text: FoldedText, languages: [String] = []) -> [DateReading] {
    text.bytes.count <= longest ? readAll(DateTokens(text), order: .init(languages: languages)) : []
  }

  /// Whether a text may hold a date, before anything is folded or cut: each has a year of four digits, or is as long in digits as `21.10.25`.
  static func mayHold(_ text: some Sequence<UInt8>) -> Bool {
    var run = 0
    var all = 0
    for byte in text {
      if byte &- 0x30 < 10 {
        run += 1
        all += 1
        if run == 4 || all == 6 { return true }
      } else if byte >= 0x80 {
        // The first bytes of other scripts' digits; what else is beyond ASCII may vanish from within a number.
        if byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xEF { return true }
      } else if byte >= 0x20 {
        run = 0
      }
    }
    return false
  }

  /// Whether a text that may hold a date may hold one with its month: by a name, by a sign between numbers, or in one number.
  static func mayHoldMonth(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { text in
      var index = 0
      var digits = 0
      /// Whether a number and a sign stand before, spaces apart.
      var isJoined = false
      while index < text.count {
        let byte = text[index]
        if (byte | 0x20) &- 0x61 < 26 {
          guard let (run, end) = LetterRun.next(in: text, from: index) else { return false }
          if DateWords.mayBeMonth(run.key) { return true }
          (index, digits, isJoined) = (end, 0, false)
          continue
        }
        switch byte {
        case 0x30...0x39:
          digits += 1
          if isJoined || digits == 8 { return true }
        case 0x2D, 0x2E, 0x2F: isJoined = digits > 0
        case 0x20: break
        // Dashes and other typographic signs; what else is beyond ASCII may be a letter.
        case 0xC2, 0xE2: isJoined = isJoined || digits > 0
        case 0xC3..<0xF0: return true
        case 0x80...: break
        default: (digits, isJoined) = (0, false)
        }
        index += 1
      }
      return false
    }
  }

  /// A line that is a date has no more bytes.
  private static let longest = 400

  /// The same for a line that is cut already.
  static func readAll(_ tokens: DateTokens, order: DateParser.NumericOrder = .unknown) -> [DateReading] {
    guard tokens.text.bytes.count <= longest else { return [] }
    let parser = DateParser(tokens: tokens, order: order)
    var readings: [DateReading] = []
    var index = 0
    var label: DateReading.Label?
    while index < tokens.count {
      if readings.count < 8, let result = parser.date(at: index) {
        readings.append(reading(result, from: index, in: tokens, label: label))
        label = nil
        index = result.end
        continue
      }
      let token = tokens[index]
      switch token.kind {
      case .number: return []
      case .sign: break
      case .word:
        let roles = token.meaning.roles
        if roles.contains(.publishedLabel) {
          label = label ?? .published
        } else if roles.contains(.modifiedLabel) {
          label = .modified
        } else if roles.isDisjoint(with: [.labelFiller, .link, .timeLink, .clock]), token.meaning.weekdays == 0 {
          return []
        }
      }
      index += 1
    }
    return readings
  }

  /// Finds the first date of day precision or better in running text.
  public static func find(in text: String, languages: [String] = []) -> DateReading? {
    findAll(in: FoldedText(text, case: .folded), languages: languages, limit: 1).first
  }

  /// Finds dates of day precision or better, ambiguous ones included, in the first 20,000 bytes of a running text.
  public static func findAll(in text: FoldedText, languages: [String] = [], limit: Int = 16) -> [DateReading] {
    findAll(in: DateTokens(text), order: .init(languages: languages), limit: limit)
  }

  /// The same in a text that is cut already.
  static func findAll(in tokens: DateTokens, order: DateParser.NumericOrder = .unknown, limit: Int = 16) -> [DateReading] {
    let parser = DateParser(tokens: tokens, order: order)
    var readings: [DateReading] = []
    var index = 0
    var label: DateReading.Label?
    var labelAge = 0
    while index < tokens.count, readings.count < limit {
      let token = tokens[index]
      if token.kind == .word {
        if token.meaning.roles.contains(.publishedLabel) { (label, labelAge) = (.published, 0) }
        if token.meaning.roles.contains(.modifiedLabel) { (label, labelAge) = (.modified, 0) }
      }
      labelAge += 1
      if labelAge > 5 { label = nil }
      let mayStart = token.kind == .number || token.meaning.month != 0 || token.meaning.weekdays != 0
      if mayStart, let result = parser.date(at: index), result.date.day != nil || !result.readings.isEmpty {
        readings.append(reading(result, from: index, in: tokens, label: label))
        label = nil
        index = result.end
      } else {
        index += 1
      }
    }
    return readings
  }

  private static func reading(
    _ result: DateParser.Result, from start: Int, in tokens: DateTokens, label: DateReading.Label?
  ) -> DateReading {
    let folded = tokens[start].range.lowerBound..<tokens[result.end - 1].range.upperBound
    var weekday = DateReading.WeekdayCheck.absent
    if result.weekdays != 0, let month = result.date.month, let day = result.date.day {
      let actual = CivilCalendar.weekday(year: result.date.year, month: month, day: day)
      weekday = result.weekdays & (1 << UInt8(actual)) != 0 ? .consistent : .inconsistent
    }
    return DateReading(
      date: result.date, raw: tokens.text.originalText(of: folded), range: tokens.text.originalRange(of: folded),
      weekday: weekday,
      zoneName: result.zone.map { tokens.text.originalText(of: $0) }, readings: result.readings, label: label)
  }
}
