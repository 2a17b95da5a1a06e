import Pages

/// What the features of a block ask of the blocks around it. A region may have a hundred thousand, so each is kept small.
struct ReviewedBlock {
  let kind: PageBlock.Kind
  let level: UInt8
  let followsGap: Bool
  let isProse: Bool
  /// Whether the heuristics let it stand in the body, and whether as running text.
  let isKept: Bool
  let isText: Bool
  let isSign: Bool
  var isRepeated = false
  /// Words of kept running text before it.
  private(set) var textBefore: Int32 = 0
  /// How many blocks up to this one are kept, and how many are running text.
  private(set) var keptUpTo: Int32
  private(set) var proseUpTo: Int32
  /// How many lines in a row that are no running text it is one of.
  var shortRun: Int32 = 0

  init(_ block: PageBlock, isProse: Bool, isKept: Bool, isText: Bool, isSign: Bool) {
    kind = block.kind
    level = block.level
    followsGap = block.followsGap
    self.isProse = isProse
    self.isKept = isKept
    self.isText = isText
    self.isSign = isSign
    keptUpTo = isKept ? 1 : 0
    proseUpTo = isProse ? 1 : 0
  }

  /// Counts on from the block before.
  mutating func count(_ before: ReviewedBlock, textWords: Int) {
    textBefore = Int32(truncatingIfNeeded: textWords)
    keptUpTo += before.keptUpTo
    proseUpTo += before.proseUpTo
  }
}

/// How many words of the running text are set how.
struct LookWords {
  /// How most of it is set.
  private(set) var usual = BlockLook()
  private(set) var total = 0
  private var most = 0
  private var byLook: [BlockLook: Int] = [:]
  private var byParent: [Int32: Int] = [:]

  mutating func add(_ look: BlockLook, _ words: Int) {
    total += words
    let sum = byLook[look, default: 0] + words
    byLook[look] = sum
    byParent[look.parent, default: 0] += words
    if sum > most { (usual, most) = (look, sum) }
  }

  func words(_ look: BlockLook) -> Int { look == usual ? most : byLook[look] ?? 0 }

  func words(parent: Int32) -> Int { byParent[parent] ?? 0 }
}
