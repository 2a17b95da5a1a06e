/// The outcome of a test run: one case per sample, one result per field.
public struct TestReport: Sendable, Hashable {
  public var cases: [TestCase]

  public init(cases: [TestCase] = []) {
    self.cases = cases
  }

  public var failureCount: Int { cases.reduce(0) { $0 + $1.results.count { !$0.passed } } }
  public var resultCount: Int { cases.reduce(0) { $0 + $1.results.count } }
  public var passed: Bool { failureCount == 0 }
}

/// The results of one sample, or of what is asked of a subject as a whole.
public struct TestCase: Sendable, Hashable {
  /// `rules/example.test`.
  public var subject: String
  /// The sample's name, or `rule` for what is asked of the rule as a whole.
  public var name: String
  /// The sample's folder, or the subject's file.
  public var path: String
  public var results: [FieldResult]

  public init(subject: String, name: String, path: String, results: [FieldResult] = []) {
    self.subject = subject
    self.name = name
    self.path = path
    self.results = results
  }

  public var passed: Bool { results.allSatisfy(\.passed) }
}

/// What came out for one field that an expectation lists.
public struct FieldResult: Sendable, Hashable {
  /// `article.headline`, `rule`, `includes`, …
  public var field: String
  /// Where it differs from what was expected; empty when it does not.
  public var mismatches: [FieldMismatch]
  /// What is wrong apart from values: an error, a clause that never fired.
  public var message: String?

  public init(field: String, mismatches: [FieldMismatch] = [], message: String? = nil) {
    self.field = field
    self.mismatches = mismatches
    self.message = message
  }

  public var passed: Bool { mismatches.isEmpty && message == nil }

  /// What is wrong, in lines.
  public func explanation(colored: Bool = false) -> [String] {
    var lines = message.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    for mismatch in mismatches {
      let diff = FieldDiff(mismatch).lines(colored: colored)
      if mismatch.path == field || mismatch.path.isEmpty {
        lines += diff
      } else {
        lines.append("at \(mismatch.path):")
        lines += diff.map { "  " + $0 }
      }
    }
    return lines
  }
}
