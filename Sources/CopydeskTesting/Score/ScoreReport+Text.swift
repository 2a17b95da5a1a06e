extension ScoreReport {
  /// The report as aligned text: one line for all, then per language or publisher if asked for, then the worst pages.
  public func text(perLanguage: Bool = false, perPublisher: Bool = false, worst count: Int = 0) -> String {
    let measures = Measure.allCases.filter { mean($0) != nil }
    var rows: [[String]] = [["", "pages"] + measures.map(\.heading)]
    func row(_ name: String, _ pages: [PageScore]) -> [String] {
      [name, String(pages.count)] + measures.map { measure in Self.mean(measure, pages).map { Self.figure($0) } ?? "–" }
    }
    rows.append(row(corpus, pages))
    func add(_ caption: String, _ parts: [(name: String, pages: [PageScore])]) {
      if parts.isEmpty { return }
      rows.append([caption] + Array(repeating: "", count: measures.count + 1))
      rows += parts.map { row("  " + $0.name, $0.pages) }
    }
    if perLanguage { add("by language", groups(by: \.language)) }
    if perPublisher { add("by publisher", groups(by: \.publisher)) }
    if count > 0 { add("worst pages", worst(count).map { ($0.name, [$0]) }) }
    var text = Self.aligned(rows)
    let failed = pages.filter { $0.error != nil }
    for page in failed.prefix(20) { text += "\(page.name): \(page.error!)\n" }
    if failed.count > 20 { text += "… and \(failed.count - 20) more without an article\n" }
    return text
  }

  /// A share as three digits after the point, without `Foundation`'s formatting.
  static func figure(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Columns apart by two spaces, the first to the left, the others to the right.
  static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let fill = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + fill : fill + cell
      }.joined(separator: "  ").trimmingEnd()
    }.joined(separator: "\n") + "\n"
  }
}

extension String {
  /// Without the spaces at the end that empty cells leave.
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
