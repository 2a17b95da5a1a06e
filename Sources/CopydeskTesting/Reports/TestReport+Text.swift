extension TestReport {
  func textReport(colored: Bool) -> String {
    let paint = Paint(isColored: colored)
    var text = ""
    for testCase in cases {
      let mark = testCase.passed ? paint.good("✓") : paint.bad("✗")
      text += "\(mark) \(testCase.subject) \(testCase.name)"
      text += paint.faint(testCase.results.count == 1 ? "  1 field" : "  \(testCase.results.count) fields") + "\n"
      for result in testCase.results where !result.passed {
        text += "    " + paint.bad(result.field) + "\n"
        for line in result.explanation(colored: colored) { text += "      " + line + "\n" }
      }
      if !testCase.passed { text += paint.faint("    in \(testCase.path)") + "\n" }
    }
    let failedCases = cases.count { !$0.passed }
    text +=
      failedCases == 0
      ? paint.good("passed") + ": \(cases.count) of \(cases.count) cases, \(resultCount) of \(resultCount) fields\n"
      : paint.bad("failed") + ": \(failedCases) of \(cases.count) cases, \(failureCount) of \(resultCount) fields\n"
    return text
  }
}
