import Copydesk

/// Plugins with an option of every type, for checking chains against.
enum SamplePlugins {
  static let registry: PluginRegistry = {
    var registry = PluginRegistry()
    registry.register(
      PluginSpec(
        "files", .source, summary: "Reads files.",
        options: [
          OptionSpec("paths", .globs, required: true, about: "Files."),
          OptionSpec("max_size", .byteSize, default: "64 MiB", about: "A limit."),
        ]),
      .source { _, _ in { Nothing() } })
    registry.register(
      PluginSpec(
        "dedupe", .transform, summary: "Drops duplicates.",
        options: [
          OptionSpec("key", .choice(["content", "url"]), default: "content", about: "What is compared."),
          OptionSpec("near", .number(minimum: 0, maximum: 1), about: "How near."),
          OptionSpec("window", .duration, about: "How long."),
          OptionSpec("limit", .integer(minimum: 1), about: "How many."),
          OptionSpec("script", .path(.configuration), about: "A script."),
          OptionSpec("names", .list(.string), about: "Names."),
          OptionSpec("fields", .map(.integer), about: "Numbers by name."),
          OptionSpec("old", .boolean, about: "Old.", deprecated: "use 'key'"),
          OptionSpec("settings", .record([OptionSpec("deep", .boolean, required: true, about: "Deep.")]), about: "More."),
        ]),
      .transform { _, _ in { Nothing() } })
    registry.register(
      PluginSpec(
        "filter", .transform, summary: "Filters.", options: [OptionSpec("when", .expression, required: true, about: "When.")]),
      .transform { _, _ in { Nothing() } })
    registry.register(
      PluginSpec(
        "jsonl", .sink, summary: "Writes lines.",
        options: [
          OptionSpec("path", .path(.output), required: true, about: "The file."),
          OptionSpec("token", .string, about: "A key.", secret: true),
        ]),
      .sink { _, _ in { Nothing() } })
    registry.register(PluginSpec("stdout", .sink, summary: "Writes to standard output."), .sink { _, _ in { Nothing() } })
    return registry
  }()

  /// Understands what does not contain a question mark.
  static let conditions: ConditionCompiler = { expression, place in
    if expression.contains("?") { throw SampleFailure(text: "\(place): unexpected '?'") }
    return { Always() }
  }

  private struct Nothing: Source, Transform, Sink {
    func run(_ outlet: Outlet) async throws {}
    func process(_ document: Document) async throws -> [Document] { [document] }
    func write(_ batch: [Document]) async throws {}
  }

  private struct Always: Condition {
    func holds(for document: Document) -> Bool { true }
  }
}

struct SampleFailure: Error, CustomStringConvertible {
  var text: String
  var description: String { text }
}
