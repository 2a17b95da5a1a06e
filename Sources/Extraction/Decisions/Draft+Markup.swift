import Pages

// What body elements need to know of the markup around a block; nothing in a text dump.
extension Draft {
  /// The address that a link within a block leads to, as the page writes it; `nil` for one that is empty, within the page, or runs code.
  func address(of link: PageLink) -> String? {
    guard let tree = page.tree, let address = tree.attribute(link.node, .href)?.trimmedOfWhitespace, !address.isEmpty,
      !address.hasPrefix("#"), SafeAddress.isSafe(address)
    else { return nil }
    return address
  }

  /// The list element around a list item.
  func listAround(_ index: Int) -> Node? { around(index, Self.lists) }

  /// The table around a row.
  func tableAround(_ index: Int) -> Node? { around(index, [.table]) }

  func isOrdered(_ list: Node?) -> Bool? {
    guard let list, let tree = page.tree else { return nil }
    return tree.name(list) == .ol
  }

  /// The address of the image of the figure that a caption belongs to.
  func figureAddress(ofBlock index: Int) -> String? {
    guard let tree = page.tree else { return nil }
    let container = page.blocks[index].container
    var figure: Node?
    for (steps, ancestor) in tree.ancestors(container).enumerated() {
      if steps > 4 { break }
      if tree.name(ancestor) == .figure {
        figure = ancestor
        break
      }
    }
    guard let figure = figure ?? tree.parent(container) else { return nil }
    guard let image = tree.first(.img, within: figure) else { return nil }
    for name in [Atom.src] {
      if let address = tree.attribute(image, name), !address.isEmpty, !address.hasPrefix("data:"), SafeAddress.isSafe(address) {
        return address
      }
    }
    return nil
  }

  private static let lists: [Atom] = [.ul, .ol, .dl, .menu]

  private func around(_ index: Int, _ names: [Atom]) -> Node? {
    guard let tree = page.tree else { return nil }
    let container = page.blocks[index].container
    if names.contains(tree.name(container)) { return container }
    return tree.ancestors(container).first { names.contains(tree.name($0)) }
  }
}
