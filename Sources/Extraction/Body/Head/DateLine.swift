import Copydesk

/// A line that states when the article came out: a date alone, or a date set off from a byline, a place or a reading time.
struct DateLine {
  var dates: [DateReading]
  /// Whether it holds nothing but dates and their labels.
  var isPure: Bool
  /// The byline in front of the date, or behind it.
  var byline: Byline?

  /// So few words beside a date are a place, a name or a reading time.
  private static let fewest = 3
  /// Behind a bar or a label as many words may stand as a byline has.
  private static let most = 12

  /// - Parameter mayBeEnglish: Whether the text may be English, in which alone the month can come first; asked only for dates such as 03/04/2025.
  init?(_ line: ArraySlice<UInt8>, _ facts: BlockFacts, _ sign: Signpost?, mayBeEnglish: () -> Bool) {
    let tokens = DateTokens(FoldedText(line, case: .folded))
    dates = DateReader.readAll(tokens)
    if dates.contains(where: \.isAmbiguous), !mayBeEnglish() { dates = DateReader.readAll(tokens, languages: ["mul"]) }
    isPure = true
    if !dates.isEmpty { return }
    // A sentence may speak of any day, and so may a caption.
    guard !facts.endsSentence || facts.weight <= 8, facts.weight <= 24, Self.allows(sign) else { return nil }
    isPure = false
    dates = DateReader.findAll(in: tokens, limit: 3)
    if dates.contains(where: \.isAmbiguous), !mayBeEnglish() {
      dates = DateReader.findAll(in: tokens, languages: ["mul"], limit: 3)
    }
    guard let first = dates.first, let last = dates.last else { return nil }
    let start = line.startIndex
    let before = line[start..<start + first.range.lowerBound]
    let after = line[(start + last.range.upperBound)...]
    let beside = BlockFacts(bytes: before).weight + BlockFacts(bytes: after).weight
    byline = Self.byline(before) ?? Self.byline(after)
    // A caption names a day, but no time of day.
    let isSetOff =
      Self.isSetOff(before, after) || first.label != nil || byline != nil || first.date.hour != nil || Self.isIntroduction(before)
    let opens = VisibleRange.of(before).isEmpty
    guard beside <= (opens ? Self.fewest * 2 : Self.fewest) || isSetOff && beside <= Self.most else { return nil }
  }

  private static func allows(_ sign: Signpost?) -> Bool {
    switch sign?.role {
    case nil, .navigation, .authorBox, .social: true
    default: false
    }
  }

  /// Whether the date begins the line or follows a bar, a dot or a dash, and the same or nothing comes behind it.
  private static func isSetOff(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
    let front = VisibleRange.of(before)
    let back = VisibleRange.of(after)
    let opens = front.isEmpty || isSeparator(before[front].suffix(3).last { $0 & 0xC0 != 0x80 }, before[front].last)
    let closes = back.isEmpty || isSeparator(after[back].first, nil)
    return opens && closes && !(front.isEmpty && back.isEmpty)
  }

  /// Whether a byline is begun whose name the dump has lost: `Written by Apr 3, 2024`.
  private static func isIntroduction(_ words: ArraySlice<UInt8>) -> Bool {
    let words = words[VisibleRange.of(words)]
    return !words.isEmpty && words.count < 20
      && BylineWords.introduction(of: FoldedText(words + [0x20], case: .folded).bytes + [0x20]) != nil
  }

  /// A bar, slash, dash or bracket; of what is beyond ASCII, dots and dashes (U+00B7, U+2000 to U+2FFF, U+3000 to U+30FF).
  private static func isSeparator(_ lead: UInt8?, _ last: UInt8?) -> Bool {
    switch last ?? lead {
    case UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      return true
    default: break
    }
    return lead == 0xE2 || lead == 0xC2 || lead == 0xE3
  }

  /// The byline in the words beside the date, without the joints between them.
  private static func byline(_ words: ArraySlice<UInt8>) -> Byline? {
    var words = words[VisibleRange.of(words)]
    for joint in [" on", " am", " le", " el", " updated", " published", " posted"] {
      let tail = words.suffix(joint.utf8.count)
      if tail.elementsEqual(joint.utf8, by: { $0 | 0x20 == $1 | 0x20 }) { words = words.dropLast(joint.utf8.count) }
    }
    while let last = words.last, !(last >= 0x80 && last & 0xC0 == 0x80), !isLetter(last) { words = words.dropLast() }
    return words.isEmpty ? nil : Byline.read(words)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".") }
}
