/// Makes a source for a run.
public typealias SourceFactory = @Sendable () throws -> any Source
/// Makes a transform for one worker.
public typealias TransformFactory = @Sendable () throws -> any Transform
/// Makes a sink for a run.
public typealias SinkFactory = @Sendable () throws -> any Sink

/// A source that brings its own spec.
public protocol SourcePlugin: Source {
  static var spec: PluginSpec { get }
  /// Must not touch anything outside: `check` makes plugins too. What is read is opened in ``Source/run(_:)``.
  init(options: Options, context: PluginContext) throws
}

/// A transform that brings its own spec.
public protocol TransformPlugin: Transform, SendableMetatype {
  static var spec: PluginSpec { get }
  /// Prepares what all workers share, once, such as compiled rules; the factory is then called once by each worker.
  ///
  /// May read what belongs to the configuration (rules, scripts) and nothing else: `check` calls it too.
  static func prepare(options: Options, context: PluginContext) throws -> TransformFactory
}

/// A sink that brings its own spec.
public protocol SinkPlugin: Sink, SendableMetatype {
  static var spec: PluginSpec { get }
  /// Must not touch anything outside: `check` makes plugins too. What is written is opened in ``Sink/open()``.
  init(options: Options, context: PluginContext) throws
}

/// The plugins that a program knows, by kind and name. An explicit list: what is not registered does not exist.
public struct PluginRegistry: Sendable {
  /// How a plugin is made from its options.
  public enum Factory: Sendable {
    case source(@Sendable (Options, PluginContext) throws -> SourceFactory)
    case transform(@Sendable (Options, PluginContext) throws -> TransformFactory)
    case sink(@Sendable (Options, PluginContext) throws -> SinkFactory)

    var kind: PluginKind {
      switch self {
      case .source: .source
      case .transform: .transform
      case .sink: .sink
      }
    }
  }

  struct Entry: Sendable {
    var spec: PluginSpec
    var factory: Factory
  }

  private(set) var entries: [PluginKind: [String: Entry]] = [:]

  public init() {}

  public mutating func register<Plugin: SourcePlugin>(_ plugin: Plugin.Type) {
    register(
      Plugin.spec,
      .source { options, context in
        let source = try Plugin(options: options, context: context)
        return { source }
      })
  }

  public mutating func register<Plugin: TransformPlugin>(_ plugin: Plugin.Type) {
    register(Plugin.spec, .transform { try Plugin.prepare(options: $0, context: $1) })
  }

  public mutating func register<Plugin: SinkPlugin>(_ plugin: Plugin.Type) {
    register(
      Plugin.spec,
      .sink { options, context in
        // Made once here so that a refused option shows in `check`, and again in the task that it will live in.
        _ = try Plugin(options: options, context: context)
        return { try Plugin(options: options, context: context) }
      })
  }

  /// Registers a plugin by its spec and factory, in place of one of the same kind and name.
  public mutating func register(_ spec: PluginSpec, _ factory: Factory) {
    var spec = spec
    spec.kind = factory.kind
    entries[factory.kind, default: [:]][spec.name] = Entry(spec: spec, factory: factory)
  }

  /// The specs of a kind, sorted by name.
  public func specs(_ kind: PluginKind) -> [PluginSpec] {
    (entries[kind] ?? [:]).values.map(\.spec).sorted { $0.name < $1.name }
  }

  /// All specs: sources, transforms, sinks, each sorted by name.
  public var specs: [PluginSpec] { PluginKind.allCases.flatMap { specs($0) } }

  public func spec(_ kind: PluginKind, _ name: String) -> PluginSpec? { entries[kind]?[name]?.spec }

  /// The specs of that name, of any kind: `jsonl` is a source and a sink.
  public func specs(named name: String) -> [PluginSpec] { PluginKind.allCases.compactMap { spec($0, name) } }

  func factory(_ kind: PluginKind, _ name: String) -> Factory? { entries[kind]?[name]?.factory }
}
