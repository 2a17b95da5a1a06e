import Copydesk
import Yams

/// The lines of a text, for finding the places that the parser's marks mean.
///
/// A line is cut up once, however many marks it has: a whole file may be one line.
struct SourceLines {
  private struct Line {
    var scalars: [Unicode.Scalar]
    /// The column of the character that each scalar belongs to, from 1.
    var columns: [Int]
  }

  private let texts: [Substring]
  private var lines: [Int: Line] = [:]

  init(_ text: String) {
    texts = text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  /// The place of a mark, which counts scalars; a span counts characters.
  mutating func span(_ mark: Mark, length: Int = 1) -> TextSpan {
    guard let line = line(mark.line) else { return TextSpan(line: max(1, mark.line), column: max(1, mark.column)) }
    let index = max(0, mark.column - 1)
    let column = index < line.columns.count ? line.columns[index] : (line.columns.last ?? 0) + 1
    return TextSpan(line: mark.line, column: column, length: length)
  }

  /// The place of a node with as much of its line as it takes, for the underline.
  mutating func span(_ node: Node) -> TextSpan? {
    guard let mark = node.mark else { return nil }
    guard case .scalar(let scalar) = node, let line = line(mark.line) else { return span(mark) }
    let start = min(max(0, mark.column - 1), line.scalars.count)
    let length: Int
    switch scalar.style {
    case .doubleQuoted, .singleQuoted:
      var end = start + 1
      while end < line.scalars.count, line.scalars[end] != line.scalars[start] { end += 1 }
      length = end - start + 1
    case .literal, .folded: length = 1
    default: length = scalar.string.count
    }
    return span(mark, length: max(1, min(length, line.scalars.count - start)))
  }

  private mutating func line(_ number: Int) -> Line? {
    if let line = lines[number] { return line }
    guard number >= 1, number <= texts.count else { return nil }
    var line = Line(scalars: [], columns: [])
    for (column, character) in texts[number - 1].enumerated() {
      for scalar in character.unicodeScalars {
        line.scalars.append(scalar)
        line.columns.append(column + 1)
      }
    }
    lines[number] = line
    return line
  }
}
