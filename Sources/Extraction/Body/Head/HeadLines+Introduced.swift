import Copydesk
import Pages

extension HeadLines {
  /// A line that is *By* and nothing else, over a line that is a name.
  mutating func offerIntroduced(_ index: Int, before end: Int, to draft: inout Draft) -> Bool {
    guard reading.facts[index].weight <= 5, BylineWords.mayIntroduce(reading.bytes(index)) else { return false }
    let folded = FoldedText(reading.bytes(index), case: .folded).bytes
    guard folded.count <= 40, BylineWords.introduction(of: folded + [0x3A]) == folded.count, !BylineWords.needsColon(folded)
    else { return false }
    guard let next = (index + 1..<max(end, index + 1)).first(where: { !reading.facts[$0].isBlank }),
      reading.facts[next].weight <= 12
    else { return false }
    let authors = AuthorList.people(in: reading.string(next))
    guard !authors.isEmpty else { return false }
    let byline = Byline(
      authors: authors, consumed: 0..<reading.facts[next].visible.count, raw: reading.string(next), form: .introduced)
    offer(byline, next, 0.5, &draft)
    draft.decide(index, Heuristic.byline.moves(.author, "introduces the byline below it"))
    draft.decide(next, Heuristic.byline.moves(.author, "the name below the word that introduces it"))
    return true
  }
}
