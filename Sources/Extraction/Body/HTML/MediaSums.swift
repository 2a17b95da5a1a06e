import Pages

/// Where the pictures and players are, so that it takes one search to tell whether an element holds one.
struct MediaSums: Sendable {
  /// In document order.
  private var media: [Int32] = []
  private(set) var pictures: [Node] = []

  init(_ tree: Tree) {
    for index in 0..<tree.count {
      let node = Node(Int32(truncatingIfNeeded: index))
      let name = tree.name(node)
      if name == .img || name == .ampImg { pictures.append(node) }
      let isMedia =
        switch name {
        case .img, .picture, .video, .audio, .iframe, .ampImg, .ampVideo: true
        default: false
        }
      if isMedia { media.append(node.index) }
    }
  }

  func holdsMedia(_ subtree: Range<Int32>) -> Bool {
    var low = 0
    var high = media.count
    while low < high {
      let middle = (low + high) / 2
      if media[middle] < subtree.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < media.count && media[low] < subtree.upperBound
  }
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
