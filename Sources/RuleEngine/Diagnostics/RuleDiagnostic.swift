/// One message about a rule, with its place.
public struct RuleDiagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Comparable {
    case error, warning

    public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  public var problem: RuleProblem
  /// As the rules directory was given, `rules/example.test/rule.lua`.
  public var file: String
  /// From 1; 0 where the file as a whole is meant.
  public var line: Int
  /// In characters, from 1; 0 where only the line is known.
  public var column: Int
  /// How many characters from ``column`` are meant.
  public var width: Int
  /// The text of the line, for the caret.
  public var sourceLine: String?

  public init(
    _ problem: RuleProblem, file: String, line: Int = 0, column: Int = 0, width: Int = 1, sourceLine: String? = nil
  ) {
    self.problem = problem
    self.file = file
    self.line = line
    self.column = column
    self.width = width
    self.sourceLine = sourceLine
  }

  public var severity: Severity { problem.severity }

  /// `rules/example.test/rule.lua:14:12: error: unknown key 'hots'`, on one line.
  public var summary: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(problem.message)"
  }
}

extension RuleDiagnostic: CustomStringConvertible {
  /// The summary, then the source line and a caret line with the suggestion.
  public var description: String {
    var text = summary
    let hint = problem.hint
    guard line > 0, column > 0, let sourceLine else {
      return hint.map { "\(text)\n  \($0)" } ?? text
    }
    // Tabs stay, in the indent too, so that the caret stands right.
    let characters = Array(sourceLine.prefix(240))
    let number = String(line)
    let gutter = String(repeating: " ", count: number.count)
    text += "\n  \(number) | \(String(characters))"
    guard column <= characters.count + 1 else { return hint.map { "\(text)\n  \($0)" } ?? text }
    let indent = String(characters[..<(column - 1)].map { $0 == "\t" ? "\t" : " " })
    let tildes = String(repeating: "~", count: max(0, min(width - 1, characters.count - column)))
    text += "\n  \(gutter) | \(indent)^\(tildes)"
    if let hint { text += " " + hint }
    return text
  }
}

extension RuleDiagnostic: Comparable {
  public static func < (a: RuleDiagnostic, b: RuleDiagnostic) -> Bool {
    (a.file, a.line, a.column, a.severity.rawValue, a.problem.message) < (
      b.file, b.line, b.column, b.severity.rawValue, b.problem.message
    )
  }
}

/// Rules that cannot be used: everything that is wrong with them, at once.
public struct RuleErrors: Error, Sendable, CustomStringConvertible {
  public var diagnostics: [RuleDiagnostic]

  public init(_ diagnostics: [RuleDiagnostic]) {
    self.diagnostics = diagnostics
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}
