import ArgumentParser
import Copydesk

/// `copydesk extract`.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Make an article of a page or text dump.",
    discussion: """
      Reads one file or standard input, and prints the article with the evidence for each field. With --jsonl, reads JSON Lines \
      instead, each with 'id', 'html' or 'text', and optionally 'url', and prints one line per line in the same order: \
      {"id", "article", …} or {"id", "error"}.

      Example: copydesk extract page.html --url https://example.org/2025/story --format markdown
      """)

  @Argument(help: ArgumentHelp("The file to read; '-' is standard input.", valueName: "file"))
  var file = "-"

  @Option(help: "The form of the result: json, jsonld (schema.org), markdown (with front matter), text or html.")
  var format = OutputFormat.json

  @Option(help: "Which blocks of the input the json result lists: all, removed (all but those kept unchanged) or none.")
  var blocks = BlockSelection.removed

  @OptionGroup var input: InputOptions
  @OptionGroup var rules: RuleOptions

  @Flag(help: "Read JSON Lines and write JSON Lines.")
  var jsonl = false

  @OptionGroup var parallel: WorkerOption

  func validate() throws {
    guard jsonl else {
      if [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"].contains(where: file.hasSuffix) {
        throw ValidationError("\(file) is named as JSON Lines; read it with --jsonl.")
      }
      if parallel.workers != nil { throw ValidationError("--workers needs --jsonl: one document is work for one worker.") }
      return
    }
    if format != .json { throw ValidationError("--jsonl writes JSON Lines; --format \(format.rawValue) does not go with it.") }
    if input.url != nil || input.mediaType != nil {
      throw ValidationError("--jsonl takes 'url' from each line, and 'html' or 'text' for the media type.")
    }
  }
}
