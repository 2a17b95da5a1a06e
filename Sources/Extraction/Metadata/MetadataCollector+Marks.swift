import Pages

/// What elements of the page's text are marked as: microdata properties, bylines, dates.
extension MetadataCollector {
  mutating func closeItems(before node: Node) {
    while let item = items.last, item.end <= node.index { items.removeLast() }
  }

  mutating func microdata(_ node: Node, _ metadata: inout Metadata) {
    closeItems(before: node)
    let enclosing = items.last?.type
    if let type = nameAttribute(node, .itemtype) {
      let last =
        type.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") }.last.map { PlainText.lowercased(Substring($0)) }
        ?? ""
      items.append((tree.subtree(node).upperBound, last))
    }
    // Most properties are none of these.
    guard metadata.properties.count < Self.maximumEach,
      tree.withAttribute(node, .itemprop, { $0.map(Self.propertyRoots.isIn) ?? false }),
      let property = nameAttribute(node, .itemprop)
    else { return }
    for word in PlainText.lowercased(property).split(at: " ") where Self.properties.contains(WordHash(word.utf8)) {
      let value = propertyValue(node)
      if !value.isEmpty {
        metadata.properties.append(Metadata.Property(name: String(word), value: value, node: node, itemType: enclosing))
      }
    }
  }

  /// One of these is in each of the properties.
  private static let propertyRoots = ClassMarks.Words(["headline", "author", "creator", "date", "articlesection", "isaccessible"])
  private static let properties = PhraseSet([
    "headline", "author", "creator", "datepublished", "datemodified", "datecreated", "articlesection", "isaccessibleforfree",
  ])

  private func propertyValue(_ node: Node) -> String {
    if let content = tree.attribute(node, .content) { return content.trimmed }
    if tree.name(node) == .time, let datetime = tree.attribute(node, .datetime) { return datetime.trimmed }
    guard tree.textLength(node) <= Self.maximumText else { return "" }
    return separatedText(of: node)
  }

  /// Elements whose markup calls them bylines or dates; of nested ones the outermost.
  mutating func byline(_ node: Node, _ marks: ClassMarks.Found, _ metadata: inout Metadata) {
    guard (2...300).contains(tree.textLength(node)) else { return }
    let name = tree.name(node)
    let mark: String
    if name == .a, tree.withAttribute(node, .rel, { $0.map(ClassMarks.author.isIn) ?? false }) {
      mark = "rel=author"
    } else {
      if marks.contains(.date), node.index >= dateEnd { date(node, &metadata) }
      if marks.contains(.byline), !marks.contains(.refused) {
        mark = "class:byline"
      } else if name == .a, let heading = metadata.headings.last, node.index - heading.node.index < 300,
        tree.withAttribute(node, .href, { $0.map(ClassMarks.isAuthorAddress) ?? false })
      {
        mark = "href"
      } else {
        return
      }
    }
    guard node.index >= bylineEnd, metadata.bylines.count < 60 else { return }
    bylineEnd = tree.subtree(node).upperBound
    let links = tree.elements(.a, within: node).prefix(12).map { tree.text(of: $0) }.filter { !$0.isEmpty }
    metadata.bylines.append(Metadata.MarkedByline(text: separatedText(of: node), node: node, mark: mark, links: links))
  }

  private mutating func date(_ node: Node, _ metadata: inout Metadata) {
    let length = tree.textLength(node)
    guard metadata.markedDates.count < 12, length >= 6, length <= 160 else { return }
    let text = separatedText(of: node)
    guard text.utf8.contains(where: { $0 &- 0x30 < 10 || $0 >= 0x80 }) else { return }
    dateEnd = tree.subtree(node).upperBound
    metadata.markedDates.append(Metadata.MarkedDate(text: text, node: node))
  }
}
