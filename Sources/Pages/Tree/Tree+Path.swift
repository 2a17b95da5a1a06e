extension Tree {
  /// Where an element is, as a CSS selector that hits it alone: `html > body > div.story > p:nth-of-type(2)`.
  ///
  /// Of another node, the path of the element around it; empty of the document.
  public func path(of node: Node) -> String {
    var steps: [String] = []
    if isElement(node) { steps.append(step(node)) }
    for ancestor in ancestors(node) where isElement(ancestor) { steps.append(step(ancestor)) }
    return steps.reversed().joined(separator: " > ")
  }

  private func step(_ node: Node) -> String {
    let name = self.name(node)
    var step = CSSIdentifier.escaped(localName(node))
    if let word = attribute(node, .class)?.utf8.split(whereSeparator: ASCII.isWhitespace).first {
      step += "." + CSSIdentifier.escaped(String(decoding: word, as: UTF8.self))
    }
    guard let parent = parent(node) else { return step }
    var position = 0
    var count = 0
    for sibling in children(parent) where isElement(sibling) && self.name(sibling) == name {
      count += 1
      if sibling == node { position = count }
    }
    return count > 1 ? step + ":nth-of-type(\(position))" : step
  }
}
