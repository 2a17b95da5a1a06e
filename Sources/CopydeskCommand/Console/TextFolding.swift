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
