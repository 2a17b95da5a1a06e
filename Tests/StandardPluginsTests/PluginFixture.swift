import Copydesk
import Logging
import StandardPlugins
import Synchronization
import Testing

/// Makes plugins from their options as a chain would, and runs sources.
enum PluginFixture {
  static let registry: PluginRegistry = {
    var registry = PluginRegistry()
    StandardPlugins.register(in: &registry)
    return registry
  }()

  static func options(
    _ spec: PluginSpec, _ json: JSONValue, in folder: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Options {
    var checker = ConfigChecker(registry: registry, baseDirectory: folder, conditions: StandardPlugins.conditions)
    let options = checker.options(spec.options, in: ConfigNode(json: json), at: JSONPath())
    try #require(checker.diagnostics.map(\.description) == [], sourceLocation: sourceLocation)
    return options
  }

  static var context: PluginContext {
    PluginContext(
      conditions: StandardPlugins.conditions, registry: registry, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  static func source<Plugin: SourcePlugin>(_ plugin: Plugin.Type, _ json: JSONValue, in folder: String = "") throws -> Plugin {
    try Plugin(options: options(Plugin.spec, json, in: folder), context: context)
  }

  static func sink<Plugin: SinkPlugin>(_ plugin: Plugin.Type, _ json: JSONValue, in folder: String = "") throws -> Plugin {
    try Plugin(options: options(Plugin.spec, json, in: folder), context: context)
  }

  static func transform<Plugin: TransformPlugin>(
    _ plugin: Plugin.Type, _ json: JSONValue, in folder: String = ""
  ) throws -> any Transform {
    try Plugin.prepare(options: options(Plugin.spec, json, in: folder), context: context)()
  }
}

/// What a source emitted and rejected.
final class Collected: Sendable {
  private let state = Mutex((documents: [Document](), rejected: [(document: Document, failure: Failure)]()))

  var documents: [Document] { state.withLock { $0.documents } }
  var rejected: [(document: Document, failure: Failure)] { state.withLock { $0.rejected } }

  static func from(_ source: some Source) async throws -> Collected {
    let collected = Collected()
    try await source.run(
      Outlet { document, error, _ in
        collected.state.withLock { state in
          if let error {
            state.rejected.append((document, Failure(stage: "source", error: error)))
          } else {
            state.documents.append(document)
          }
        }
      })
    return collected
  }
}
