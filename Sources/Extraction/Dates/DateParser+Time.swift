import Copydesk

extension DateParser {
  /// A time of day and where it ends.
  struct Time {
    var hour: Int
    var minute: Int?
    var second: Int?
    var end: Int
    /// Whether it is written with a colon or an hour sign, so that it cannot be anything else.
    var isClock: Bool
  }

  /// `18:30, 21 October 2025`: the time in front.
  func timeThenDate(at start: Int) -> Result? {
    guard let time = time(at: start), time.minute != nil else { return nil }
    var probe = Result(date: PartialDate(year: 2000), end: time.end)
    appendZone(&probe)
    let offset = probe.date.offsetMinutes
    let zone = probe.zone
    var next = probe.end
    var skipped = 0
    while skipped < 3, isSeparator(next) || tokens[next].meaning.roles.contains(.link) || tokens.isWord(next, "on") {
      next += 1
      skipped += 1
    }
    guard next < tokens.count, var result = dateThenTime(at: next), result.date.day != nil, result.date.hour == nil else {
      return nil
    }
    apply(time, to: &result, keepingEnd: true)
    result.date.offsetMinutes = offset
    result.zone = zone
    return result
  }

  /// Adds the time of day that follows a date, with its zone.
  func appendTime(_ result: inout Result) {
    var next = result.end
    var skipped = 0
    while skipped < 4, isSeparator(next) || isTimeLink(next) {
      next += 1
      skipped += 1
    }
    guard let time = time(at: next) else {
      // "2025-10-21Z", "2025-10-21+02:00" (XML Schema)
      if tokens[result.end].kind == .word, !tokens[result.end].followsSpace, tokens.isWord(result.end, "z") { result.end += 1 }
      return
    }
    // A bare "18.30" or "18h" is a time only where a word said so.
    guard time.isClock || skipped > 0 || !tokens[next].followsSpace else { return }
    result.end = time.end
    apply(time, to: &result)
    appendZone(&result)
  }

  func apply(_ time: Time, to result: inout Result, keepingEnd: Bool = false) {
    result.date.hour = time.hour
    result.date.minute = time.minute ?? 0
    result.date.second = time.second
    if !keepingEnd { result.end = time.end }
  }

  private func isSeparator(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .sign else { return false }
    switch token.value {
    case 0x2C, 0x7C, 0x2D, 0xB7, 0x2022, 0x2E, 0x3A, 0x3B, 0x2F, 0x60C, 0x2219, 0x25CF, 0x28: return true
    default: return false
    }
  }

  private func isTimeLink(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].meaning.roles.contains(.timeLink)
  }

  /// `18:30`, `18:30:05.123`, `6.30pm`, `6 p.m.`, `18h30`, `18.30 Uhr`, `18 Uhr`, `18時30分`, `午後6時30分`, `오후 6:30`
  func time(at start: Int) -> Time? {
    var index = start
    let half = eastAsianHalf(at: &index)
    let hour = tokens[index]
    guard hour.kind == .number, hour.digits <= 2, hour.value >= 0, hour.value <= 24 else { return compactTime(at: start) }
    var time = Time(hour: hour.value, end: index + 1, isClock: false)
    let sign = tokens[index + 1]
    let minute = tokens[index + 2]
    if sign.kind == .sign, sign.value == 0x3A, minute.kind == .number, minute.digits == 2 {
      guard minute.value < 60 else { return nil }
      time.minute = minute.value
      time.end = index + 3
      time.isClock = true
      appendSeconds(&time)
    } else if sign.kind == .sign, sign.value == 0x2E, minute.kind == .number, minute.digits == 2, !minute.followsSpace {
      guard minute.value < 60 else { return nil }
      time.minute = minute.value
      time.end = index + 3
      let follows = tokens[time.end]
      let isMarked =
        follows.meaning.roles.contains(.clock) || halfOfDay(at: time.end) != nil
        || TimeZoneNames.isZone(tokens.word(time.end)) || tokens[start - 1].meaning.roles.contains(.timeLink)
        || tokens.isSign(start - 1, ".") && tokens[start - 2].meaning.roles.contains(.timeLink)
      guard isMarked else { return nil }
    } else if sign.kind == .word,
      tokens.isWord(index + 1, "h") || tokens.isWord(index + 1, "時") || tokens.isWord(index + 1, "시")
        || tokens.isWord(index + 1, "时") || tokens.isWord(index + 1, "點") || tokens.isWord(index + 1, "点")
    {
      time.end = index + 2
      time.isClock = !tokens.isWord(index + 1, "h")
      if minute.kind == .number, minute.digits == 2, minute.value < 60 {
        time.minute = minute.value
        time.end = index + 3
        if tokens.isWord(time.end, "分") || tokens.isWord(time.end, "분") { time.end += 1 }
      }
    } else {
      guard sign.meaning.roles.contains(.clock) || halfOfDay(at: index + 1) != nil || half != nil else { return nil }
    }
    if let (isAfternoon, end) = halfOfDay(at: time.end) {
      guard (1...12).contains(time.hour) || isAfternoon && time.hour <= 23 else { return nil }
      if time.hour <= 12 { time.hour = time.hour % 12 + (isAfternoon ? 12 : 0) }
      time.end = end
    } else if let half, time.hour <= 12 {
      time.hour = time.hour % 12 + (half ? 12 : 0)
    }
    while tokens[time.end].meaning.roles.contains(.clock) { time.end += 1 }
    if time.hour == 24 {
      guard (time.minute ?? 0) == 0, (time.second ?? 0) == 0 else { return nil }
      return nil
    }
    return time
  }

  /// `T183000`, `T1830`
  private func compactTime(at start: Int) -> Time? {
    let token = tokens[start]
    guard token.kind == .number, token.value >= 0, token.digits == 4 || token.digits == 6, tokens.isWord(start - 1, "t"),
      !token.followsSpace
    else { return nil }
    let (hour, minute, second) =
      token.digits == 4
      ? (token.value / 100, token.value % 100, nil as Int?) : (token.value / 10_000, token.value / 100 % 100, token.value % 100)
    guard hour < 24, minute < 60, (second ?? 0) < 60 else { return nil }
    return Time(hour: hour, minute: minute, second: second, end: start + 1, isClock: true)
  }

  private func appendSeconds(_ time: inout Time) {
    let sign = tokens[time.end]
    let second = tokens[time.end + 1]
    guard sign.kind == .sign, sign.value == 0x3A, second.kind == .number, second.digits == 2, second.value < 60 else { return }
    time.second = second.value
    time.end += 2
    // The fraction of a second is part of the date's words; no news date needs its value.
    let point = tokens[time.end]
    if point.kind == .sign, point.value == 0x2E || point.value == 0x2C, tokens[time.end + 1].kind == .number,
      !tokens[time.end + 1].followsSpace, !point.followsSpace
    {
      time.end += 2
    }
  }

  /// `am`, `p.m.`: whether it is the second half of the day, and where it ends.
  private func halfOfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
    let roles = tokens[index].meaning.roles
    if roles.contains(.am) { return (false, index + 1) }
    if roles.contains(.pm) { return (true, index + 1) }
    let isA = tokens.isWord(index, "a")
    guard isA || tokens.isWord(index, "p"), tokens.isSign(index + 1, "."), tokens.isWord(index + 2, "m") else { return nil }
    return (!isA, index + (tokens.isSign(index + 3, ".") ? 4 : 3))
  }

  private func eastAsianHalf(at index: inout Int) -> Bool? {
    for (first, second, isAfternoon) in [
      ("午", "前", false), ("午", "後", true), ("오", "전", false), ("오", "후", true), ("上", "午", false), ("下", "午", true),
    ] as [(StaticString, StaticString, Bool)] where tokens.isWord(index, first) && tokens.isWord(index + 1, second) {
      index += 2
      return isAfternoon
    }
    return nil
  }

  // MARK: - Zones

  /// Adds `Z`, `+02:00`, `GMT+2`, `CEST` or `(CEST)` behind a time.
  func appendZone(_ result: inout Result) {
    let index = result.end
    let token = tokens[index]
    if token.kind == .word {
      let word = tokens.word(index)
      guard TimeZoneNames.isZone(word) else { return }
      // Lower-case "et" and "art" are words; a zone is in capitals or glued to its time.
      guard isCapital(token) || tokens.isWord(index, "z") && !token.followsSpace else { return }
      result.end = index + 1
      result.zone = token.range
      result.date.offsetMinutes = TimeZoneNames.offset(of: word)
      if tokens.isWord(index, "utc") || tokens.isWord(index, "gmt"), let (offset, end) = numericOffset(at: index + 1) {
        result.date.offsetMinutes = offset
        result.zone = token.range.lowerBound..<tokens[end - 1].range.upperBound
        result.end = end
      }
      skipZoneComment(&result)
      return
    }
    if let (offset, end) = numericOffset(at: index),
      !token.followsSpace || tokens[index + 1].digits == 4 || tokens.isSign(index + 2, ":")
    {
      result.date.offsetMinutes = offset
      result.end = end
      skipZoneComment(&result)
      return
    }
    if tokens.isSign(index, "("), tokens[index + 1].kind == .word, tokens.isSign(index + 2, ")"),
      TimeZoneNames.isZone(tokens.word(index + 1)),
      isCapital(tokens[index + 1])
    {
      result.zone = tokens[index + 1].range
      result.date.offsetMinutes = TimeZoneNames.offset(of: tokens.word(index + 1))
      result.end = index + 3
    }
  }

  /// JavaScript writes `GMT+0200 (Central European Summer Time)`.
  private func skipZoneComment(_ result: inout Result) {
    guard tokens.isSign(result.end, "(") else { return }
    for end in result.end + 1...result.end + 8 where tokens.isSign(end, ")") {
      result.end = end + 1
      return
    }
  }

  private func isCapital(_ token: DateTokens.Token) -> Bool {
    let original = tokens.text.originalRange(of: token.range)
    let start = tokens.text.original.startIndex
    return tokens.text.original[start + original.lowerBound..<start + original.upperBound].allSatisfy { $0 &- 0x41 < 26 }
  }

  private func numericOffset(at index: Int) -> (minutes: Int, end: Int)? {
    let sign = tokens[index]
    let first = tokens[index + 1]
    guard sign.kind == .sign, sign.value == 0x2B || sign.value == 0x2D, first.kind == .number, !first.followsSpace,
      first.value >= 0
    else { return nil }
    let direction = sign.value == 0x2D ? -1 : 1
    var (minutes, end): (Int, Int)
    switch first.digits {
    case 4: (minutes, end) = (first.value / 100 * 60 + first.value % 100, index + 2)
    case 1, 2:
      (minutes, end) = (first.value * 60, index + 2)
      if tokens.isSign(index + 2, ":"), tokens[index + 3].kind == .number, tokens[index + 3].digits == 2 {
        minutes += tokens[index + 3].value
        end = index + 4
      }
    default: return nil
    }
    // Offsets in use run from -12:00 to +14:00.
    guard minutes <= 14 * 60, minutes % 60 < 60 else { return nil }
    return (direction * minutes, end)
  }
}
