import Copydesk

/// The decisions about a page's blocks, in their order.
///
/// Most blocks of a page share who decided and why with many others, so a decision takes few bytes and is put together when it is asked for.
public struct DecisionList: RandomAccessCollection, Sendable {
  private struct Entry: Sendable {
    var fate: Fate
    var role: Role
    var to: Field?
    var authority: Authority
    var grounds: Int32
  }

  private var entries: [Entry]
  private var grounds = Grounds()
  /// The cuts of edited blocks, by the blocks' positions. A decision of another fate has none.
  private var cuts: [Int: [Decision.Cut]] = [:]

  /// The same decision about each of so many blocks.
  init(_ decision: Decision, count: Int) {
    let entry = Entry(
      fate: decision.fate, role: decision.role, to: decision.to, authority: decision.authority,
      grounds: grounds.place(by: decision.by, reason: decision.reason))
    entries = Array(repeating: entry, count: count)
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public internal(set) subscript(index: Int) -> Decision {
    // Inlined, so that nothing is put together of which but a part is looked at.
    @inline(__always) get {
      let entry = entries[index]
      let ground = grounds[entry.grounds]
      return Decision(
        entry.fate, role: entry.role, to: entry.to, by: ground.by, reason: ground.reason,
        cuts: entry.fate == .edited ? cuts[index] ?? [] : [], authority: entry.authority)
    }
    set {
      let place = grounds.place(by: newValue.by, reason: newValue.reason)
      entries[index] = Entry(
        fate: newValue.fate, role: newValue.role, to: newValue.to, authority: newValue.authority, grounds: place)
      if newValue.fate == .edited { cuts[index] = newValue.cuts } else if !cuts.isEmpty { cuts[index] = nil }
    }
  }

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
          text: place.text, line: place.line, role: entry.role, fate: entry.fate, to: entry.to, grounds: entry.grounds))
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
