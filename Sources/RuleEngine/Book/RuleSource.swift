/// The text of one rule, before it is read.
public struct RuleSource: Sendable {
  /// The name of the rule's folder.
  public var domain: String
  /// For reports and evidence, the same wherever the rules directory lies: `rules/headlineusa.com/rule.lua`.
  public var file: String
  /// As the rules directory was given; for messages to the rule's author.
  public var path: String
  public var text: [UInt8]

  /// A longer file is refused: rules are written by hand.
  public static let maximumSize = 256 * 1024

  public init(domain: String, file: String? = nil, path: String? = nil, text: [UInt8]) {
    self.domain = domain
    self.file = file ?? "rules/\(domain)/rule.lua"
    self.path = path ?? self.file
    self.text = text
  }

  public init(domain: String, text: String) {
    self.init(domain: domain, text: Array(text.utf8))
  }
}

/// Shared Lua that rules may `require`: `rules/_lib/<name>.lua`.
public struct RuleModule: Sendable {
  public var name: String
  public var path: String
  public var text: [UInt8]

  public init(name: String, path: String? = nil, text: [UInt8]) {
    self.name = name
    self.path = path ?? "rules/_lib/\(name).lua"
    self.text = text
  }
}

/// A rules directory as it was read.
public struct RuleLayer: Sendable {
  /// As it was given.
  public var path: String
  public var sources: [RuleSource]
  public var modules: [RuleModule]
  /// Files that could not be read.
  public var diagnostics: [RuleDiagnostic]

  public init(path: String, sources: [RuleSource] = [], modules: [RuleModule] = [], diagnostics: [RuleDiagnostic] = []) {
    self.path = path
    self.sources = sources
    self.modules = modules
    self.diagnostics = diagnostics
  }
}
