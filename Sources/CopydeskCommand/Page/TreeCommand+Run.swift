import Copydesk
import Pages

extension TreeCommand {
  func run() async throws {
    let context = CommandContext.current
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    let tree = try PageReading.tree(file, options: input)
    if isHTML5Lib {
      try context.output.write(tree.html5libDescription)
      return
    }
    try TreeListing(tree: tree, style: style, width: traits.width, depth: depth).write { try context.output.write($0) }
  }
}

/// A tree as indented lines.
struct TreeListing {
  var tree: Tree
  var style: Style
  var width: Int
  /// How many levels to show; `nil` for all.
  var depth: Int?

  /// Hands out the lines in chunks.
  func write(to sink: (String) throws -> Void) throws {
    var chunk = ""
    // The ends of the elements around the node, outermost first: nodes stand in document order, so there is no recursion.
    var ends: [Int32] = []
    var index = tree.root.index + 1
    let end = tree.subtree(tree.root).upperBound
    while index < end {
      let node = Node(index)
      while let last = ends.last, last <= index { ends.removeLast() }
      let subtreeEnd = tree.subtree(node).upperBound
      if let line = line(for: node, level: ends.count) { chunk += line + "\n" }
      if chunk.utf8.count > 1 << 16 {
        try sink(chunk)
        chunk = ""
      }
      if let depth, ends.count + 1 >= depth {
        index = subtreeEnd
      } else {
        if subtreeEnd > index + 1 { ends.append(subtreeEnd) }
        index += 1
      }
    }
    try sink(chunk)
  }

  private func line(for node: Node, level: Int) -> String? {
    // Deep trees would run off the page: the level is told in figures instead.
    let indent = level <= 40 ? String(repeating: "  ", count: level) : String(repeating: "  ", count: 40) + "[\(level)] "
    let room = max(width - indent.count, 30)
    switch tree.kind(node) {
    case .element:
      var line = style(.cyan, text: tree.localName(node).printable)
      var attributes = ""
      for (name, value) in tree.attributes(node) {
        let name = tree.text(of: name)
        switch name {
        case "id": attributes += "#" + value
        case "class": attributes += value.split(whereSeparator: \.isWhitespace).map { "." + $0 }.joined()
        default: attributes += " \(name)=\"\(value.clipped(to: 40))\""
        }
      }
      line += attributes.printable.clipped(to: room)
      let length = tree.textLength(node)
      if length > 0 {
        line += style(.dim, text: "  \(length) bytes of text, \(Percentage.words(tree.linkDensity(node))) in links")
      }
      return indent + line
    case .text:
      let text = tree.text(of: node)
      return text.isEmpty ? nil : indent + "“" + text.printable.clipped(to: room) + "”"
    case .comment: return indent + style(.dim, text: "<!-- \(tree.rawText(of: node).printable.clipped(to: room)) -->")
    case .doctype: return indent + style(.dim, text: "<!doctype \(tree.localName(node).printable)>")
    case .templateContent: return indent + style(.dim, text: "template content")
    case .document: return nil
    }
  }
}
