import Copydesk

/// A line that states when the article came out: a date alone, or a date set off from a byline, a place or a reading time.
struct DateLine {
  var dates: [DateReading]
  /// Whether it holds nothing but dates and their labels.
  var isPure: Bool
  /// The byline in front of the date, or behind it.
  var byline: Byline?
  /// The words before the date, else those right behind it, as bars, dots and dashes part them: who wrote the article may be named there without a *By*.
  var neighbours: [ArraySlice<UInt8>] = []

  /// So few words beside a date are a place, a name or a reading time.
  private static let fewest = 3
  /// Behind a bar or a label as many words may stand as a byline has.
  private static let most = 12

  /// - Parameter order: In which order the page writes its dates; asked only for dates such as 03/04/2025.
  init?(_ line: ArraySlice<UInt8>, _ facts: BlockFacts, _ sign: Signpost?, order: ([DateReading]) -> DateParser.NumericOrder) {
    let line = GluedWords.parted(line).map { $0[...] } ?? line
    guard DateReader.mayHoldMonth(line) else { return nil }
    let tokens = DateTokens(FoldedText(line, case: .folded))
    dates = DateReader.readAll(tokens)
    if dates.contains(where: \.isAmbiguous) { dates = DateReader.readAll(tokens, order: order(dates)) }
    isPure = true
    // A year alone counts something.
    if dates.contains(where: { $0.date.month != nil || $0.isAmbiguous }) { return }
    // A sentence may speak of any day, and so may a caption. What systems put beside the words "Posted on" and a date can be long.
    let isLabelled = line.last != UInt8(ascii: ".") && Self.opensWithLabel(line)
    guard isLabelled || (!facts.endsSentence || facts.weight <= 8) && facts.weight <= 24 && Self.allows(sign) else { return nil }
    isPure = false
    dates = DateReader.findAll(in: tokens, limit: 3)
    if dates.contains(where: \.isAmbiguous) { dates = DateReader.findAll(in: tokens, order: order(dates), limit: 3) }
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
    guard
      beside <= (opens ? Self.fewest * 2 : Self.fewest) || isSetOff && beside <= Self.most
        || isLabelled && first.label == .published && BlockFacts(bytes: before).weight <= Self.fewest
    else { return nil }
    let words = Self.withoutJoints(before)
    neighbours = words.isEmpty ? [Self.firstPart(after)] : Self.parts(words)
  }

  /// Whether a line begins with a word such as *Posted* or *Published*.
  static func opensWithLabel(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix(40).prefix { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }
    return !word.isEmpty && DateWords.meaning(of: WordHash(FoldedText(word, case: .folded).bytes)).roles.contains(.publishedLabel)
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

  /// The byline in the words beside the date: in all of them, or in those up to the next bar, dot or dash.
  private static func byline(_ words: ArraySlice<UInt8>) -> Byline? {
    let words = withoutJoints(words)
    if words.isEmpty { return nil }
    if let whole = Byline.read(words) { return whole }
    let part = firstPart(words)
    return part.count < words.count ? Byline.read(part) : nil
  }

  /// Words without the signs and labels that join them to the date.
  private static func withoutJoints(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = withoutSigns(words[VisibleRange.of(words)])
    for joint in joints {
      let tail = words.suffix(joint.count)
      if tail.elementsEqual(joint, by: { $0 | 0x20 == $1 | 0x20 }) { words = withoutSigns(words.dropLast(joint.count)) }
    }
    return words
  }

  private static let joints = [" on", " am", " le", " el", " updated", " published", " posted", " modified", " last"]
    .map { Array($0.utf8) }

  private static func withoutSigns(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var words = words
    while let last = words.last, !(last >= 0x80 && last & 0xC0 == 0x80), !isLetter(last) { words = words.dropLast() }
    return words
  }

  /// The words in front of the first bar, dot or dash, behind those that open the line.
  private static func firstPart(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = words.startIndex
    while start < words.endIndex, case let width = max(joint(words, at: start), VisibleRange.blankWidth(words, at: start)),
      width > 0
    {
      start += width
    }
    let end = words[start...].indices.first { joint(words, at: $0) > 0 } ?? words.endIndex
    return words[VisibleRange.of(words[start..<end])]
  }

  /// The words between bars, dots and dashes.
  private static func parts(_ words: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = words.startIndex
    while start < words.endIndex {
      let part = firstPart(words[start...])
      if part.isEmpty { break }
      parts.append(part)
      start = part.endIndex
    }
    return parts
  }

  /// How long the bar, slash, dot or dash is that stands at a place; 0 where none does. A hyphen is one between spaces.
  private static func joint(_ words: ArraySlice<UInt8>, at index: Int) -> Int {
    switch words[index] {
    case UInt8(ascii: "|"), UInt8(ascii: "/"): return 1
    case UInt8(ascii: "-"):
      return (index == words.startIndex || words[index - 1] == 0x20) && (index + 1 == words.endIndex || words[index + 1] == 0x20)
        ? 1 : 0
    case 0xC2: return index + 1 < words.endIndex && words[index + 1] == 0xB7 ? 2 : 0
    case 0xE2:
      guard index + 2 < words.endIndex else { return 0 }
      switch (words[index + 1], words[index + 2]) {
      case (0x80, 0x93), (0x80, 0x94), (0x80, 0xA2), (0x8B, 0x85): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ".") }
}
