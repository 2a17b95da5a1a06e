public import Copydesk

/// Writes documents as JSON Lines.
public final class JSONLinesSink: SinkPlugin {
  public static let spec = PluginSpec(
    "jsonl", .sink, summary: "Writes each document as a line of JSON.",
    details: """
      A line has `id`, `url`, `source`, `article`, `evidence`, `blocks` and `findings`; a document of the dead letter has `error` \
      and its raw bytes instead of an article. What is acknowledged has been handed to the operating system. When a write fails \
      half-way, it is taken back.
      """,
    options: [
      OptionSpec("path", .path(.output), required: true, about: "The file; folders above it are made. `-` for standard output."),
      OptionSpec(
        "mode", .choice(["overwrite", "append"]), default: "overwrite",
        about:
          "What becomes of a file that is there already. A run that fails before it has anything to write leaves it as it is."),
      OptionSpec(
        "blocks", .choice(BlockSelection.allCases.map(\.rawValue)), default: "removed",
        about: "Which blocks to write: `all`, those `removed`, moved or edited, or `none`."),
      OptionSpec(
        "content", .boolean, default: false, about: "Whether to write the raw bytes, too: `content`, or `contentBase64`."),
    ],
    examples: [PluginSpec.Example("Articles with every block accounted for", ["path": "out/articles.jsonl", "blocks": "all"])])

  private let path: ResolvedPath
  private let mode: OutputFile.Mode
  private let blocks: BlockSelection
  private let writesContent: Bool
  private var file: OutputFile?
  private var json = JSONWriter()

  public init(options: Options, context: PluginContext) throws {
    path = try options.path("path")
    mode = try options.choice("mode")
    blocks = try options.choice("blocks")
    writesContent = try options.boolean("content")
  }

  public func open() async throws {
    file = path.isStandardStream ? .standardOutput : try OutputFile(path: path.resolved, mode: mode)
  }

  public func write(_ batch: [Document]) async throws {
    json.reset()
    for document in batch {
      document.write(to: &json, blocks: blocks, content: writesContent)
      json.newline()
    }
    try file?.write(json.bytes)
  }

  public func complete() async throws {
    try file?.complete()
  }

  public func close() async throws {
    try file?.close()
    file = nil
  }
}
