import Pages

extension SelectCommand {
  func run() async throws {
    let context = CommandContext.current
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    let hits = try self.hits()
    guard hits.count > 0 else { throw CommandError.nothingSelected(selector: selector) }
    var text = ""
    for hit in hits.shown {
      if let path = hit.path {
        text += style(.cyan, text: path.printable)
        if let line = hit.line { text += style(.dim, text: "  line \(line)") }
        text += "\n  "
      }
      text += hit.text.printable.clipped(to: max(traits.width - 2, 40)) + "\n"
    }
    try context.output.write(text)
    let note = hits.shown.count < hits.count ? ", the first \(hits.shown.count) shown" : ""
    try context.say("\(hits.count) \(hits.count == 1 ? "hit" : "hits")\(note)")
  }

  private struct Hit {
    /// `nil` for what is no element: an attribute's value, a number.
    var path: String?
    var line: Int?
    var text: String
  }

  private func hits() throws -> (shown: [Hit], count: Int) {
    do {
      guard xpath else {
        let selector = try CSSSelector(selector)
        let tree = try PageReading.tree(file, options: input)
        return shown(selector.select(in: tree), in: tree)
      }
      let expression = try XPathExpression(selector)
      let tree = try PageReading.tree(file, options: input)
      switch try expression.evaluate(in: tree) {
      case .nodes(let nodes): return shown(nodes, in: tree)
      case .strings(let strings): return (strings.prefix(limit).map { Hit(text: $0) }, strings.count)
      case .string(let text): return ([Hit(text: text)], 1)
      case .number(let number): return ([Hit(text: "\(number)")], 1)
      case .boolean(let truth): return ([Hit(text: "\(truth)")], 1)
      }
    } catch let error as SelectorError {
      throw CommandError.invalidSelector(message: error.description)
    }
  }

  private func shown(_ nodes: [Node], in tree: Tree) -> (shown: [Hit], count: Int) {
    (nodes.prefix(limit).map { Hit(path: tree.path(of: $0), line: tree.line(of: $0), text: tree.text(of: $0)) }, nodes.count)
  }
}
