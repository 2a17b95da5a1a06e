import ArgumentParser

/// `copydesk schema`.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema, for editors and for programs that read results.",
    discussion: """
      'chain' describes chain files, 'plugin' one plugin's options, 'document' what extract and the sinks write, 'expectation' a \
      sample's expected.json.

      Example: copydesk schema plugin jsonl
      """)

  @Argument(help: "What to describe: chain, plugin, document or expectation.")
  var subject = Subject.chain

  @Argument(help: ArgumentHelp("The plugin's name, after 'plugin'. (default: none)", valueName: "name"))
  var name: String?

  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case chain, plugin, document, expectation
  }

  func validate() throws {
    if subject == .plugin, name == nil {
      throw ValidationError("'schema plugin' needs the plugin's name: copydesk schema plugin jsonl")
    }
    if subject != .plugin, name != nil { throw ValidationError("Only 'schema plugin' takes a name.") }
  }
}
