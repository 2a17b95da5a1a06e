import Copydesk

/// Documents for tests: one with everything in it, and many made from a seed.
enum ArticleSamples {
  static let full: Document = {
    var article = Article()
    article.headline = "Harbour \"reopens\" after a long winter"
    article.alternativeHeadline = "Ferries sail again"
    article.description = "The line\u{2028}separator stays one character."
    article.author = [
      Author(name: "Ada Quill", affiliation: "Tidewater Press", url: "https://example.test/ada", type: "Person"),
      Author(name: "Tidewater Wire"),
    ]
    article.datePublished = PartialDate(year: 2025, month: 3, day: 9)
    article.dateModified = PartialDate(year: 2025, month: 3, day: 9, hour: 18, minute: 5, second: 0, offsetMinutes: -150)
    article.dateline = "NORTH HARBOUR (TW) –"
    article.publisher = Publisher(name: "Tidewater Press", domain: "example.test")
    article.articleSection = "Region"
    article.keywords = ["ferries", "ice"]
    article.inLanguage = "en"
    article.image = [Image(url: "https://example.test/1.jpg", caption: "The quay.", creditText: "A. Quill")]
    article.url = "https://example.test/harbour"
    article.isBasedOn = Origination(name: "Wire", domain: "wire.test", url: "https://wire.test/1", notice: "First seen at Wire.")
    article.creditText = "TW"
    article.copyrightYear = 2025
    article.copyrightHolder = "Tidewater Press"
    article.copyrightNotice = "© 2025 Tidewater Press"
    article.usageInfo = "No reuse without a licence."
    article.correction = ["The ice went out on Sunday, not on Monday."]
    article.isAccessibleForFree = true
    article.tdmReservation = false
    article.sponsored = nil
    var list = BodyElement(.list)
    list.items = ["one", "two"]
    list.ordered = true
    var table = BodyElement(.table)
    table.rows = [["a", "b"], ["c", ""]]
    var figure = BodyElement(.figure, "A ferry.")
    figure.url = "https://example.test/2.jpg"
    figure.creditText = "B. Ink"
    var paragraph = BodyElement(.paragraph, "The ice “went out” on Sunday.\tAt last.")
    paragraph.links = [BodyElement.Link(range: 4..<7, url: "https://example.test/ice")]
    list.levels = [1, 2]
    table.headerRows = 1
    var embed = BodyElement(.embed, "The ice is out.")
    embed.provider = "Bluesky"
    embed.url = "https://bsky.app/profile/quill/post/1"
    embed.line = 12
    var code = BodyElement(.code, "let ice = 0")
    code.programmingLanguage = "swift"
    var entry = BodyElement(.heading, "Thaw", level: 2)
    entry.datePublished = PartialDate("2025-03-09T10:32:00+01:00")
    article.body = [entry, paragraph, list, table, figure, embed, code, BodyElement(.quote, "“Finally.”")]
    let evidence: [Field: Evidence] = [
      .datePublished: Evidence(
        raw: "Sunday, March 9, 2025", from: "line:1", confidence: 0.9, precision: "day", notes: ["weekday consistent"],
        others: [.init(value: "2025-03-09", raw: "2025-03-09", from: "meta:date", confidence: 0.7, agrees: true)]),
      .headline: Evidence(raw: "Harbour", from: "css:h1", confidence: 1),
    ]
    let blocks: BlockList = [
      Block(
        n: 1, text: "Sunday, March 9, 2025", role: .date, fate: .moved, to: .datePublished, by: "generic:date", reason: "a date"),
      Block(n: 2, text: "The ice went out.", role: .body, fate: .kept, by: "generic:body", reason: "body", line: 3),
      Block(
        n: 3, text: "(TW) Ferries sail.", role: .body, fate: .edited, by: "generic:byline", reason: "credit cut",
        edits: [.init(range: 0..<4, text: "(TW)", role: .credit, to: .creditText, by: "generic:byline", reason: "a credit")]),
      Block(
        n: 4, text: "- Advertisement -", role: .advertisement, fate: .removed, by: "rules/example.test/rule.lua:9", reason: "ad"),
    ]
    var record = ArticleRecord(
      article: article, evidence: evidence, blocks: blocks, findings: [Finding(code: "rights-conflict", message: "Two claims.")])
    record.kind = PageKind(.liveBlog, confidence: 0.9, evidence: ["json-ld:@type: LiveBlogPosting"])
    record.nextPage = NextPage(url: "https://example.test/harbour?page=2", from: "link:next")
    record.quality = Quality(
      value: 0.875, signals: [.init(name: "gaps", value: 0.25, effect: -1.5), .init(name: "proseShare", value: 1, effect: 0.5)])
    return Document(
      id: "input/harbour.txt",
      origin: Origin(
        url: "https://example.test/harbour", source: "files", path: "input/harbour.txt", headers: ["content-type": "text/plain"],
        fetchedAt: "2025-03-10T00:00:00Z"),
      mediaType: "text/plain", content: Array("raw".utf8), metadata: ["b": 2, "a": ["x": [1, 2.5, .null]]],
      record: record)
  }()
}

/// Random values that are the same in every run (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// Text that JSON has trouble with: quotes, control characters, line separators, characters beyond the first plane.
  mutating func text() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}", "\u{2027}", "é", "“", "漢", "😀",
      "\u{FFFD}", "/",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &self) {
      text.append(scalars[Int.random(in: 0..<scalars.count, using: &self)])
    }
    return String(text)
  }

  mutating func optionalText() -> String? { chance(50) ? text() : nil }
  mutating func optionalBool() -> Bool? { chance(60) ? chance(50) : nil }

  mutating func date() -> PartialDate {
    var date = PartialDate(year: Int.random(in: -50...12000, using: &self))
    if chance(20) { return date }
    date.month = Int.random(in: 1...12, using: &self)
    if chance(20) { return date }
    date.day = Int.random(in: 1...31, using: &self)
    if chance(40) { return date }
    date.hour = Int.random(in: 0...23, using: &self)
    date.minute = Int.random(in: 0...59, using: &self)
    if chance(50) { date.second = Int.random(in: 0...59, using: &self) }
    if chance(50) { date.offsetMinutes = Int.random(in: -840...840, using: &self) }
    return date
  }

  mutating func value(depth: Int = 0) -> JSONValue {
    switch Int.random(in: 0..<(depth < 3 ? 7 : 5), using: &self) {
    case 0: .null
    case 1: .bool(chance(50))
    case 2: .integer(Int.random(in: .min ... .max, using: &self))
    case 3: .number(Double(Int.random(in: -1_000_000...1_000_000, using: &self)) / 64 + 0.001)
    case 4: .string(text())
    case 5: .array((0..<Int.random(in: 0...3, using: &self)).map { _ in value(depth: depth + 1) })
    default:
      .object(JSONObject((0..<Int.random(in: 0...3, using: &self)).map { ("\($0)" + text(), value(depth: depth + 1)) }))
    }
  }

  mutating func article() -> Article {
    var article = Article()
    article.headline = optionalText()
    article.description = optionalText()
    article.author = (0..<Int.random(in: 0...2, using: &self)).map { _ in
      Author(name: text(), affiliation: optionalText(), url: optionalText(), type: optionalText())
    }
    if chance(50) { article.datePublished = date() }
    if chance(50) { article.dateModified = date() }
    if chance(50) { article.publisher = Publisher(name: optionalText(), domain: optionalText()) }
    article.keywords = (0..<Int.random(in: 0...2, using: &self)).map { _ in text() }
    article.image = (0..<Int.random(in: 0...2, using: &self)).map { _ in Image(url: text(), caption: optionalText()) }
    if chance(50) { article.isBasedOn = Origination(name: optionalText(), url: optionalText(), notice: optionalText()) }
    article.copyrightYear = chance(50) ? 2025 : nil
    article.isAccessibleForFree = optionalBool()
    article.tdmReservation = optionalBool()
    article.sponsored = optionalBool()
    article.body = (0..<Int.random(in: 0...4, using: &self)).map { _ in
      var element = BodyElement(BodyElement.Kind.allCases.randomElement(using: &self) ?? .paragraph, text())
      if chance(30) { element.items = [text(), text()] }
      if chance(30) { element.rows = [[text()], []] }
      element.ordered = optionalBool()
      element.level = chance(30) ? 3 : nil
      if chance(20) { element.levels = [1, 4] }
      element.headerRows = chance(20) ? 1 : nil
      element.provider = optionalText()
      element.programmingLanguage = optionalText()
      element.datePublished = chance(20) ? date() : nil
      element.line = chance(20) ? 7 : nil
      if chance(30) { element.links = [BodyElement.Link(range: 0..<2, url: text())] }
      return element
    }
    return article
  }

  mutating func document() -> Document {
    var document = Document(id: text(), origin: Origin(url: optionalText(), source: optionalText(), path: optionalText()))
    document.mediaType = optionalText()
    document.content = chance(50) ? Array(text().utf8) : [0xFF, UInt8.random(in: 0...255, using: &self)]
    for _ in 0..<Int.random(in: 0...3, using: &self) { document.metadata[text()] = value() }
    if chance(30) { document.failure = Failure(stage: text(), rule: optionalText(), code: text(), message: text()) }
    guard chance(80) else { return document }
    var record = ArticleRecord(article: article())
    for field in Field.allCases where chance(20) {
      record.evidence[field] = Evidence(raw: text(), from: text(), confidence: 0.25, precision: optionalText(), notes: [text()])
    }
    record.blocks = BlockList(
      (0..<Int.random(in: 0...3, using: &self)).map { n in
        Block(
          n: n, text: text(), role: Role.allCases.randomElement(using: &self) ?? .body,
          fate: Fate.allCases.randomElement(using: &self) ?? .kept,
          to: chance(30) ? Field.allCases.randomElement(using: &self) : nil,
          by: text(), reason: text(),
          edits: chance(30) ? [.init(range: 1..<1, text: text(), role: .credit, by: "", reason: "")] : [],
          line: chance(50) ? 7 : nil)
      })
    if chance(50) { record.findings = [Finding(code: text(), message: text())] }
    if chance(50) {
      record.kind = PageKind(PageKind.Name.allCases.randomElement(using: &self) ?? .article, confidence: 0.5, evidence: [text()])
    }
    if chance(50) { record.quality = Quality(value: 0.5, signals: [.init(name: text(), value: 0.25, effect: -0.125)]) }
    if chance(20) { record.nextPage = NextPage(url: text(), from: text()) }
    document.record = record
    return document
  }
}
