import Copydesk
import Pages
import Testing

@testable import Extraction

/// Nothing is thrown away silently: whatever comes in, each block is there once, and the body is what the blocks say.
@Suite struct LossFreeTests {
  @Test(arguments: 0..<60)
  func textDumps(_ seed: UInt64) throws {
    var random = SplitMix(seed)
    let text = Self.dump(&random)
    guard let page = try? Page.parse(text: text) else { return }
    try Self.check(page, try Extractor().extract(page, origin: Origin()).record)
  }

  @Test(arguments: 0..<60)
  func pages(_ seed: UInt64) throws {
    var random = SplitMix(seed)
    guard let page = try? Page.parse(html: Self.html(&random)) else { return }
    try Self.check(page, try Extractor().extract(page, origin: Origin()).record)
  }

  static func check(_ page: Page, _ record: ArticleRecord) throws {
    #expect(Array(record.blocks.map { $0.text + "\n" }.joined().utf8) == page.text)
    #expect(record.blocks.map(\.n) == Array(record.blocks.indices.map { $0 + 1 }))
    var expected: [String] = []
    for block in record.blocks {
      if block.fate == .moved { #expect(block.to != nil) }
      #expect((block.fate == .edited) == !block.edits.isEmpty)
      guard block.fate == .kept || block.fate == .edited, block.role != .caption, block.role != .credit else { continue }
      var bytes = Array(block.text.utf8)
      for edit in block.edits.reversed() { bytes.removeSubrange(edit.range) }
      // The list stands for its items' bullets.
      if page.kind == .text, block.role == .list { bytes.removeFirst(bytes.withUnsafeBufferPointer(ListMark.length)) }
      let text = squeezed(String(decoding: bytes, as: UTF8.self))
      if !text.isEmpty { expected.append(text) }
    }
    let body = record.article.body.flatMap { element -> [String] in
      switch element.type {
      case .list: element.items
      case .table: element.rows.map { $0.joined(separator: "\t") }
      case .figure, .embed: []
      default: [element.text]
      }
    }
    #expect(body.map(squeezed) == expected)
  }

  private static func squeezed(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{200B}" }.joined(separator: " ")
  }

  // MARK: - Random input

  private static let lines = [
    "Monday, June 2, 2025", "By Ada Lind",
    "(Ada Lind, Tidewire.example) The council met again on Monday and, after five hours, agreed.",
    "The council met on Monday and talked for five hours about the harbor wall, the buses and the price of bread.",
    "- Advertisement -", "TRENDING NOW", "\u{A0}", "\u{200B}", "Read more: Something else happened elsewhere",
    "Copyright 2024 Tidewire. All rights reserved.", "This article originally appeared at Tidewire.example.", "A short line", "1",
    "·",
    "Photo: Ada Lind", "日本の首相は月曜日、東京で記者団に対し、新しい計画を発表すると述べた。", "“Quoted,” she said.", "Share", "\tTabs\tin\ta row",
    "• An item of a list", "* Another item, which ends a sentence.", "•",
  ]

  private static func dump(_ random: inout SplitMix) -> String {
    (0..<random.below(30)).map { _ in lines[random.below(lines.count)] + (random.below(2) == 0 ? "\n\n" : "\n") }.joined()
  }

  private static func html(_ random: inout SplitMix) -> String {
    let tags = [
      "p", "div", "h1", "h2", "li", "ul", "blockquote", "figcaption", "figure", "td", "tr", "table", "span", "a href=x", "pre",
      "aside", "article",
    ]
    var html = "<html><body>"
    for _ in 0..<random.below(40) {
      let tag = tags[random.below(tags.count)]
      html += random.below(4) == 0 ? "</\(tag.prefix { $0 != " " })>" : "<\(tag)>"
      if random.below(3) > 0 { html += lines[random.below(lines.count)] }
    }
    return html
  }
}

/// A small generator with a seed, so that a failure can be seen again (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { bound <= 0 ? 0 : Int(next() % UInt64(bound)) }
}
