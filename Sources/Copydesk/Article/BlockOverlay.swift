/// A page's blocks as `extract` leaves them: the page's text once, and over it a few bytes for each block. A page of a hundred thousand table
/// rows has as many blocks, and few of them are ever looked at.
package struct BlockOverlay: Sendable {
  package struct Entry: Sendable {
    /// Where the block's text is; no page has 2³¹ bytes.
    private var start: Int32
    private var end: Int32
    /// 0 where it is not known.
    private var firstLine: Int32
    fileprivate var grounds: Int32
    fileprivate var role: Role
    fileprivate var fate: Fate
    fileprivate var to: Field?

    /// - Parameter grounds: Their place in the overlay's ``Grounds``.
    package init(text: Range<Int>, line: Int?, role: Role, fate: Fate, to: Field?, grounds: Int32) {
      start = Int32(truncatingIfNeeded: text.lowerBound)
      end = Int32(truncatingIfNeeded: text.upperBound)
      firstLine = Int32(truncatingIfNeeded: line ?? 0)
      self.role = role
      self.fate = fate
      self.to = to
      self.grounds = grounds
    }

    fileprivate var text: Range<Int> { Int(start)..<Int(end) }
    fileprivate var line: Int? { firstLine == 0 ? nil : Int(firstLine) }

    fileprivate func saysTheSame(as other: Entry) -> Bool {
      role == other.role && fate == other.fate && to == other.to && grounds == other.grounds
    }
  }

  private let text: [UInt8]
  private let entries: [Entry]
  private let grounds: Grounds
  /// The spans of edited blocks, by the blocks' positions from 0.
  private let edits: [Int: [Block.Span]]

  package init(text: [UInt8], entries: [Entry], grounds: Grounds, edits: [Int: [Block.Span]]) {
    self.text = text
    self.entries = entries
    self.grounds = grounds
    self.edits = edits
  }

  var count: Int { entries.count }

  func block(_ index: Int) -> Block {
    let entry = entries[index]
    let ground = grounds[entry.grounds]
    return Block(
      n: index + 1, text: String(decoding: text[entry.text], as: UTF8.self), role: entry.role, fate: entry.fate, to: entry.to,
      by: ground.by, reason: ground.reason, edits: edits[index] ?? [], line: entry.line)
  }

  /// Writes the blocks of a selection as ``Block/write(to:)`` would, without making a string of any. A verdict that was written for a block
  /// before is copied from there.
  func write(to json: inout JSONWriter, selection: BlockSelection) {
    /// By the place of the grounds: the last block that was written with them, -1 if none was, and where its verdict stands.
    var written: [(index: Int, verdict: Range<Int>)] = Array(repeating: (-1, 0..<0), count: grounds.count)
    text.withUnsafeBufferPointer { bytes in
      for (index, entry) in entries.enumerated() where selection.includes(entry.fate) {
        Block.write(to: &json, n: index + 1, edits: edits.isEmpty ? [] : edits[index] ?? [], line: entry.line) {
          $0.string(utf8: UnsafeBufferPointer(rebasing: bytes[entry.text]))
        } verdict: { json in
          let last = written[Int(entry.grounds)]
          if last.index >= 0, entries[last.index].saysTheSame(as: entry) { return json.repeatMembers(last.verdict) }
          let start = json.count
          let ground = grounds[entry.grounds]
          Block.writeVerdict(
            to: &json, role: entry.role, fate: entry.fate, field: entry.to, by: ground.by, reason: ground.reason)
          written[Int(entry.grounds)] = (index, start..<json.count)
        }
      }
    }
  }
}
