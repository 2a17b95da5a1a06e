public import Copydesk

/// The keys of a chain file, as a spec like a plugin's: the checker and the JSON Schema are made from it.
public enum ChainSpec {
  public static let options: [OptionSpec] = [
    OptionSpec("name", .string, required: true, about: "The chain's name in reports and logs."),
    OptionSpec("sources", .list(.step(.source)), required: true, about: "Where documents come from; several are merged."),
    OptionSpec("transforms", .list(.step(.transform)), default: [], about: "What is done to each document, in this order."),
    OptionSpec("sinks", .list(.step(.sink)), required: true, about: "Where documents go; each sink gets all of them."),
    OptionSpec("delivery", .record(delivery), default: [:], about: "What is done so that every document comes to its end."),
    OptionSpec(
      "workers", .integer(minimum: 1, maximum: 1024),
      about: "How many documents are worked on side by side; by default as many as there are processors."),
    OptionSpec(
      "ordered", .boolean, default: false,
      about: "Whether documents reach the sinks in the order of the sources, whatever the number of workers."),
  ]

  static let delivery: [OptionSpec] = [
    OptionSpec(
      "retries", .integer(minimum: 0, maximum: 1000), default: 3,
      about: "How often a failed write is tried again before its documents go to the dead letter."),
    OptionSpec(
      "retry_delay", .duration, default: "200ms", about: "The pause before the first retry; each further one is twice as long."),
    OptionSpec("retry_delay_limit", .duration, default: "30s", about: "No pause is longer."),
    OptionSpec("batch", .integer(minimum: 1, maximum: 100_000), default: 64, about: "The most documents in one write."),
    OptionSpec(
      "dead_letter", .step(.sink),
      about: "The sink for documents that could not be processed or written: with their raw bytes, the step and the error."),
  ]
}

extension ChainSpec {
  /// The JSON Schema of chain files, for editors: with every plugin's options.
  public static func schema(registry: PluginRegistry) -> JSONValue {
    SchemaGenerator.schema(
      title: "Copydesk chain", about: "A chain of sources, transforms and sinks.", options: options, registry: registry)
  }
}
