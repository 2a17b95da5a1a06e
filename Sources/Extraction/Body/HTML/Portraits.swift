import Copydesk
import Pages

/// The author's name beside a picture, outside a figure: the portrait in the byline's box, or under the text, and no caption of the story's.
struct Portraits {
  private let html: HTMLReading

  init(_ html: HTMLReading) { self.html = html }

  func read(into draft: inout Draft) {
    let reading = html.reading
    var authors: Set<[UInt8]>?
    for index in html.region where reading.facts[index].weight <= 6 && reading.page.blocks[index].kind != .caption {
      let ruling = draft.decisions.ruling(index)
      guard ruling.role == .caption, ruling.isInBody, !html.marks(index).contains(.figure) else { continue }
      let known = authors ?? Set(draft.candidates(for: .author).flatMap(\.authors).map { HeadlineText.key($0.name) })
      authors = known
      guard known.contains(HeadlineText.key(reading.string(index))) else { continue }
      draft.decide(index, Heuristic.caption.removes(.authorBox, "the author's name beside a portrait"))
    }
  }
}
