import Copydesk

/// The article's body as the page's JSON-LD states it (`articleBody`), and which blocks are found in it.
///
/// Publishers write it for search engines, without captions, promotions and the like; but many cut it short or fill it with the
/// description, so it counts only as far as the page's own paragraphs bear it out.
struct StatedBody: Sendable {
  /// Per block, whether its letters stand in the stated body; short blocks are not looked up.
  private(set) var isFound: [Bool]
  /// The share of the stated body that the found blocks make up.
  private(set) var coverage: Double = 0
  /// The last found block.
  private(set) var last = -1

  /// Fewer letters than this stand anywhere by chance.
  private static let shortest = 12
  /// A stated body below this length is a description.
  private static let least = 400

  init?(_ draft: Draft, _ reading: GenericReading) {
    isFound = Array(repeating: false, count: reading.facts.count)
    guard case .text(let text)? = draft.metadata.candidates(for: .articleBody).first?.value else { return nil }
    let body = StatedTexts.key(ArraySlice(text.utf8.prefix(200_000)))
    guard body.count >= Self.least else { return nil }
    var found = 0
    let windows = WindowFilter(body)
    body.withUnsafeBufferPointer { buffer in
      var cursor = 0
      for index in reading.facts.indices where reading.facts[index].weight >= 3 {
        let key = StatedTexts.key(reading.bytes(index))
        guard key.count >= Self.shortest else { continue }
        guard let start = Self.place(of: key, in: buffer, from: cursor, windows) else { continue }
        if start >= cursor {
          cursor = start + key.count
          found += key.count
        }
        isFound[index] = true
        last = index
      }
    }
    coverage = Double(found) / Double(body.count)
    guard coverage >= 0.5 else { return nil }
  }

  /// Where a block's letters stand: most often right behind those of the one before.
  private static func place(
    of key: [UInt8], in body: UnsafeBufferPointer<UInt8>, from cursor: Int, _ windows: WindowFilter
  ) -> Int? {
    if body[min(cursor, body.count)...].starts(with: key) { return cursor }
    guard windows.mayHold(key) else { return nil }
    let literal = Literal(key)
    return literal.find(in: body, from: cursor) ?? literal.find(in: body, from: 0)
  }

  /// Whether the stated body is the whole article, so that what is not in it is none of the article.
  var isWhole: Bool { coverage >= 0.9 }
}
