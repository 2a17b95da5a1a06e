import Copydesk

extension PluginListCommand {
  func run() async throws {
    let context = CommandContext.current
    let traits = TerminalTraits(of: context.output, environment: context.environment)
    let style = Style(isColored: appearance.color.resolved(for: traits, environment: context.environment))
    let kinds = try kind.map { [try Self.kind(named: $0)] } ?? PluginKind.allCases
    let specs = kinds.map { ($0, context.plugins.specs($0)) }
    let width = specs.flatMap(\.1).map(\.name.count).max() ?? 0
    var text = ""
    for (kind, specs) in specs {
      text += style(.bold, text: kind.plural) + "\n"
      for spec in specs { text += "  " + style(.cyan, text: spec.name.padded(to: width)) + "  " + spec.summary + "\n" }
    }
    try context.output.write(text)
  }

  private static func kind(named name: String) throws -> PluginKind {
    guard let kind = PluginKind(rawValue: name) else {
      throw CommandError.unknownName(
        kind: "kind of plugin", name: name, known: PluginKind.allCases.map(\.rawValue), command: "copydesk plugin list")
    }
    return kind
  }
}

extension PluginShowCommand {
  func run() async throws {
    let context = CommandContext.current
    let specs = context.plugins.specs(named: name)
    guard !specs.isEmpty else {
      throw CommandError.unknownName(
        kind: "plugin", name: name, known: context.plugins.specs.map(\.name), command: "copydesk plugin list")
    }
    let width = min(TerminalTraits(of: context.output, environment: context.environment).width, 100)
    try context.output.write(specs.map { foldedKeepingIndent($0.manual, width: width) }.joined(separator: "\n"))
  }
}
