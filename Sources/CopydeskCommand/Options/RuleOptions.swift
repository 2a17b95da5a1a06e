import ArgumentParser

/// Where rules come from.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of rules, each in a folder named after its publisher's domain; give it again for more, first wins. "
        + "(default: ./rules, then the built-in ones)",
      valueName: "dir"))
  var folders: [String] = []

  @Flag(help: "Use no rules at all: only the generic extractor.")
  var noRules = false

  func validate() throws {
    if noRules, !folders.isEmpty { throw ValidationError("--rules and --no-rules do not go together.") }
  }
}
