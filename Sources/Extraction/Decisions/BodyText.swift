import Copydesk
import Pages

/// The text of one block without its cut spans and outer white space, with the links that are left in it.
struct BodyText {
  var text: String
  var links: [BodyElement.Link] = []

  /// The text of a block; most stand whole. No initialiser, because that would copy the draft.
  static func of(_ index: Int, in draft: Draft, _ addresses: inout LinkAddresses) -> BodyText {
    let block = draft.page.blocks[index]
    if block.links.isEmpty, draft.decisions.cuts(index).isEmpty {
      let visible = withoutMark(VisibleRange.of(draft.page.text[block.text]), of: draft.page.text, index, in: draft)
      return BodyText(text: String(utf8: draft.page.text[visible]))
    }
    return cut(index, in: draft, &addresses)
  }

  /// An item of a dump's list without its bullet, which the list stands for.
  private static func withoutMark(_ visible: Range<Int>, of text: [UInt8], _ index: Int, in draft: Draft) -> Range<Int> {
    guard draft.page.kind == .text, draft.page.blocks[index].kind == .listItem else { return visible }
    let ruling = draft.decisions.ruling(index)
    // Whoever wants a line as something else gets it as printed.
    if ruling.isInBody, ruling.role != .list { return visible }
    return visible.dropFirst(text[visible].withUnsafeBufferPointer(ListMark.length))
  }

  private static func cut(_ index: Int, in draft: Draft, _ addresses: inout LinkAddresses) -> BodyText {
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
    for cut in draft.decisions.cuts(index) {
      keep(cut.range.lowerBound)
      position = cut.range.upperBound
    }
    keep(block.count)
    let inner = withoutMark(VisibleRange.of(bytes[...]), of: bytes, index, in: draft)
    var run = BodyText(text: String(utf8: bytes[inner]))
    for link in page.links[page.blocks[index].links] {
      guard let url = addresses.address(of: link) else { continue }
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
  static func joined(_ indices: [Int], in draft: Draft, _ addresses: inout LinkAddresses) -> BodyText {
    var whole: BodyText?
    for index in indices {
      let next = BodyText.of(index, in: draft, &addresses)
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

  /// Calls a closure with each part between TABs, without blank edges, with its links.
  func forEachCell(_ body: (BodyText) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      /// The first link that ends behind the front of the cell; they are in order and apart.
      var next = 0
      while true {
        let tab = bytes[start...].firstIndex(of: UInt8(ascii: "\t"))
        let inner = VisibleRange.of(bytes[start..<(tab ?? bytes.count)])
        var cell = BodyText(text: String(decoding: bytes[inner], as: UTF8.self))
        if next < links.count, !inner.isEmpty {
          while next < links.count, links[next].range.upperBound <= inner.lowerBound { next += 1 }
          for link in links[next...].prefix(while: { $0.range.lowerBound < inner.upperBound }) {
            let range = link.range.clamped(to: inner)
            let offset = inner.lowerBound
            cell.links.append(
              BodyElement.Link(range: range.lowerBound - offset..<range.upperBound - offset, url: link.url))
          }
        }
        body(cell)
        guard let tab else { return }
        start = tab + 1
      }
    }
  }
}
