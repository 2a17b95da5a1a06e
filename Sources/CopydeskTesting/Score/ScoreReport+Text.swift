extension ScoreReport {
  /// The report as aligned text: one line for all, then per language or publisher if asked for, then the worst pages.
  public func text(perLanguage: Bool = false, perPublisher: Bool = false, worst count: Int = 0) -> String {
    let measures = Measure.allCases.filter { mean($0) != nil }
    var rows: [[String]] = [["", "pages"] + measures.map(\.heading)]
    func row(_ name: String, _ pages: [PageScore]) -> [String] {
      [name, String(pages.count)] + measures.map { measure in Self.mean(measure, pages).map { Self.figure($0) } ?? "–" }
    }
    rows.append(row(corpus, pages))
    if perLanguage { rows += groups(by: \.language).map { row("  " + $0.name, $0.pages) } }
    if perPublisher { rows += groups(by: \.publisher).map { row("  " + $0.name, $0.pages) } }
    if count > 0 { rows += worst(count).map { row("  " + $0.id, [$0]) } }
    var text = Self.aligned(rows)
    let failed = pages.filter { $0.error != nil }
    for page in failed.prefix(20) { text += "\(page.id): \(page.error!)\n" }
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
      }.joined(separator: "  ")
    }.joined(separator: "\n") + "\n"
  }
}
