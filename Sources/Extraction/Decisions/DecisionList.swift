import Copydesk

/// The decisions about a page's blocks, in their order.
///
/// Most blocks of a page share who decided and why with many others, so a decision takes few bytes and is put together when it is asked for.
public struct DecisionList: RandomAccessCollection, Sendable {
  /// What becomes of a block, without who says so and why.
  struct Ruling: Sendable {
    var fate: Fate
    var role: Role
    var to: Field?
    var authority: Authority

    init(_ decision: Decision) {
      fate = decision.fate
      role = decision.role
      to = decision.to
      authority = decision.authority
    }

    /// Whether the block stands in the body.
    var isInBody: Bool { fate == .kept || fate == .edited }
  }

  private struct Entry: Sendable {
    var ruling: Ruling
    var grounds: Int32
  }

  private var entries: [Entry]
  private var grounds = Grounds()
  /// The cuts of edited blocks, by the blocks' positions. A decision of another fate has none.
  private var cuts: [Int: [Decision.Cut]] = [:]

  /// The same decision about each of so many blocks.
  init(_ decision: Decision, count: Int) {
    let entry = Entry(ruling: Ruling(decision), grounds: grounds.place(by: decision.by, reason: decision.reason))
    entries = Array(repeating: entry, count: count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public internal(set) subscript(index: Int) -> Decision {
    // Inlined, so that nothing is put together of which but a part is looked at.
    @inline(__always) get {
      let entry = entries[index]
      let ruling = entry.ruling
      let ground = grounds[entry.grounds]
      return Decision(
        ruling.fate, role: ruling.role, to: ruling.to, by: ground.by, reason: ground.reason,
        cuts: cuts(index), authority: ruling.authority)
    }
    set {
      entries[index] = Entry(ruling: Ruling(newValue), grounds: grounds.place(by: newValue.by, reason: newValue.reason))
      if newValue.fate == .edited { cuts[index] = newValue.cuts } else if !cuts.isEmpty { cuts[index] = nil }
    }
  }

  /// What becomes of a block: for loops over all of a page's blocks.
  func ruling(_ index: Int) -> Ruling { entries[index].ruling }

  /// The spans that are cut from a block.
  func cuts(_ index: Int) -> [Decision.Cut] { ruling(index).fate == .edited ? cuts[index] ?? [] : [] }

  /// Whether a heuristic made the decision.
  func isBy(_ heuristic: Heuristic, _ index: Int) -> Bool { grounds.isBy(heuristic.by, entries[index].grounds) }

  /// The decisions laid over the blocks of a page's text.
  /// - Parameters:
  ///   - text: The page's text.
  ///   - place: Where a block is in it, and its first line, where that is known.
  func overlay(_ text: [UInt8], place: (Int) -> (text: Range<Int>, line: Int?)) -> BlockOverlay {
    var blocks: [BlockOverlay.Entry] = []
    blocks.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      let place = place(index)
      blocks.append(
        BlockOverlay.Entry(
          text: place.text, line: place.line, role: entry.ruling.role, fate: entry.ruling.fate, to: entry.ruling.to,
          grounds: entry.grounds))
    }
    var edits: [Int: [Block.Span]] = [:]
    for (index, cuts) in cuts {
      let start = place(index).text.lowerBound
      edits[index] = cuts.map { cut in
        let bytes = text[start + cut.range.lowerBound..<start + cut.range.upperBound]
        return Block.Span(
          range: cut.range, text: String(decoding: bytes, as: UTF8.self), role: cut.role, to: cut.to, by: cut.by,
          reason: cut.reason)
      }
    }
    return BlockOverlay(text: text, entries: blocks, grounds: grounds, edits: edits)
  }
}
