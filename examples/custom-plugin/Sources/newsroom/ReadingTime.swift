import Copydesk

/// Notes how long an article takes to read.
struct ReadingTime: TransformPlugin {
  static let spec = PluginSpec(
    "reading-time", .transform, summary: "Notes how many minutes an article takes to read.",
    details: "Adds `readingMinutes` to the document's metadata, rounded up; a document without an article passes unchanged.",
    options: [
      OptionSpec("words_per_minute", .integer(minimum: 50, maximum: 1000), default: 230, about: "How fast readers read.")
    ],
    examples: [PluginSpec.Example("For a slow reader", ["words_per_minute": 150])])

  let wordsPerMinute: Int

  static func prepare(options: Options, context: PluginContext) throws -> TransformFactory {
    let wordsPerMinute = try options.integer("words_per_minute")
    return { ReadingTime(wordsPerMinute: wordsPerMinute) }
  }

  func process(_ document: Document) async throws -> [Document] {
    guard let article = document.record?.article else { return [document] }
    var document = document
    document.metadata["readingMinutes"] = .integer((article.wordCount + wordsPerMinute - 1) / wordsPerMinute)
    return [document]
  }
}
