/// What there is to know about a plugin without running it: its name, what it does, and every option with type, default and words.
///
/// The registry, the checker of chain files, `copydesk plugin show`, the JSON Schema for editors and the reference page are all
/// made from this one value, which stands beside the plugin's code.
///
/// ```swift
/// static let spec = PluginSpec(
///   "markdown", .sink, summary: "Writes each article to a Markdown file of its own.",
///   options: [OptionSpec("path", .path(.output), required: true, about: "The folder to write to.")],
///   examples: [Example("One file per article", ["path": "out/articles"])])
/// ```
public struct PluginSpec: Sendable, Hashable {
  /// How chain files call it: lower-case letters, digits, `-` and `_`.
  public var name: String
  public var kind: PluginKind
  /// One sentence in the third person: `Reads …`.
  public var summary: String
  /// What else a user must know, in Markdown paragraphs.
  public var details: String
  public var options: [OptionSpec]
  public var examples: [Example]

  public init(
    _ name: String, _ kind: PluginKind, summary: String, details: String = "", options: [OptionSpec] = [],
    examples: [Example] = []
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.details = details
    self.options = options
    self.examples = examples
  }

  /// A use of the plugin; tests check each one against the options.
  public struct Example: Sendable, Hashable {
    public var title: String
    public var options: JSONValue

    public init(_ title: String, _ options: JSONValue) {
      self.title = title
      self.options = options
    }
  }

  /// Keys that every step may have beside its plugin.
  public static let stepOptions = [
    OptionSpec(
      "when", .expression,
      about: "A Lua expression over the document, such as `article.wordCount >= 50`; where it is false or nil, a "
        + "source's document is dropped, a transform leaves it as it is, a sink does not get it."),
    OptionSpec("label", .string, about: "The step's name in reports and in the dead letter; by default its plugin's."),
  ]
}
