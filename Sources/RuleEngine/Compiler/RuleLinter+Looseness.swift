/// Clauses that fit far more than whoever wrote them will have meant.
extension RuleLinter {
  /// Elements that a page is made of.
  private static let commonElements: Set<String> = [
    "*", "html", "body", "main", "article", "section", "div", "span", "p", "a", "ul", "li", "table",
  ]

  /// - Parameter drops: Whether what fits is removed; taken for a field, only the first that fits counts.
  mutating func lintLooseness(_ part: PlanSource.Part, drops: Bool) {
    guard case .clause(let clause) = part.value else { return }
    let cursor = part.cursor.called(onLine: clause.line, in: report.map.lines)
    let text = clause.arguments.positional.first
    switch (clause.name, text) {
    case ("line", .string(let text)?):
      let places = drops ? ["after", "before", "nth"] : ["after", "before", "nth", "date"]
      if !hasWords(text), places.allSatisfy({ clause.arguments.named[$0] == nil }) {
        report.string(.wordlessTemplate(text: text), cursor.argument(0), at: 0, length: text.utf8.count)
      }
      if drops, clause.arguments.string("through") == "end", clause.arguments.named["max_share"] == nil {
        report.value(.unboundedRemoval, cursor.key("through"))
      }
    case ("css", .string(let selector)?) where drops ? Self.commonElements.contains(selector) : selector == "*":
      report.string(.broadSelector(selector), cursor.argument(0), at: 0, length: selector.utf8.count)
    default: break
    }
  }

  /// Whether a template has a letter or digit outside its captures.
  private func hasWords(_ template: String) -> Bool {
    var rest = template[...]
    while let capture = rest.firstRange(of: "${") {
      if rest[..<capture.lowerBound].contains(where: { $0.isLetter || $0.isNumber }) { return true }
      guard let end = rest[capture.upperBound...].firstIndex(of: "}") else { return true }
      rest = rest[rest.index(after: end)...]
    }
    return rest.contains { $0.isLetter || $0.isNumber }
  }

  /// Whether a text to recognise a publisher by is three plain words or fewer, such as any article may have.
  static func isCommon(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return words.count <= 3 && words.allSatisfy { $0.allSatisfy { $0.isLetter && !$0.isUppercase } }
  }
}
