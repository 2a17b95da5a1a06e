import Copydesk

/// The blocks of a page that are rights notices or syndication lines, and what they say.
struct NoticeBlocks: Sendable {
  /// All of them, in order.
  private(set) var all: [Notice] = []
  /// What the first of them say. More than this are never weighed (``Draft/candidateLimit``), and what they say takes more memory than the page.
  private(set) var read: [(block: Int, cue: Cue)] = []

  static let readLimit = 2 * Draft.candidateLimit

  /// Whether it is of no more interest what notices say.
  var isFull: Bool { read.count >= Self.readLimit }

  /// A block that is a notice.
  struct Notice: Sendable {
    @Compact<Int32> var block: Int
    var isRights: Bool
    /// The field that a syndication line goes to.
    var syndication: Field?
  }

  /// Takes a block in if its cue is a notice. Blocks come in order.
  mutating func note(_ block: Int, _ cue: Cue) {
    guard cue.rights != nil || cue.syndication != nil else { return }
    all.append(Notice(block: block, isRights: cue.rights != nil, syndication: cue.syndication?.field))
    if !isFull { read.append((block, cue)) }
  }

  func contains(_ block: Int) -> Bool {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].block < block { low = middle + 1 } else { high = middle }
    }
    return low < all.count && all[low].block == block
  }
}
