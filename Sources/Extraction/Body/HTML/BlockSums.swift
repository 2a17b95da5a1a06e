import Pages

/// Prefix sums over a page's blocks, so that the prose in any element is two look-ups and a subtraction.
struct BlockSums: Sendable {
  /// `firstBlock[i]`: how many blocks begin before node `i`. One more entry than nodes.
  private let firstBlock: [Int32]
  /// `sums[i]`: the values of the blocks before block `i`. None is more than a page's words, of which 32 bits hold all.
  private let sums: [Int32]

  init(_ page: Page, _ tree: Tree, value: (Int) -> Int) {
    var firstBlock = [Int32](repeating: 0, count: tree.count + 1)
    var sums: [Int32] = [0]
    sums.reserveCapacity(page.blocks.count + 1)
    var node = 0
    for (index, block) in page.blocks.enumerated() {
      let start = min(Int(block.nodes.lowerBound), tree.count)
      while node <= start {
        firstBlock[node] = Int32(truncatingIfNeeded: index)
        node += 1
      }
      sums.append(sums[index] &+ Int32(truncatingIfNeeded: value(index)))
    }
    while node <= tree.count {
      firstBlock[node] = Int32(truncatingIfNeeded: page.blocks.count)
      node += 1
    }
    self.firstBlock = firstBlock
    self.sums = sums
  }

  private init(firstBlock: [Int32], sums: [Int32]) {
    self.firstBlock = firstBlock
    self.sums = sums
  }

  /// The same blocks with other values.
  func with(_ page: Page, value: (Int) -> Int) -> BlockSums {
    var sums: [Int32] = [0]
    sums.reserveCapacity(page.blocks.count + 1)
    for index in page.blocks.indices { sums.append(sums[index] &+ Int32(truncatingIfNeeded: value(index))) }
    return BlockSums(firstBlock: firstBlock, sums: sums)
  }

  /// The blocks that begin within an element.
  func blocks(in subtree: Range<Int32>) -> Range<Int> {
    Int(firstBlock[Int(subtree.lowerBound)])..<Int(firstBlock[Int(subtree.upperBound)])
  }

  func sum(in subtree: Range<Int32>) -> Int {
    let blocks = blocks(in: subtree)
    return Int(sums[blocks.upperBound] &- sums[blocks.lowerBound])
  }

  func value(_ block: Int) -> Int { Int(sums[block + 1] &- sums[block]) }

  var total: Int { Int(sums[sums.count - 1]) }
}
