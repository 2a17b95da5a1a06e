/// Inputs that are random and the same in each run: Steele, Lea and Flood's SplitMix64 (2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The ways in which a page is spoilt.
enum Mutation: String, CaseIterable {
  case bitFlips, truncation, tagSoup, nesting, giantAttribute, entityFlood, repetition, splice, controlCharacters, unclosed
  case attributeFlood, linkFlood, listFlood, tableFlood, jsonFlood, dateFlood

  func apply(to page: inout [UInt8], other: [UInt8], _ random: inout SplitMix) {
    switch self {
    case .bitFlips:
      for _ in 0..<max(1, page.count / 200) where !page.isEmpty {
        page[Int.random(in: 0..<page.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    case .truncation:
      page.removeLast(Int.random(in: 0...page.count, using: &random))
    case .tagSoup:
      for _ in 0..<Int.random(in: 1...400, using: &random) { insert(Self.soup.randomElement(using: &random)!, &page, &random) }
    case .nesting:
      let tag = ["div", "b", "blockquote", "ul><li", "table><tr><td", "a href=x", "font", "article"].randomElement(
        using: &random)!
      insert(String(repeating: "<\(tag)>", count: Int.random(in: 100...20_000, using: &random)), &page, &random)
    case .giantAttribute:
      let name = ["class", "id", "href", "content", "style", "x"].randomElement(using: &random)!
      insert(
        "<div \(name)=\"\(String(repeating: "article-body ", count: Int.random(in: 100...20_000, using: &random)))\">", &page,
        &random)
    case .entityFlood:
      let entity = ["&amp;", "&nbsp;", "&#x1F600;", "&notanentity;", "&lt;p&gt;", "&#0;"].randomElement(using: &random)!
      insert(String(repeating: entity, count: Int.random(in: 100...30_000, using: &random)), &page, &random)
    case .repetition:
      guard page.count > 1 else { return }
      let start = Int.random(in: 0..<page.count - 1, using: &random)
      let piece = Array(page[start..<min(page.count, start + Int.random(in: 1...5_000, using: &random))])
      var many: [UInt8] = []
      for _ in 0..<Int.random(in: 2...200, using: &random) { many += piece }
      page.insert(contentsOf: many, at: start)
    case .splice:
      page =
        Array(page.prefix(Int.random(in: 0...page.count, using: &random)))
        + other.suffix(Int.random(in: 0...other.count, using: &random))
    case .controlCharacters:
      for _ in 0..<Int.random(in: 1...2_000, using: &random) {
        insert(
          ["\u{200B}", "\u{A0}", "\u{202E}", "\u{FEFF}", "\u{1}", "\r", "\u{85}", "\u{2028}"].randomElement(using: &random)!,
          &page, &random)
      }
    case .unclosed:
      insert(
        ["<!--", "<script>", "<style>", "<textarea>", "<title>", "<svg>", "<template>", "<select>", "<![CDATA["].randomElement(
          using: &random)!, &page, &random)
    case .attributeFlood:
      insert(
        "<p " + (0..<Int.random(in: 100...5_000, using: &random)).map { "a\($0)=\($0)" }.joined(separator: " ") + ">", &page,
        &random)
    case .linkFlood:
      insert(
        String(repeating: "<a href='/x'>Read more: another article</a> ", count: Int.random(in: 100...5_000, using: &random)),
        &page, &random)
    case .listFlood:
      insert(String(repeating: "<li>By Ada Lind, 3 May 2024", count: Int.random(in: 100...5_000, using: &random)), &page, &random)
    case .tableFlood:
      insert("<table>" + String(repeating: "<tr><td>1<td>", count: Int.random(in: 100...5_000, using: &random)), &page, &random)
    case .jsonFlood:
      let depth = Int.random(in: 10...20_000, using: &random)
      insert(
        "<script type=\"application/ld+json\">" + String(repeating: "{\"@graph\":[", count: depth) + "</script>", &page, &random)
    case .dateFlood:
      let line = [
        "<time datetime=2024-05-06>6 May 2024</time>", "<p>© 2024 Example. All rights reserved.</p>",
        "<meta property=article:tag content=x>",
      ]
      .randomElement(using: &random)!
      insert(String(repeating: line, count: Int.random(in: 100...5_000, using: &random)), &page, &random)
    }
  }

  private func insert(_ text: String, _ page: inout [UInt8], _ random: inout SplitMix) {
    page.insert(contentsOf: Array(text.utf8), at: Int.random(in: 0...page.count, using: &random))
  }

  private static let soup = [
    "<p>", "</p>", "<div>", "</div>", "</article>", "</body>", "<table>", "<td>", "</table>", "<b>", "</i>", "<a>", "<a href=x>",
    "<h1>", "<br>", "<br><br>", "<li>",
    "<figure>", "<figcaption>", "<blockquote>", "<!-- -->", "<span hidden>", "<div style=display:none>", "<svg>", "<math>",
    "<frameset>", "<plaintext>",
  ]
}
