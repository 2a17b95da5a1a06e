import Copydesk
import Pages

/// Reads what stands after the last paragraph: widgets, credits, menus.
struct TextTail {
  private let reading: GenericReading
  private let start: Int

  /// How far below the article its own date may stand without a label, in blocks.
  private static let dateReach = 10

  init(_ reading: GenericReading, start: Int) {
    self.reading = reading
    self.start = start
  }

  func read(into draft: inout Draft, lines: inout HeadLines) {
    /// The heading of the widget that the lines are in.
    var widget: (index: Int, sign: Signpost, decision: Decision)?
    var items = 0
    var isDated = draft.candidate(for: .datePublished) != nil
    for index in start..<reading.facts.count where !reading.facts[index].isBlank {
      // Some papers date their articles at the end; under a heading the dates are those of other articles.
      if !isDated, widget == nil, index - start < Self.dateReach || lines.isPublicationDate(index),
        lines.offerDate(index, to: &draft)
      {
        isDated = draft.candidate(for: .datePublished) != nil
        continue
      }
      if let sign = reading.signs[index] {
        if let open = widget, items == 0 { noteEmpty(open.index, open.sign, &draft) }
        widget = sign.opensSection ? (index, sign, listed(under: index, sign)) : nil
        items = 0
        draft.decide(index, Heuristic.sign.removes(sign.role, sign.reason))
      } else if let widget {
        items += 1
        draft.decide(index, widget.decision)
      } else {
        draft.decide(index, Heuristic.afterArticle.removes(.boilerplate, "after the article's last paragraph"))
      }
    }
    if let open = widget, items == 0 { noteEmpty(open.index, open.sign, &draft) }
  }

  /// What becomes of the lines under a heading.
  private func listed(under heading: Int, _ sign: Signpost) -> Decision {
    Heuristic.widget.removes(sign.role, "listed under \u{201C}\(reading.string(heading))\u{201D}")
  }

  private func noteEmpty(_ index: Int, _ sign: Signpost, _ draft: inout Draft) {
    draft.decide(index, Heuristic.widget.removes(sign.role, "\(sign.reason), with nothing listed under it"))
  }
}
