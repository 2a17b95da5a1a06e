extension TestReport {
  /// One test point per field, failures with a YAML block of what is wrong.
  func tapReport() -> String {
    var text = "TAP version 14\n1..\(resultCount)\n"
    var number = 0
    for testCase in cases {
      for result in testCase.results {
        number += 1
        let description = "\(testCase.subject)/\(testCase.name): \(result.field)".tapEscaped
        text += "\(result.passed ? "ok" : "not ok") \(number) - \(description)\n"
        guard !result.passed else { continue }
        text += "  ---\n  at: \(testCase.path.yamlQuoted)\n  message: |\n"
        for line in result.explanation() { text += "    " + line + "\n" }
        text += "  ...\n"
      }
    }
    return text
  }
}

extension String {
  /// `#` begins a directive in a description, and a backslash an escape.
  fileprivate var tapEscaped: String {
    replacing("\\", with: "\\\\").replacing("#", with: "\\#").replacing("\n", with: " ")
  }

  fileprivate var yamlQuoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
