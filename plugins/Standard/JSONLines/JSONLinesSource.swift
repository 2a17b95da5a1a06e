public import Copydesk

/// Reads documents from JSON Lines.
public struct JSONLinesSource: SourcePlugin {
  public static let spec = PluginSpec(
    "jsonl", .source, summary: "Reads one document from each line of JSON.",
    details: """
      Each line is an object: `id`, optionally `url`, and `html` or `text`. Any other member becomes metadata. A line without an \
      `id` gets one from its number. Lines of a dead letter, which have `content` or `contentBase64`, are read as well and so \
      tried again. A line that cannot be read goes to the dead letter with its number; empty lines are passed over. Memory does \
      not grow with the number of lines.
      """,
    options: [
      OptionSpec("path", .path(.input), required: true, about: "The file; `-` for standard input."),
      OptionSpec(
        "max_line", .byteSize, default: "64 MiB", about: "A longer line goes to the dead letter, all but its beginning unread."),
    ],
    examples: [PluginSpec.Example("A crawl's pages", ["path": "input/pages.jsonl"])])

  private let path: ResolvedPath
  private let lineLimit: Int

  public init(options: Options, context: PluginContext) throws {
    path = try options.path("path")
    lineLimit = try options.integer("max_line")
  }

  public func run(_ outlet: Outlet) async throws {
    var lines = LineReader(
      path.isStandardStream ? InputDescriptor.standardInput : try InputDescriptor(path: path.resolved), limit: lineLimit)
    let name = path.isStandardStream ? "stdin" : path.written
    while let line = try lines.next() {
      switch line {
      case .complete(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
        do {
          try await outlet.emit(try JSONLinesDocument.read(bytes, file: name, line: lines.number))
        } catch let error as JSONLinesError {
          try await outlet.reject(JSONLinesDocument.rejected(bytes, file: name, line: lines.number), error: error)
        }
      case .tooLong(let prefix):
        try await outlet.reject(
          JSONLinesDocument.rejected(prefix, file: name, line: lines.number),
          error: JSONLinesError(line: lines.number, .tooLong(limit: lineLimit)))
      }
    }
  }
}
