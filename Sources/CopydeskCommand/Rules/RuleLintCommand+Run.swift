import RuleEngine

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension RuleLintCommand {
  func run() async throws {
    let context = CommandContext.current
    let paths = try self.paths.isEmpty ? RuleLocations(context: context).directories : self.paths
    var diagnostics: [RuleDiagnostic] = []
    var count = 0
    for layer in try paths.flatMap(Self.layers(at:)) {
      count += layer.sources.count
      do {
        diagnostics += try RuleBook(layers: [layer]).warnings
      } catch {
        diagnostics += error.diagnostics
      }
    }
    let style = Style(
      isColored: appearance.color.resolved(
        for: .init(of: context.output, environment: context.environment), environment: context.environment))
    var text = ""
    for diagnostic in diagnostics.sorted() { text += style.diagnostic(diagnostic) + "\n" }
    try context.output.write(text)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    try context.say(
      "\(count) \(count == 1 ? "rule" : "rules"), \(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")"
    )
    if errors > 0 { throw Failed() }
  }

  /// The rules at a path: one rule, or a folder of rules, or a project with a folder `rules`.
  static func layers(at path: String) throws -> [RuleLayer] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw CommandError.missing(path: path) }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard isFolder else { return [RuleLayer(file: folder)] }
    if FileManager.default.fileExists(atPath: folder + "/rule.lua") { return [RuleLayer(file: folder + "/rule.lua")] }
    let layer = RuleLayer(directory: folder)
    if !layer.sources.isEmpty || !layer.diagnostics.isEmpty { return [layer] }
    guard isDirectory(folder + "/rules") else { throw CommandError.notRule(path: path) }
    return [RuleLayer(directory: folder + "/rules")]
  }
}

extension Style {
  /// A diagnostic with the severity in colour; what the lines say is the same without.
  func diagnostic(_ diagnostic: RuleDiagnostic) -> String {
    let text = diagnostic.description.printable
    guard isColored else { return text }
    let word = diagnostic.severity.rawValue + ":"
    return text.replacing(word, with: self(.bold, diagnostic.severity == .error ? .red : .yellow, text: word), maxReplacements: 1)
  }
}
