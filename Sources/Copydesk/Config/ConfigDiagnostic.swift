/// Something wrong, or worth a word, in a configuration: what, at which key and where in the file.
public struct ConfigDiagnostic: Error, Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  /// What is wrong. The words for it are made in ``ConfigDiagnostic/message`` and ``ConfigDiagnostic/hint`` only.
  public enum Problem: Sendable, Hashable {
    case syntax(String)
    case unknownKey(String, known: [String])
    case duplicateKey(String, firstLine: Int?)
    case missingKey(String)
    case wrongType(expected: String, found: String)
    case wrongValue(expected: String)
    case outOfRange(minimum: Double?, maximum: Double?)
    case notOneOf([String], found: String)
    case emptyList
    case unknownPlugin(PluginKind, name: String, known: [String], otherKind: PluginKind?)
    case stepWithoutPlugin(PluginKind)
    case stepWithSeveralPlugins([String])
    case undefinedVariable(String)
    case malformedVariable(String)
    case missingFile(String)
    /// An output is a file that the chain reads as well, or writes elsewhere.
    case fileInUse(by: JSONPath, isWritten: Bool)
    case invalidExpression(String)
    case deprecated(String, instead: String)
    case refused(String)
    case tooBig(limit: String)
  }

  public var severity: Severity
  public var problem: Problem
  public var path: JSONPath
  public var span: TextSpan?

  public init(_ problem: Problem, severity: Severity = .error, path: JSONPath = JSONPath(), span: TextSpan? = nil) {
    self.problem = problem
    self.severity = severity
    self.path = path
    self.span = span
  }
}
