import ArgumentParser

/// `copydesk rule new`.
struct RuleNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a first rule for a publisher, from a page of theirs.",
    discussion: """
      Looks at the page, writes a rule with what was found there, and the page as its first sample together with what the rule \
      makes of it. A clause with which the page would come out otherwise than without a rule is left out, and said. Never overwrites \
      anything.

      Example: copydesk rule new example.org --sample page.html --url https://example.org/2025/story
      """)

  @Argument(help: ArgumentHelp("The publisher's domain, such as example.org.", valueName: "domain"))
  var domain: String

  @Option(help: ArgumentHelp("A page or text dump of the publisher's.", valueName: "file"))
  var sample: String

  @Option(help: ArgumentHelp("The folder of rules to write to.", valueName: "dir"))
  var into = "rules"

  @OptionGroup var input: InputOptions
}
