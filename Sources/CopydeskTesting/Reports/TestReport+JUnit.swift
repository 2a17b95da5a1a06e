extension TestReport {
  /// One `testsuite` per sample, one `testcase` per field. Without times and host names: the same results give the same bytes.
  func junitReport() -> String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    xml += "<testsuites name=\"copydesk\" tests=\"\(resultCount)\" failures=\"\(failureCount)\">\n"
    for testCase in cases {
      let name = "\(testCase.subject)/\(testCase.name)"
      let failures = testCase.results.count { !$0.passed }
      xml += "  <testsuite name=\"\(name.xmlEscaped)\" tests=\"\(testCase.results.count)\" failures=\"\(failures)\">\n"
      for result in testCase.results {
        xml +=
          "    <testcase classname=\"\(name.xmlEscaped)\" name=\"\(result.field.xmlEscaped)\" file=\"\(testCase.path.xmlEscaped)\""
        if result.passed {
          xml += "/>\n"
          continue
        }
        let lines = result.explanation()
        xml += ">\n      <failure message=\"\((lines.first ?? "").xmlEscaped)\">"
        xml += lines.joined(separator: "\n").xmlEscaped + "</failure>\n    </testcase>\n"
      }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }
}

extension String {
  /// The text for XML 1.0: markup escaped, and characters that XML cannot hold replaced.
  var xmlEscaped: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": result.append(scalar)
      case "\u{00}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
