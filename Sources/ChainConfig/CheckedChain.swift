public import Copydesk

/// What came of checking a chain file: the plan, and everything that is wrong with it.
public struct CheckedChain: Sendable {
  /// The file's name as the user knows it.
  public var file: String
  /// The chain; `nil` where there are errors.
  public var plan: ChainPlan?
  /// In the order of the file.
  public var diagnostics: [ConfigDiagnostic]
  /// The file's text, for showing the lines that diagnostics are about.
  public var text: String

  public init(file: String, plan: ChainPlan?, diagnostics: [ConfigDiagnostic], text: String) {
    self.file = file
    self.plan = plan
    self.diagnostics = diagnostics
    self.text = text
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Every diagnostic with its source line, underlined, and a hint.
  public func rendered() -> [String] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return diagnostics.map { $0.rendered(file: file, lines: lines) }
  }
}
