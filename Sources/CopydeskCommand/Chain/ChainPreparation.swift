import ChainConfig
import Copydesk
import Logging

/// Reads, checks and prepares chains with all that this program knows.
struct ChainPreparation {
  private let config: ChainConfig
  private let builder: ChainBuilder

  init(rules: RuleLocations, context: CommandContext, logger: Logger? = nil) {
    let logger =
      logger
      ?? Logger(label: "copydesk") { _ in
        MessageLog(output: context.messages, traits: TerminalTraits(of: context.messages, environment: context.environment))
      }
    let plugins = PluginContext(
      ruleDirectories: rules.directories, conditions: context.conditions, registry: context.plugins, logger: logger)
    config = ChainConfig(registry: context.plugins, environment: context.environment, conditions: context.conditions)
    builder = ChainBuilder(registry: context.plugins, context: plugins)
  }

  struct Result {
    var chain: Chain?
    /// Errors and warnings as text, each with its place.
    var messages: [String]
    var errorCount: Int
  }

  /// Prepares a chain; opens and runs nothing.
  /// - Throws: `ChainFileError` when the file cannot be read.
  func prepare(_ path: String) throws -> Result {
    var checked = try config.load(path)
    var builder = builder
    builder.context.baseDirectory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    var chain: Chain?
    if let plan = checked.plan {
      let built = builder.build(plan)
      chain = built.chain
      checked.diagnostics += built.diagnostics
    }
    let messages = checked.rendered()
    return Result(
      chain: checked.hasErrors ? nil : chain, messages: messages, errorCount: checked.diagnostics.count { $0.severity == .error })
  }
}
