public import Copydesk

/// Writes documents to standard output.
public final class StdoutSink: SinkPlugin {
  public static let spec = PluginSpec(
    "stdout", .sink, summary: "Writes each document to standard output.",
    details: """
      As JSON and JSON-LD, a document is one line. In the other formats an empty line stands between two of them, and a document \
      without an article is still written as JSON. When the reader goes away, the chain stops quietly.
      """,
    options: [
      OptionSpec(
        "format", .choice(OutputFormat.allCases.map(\.rawValue)), default: "json",
        about: "`json` as in files, `jsonld` after schema.org, `markdown` with front matter, plain `text`, or `html`."),
      OptionSpec(
        "blocks", .choice(BlockSelection.allCases.map(\.rawValue)), default: "removed",
        about: "Which blocks to write in JSON: `all`, those `removed`, moved or edited, or `none`."),
    ],
    examples: [PluginSpec.Example("To read along", ["format": "text"])])

  private let format: OutputFormat
  private let blocks: BlockSelection
  private let output = OutputFile.standardOutput
  private var isFirst = true

  public init(options: Options, context: PluginContext) throws {
    format = try options.choice("format")
    blocks = try options.choice("blocks")
  }

  public func write(_ batch: [Document]) async throws {
    var bytes: [UInt8] = []
    for (index, document) in batch.enumerated() {
      if !isFirst || index > 0 { bytes += Array(format.separator.utf8) }
      bytes += format.bytes(of: document, blocks: blocks)
    }
    try output.write(bytes)
    isFirst = false
  }
}
