extension Page {
  /// A block's text.
  public func string(of block: PageBlock) -> String { String(decoding: text[block.text], as: UTF8.self) }

  /// A block's text in UTF-8.
  public func utf8(of block: PageBlock) -> ArraySlice<UInt8> { text[block.text] }

  /// A link's anchor text.
  public func string(of link: PageLink) -> String { String(decoding: text[link.text], as: UTF8.self) }

  /// The names of the elements around a block, outermost first: `["html", "body", "div", "p"]`. Empty in a text dump.
  public func tagPath(of block: PageBlock) -> [Atom] {
    guard let tree else { return [] }
    var path: [Atom] = tree.isElement(block.container) ? [tree.name(block.container)] : []
    for ancestor in tree.ancestors(block.container) where tree.isElement(ancestor) { path.append(tree.name(ancestor)) }
    return path.reversed()
  }

  /// Where a block begins in the page's text, 0 to 1.
  public func position(of block: PageBlock) -> Double {
    text.isEmpty ? 0 : Double(block.text.lowerBound) / Double(text.count)
  }

  /// The line of the input that a block begins in, from 1; `nil` if not known.
  public func line(of block: PageBlock) -> Int? {
    if let tree { return block.nodes.isEmpty ? nil : tree.line(of: Node(block.nodes.lowerBound)) }
    return block.lines.isEmpty ? nil : block.lines.lowerBound
  }

  /// The bytes of a block's text that are within links.
  public func linkBytes(of block: PageBlock) -> Int {
    var sum = 0
    for index in block.links { sum += links[index].text.count }
    return sum
  }

  /// The share of a block's text that is within links, 0 to 1.
  public func linkDensity(of block: PageBlock) -> Double {
    block.text.isEmpty ? 0 : Double(linkBytes(of: block)) / Double(block.text.count)
  }
}
