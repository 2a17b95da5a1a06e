import ArgumentParser

/// `copydesk rule lint`.
struct RuleLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check rules for errors, without a page.",
    discussion: """
      Prints each error with file, line and column, and the name that was probably meant.

      Example: copydesk rule lint rules/example.org
      """)

  @Argument(help: ArgumentHelp("Rules, or folders of rules. (default: the project's rules)", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var appearance: ColorOption
}
