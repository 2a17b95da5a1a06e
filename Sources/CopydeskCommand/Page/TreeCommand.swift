import ArgumentParser

/// `copydesk tree`.
struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree",
    abstract: "Show a page as the tree that selectors see.",
    discussion: """
      Prints one element or text per line, indented by depth, with the density figures that the generic extractor goes by.

      Example: copydesk tree page.html --depth 6
      """)

  @Argument(help: ArgumentHelp("The page to read; '-' is standard input.", valueName: "file"))
  var file = "-"

  @Option(help: ArgumentHelp("Show only this many levels. (default: all)", valueName: "n"))
  var depth: Int?

  @Flag(name: .customLong("html5lib"), help: "Print the whole tree in the notation of the html5lib tests instead.")
  var isHTML5Lib = false

  @OptionGroup var input: InputOptions
  @OptionGroup var appearance: ColorOption

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth takes a number from 1 up.") }
    if isHTML5Lib, depth != nil { throw ValidationError("--html5lib prints the whole tree; --depth does not go with it.") }
  }
}
