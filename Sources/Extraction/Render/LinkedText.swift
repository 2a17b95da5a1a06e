import Copydesk

/// A run of an element's text with the links in it.
struct LinkedText {
  var text: String
  /// In order, not overlapping, within ``text``.
  var links: [BodyElement.Link] = []
}

extension BodyElement {
  /// The text with its links.
  var linkedRun: LinkedText { Self.distribute(links, over: [[text]])[0][0] }

  /// The items with their links.
  var linkedItems: [LinkedText] { Self.distribute(links, over: items.map { [$0] }).map { $0[0] } }

  /// The cells with their links.
  var linkedRows: [[LinkedText]] { Self.distribute(links, over: rows) }

  /// Gives each of several texts, whose lines are joined by line feeds and whose cells by TABs, the links that lie within it. Links that are out of
  /// order, overlap or reach out of their text are left out: they may come from a document that someone else wrote.
  private static func distribute(_ links: [Link], over lines: [[String]]) -> [[LinkedText]] {
    var next = links.startIndex
    var offset = 0
    return lines.map { cells in
      var line: [LinkedText] = []
      for cell in cells {
        let end = offset + cell.utf8.count
        var run = LinkedText(text: cell)
        var position = offset
        while next < links.endIndex, links[next].range.lowerBound < end || links[next].range.upperBound <= position {
          let range = links[next].range
          if range.lowerBound >= position, range.upperBound <= end, !range.isEmpty {
            run.links.append(Link(range: range.lowerBound - offset..<range.upperBound - offset, url: links[next].url))
            position = range.upperBound
          }
          next += 1
        }
        line.append(run)
        offset = end + 1
      }
      if cells.isEmpty { offset += 1 }
      return line
    }
  }
}

/// A list's items as a tree, written out by what opens and closes.
struct NestedItems {
  enum Step {
    /// A list within the item before.
    case open
    case item(LinkedText, depth: Int)
    case close
  }

  /// Deeper levels are shown at this one: no reader follows further, and indentation would grow without bound.
  private static let deepest = 12

  let steps: [Step]

  /// The steps between the outermost list's start and end.
  init(_ element: BodyElement) {
    var steps: [Step] = []
    var depth = 1
    for (index, item) in element.linkedItems.enumerated() {
      let level = element.levels.indices.contains(index) ? element.levels[index] : 1
      // No item stands deeper than one below the item before it, and the first at the top.
      let wanted = min(max(level, 1), index == 0 ? 1 : depth + 1, Self.deepest)
      if wanted > depth { steps.append(.open) }
      while depth > wanted {
        steps.append(.close)
        depth -= 1
      }
      depth = wanted
      steps.append(.item(item, depth: depth))
    }
    while depth > 1 {
      steps.append(.close)
      depth -= 1
    }
    self.steps = steps
  }
}
