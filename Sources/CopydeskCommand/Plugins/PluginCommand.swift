import ArgumentParser

/// `copydesk plugin`.
struct PluginCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin",
    abstract: "List and describe the sources, transforms and sinks that chains can use.",
    discussion: "Example: copydesk plugin show jsonl",
    subcommands: [PluginListCommand.self, PluginShowCommand.self])
}

/// `copydesk plugin list`.
struct PluginListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List all plugins.",
    discussion: "Example: copydesk plugin list --kind sink")

  @Option(help: "Only plugins of this kind: source, transform or sink. (default: all)")
  var kind: String?

  @OptionGroup var appearance: ColorOption
}

/// `copydesk plugin show`.
struct PluginShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Describe a plugin: its options, their defaults, an example.",
    discussion: "Example: copydesk plugin show jsonl")

  @Argument(help: ArgumentHelp("The plugin's name.", valueName: "name"))
  var name: String
}
