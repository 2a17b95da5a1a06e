import Copydesk
import Pages

/// The text of one block without its cut spans and outer white space, with the links that are left in it.
struct BodyText {
  var text: String
  var links: [BodyElement.Link] = []

  /// The text of a block; most are shared whole. No initialiser, because that would copy the draft.
  /// - Parameter whole: The block's own text.
  static func of(_ index: Int, in draft: Draft, whole: String) -> BodyText {
    let block = draft.page.blocks[index]
    let isWhole = draft.decisions[index].cuts.isEmpty && VisibleRange.of(draft.page.text[block.text]) == block.text
    if isWhole, block.links.isEmpty { return BodyText(text: whole) }
    return cut(index, in: draft)
  }

  private static func cut(_ index: Int, in draft: Draft) -> BodyText {
    let page = draft.page
    let block = page.blocks[index].text
    var bytes: [UInt8] = []
    bytes.reserveCapacity(block.count)
    var kept: [(from: Int, count: Int, at: Int)] = []
    var position = 0
    func keep(_ upper: Int) {
      guard upper > position else { return }
      kept.append((position, upper - position, bytes.count))
      bytes += page.text[block.lowerBound + position..<block.lowerBound + upper]
    }
    for cut in draft.decisions[index].cuts {
      keep(cut.range.lowerBound)
      position = cut.range.upperBound
    }
    keep(block.count)
    let inner = VisibleRange.of(bytes[...])
    var run = BodyText(text: String(decoding: bytes[inner], as: UTF8.self))
    for link in page.links[page.blocks[index].links] {
      guard let url = draft.address(of: link) else { continue }
      let lower = link.text.lowerBound - block.lowerBound
      let upper = link.text.upperBound - block.lowerBound
      guard let part = kept.first(where: { $0.from <= lower && upper <= $0.from + $0.count }) else { continue }
      let start = max(lower - part.from + part.at, inner.lowerBound) - inner.lowerBound
      let end = min(upper - part.from + part.at, inner.upperBound) - inner.lowerBound
      if start < end { run.links.append(BodyElement.Link(range: start..<end, url: url)) }
    }
    return run
  }
}

extension BodyText {
  /// Several blocks' texts, one to a line, with their links.
  static func joined(_ indices: [Int], in draft: Draft, _ blocks: [Block]) -> BodyText {
    var whole: BodyText?
    for index in indices {
      let next = BodyText.of(index, in: draft, whole: blocks[index].text)
      if next.text.isEmpty { continue }
      if whole == nil { whole = next } else { whole?.append(next, after: "\n") }
    }
    return whole ?? BodyText(text: "")
  }

  mutating func append(_ other: BodyText, after separator: String) {
    text += separator
    let offset = text.utf8.count
    text += other.text
    links += other.links.map { BodyElement.Link(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, url: $0.url) }
  }

  /// The parts between TABs, without blank edges, with their links.
  func cells() -> [BodyText] {
    var cells: [BodyText] = []
    var offset = 0
    for part in text.split(separator: "\t", omittingEmptySubsequences: false) {
      let trimmed = String(part).trimmedOfWhitespace
      let start = offset + (trimmed.isEmpty ? 0 : part.utf8.count - Self.withoutLeadingSpace(part).utf8.count)
      let end = start + trimmed.utf8.count
      var cell = BodyText(text: trimmed)
      for link in links where link.range.lowerBound < end && link.range.upperBound > start {
        let range = max(link.range.lowerBound, start) - start..<min(link.range.upperBound, end) - start
        cell.links.append(BodyElement.Link(range: range, url: link.url))
      }
      cells.append(cell)
      offset += part.utf8.count + 1
    }
    return cells
  }

  private static func withoutLeadingSpace(_ text: Substring) -> Substring {
    text[(text.unicodeScalars.firstIndex { !$0.isBlank } ?? text.endIndex)...]
  }
}
