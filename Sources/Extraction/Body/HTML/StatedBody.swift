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
    guard let text = draft.metadata.statedBody else { return nil }
    let body = HTMLText.key(text, ofFirst: 200_000)
    guard body.count >= Self.least else { return nil }
    var found = 0
    let windows = WindowFilter(body)
    body.withUnsafeBufferPointer { body in
      var cursor = 0
      for index in reading.facts.indices where reading.facts[index].weight >= 3 {
        guard let place = Self.place(of: reading.bytes(index), in: body, from: cursor, windows) else { continue }
        if place.lowerBound >= cursor {
          cursor = place.upperBound
          found += place.count
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
    of block: ArraySlice<UInt8>, in body: UnsafeBufferPointer<UInt8>, from cursor: Int, _ windows: WindowFilter
  ) -> Range<Int>? {
    let (end, mayStand) = block.withUnsafeBufferPointer { block in
      (LetterKey.end(of: block, in: body, from: cursor), windows.mayBegin(block))
    }
    if let end { return end - cursor >= shortest ? cursor..<end : nil }
    // Most blocks that are none of the article differ from all of it in their first letters.
    guard mayStand else { return nil }
    let key = LetterKey.of(block)
    guard key.count >= shortest, windows.mayHold(key) else { return nil }
    let literal = Literal(key)
    guard let start = literal.find(in: body, from: cursor) ?? literal.find(in: body, from: 0) else { return nil }
    return start..<start + key.count
  }

  /// Whether the stated body is the whole article, so that what is not in it is none of the article.
  var isWhole: Bool { coverage >= 0.9 }
}
