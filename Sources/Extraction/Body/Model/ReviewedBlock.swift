import Pages

/// What the features of a block ask of the blocks around it. A region may have a hundred thousand, so each is kept small.
struct ReviewedBlock {
  let isProse: Bool
  /// Whether the heuristics let it stand in the body, and whether as running text.
  let isKept: Bool
  let isText: Bool
  let isSign: Bool
  var isRepeated = false
  /// How many lines in a row that are no running text it is one of, counted up to ``longestRun``.
  var shortRun: UInt8 = 0
  /// Words of kept running text before it.
  var textBefore: Int32 = 0

  static let longestRun = 10

  init(isProse: Bool, isKept: Bool, isText: Bool, isSign: Bool) {
    self.isProse = isProse
    self.isKept = isKept
    self.isText = isText
    self.isSign = isSign
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
