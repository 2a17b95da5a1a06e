import ArgumentParser
import CopydeskTesting

/// `copydesk test`.
struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Test rules, Lua plugins and chains with their samples.",
    discussion: """
      Finds the folders named 'samples' at or below the paths, runs what stands beside each on its samples, and compares the \
      fields that their expectations list. A rule without a positive and a negative sample fails, and so does one with a clause \
      that never fires on any of its samples. Where there is no sample at all the exit code is 2.

      Example: copydesk test rules/example.org --filter republished
      """)

  @Argument(
    help: ArgumentHelp(
      "Rules, plugins, chains, samples, or folders to look for them in. (default: the current folder)", valueName: "path"))
  var paths: [String] = ["."]

  @Flag(
    help: "Rewrite the values of the fields that expectations list to what comes out now; review the change before you keep it.")
  var update = false

  @Option(help: "The form of the report: text, junit (XML) or tap (version 14).")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Only samples whose subject and name contain this text. (default: all)", valueName: "text"))
  var filter: String?

  @OptionGroup var appearance: ColorOption
}
