import Copydesk

/// Puts environment variables in place of `${NAME}` and `${NAME:-default}`; `$${` is a plain `${`.
struct EnvironmentVariables {
  /// A text after substitution, and what went wrong.
  struct Result {
    var text = ""
    /// Whether a variable's value is in the text.
    var isSecret = false
    var problems: [ConfigDiagnostic.Problem] = []
  }

  let values: [String: String]

  func substitute(in text: String) -> Result {
    var result = Result()
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      result.text += rest[..<dollar]
      rest = rest[dollar...]
      if rest.hasPrefix("$${") {
        result.text += "${"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("${") {
        guard let end = rest.firstIndex(of: "}") else {
          result.problems.append(.malformedVariable(String(rest.prefix(20))))
          return result
        }
        substitute(rest[rest.index(dollar, offsetBy: 2)..<end], into: &result)
        rest = rest[rest.index(after: end)...]
      } else {
        result.text += "$"
        rest = rest.dropFirst()
      }
    }
    result.text += rest
    return result
  }

  private func substitute(_ reference: Substring, into result: inout Result) {
    var name = reference
    var fallback: Substring?
    if let colon = reference.range(of: ":-") {
      name = reference[..<colon.lowerBound]
      fallback = reference[colon.upperBound...]
    }
    guard let first = name.utf8.first, !(0x30...0x39).contains(first), name.utf8.allSatisfy(Self.isNameByte) else {
      result.problems.append(.malformedVariable("${\(reference.prefix(40))}"))
      return
    }
    // As in the shell, `:-` also stands in for an empty value.
    if let value = values[String(name)], !value.isEmpty || fallback == nil {
      result.text += value
      result.isSecret = true
    } else if let fallback {
      result.text += fallback
    } else {
      result.problems.append(.undefinedVariable(String(name)))
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }
}

extension Substring {
  /// The first place where another text stands in this one.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
