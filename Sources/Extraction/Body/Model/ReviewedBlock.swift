import Pages

/// What the features of a block ask of the blocks around it. A region may have a hundred thousand, so each is kept small.
struct ReviewedBlock {
  let isProse: Bool
  /// Whether the heuristics let it stand in the body, and whether as running text.
  let isKept: Bool
  let isText: Bool
  let isSign: Bool
  let isShort: Bool
  var isRepeated = false
  /// How many lines in a row that are no running text it is one of, counted up to ``longestRun``.
  var shortRun: UInt8 = 0
  /// Words of kept running text before it.
  let textBefore: Int32
  /// How many blocks before it are running text, and how many are kept.
  let proseBefore: Int32
  let keptBefore: Int32

  static let longestRun = 10

  init(_ facts: BlockFacts, _ verdict: Verdict, isSign: Bool, textBefore: Int, behind previous: ReviewedBlock?) {
    isProse = facts.isProse
    isKept = verdict.isText
    isText = isKept && isProse && verdict != .keptAsHeading
    self.isSign = isSign
    isShort = facts.weight < 8
    self.textBefore = Int32(truncatingIfNeeded: textBefore)
    proseBefore = previous.map { $0.proseBefore + ($0.isProse ? 1 : 0) } ?? 0
    keptBefore = previous.map { $0.keptBefore + ($0.isKept ? 1 : 0) } ?? 0
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
