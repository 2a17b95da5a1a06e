import ArgumentParser

/// `copydesk rule list`.
struct RuleListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rules in force.",
    discussion: """
      Prints each rule's publisher, hosts, number of versions and samples, and file; a rule that one of the same publisher in an earlier \
      folder hides is marked.

      Without --rules, the folder ./rules counts first, then the built-in rules: those in the folder that COPYDESK_RULES names in the \
      environment, or those that were installed or checked out together with the program.

      Example: copydesk rule list --rules rules --rules vendor/rules
      """)

  @Flag(help: "Print one JSON object per rule and line.")
  var json = false

  @OptionGroup var rules: RuleOptions
  @OptionGroup var appearance: ColorOption
}
