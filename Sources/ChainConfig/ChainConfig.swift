public import Copydesk

/// Reads chain files: YAML in, a checked plan out, with every error at its line and column.
///
/// Reading a chain touches nothing outside: no source is opened, no sink is made. Only paths that belong to the configuration, such
/// as a script, are looked for on the disk.
public struct ChainConfig: Sendable {
  public var registry: PluginRegistry
  /// What `${NAME}` in a value stands for.
  public var environment: [String: String]
  /// Compiles the expressions of `when:` to find their mistakes.
  public var conditions: ConditionCompiler?

  /// Chain files are written by hand; a bigger one is not a chain file.
  public static let sizeLimit = 1 << 20

  public init(registry: PluginRegistry, environment: [String: String] = [:], conditions: ConditionCompiler? = nil) {
    self.registry = registry
    self.environment = environment
    self.conditions = conditions
  }

  /// Reads and checks a chain file. Relative paths in it start from its folder.
  /// - Throws: ``ChainFileError`` when the file cannot be read. What is wrong *in* it is in the result.
  public func load(_ path: String) throws(ChainFileError) -> CheckedChain {
    let bytes = try ChainFileReader.contents(of: path, limit: Self.sizeLimit)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return check(bytes, file: path, baseDirectory: folder.isEmpty && path.hasPrefix("/") ? "/" : folder)
  }

  /// Checks the text of a chain.
  /// - Parameters:
  ///   - file: The name to show in messages.
  ///   - baseDirectory: The folder that relative paths start from; empty for the working directory.
  public func check(_ bytes: [UInt8], file: String, baseDirectory: String = "") -> CheckedChain {
    guard bytes.count <= Self.sizeLimit else {
      return CheckedChain(
        file: file, plan: nil, diagnostics: [ConfigDiagnostic(.tooBig(limit: "1 MiB in a chain file"))], text: "")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let problem = ConfigDiagnostic.Problem.syntax("the file is not UTF-8 text")
      return CheckedChain(file: file, plan: nil, diagnostics: [ConfigDiagnostic(problem)], text: "")
    }
    var reader = YAMLReader(text: text, environment: environment)
    let root = reader.read()
    var checker = ConfigChecker(registry: registry, baseDirectory: baseDirectory, conditions: conditions)
    var plan: ChainPlan?
    if let root { plan = checker.chain(root) }
    let diagnostics = (reader.diagnostics + checker.diagnostics).sorted { $0.place < $1.place }
    let isSound = !diagnostics.contains { $0.severity == .error }
    return CheckedChain(file: file, plan: isSound ? plan : nil, diagnostics: diagnostics, text: text)
  }
}

extension ConfigDiagnostic {
  /// What has no place comes first.
  fileprivate var place: (line: Int, column: Int) { (span?.line ?? 0, span?.column ?? 0) }
}
