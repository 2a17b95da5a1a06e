import Copydesk
import Pages

/// Where a clause hits: whole blocks, and parts of blocks.
struct ClauseHit {
  struct Part: Hashable {
    var block: Int
    /// From the start of the block.
    var range: Range<Int>
  }

  /// Whole blocks, from 0.
  var blocks: [Int]
  var cuts: [Part] = []
  /// The text that was hit.
  var raw: String
  /// What a template's open places took.
  var match: TemplateMatch?
  var date: DateReading?
  var node: Node?

  init(blocks: [Int], cuts: [Part] = [], raw: String, match: TemplateMatch? = nil, date: DateReading? = nil, node: Node? = nil) {
    self.blocks = blocks
    self.cuts = cuts
    self.raw = raw
    self.match = match
    self.date = date
    self.node = node
  }
}
