import Copydesk
import Pages

// What body elements need to know of the markup around a block; nothing in a text dump.
extension Draft {
  /// The outermost list around a list item, as far as nothing but lists is between them.
  func listAround(_ index: Int) -> Node? {
    guard let tree = page.tree else { return nil }
    var outermost: Node?
    var node: Node? = page.blocks[index].container
    while let current = node {
      switch tree.name(current) {
      case .ul, .ol, .dl, .menu: outermost = current
      case .article, .section, .main, .body, .table, .blockquote, .aside: return outermost
      default: break
      }
      node = tree.parent(current)
    }
    return outermost
  }

  /// The table around a row.
  func tableAround(_ index: Int) -> Node? { around(index, [.table]) }

  func isOrdered(_ list: Node?) -> Bool? {
    guard let list, let tree = page.tree else { return nil }
    return tree.name(list) == .ol
  }

  /// Whether a row of a table is made of heading cells, or stands in the table's head.
  func isHeadingRow(_ index: Int) -> Bool {
    guard let tree = page.tree else { return false }
    let row = page.blocks[index].container
    if let parent = tree.parent(row), tree.name(parent) == .thead { return true }
    var cells = 0
    for child in tree.children(row) where tree.isElement(child) {
      guard tree.name(child) == .th else { return false }
      cells += 1
    }
    return cells > 0
  }

  /// The language that a block of code names in its class, as highlighters and the HTML standard have it: `language-swift`, `lang-swift`.
  func programmingLanguage(ofBlock index: Int) -> String? {
    guard let tree = page.tree else { return nil }
    let container = page.blocks[index].container
    for node in [container] + tree.children(container).filter({ tree.name($0) == .code })
      + [tree.parent(container)].compactMap({ $0 })
    {
      let classes = tree.attribute(node, .class) ?? ""
      for word in classes.utf8.split(maxSplits: 20, whereSeparator: PlainText.isASCIISpace).prefix(20) where word.count < 40 {
        for prefix in ["language-", "lang-"] where word.count > prefix.utf8.count && word.starts(with: prefix.utf8) {
          return String(Substring(word.dropFirst(prefix.utf8.count)))
        }
      }
    }
    return nil
  }

  private func around(_ index: Int, _ names: [Atom]) -> Node? {
    guard let tree = page.tree else { return nil }
    let container = page.blocks[index].container
    if names.contains(tree.name(container)) { return container }
    return tree.ancestors(container).first { names.contains(tree.name($0)) }
  }
}
