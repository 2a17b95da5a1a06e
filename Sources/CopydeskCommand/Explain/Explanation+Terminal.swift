import Copydesk

extension Explanation {
  /// The explanation as text, for a terminal `width` characters wide.
  func text(style: Style, width: Int) -> String {
    var text = style(.bold, text: title.printable) + "\n"
    text += (rule.map { "rule: \($0)" } ?? "no rule: generic extractor").printable + "\n"
    if let kind { text += kind.printable + "\n" }
    if let quality { text += quality.printable + "\n" }
    let total = record.blocks.count
    text += "\(total) \(total == 1 ? "block" : "blocks"): "
    text += counts.map { style(tone($0.fate), text: "\($0.count) \($0.fate.rawValue)") }.joined(separator: ", ") + "\n\n"
    for block in record.blocks { append(block, to: &text, style: style, width: width) }
    appendFields(to: &text, style: style, width: width)
    text += "\n" + style(.bold, text: "Findings") + "\n"
    if record.findings.isEmpty { text += "  none\n" }
    for finding in record.findings {
      text += "  " + style(.yellow, text: finding.code.printable) + "  " + finding.message.printable + "\n"
    }
    return text
  }

  private func tone(_ fate: Fate) -> Style.Tone {
    switch fate {
    case .kept: .green
    case .edited: .yellow
    case .moved: .blue
    case .removed: .red
    }
  }

  private func append(_ block: Block, to text: inout String, style: Style, width: Int) {
    let indent = "      "
    var head = String(block.n)
    head = String(repeating: " ", count: max(0, 4 - head.count)) + head + "  "
    head += style(tone(block.fate), text: block.fate.rawValue) + " " + style(.bold, text: block.role.words)
    if let to = block.to { head += " → " + to.rawValue }
    if let line = block.line { head += style(.dim, text: "  line \(line)") }
    text += head + "\n"
    text += style(.dim, text: indent + "by \(block.by.printable): \(block.reason.printable)") + "\n"
    for line in folded(shown(block.text), width: width - indent.count) {
      text += indent + (block.fate == .removed ? style(.dim, text: line) : line) + "\n"
    }
    for span in block.edits {
      let place = span.to.map { "→ \($0.rawValue)" } ?? "cut"
      text += indent + style(.yellow, text: "\(place) \(span.role.words)") + " “\(shown(span.text))”"
      text += style(.dim, text: "  by \(span.by.printable): \(span.reason.printable)") + "\n"
    }
    text += "\n"
  }

  private func appendFields(to text: inout String, style: Style, width: Int) {
    text += style(.bold, text: "Fields") + "\n"
    let nameWidth = 2 + (fields.map(\.rawValue.count).max() ?? 0)
    let indent = String(repeating: " ", count: nameWidth + 2)
    for field in fields {
      let lines = record.article.lines(of: field).flatMap { folded(shown($0), width: max(20, width - indent.count)) }
      text += "  " + style(.bold, text: field.rawValue.padded(to: nameWidth))
      text += (lines.first ?? style(.dim, text: "no value")) + "\n"
      for line in lines.dropFirst() { text += indent + line + "\n" }
      guard let evidence = record.evidence[field] else { continue }
      var facts = "from \(evidence.from), \(Percentage.words(evidence.confidence)) sure"
      if let precision = evidence.precision { facts += ", to the \(precision)" }
      for note in evidence.notes { facts += ", \(note)" }
      text += indent + style(.dim, text: facts.printable) + "\n"
      for other in evidence.others {
        let mark = other.agrees ? style(.green, text: "agrees") : style(.red, text: "lost")
        text += indent + mark + " “\(shown(other.value).clipped(to: 80))”"
        text += style(.dim, text: " from \(other.from.printable), \(Percentage.words(other.confidence)) sure") + "\n"
      }
    }
  }

  private func shown(_ text: String) -> String {
    // White space alone would show as nothing at all.
    text.allSatisfy(\.isWhitespace) ? "␣ (white space only)" : text.printable
  }
}
