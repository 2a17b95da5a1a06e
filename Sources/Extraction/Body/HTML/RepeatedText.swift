import Copydesk
import Pages

/// Finds text that stands in the article a second time: templates send it twice, for two sizes of screen or with and without a paywall, and
/// hide one copy; a promotion stands between paragraphs wherever there is room.
struct RepeatedText {
  private let html: HTMLReading

  init(_ html: HTMLReading) { self.html = html }

  /// What has fewer words may be meant to stand twice.
  private static let fewestWords = 15

  func read(into draft: inout Draft) {
    let body = html.region.filter { draft.decisions.ruling($0).isInBody }
    // Only blocks of one shape can be the same.
    var first: [Int: Int] = [:]
    // The copy so far: where it begins, and where the original of its next block stands.
    var copy: (start: Int, original: Int)?
    for (position, index) in body.enumerated() {
      if let (start, original) = copy {
        if isSame(index, body[original]) {
          copy = (start, original + 1)
          continue
        }
        remove(body[start..<position], &draft)
        copy = nil
      }
      guard html.reading.facts[index].weight >= Self.fewestWords else { continue }
      let shape = html.reading.facts[index].shape
      if let other = first[shape], isSame(index, body[other]) {
        copy = (position, other + 1)
      } else if first[shape] == nil {
        first[shape] = position
      }
    }
    if let copy { remove(body[copy.start...], &draft) }
  }

  private func isSame(_ index: Int, _ other: Int) -> Bool {
    html.reading.facts[index].shape == html.reading.facts[other].shape && html.reading.bytes(index) == html.reading.bytes(other)
  }

  private func remove(_ blocks: ArraySlice<Int>, _ draft: inout Draft) {
    guard let first = blocks.first else { return }
    // A single item or row may say of two things the same.
    if blocks.count == 1, [.listItem, .tableRow, .quote].contains(html.reading.page.blocks[first].kind) { return }
    for index in blocks { draft.decide(index, Heuristic.repeated.removes(.artefact, "stands in the article already")) }
  }
}
