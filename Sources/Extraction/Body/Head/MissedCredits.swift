import Copydesk
import Pages

/// Looks for the date and the authors once more where neither a page's metadata nor its head has shown them: around the headline and its doubles,
/// among the article's first lines, below its text.
struct MissedCredits {
  private let reading: GenericReading
  private let body: Range<Int>
  /// Where the headline stands, and other lines that say the same.
  private let headline: Int?
  private let doubles: [Int]
  private let story: StoryText
  /// Whether a block is marked as no part of the article.
  private let isForeign: (Int) -> Bool

  /// How many blocks above the headline and below it are looked at.
  private static let above = 6
  private static let below = 9
  /// How far above it an author's name may stand: higher up are the menus.
  private static let namesAbove = 3
  /// How many blocks below the article.
  private static let tail = 16
  /// A paragraph that is a note on someone names them in its first so many bytes.
  private static let front = 40
  /// How many lines with digits are asked whether they say *Published*.
  private static let mostLines = 100

  init(
    _ reading: GenericReading, body: Range<Int>, headline: Int?, doubles: [Int] = [],
    isForeign: @escaping (Int) -> Bool = { _ in false }
  ) {
    self.reading = reading
    self.body = body
    self.headline = headline
    self.doubles = doubles
    self.isForeign = isForeign
    story = StoryText(reading, body: body)
  }

  /// Whether nothing is on offer for a field, or nothing that the page itself sets much store by: a date of a teaser's class, the publisher as author.
  static func misses(_ field: Field, _ draft: Draft) -> Bool {
    let limit = field == .author ? 0.5 : draft.page.tree == nil ? 0.5 : 0.75
    return draft.candidate(for: field).map { $0.authority == .generic && $0.confidence < limit } ?? true
  }

  func read(into draft: inout Draft, lines: inout HeadLines) {
    let isUndated = Self.misses(.datePublished, draft)
    let isUnsigned = Self.misses(.author, draft)
    guard isUndated || isUnsigned else { return }
    let nearby = nearby(draft)
    if isUndated { date(nearby, &lines, &draft) }
    if isUnsigned, !authors(nearby, &lines, &draft) { authorsBelow(&lines, &draft) }
    if isUndated { assumeDate(&draft) }
  }

  /// The short lines around the headline and its doubles, and at the article's beginning, which nothing has been read from yet.
  private func nearby(_ draft: Draft) -> [Int] {
    let top = headline ?? body.lowerBound
    var places = [top] + doubles + [body.lowerBound]
    places.sort()
    var found: [Int] = []
    var next = max(0, top - Self.above)
    for place in places {
      let start = place == top ? max(0, top - Self.above) : place
      next = found.isEmpty ? start : max(next, start)
      let end = min(place + Self.below, reading.facts.count)
      while next < end {
        if isOpen(next, draft) { found.append(next) }
        next += 1
      }
    }
    return found
  }

  private func isOpen(_ index: Int, _ draft: Draft) -> Bool {
    let facts = reading.facts[index]
    return !facts.isBlank && !facts.isProse && facts.weight <= 30 && draft.decisions.ruling(index).fate != .moved
      && !isForeign(index)
  }

  // MARK: - Date

  private func date(_ nearby: [Int], _ lines: inout HeadLines, _ draft: inout Draft) {
    let dated = nearby.filter { reading.facts[$0].digits > 0 }
    if let stated = dated.first(where: { lines.isPublicationDate($0) }), lines.offerDate(stated, to: &draft) { return }
    for index in dated where lines.isDate(index) && !isToday(index, &lines) {
      if lines.offerDate(index, to: &draft), !Self.misses(.datePublished, draft) { return }
    }
    var asked = 0
    for index in reading.facts.indices where !body.contains(index) {
      // Below the article other articles and readers' comments have dates of their own.
      if index >= body.upperBound, reading.signs[index]?.opensSection ?? false { return }
      guard reading.facts[index].digits >= 3, isOpen(index, draft) else { continue }
      guard mayState(index) else { continue }
      asked += 1
      if asked > Self.mostLines { return }
      if lines.isPublicationDate(index), lines.offerDate(index, to: &draft) { return }
    }
  }

  /// Takes the day of the last change for the day of publication where the page states no other: many systems print the one label for both.
  /// Stated to the minute, as newsrooms do for reports that change by the hour, it is likelier; a guide may have come out years before, so that
  /// every assumption is a finding (``Review``).
  private func assumeDate(_ draft: inout Draft) {
    guard draft.candidate(for: .datePublished) == nil, let change = draft.candidate(for: .dateModified),
      // Systems stamp each saving into a meta element, that of a page's template too.
      !change.from.hasPrefix("meta:"), case .date(let date) = change.value, let month = date.month, let day = date.day
    else { return }
    draft.offer(
      .datePublished,
      FieldCandidate(
        .date(PartialDate(year: date.year, month: month, day: day)), raw: change.raw, from: change.from,
        confidence: date.hour == nil ? 0.25 : 0.35, notes: ["assumed: only the last change is dated"]))
  }

  /// Whether a line begins with a word such as *Published*, or stands below a line that is hardly more: what few of a page's lines do.
  private func mayState(_ index: Int) -> Bool {
    if DateLine.opensWithLabel(reading.bytes(index)) { return true }
    return index > 0 && reading.facts[index].weight <= 6 && (1...3).contains(reading.facts[index - 1].weight)
  }

  /// Whether a date far above the headline has the day of the week, as the day of the visit has it in a page's top line.
  private func isToday(_ index: Int, _ lines: inout HeadLines) -> Bool {
    guard let headline, headline - index > Self.above else { return false }
    return lines.dateLine(index)?.dates[0].weekday != .absent
  }

  // MARK: - Authors

  private func authors(_ nearby: [Int], _ lines: inout HeadLines, _ draft: inout Draft) -> Bool {
    for index in nearby {
      if lines.offerIntroduced(index, before: reading.facts.count, to: &draft) || lines.offerByline(index, to: &draft) { break }
    }
    if !Self.misses(.author, draft) { return true }
    let top = headline ?? body.lowerBound
    for index in nearby where index >= top - Self.namesAbove {
      guard !reading.signs.contains(index), NameLine.mayBe(reading.facts[index]), mayBeByline(index, &lines),
        let line = NameLine(reading.bytes(index), reading.facts[index]),
        let reason = evidence(index, line, &lines), story.leavesOut(line.authors)
      else { continue }
      offer(line.authors, index, 0.6, reason, &draft)
      return true
    }
    for index in nearby + dateLines(draft) where besideDate(index, &lines, &draft) { return true }
    return false
  }

  /// The lines around the headline that have been read as dates.
  private func dateLines(_ draft: Draft) -> [Int] {
    let top = headline ?? body.lowerBound
    let range = max(0, top - Self.above)..<min(max(top, body.lowerBound) + Self.below, reading.facts.count)
    return range.filter { draft.decisions.ruling($0).role == .date && draft.decisions.ruling($0).fate == .moved }
  }

  /// Whether a line or what stands beside it may say that it is the byline: sooner asked than which names are in it, and mostly not so.
  private func mayBeByline(_ index: Int, _ lines: inout HeadLines) -> Bool {
    if mayBeBylineAbove(index) || AuthorRoles.mayHoldTitle(reading.bytes(index)) { return true }
    if let next = neighbour(index, 1), lines.isDate(next) { return true }
    return neighbour(index, -1).map { sharesWord(index, with: $0) || lines.isDate($0) } ?? false
  }

  /// The same, by the next line alone.
  private func mayBeBylineAbove(_ index: Int) -> Bool {
    neighbour(index, 1).map { isTitle($0) || sharesWord(index, with: $0) } ?? false
  }

  /// Whether capitalised words of a line stand where ``names(_:_:)`` looks for names in another: in a sentence one, in a short line two.
  private func sharesWord(_ index: Int, with other: Int) -> Bool {
    let facts = reading.facts[other]
    guard facts.isProse || facts.weight <= 12 else { return false }
    return reading.bytes(index).withUnsafeBufferPointer { line in
      reading.bytes(other).prefix(facts.weight <= 12 ? .max : max(Self.front, line.count)).withUnsafeBufferPointer { text in
        var left = facts.isProse ? 1 : 2
        var index = 0
        while index < line.count {
          let start = index
          while index < line.count, (line[index] | 0x20) &- 0x61 < 26 { index += 1 }
          let width = index < line.count && line[index] >= 0x80 ? CharacterFolding.signWidth(line, at: index) : 1
          // What may be a letter of another alphabet is not looked into.
          if width == 0 { return true }
          // An initial or an article is in every sentence.
          if index - start > (facts.isProse ? 1 : 0), line[start] & 0x20 == 0,
            ByteSearch.find(UnsafeBufferPointer(rebasing: line[start..<index]), in: text) != nil
          {
            left -= 1
            if left == 0 { return true }
          }
          index += width
        }
        return false
      }
    }
  }

  /// What says that a line of names is the byline.
  private func evidence(_ index: Int, _ line: NameLine, _ lines: inout HeadLines) -> String? {
    let (previous, next) = (neighbour(index, -1), neighbour(index, 1))
    if line.hasRole { return "a name with a job title" }
    if let next, lines.isDate(next) { return "a name over the date" }
    if let previous, lines.isDate(previous) { return "a name below the date" }
    return evidence(below: index, line) ?? previous.flatMap { names($0, line) ? "named with a picture" : nil }
  }

  /// Whether the next line is the job title of whom a line names, or speaks of them.
  private func evidence(below index: Int, _ line: NameLine) -> String? {
    guard let next = neighbour(index, 1) else { return nil }
    if isTitle(next) { return "a name over a job title" }
    return names(next, line) ? "a name over a note on its bearer" : nil
  }

  /// Whether a line is a job title or opens with one.
  private func isTitle(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    let bytes = reading.bytes(index)
    if facts.weight <= 8, !facts.endsSentence, AuthorRoles.mayHoldTitle(bytes), AuthorRoles.isJobTitle(reading.string(index)) {
      return true
    }
    return facts.weight <= 30 && AuthorRoles.opensWithJobTitle(bytes)
  }

  /// Many papers sign below the text. In a dump the line could be anything; marked up as a paragraph of the article it is its last word.
  private func signature(_ index: Int, _ draft: Draft) -> String? {
    guard reading.page.tree != nil, body.contains(index), draft.decisions.ruling(index).isInBody else { return nil }
    return (index + 1..<draft.decisions.count).contains { draft.decisions.ruling($0).isInBody }
      ? nil : "a name as the article's last line"
  }

  /// Whether a short line has the name too, or a sentence begins with its first word.
  private func names(_ index: Int, _ line: NameLine) -> Bool {
    guard let name = line.authors.first?.name else { return false }
    let bytes = reading.bytes(index)
    let facts = reading.facts[index]
    if facts.isProse, let last = name.split(separator: " ").last,
      bytes.prefix(Self.front).withUnsafeBufferPointer({ ByteSearch.find(Array(last.utf8), in: $0) }) != nil
    {
      return true
    }
    if facts.isProse, let first = name.split(separator: " ").first, first.utf8.count >= 3 {
      let rest = bytes.dropFirst(first.utf8.count)
      if bytes.starts(with: first.utf8), let byte = rest.first, byte == 0x20 || byte == 0x2C { return true }
    }
    guard facts.weight <= 12, bytes.count >= name.utf8.count else { return false }
    return bytes.withUnsafeBufferPointer { ByteSearch.find(Array(name.utf8), in: $0) != nil }
  }

  /// A name between the date and the next bar or dot.
  private func besideDate(_ index: Int, _ lines: inout HeadLines, _ draft: inout Draft) -> Bool {
    guard reading.facts[index].digits > 0, let line = lines.dateLine(index) else { return false }
    for part in line.neighbours {
      guard let name = NameLine(part, BlockFacts(bytes: part)), !name.hasRole, story.leavesOut(name.authors) else { continue }
      offer(name.authors, index, 0.55, "a name beside the date", &draft)
      return true
    }
    return false
  }

  /// Below the article its author is named over a note on them, or where a heading or a *By* says so.
  private func authorsBelow(_ lines: inout HeadLines, _ draft: inout Draft) {
    let start = max(body.lowerBound, body.upperBound - 4)
    for index in start..<max(start, min(body.upperBound + Self.tail, reading.facts.count)) where isOpen(index, draft) {
      let sign = reading.signs[index]
      if let sign, sign.opensSection, sign.role != .authorBox { return }
      // A bare "By" introduces the author of the next article as well.
      if lines.offerIntroduced(index, before: reading.facts.count, to: &draft)
        || saysWritten(index) && lines.offerByline(index, to: &draft)
      {
        if !Self.misses(.author, draft) { return }
        continue
      }
      let initials = reading.facts[index].startsLower ? Initials.read(reading.bytes(index)) : []
      if !initials.isEmpty {
        offer(initials, index, 0.5, "initials below the text", &draft)
        return
      }
      guard sign == nil, NameLine.mayBe(reading.facts[index]) else { continue }
      let isHeaded = neighbour(index, -1).flatMap { reading.signs[$0] }.map { $0.opensSection && $0.role == .authorBox } ?? false
      guard isHeaded || reading.page.tree != nil || mayBeBylineAbove(index),
        let line = NameLine(reading.bytes(index), reading.facts[index]),
        let reason = isHeaded
          ? "named below a heading that speaks of the author" : evidence(below: index, line) ?? signature(index, draft),
        story.leavesOut(line.authors)
      else { continue }
      offer(line.authors, index, 0.5, reason, &draft)
      return
    }
  }

  private func saysWritten(_ index: Int) -> Bool {
    let facts = reading.facts[index]
    guard facts.weight <= 12, BylineWords.mayIntroduce(reading.bytes(index)) else { return false }
    let folded = FoldedText(reading.bytes(index), case: .folded).bytes
    return BylineWords.introduction(of: folded).map { $0 >= 6 } ?? false
  }

  private func offer(_ authors: [Author], _ index: Int, _ confidence: Double, _ reason: String, _ draft: inout Draft) {
    draft.offer(
      .author,
      FieldCandidate(
        .authors(authors), raw: reading.string(index), from: reading.place(index), confidence: confidence, notes: [reason]))
    if draft.decisions.ruling(index).fate != .moved { draft.decide(index, Heuristic.byline.moves(.author, reason)) }
  }

  private func neighbour(_ index: Int, _ step: Int) -> Int? {
    var next = index + step
    while reading.facts.indices.contains(next), reading.facts[next].isBlank { next += step }
    return reading.facts.indices.contains(next) ? next : nil
  }
}
