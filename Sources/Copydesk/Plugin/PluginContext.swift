public import Logging

/// What a plugin may use of its surroundings when it is made.
public struct PluginContext: Sendable {
  /// For messages about the step as a whole. Never log article text, cookies or keys.
  public var logger: Logger
  /// The step's name in reports.
  public var label: String
  /// The folder that relative paths start from: the chain file's.
  public var baseDirectory: String
  /// Folders with rules that are searched after those a step names itself, first to last.
  public var ruleDirectories: [String]
  /// Compiles Lua expressions; `nil` where the program was built without a rule engine.
  public var conditions: ConditionCompiler?
  /// Makes the plugins of nested steps.
  public var registry: PluginRegistry

  public init(
    label: String = "", baseDirectory: String = "", ruleDirectories: [String] = [], conditions: ConditionCompiler? = nil,
    registry: PluginRegistry = PluginRegistry(), logger: Logger = Logger(label: "copydesk")
  ) {
    self.label = label
    self.baseDirectory = baseDirectory
    self.ruleDirectories = ruleDirectories
    self.conditions = conditions
    self.registry = registry
    self.logger = logger
  }
}
