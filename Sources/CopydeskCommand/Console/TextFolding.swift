/// Folds a text into lines of at most `width` characters at white space; a longer word gets a line of its own.
func folded(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    var length = 0
    for word in paragraph.split(whereSeparator: \.isWhitespace) {
      let wordLength = word.count
      if length > 0, length + 1 + wordLength > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += wordLength
    }
    lines.append(line)
  }
  return lines
}

/// Folds the lines of a text that are too long; what is carried over is indented as the line was. Shorter lines stay as they are.
func foldedKeepingIndent(_ text: String, width: Int) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    guard line.count > width else { return String(line) }
    let indent = String(line.prefix { $0 == " " })
    return folded(String(line), width: max(width - indent.count, 20)).map { indent + $0 }.joined(separator: "\n")
  }.joined(separator: "\n")
}
