import ArgumentParser

/// `copydesk check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check chains without running them.",
    discussion: """
      Finds every error at once and shows where it is. Reads the chain files and the rules they name; opens no source and no \
      sink, and never uses the network.

      Example: copydesk check chains/*.yaml
      """)

  @Argument(help: ArgumentHelp("The chains, YAML files.", valueName: "chain"))
  var chains: [String]

  @OptionGroup var rules: RuleOptions
  @OptionGroup var appearance: ColorOption
}
