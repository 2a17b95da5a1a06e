import Pages

/// Prefix sums over pictures and players, so that it takes two look-ups to tell whether an element holds one.
struct MediaSums: Sendable {
  private let before: [Int32]
  private(set) var pictures: [Node] = []

  init(_ tree: Tree) {
    var before = [Int32](repeating: 0, count: tree.count + 1)
    for index in 0..<tree.count {
      let node = Node(Int32(truncatingIfNeeded: index))
      let name = tree.name(node)
      if name == .img || name == .ampImg { pictures.append(node) }
      let isMedia =
        switch name {
        case .img, .picture, .video, .audio, .iframe, .ampImg, .ampVideo: true
        default: false
        }
      before[index + 1] = before[index] + (isMedia ? 1 : 0)
    }
    self.before = before
  }

  func holdsMedia(_ subtree: Range<Int32>) -> Bool { before[Int(subtree.upperBound)] > before[Int(subtree.lowerBound)] }
}

extension HTMLReading {
  /// Whether a picture or player stands with the block in an element that has no text but the block's: then the block is its caption.
  func isAloneWithMedia(_ index: Int) -> Bool {
    let block = reading.page.blocks[index]
    let own = tree.textLength(block.nodes)
    var node = block.container
    for _ in 0..<6 {
      guard tree.isElement(node), tree.name(node) != .body else { return false }
      // A credit may stand beside the caption.
      if tree.textLength(node) > own + 60 { return false }
      if media.holdsMedia(tree.subtree(node)) { return true }
      guard let parent = tree.parent(node) else { return false }
      node = parent
    }
    return false
  }
}
