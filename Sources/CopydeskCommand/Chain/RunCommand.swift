import ArgumentParser

/// `copydesk run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a chain.",
    discussion: """
      Takes documents from the chain's sources through its transforms to its sinks. A document that cannot be processed goes to \
      the dead letter, and the chain goes on. An interrupt (Ctrl-C) finishes what is under way and stops; a second one stops at once.

      Example: copydesk run chain.yaml --limit 100 --dry-run
      """)

  @Argument(help: ArgumentHelp("The chain, a YAML file.", valueName: "chain"))
  var chain: String

  @Option(help: ArgumentHelp("Stop after this many documents from the sources. (default: all)", valueName: "n"))
  var limit: Int?

  @OptionGroup var parallel: WorkerOption

  @Flag(help: "Do everything but write: documents go through all transforms, and no sink is opened.")
  var dryRun = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var appearance: ColorOption

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
  }
}
