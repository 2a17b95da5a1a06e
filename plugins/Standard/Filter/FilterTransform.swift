public import Copydesk

/// Drops documents that a condition does not hold for.
public final class FilterTransform: TransformPlugin {
  public static let spec = PluginSpec(
    "filter", .transform, summary: "Keeps the documents for which a Lua expression is true, and drops the others.",
    details: "A dropped document counts as delivered. Where the expression fails, the document goes to the dead letter.",
    options: [
      OptionSpec("when", .expression, required: true, about: "The expression, over `article`, `document` and `metadata`.")
    ],
    examples: [PluginSpec.Example("No stubs", ["when": "article.wordCount >= 50"])])

  private let condition: any Condition

  init(condition: any Condition) {
    self.condition = condition
  }

  public static func prepare(options: Options, context: PluginContext) throws -> TransformFactory {
    guard let compile = context.conditions else {
      throw OptionError("when", .refused("this program has no rule engine for 'when'"))
    }
    let make = try compile(try options.string("when"), "\(options.path.appending("when"))")
    return { FilterTransform(condition: try make()) }
  }

  public func process(_ document: Document) async throws -> [Document] {
    try condition.holds(for: document) ? [document] : []
  }
}
