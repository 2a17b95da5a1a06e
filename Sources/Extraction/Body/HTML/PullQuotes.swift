import Copydesk
import Pages

/// Finds pull quotes: words of the article that a layout repeats in large type.
struct PullQuotes {
  private let html: HTMLReading

  init(_ html: HTMLReading) { self.html = html }

  /// Fewer words stand twice by chance; more are no pull quote.
  private static let lengths = 4...60

  func read(into draft: inout Draft) {
    let quotes = html.region.filter { index in
      draft.decisions.ruling(index).isInBody && draft.decisions.ruling(index).role == .quote
        && Self.lengths.contains(html.reading.facts[index].weight)
    }
    guard !quotes.isEmpty else { return }
    var text: [UInt8] = []
    for index in html.region where draft.decisions.ruling(index).isInBody && draft.decisions.ruling(index).role == .body {
      text += LetterKey.of(html.reading.bytes(index))
    }
    let windows = WindowFilter(text)
    for index in quotes {
      let key = LetterKey.of(html.reading.bytes(index))
      guard windows.mayHold(key) else { continue }
      let isRepeated = text.withUnsafeBufferPointer { Literal(key).find(in: $0, from: 0) != nil }
      if isRepeated { draft.decide(index, Heuristic.repeated.removes(.quote, "pull quote: repeats words of the article")) }
    }
  }
}
