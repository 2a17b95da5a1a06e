import ArgumentParser

/// The root of the command tree: `copydesk`.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Turn publishers' pages and text dumps into clean, accountable news articles.",
    discussion: """
      Results go to standard output, messages to standard error. Exit code 0 means fine, 1 that something failed, 2 that the \
      command could not run.

      Example: copydesk extract page.html --url https://example.org/2025/story --format markdown
      """,
    version: copydeskVersion,
    groupedSubcommands: [
      CommandGroup(name: "Chain", subcommands: [RunCommand.self, CheckCommand.self]),
      CommandGroup(
        name: "Page",
        subcommands: [ExtractCommand.self, ExplainCommand.self, SelectCommand.self, TreeCommand.self]),
      CommandGroup(
        name: "Rule and plugin",
        subcommands: [
          TestCommand.self, ScoreCommand.self, RuleCommand.self, PluginCommand.self, SchemaCommand.self,
        ]),
    ])
}

/// The version that `copydesk --version` prints.
let copydeskVersion = "0.1.0"
