/// Where a phrase occurs in a tree's visible text, for asking about any node.
struct TextOccurrences {
  /// The ends of the occurrences, in order.
  private let ends: [Int]
  private let length: Int
  private let index: TextIndex

  init(of phrase: [UInt8], in index: TextIndex) {
    var ends: [Int] = []
    Phrase(phrase).find(in: index.text) {
      ends.append($0)
      return true
    }
    self.ends = ends
    self.index = index
    length = phrase.count
  }

  /// Whether the phrase occurs within a node.
  func areFound(in subtree: Range<Int32>) -> Bool {
    let start = index.starts[Int(subtree.lowerBound)] + length
    let end = index.starts[Int(subtree.upperBound)]
    var low = 0
    var high = ends.count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < ends.count && ends[low] <= end
  }
}

/// A tree's visible text, white space collapsed, with the offset at which each node's begins.
struct TextIndex {
  let text: [UInt8]
  /// One more entry than nodes.
  let starts: [Int]

  init(_ tree: Tree) {
    var text: [UInt8] = []
    text.reserveCapacity(Int(tree.textBefore.last ?? 0) * 5 / 4)
    var starts = [Int](repeating: 0, count: tree.count + 1)
    var pendingSpace = false
    var blockEnds: [Int32] = []
    var hiddenUntil: Int32 = 0
    tree.withView { view in
      for i in 0..<view.nodes.count {
        let index = Int32(truncatingIfNeeded: i)
        let record = view.nodes[i]
        while let end = blockEnds.last, end <= index {
          blockEnds.removeLast()
          pendingSpace = true
        }
        if index >= hiddenUntil {
          if view.hasHiddenText(record) {
            hiddenUntil = record.end
          } else if record.kind == .element, view.traits(record.name).breaksLine {
            pendingSpace = true
            blockEnds.append(record.end)
          }
        }
        starts[i] = text.count
        if record.kind == .text, index >= hiddenUntil {
          view.bytes(record.bytes).appendCollapsed(to: &text, pendingSpace: &pendingSpace)
        }
      }
    }
    starts[tree.count] = text.count
    self.text = text
    self.starts = starts
  }
}
