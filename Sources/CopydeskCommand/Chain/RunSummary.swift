import Copydesk

/// A run's end, as text for the person who started it.
struct RunSummary {
  var report: ChainReport
  var isDryRun = false

  func text(style: Style) -> String {
    let rows = report.stages.map { stage in
      [
        stage.kind == .deadLetter ? "dead letter" : stage.kind.rawValue, stage.label,
        stage.kind == .source ? "–" : String(stage.input),
        String(stage.output), String(stage.filtered), String(stage.failed), Self.duration(stage.time),
      ]
    }
    let table = [["stage", "step", "in", "out", "filtered", "failed", "time"]] + rows
    let widths = (0..<7).map { column in table.map { $0[column].count }.max() ?? 0 }
    var text = ""
    for (index, row) in table.enumerated() {
      let cells = row.enumerated().map { column, cell in
        column < 2 ? cell.padded(to: widths[column]) : String(repeating: " ", count: widths[column] - cell.count) + cell
      }
      let line = String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
      text += (index == 0 ? style(.dim, text: line) : line) + "\n"
    }
    return text + verdict(style: style) + "\n"
  }

  private func verdict(style: Style) -> String {
    let counts = report.documents
    var parts = ["\(counts.emitted) \(counts.emitted == 1 ? "document" : "documents")"]
    parts.append("\(counts.delivered - counts.filtered) delivered")
    if counts.filtered > 0 { parts.append("\(counts.filtered) filtered") }
    if counts.deadLettered > 0 { parts.append(style(.yellow, text: "\(counts.deadLettered) in the dead letter")) }
    if counts.undelivered > 0 { parts.append(style(.red, text: "\(counts.undelivered) undelivered")) }
    let took = "in \(Self.duration(report.duration))"
    let facts = parts.joined(separator: ", ") + " " + took + (isDryRun ? " (dry run: nothing was written)" : "")
    switch report.outcome {
    case .completed: return facts
    case .stopped: return style(.yellow, text: "stopped") + ": " + facts
    case .aborted: return style(.red, text: "ended at once") + ": " + facts
    case .failed(let failure): return facts + "\n" + style(.bold, .red, text: "error:") + " \(failure)".printable
    }
  }

  /// Milliseconds below a second, else seconds with one decimal; minutes from two minutes on.
  static func duration(_ duration: Duration) -> String {
    let milliseconds = Int((duration.seconds * 1000).rounded())
    switch milliseconds {
    case ..<1000: return "\(milliseconds) ms"
    case ..<120_000: return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    default: return "\(milliseconds / 60_000) min \(milliseconds % 60_000 / 1000) s"
    }
  }
}
