import ArgumentParser

/// `copydesk explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what became of each block of a page, and why.",
    discussion: """
      Lists every block of the input with its role, its fate, the rule and line that decided, and the reason; then every field \
      with its evidence and the candidates that lost, and the findings.

      Example: copydesk explain page.html --url https://example.org/2025/story --html explained.html
      """)

  @Argument(help: ArgumentHelp("The file to read; '-' is standard input.", valueName: "file"))
  var file = "-"

  @Option(
    name: .customLong("html"),
    help: ArgumentHelp(
      "Write a self-contained page to look at in a browser to this file, in place of the text. (default: none)",
      valueName: "page"))
  var htmlPath: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions
  @OptionGroup var appearance: ColorOption
}
