import ArgumentParser

/// `copydesk rule`.
struct RuleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule",
    abstract: "Write, check and list rules.",
    discussion: "Example: copydesk rule new example.org --sample page.html",
    subcommands: [RuleNewCommand.self, RuleLintCommand.self, RuleListCommand.self])
}
