import Pages

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
      if nodes.holdsMedia(tree.subtree(node)) { return true }
      guard let parent = tree.parent(node) else { return false }
      node = parent
    }
    return false
  }
}
