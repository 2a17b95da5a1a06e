import ChainConfig
import Copydesk
import CopydeskTesting

extension SchemaCommand {
  func run() async throws {
    let context = CommandContext.current
    let schema: JSONValue
    switch subject {
    case .chain: schema = ChainSpec.schema(registry: context.plugins)
    case .document: schema = DocumentSchema.schema
    case .expectation: schema = Expectation.schema
    case .plugin: schema = try pluginSchema(context.plugins)
    }
    try context.output.write(schema.bytes(pretty: true) + [0x0A])
  }

  /// The schema of a plugin's options; of all plugins of that name, where a source and a sink share one.
  private func pluginSchema(_ plugins: PluginRegistry) throws -> JSONValue {
    let name = name ?? ""
    let schemas = plugins.specs(named: name).map { SchemaGenerator.schema(of: $0, registry: plugins) }
    guard let first = schemas.first else {
      throw CommandError.unknownName(
        kind: "plugin", name: name, known: plugins.specs.map(\.name), command: "copydesk plugin list")
    }
    return schemas.count == 1 ? first : ["$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": .array(schemas)]
  }
}
