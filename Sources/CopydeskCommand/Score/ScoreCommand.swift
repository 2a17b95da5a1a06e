import ArgumentParser

/// `copydesk score`.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Measure extraction against a labelled corpus.",
    discussion: """
      A corpus is a folder with ground-truth.jsonl and html/<id>.html or .html.gz, or with text dumps in dumps.jsonl.gz; \
      docs/measure-quality.md has the format and the definition of every figure. Without --rules only the generic extractor is measured.

      Example: copydesk score corpora/publishers --save before.jsonl
      """)

  @Argument(help: ArgumentHelp("The corpora, each a folder.", valueName: "corpus"))
  var corpora: [String]

  @Option(help: ArgumentHelp("A folder of rules to measure with. (default: none)", valueName: "dir"))
  var rules: [String] = []

  @Option(help: ArgumentHelp("Of text dumps, only this kind, such as main or page. (default: all)", valueName: "kind"))
  var dumps: String?

  @Flag(help: "Show the figures per language.")
  var languages = false

  @Flag(help: "Show the figures per publisher.")
  var publishers = false

  @Option(help: ArgumentHelp("How many of the worst pages to show, by block F1, else by word F1.", valueName: "n"))
  var worst = 0

  @Option(help: ArgumentHelp("Write every page's figures to this file, JSON Lines.", valueName: "file"))
  var save: String?

  @Option(help: ArgumentHelp("Compare with the figures that an earlier run saved.", valueName: "file"))
  var compare: String?

  @Flag(help: "With --compare, end with exit code 1 when any page's figure fell, or a page or figure is missing: a gate for CI.")
  var failIfWorse = false

  @Option(help: ArgumentHelp("Write what the block model is trained on to this file, JSON Lines.", valueName: "file"))
  var features: String?

  @OptionGroup var parallel: WorkerOption

  func validate() throws {
    if failIfWorse, compare == nil { throw ValidationError("--fail-if-worse needs --compare FILE to know what was before") }
  }
}
