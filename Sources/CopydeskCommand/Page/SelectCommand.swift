import ArgumentParser

/// `copydesk select`.
struct SelectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "select",
    abstract: "Show what a selector hits on a page.",
    discussion: """
      Prints each hit's path, attributes and text. Ends with exit code 1 where nothing fits.

      Example: copydesk select "article > h1" page.html
      """)

  @Argument(help: ArgumentHelp("A CSS selector, or an XPath 1.0 expression with --xpath.", valueName: "selector"))
  var selector: String

  @Argument(help: ArgumentHelp("The page to read; '-' is standard input.", valueName: "file"))
  var file = "-"

  @Flag(help: "The selector is an XPath 1.0 expression.")
  var xpath = false

  @Option(help: ArgumentHelp("Show at most this many hits; all are counted.", valueName: "n"))
  var limit = 100

  @OptionGroup var input: InputOptions
  @OptionGroup var appearance: ColorOption

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
  }
}
