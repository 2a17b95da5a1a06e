/// Checks configuration against specs and turns it into typed options, collecting every problem on the way.
///
/// Touches nothing outside but the disk, and that only to see whether paths that belong to the configuration are there.
public struct ConfigChecker {
  public let registry: PluginRegistry
  /// The folder that relative paths start from.
  public let baseDirectory: String
  /// Compiles the expressions of `when:` to find their mistakes; `nil` takes them unseen.
  public let conditions: ConditionCompiler?
  /// Says whether a path exists.
  let exists: (String) -> Bool
  public internal(set) var diagnostics: [ConfigDiagnostic] = []

  public init(
    registry: PluginRegistry, baseDirectory: String = "", conditions: ConditionCompiler? = nil,
    exists: @escaping (String) -> Bool = { FileStatus(path: $0) != nil }
  ) {
    self.registry = registry
    self.baseDirectory = baseDirectory
    self.conditions = conditions
    self.exists = exists
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public mutating func report(
    _ problem: ConfigDiagnostic.Problem, severity: ConfigDiagnostic.Severity = .error, at path: JSONPath, _ span: TextSpan?
  ) {
    diagnostics.append(ConfigDiagnostic(problem, severity: severity, path: path, span: span))
  }

  /// Checks a mapping against the options it may have. What is wrong is left out of the result and reported.
  public mutating func options(_ specs: [OptionSpec], in node: ConfigNode, at path: JSONPath) -> Options {
    var options = Options(path: path, span: node.span, baseDirectory: baseDirectory)
    var given: Set<String> = []
    switch node.value {
    case .null: break
    case .mapping(let entries):
      let known = specs.filter { $0.deprecated == nil }.map(\.name)
      for entry in entries {
        let place = path.appending(entry.key)
        guard let spec = specs.first(where: { $0.name == entry.key }) else {
          report(.unknownKey(entry.key, known: known), at: place, entry.keySpan)
          continue
        }
        guard given.insert(entry.key).inserted else { continue }
        if let instead = spec.deprecated {
          report(.deprecated(entry.key, instead: instead), severity: .warning, at: place, entry.keySpan)
        }
        // `key:` with nothing behind it is the same as no key at all.
        if case .null = entry.value.value {
          given.remove(entry.key)
          continue
        }
        options.spans[entry.key] = entry.value.span ?? entry.keySpan
        options.values[entry.key] = value(spec.type, entry.value, at: place)
      }
    default:
      report(.wrongType(expected: "options (`key: value`)", found: node.typeName), at: path, node.span)
      return options
    }
    for spec in specs where !given.contains(spec.name) {
      if spec.isRequired {
        report(.missingKey(spec.name), at: path, node.span)
      } else if let defaultValue = spec.defaultValue {
        options.values[spec.name] = value(spec.type, ConfigNode(json: defaultValue), at: path.appending(spec.name))
      }
    }
    return options
  }

  /// Checks a step: a plugin's name with its options, and `when` and `label` beside it.
  public mutating func step(_ kind: PluginKind, _ node: ConfigNode, at path: JSONPath) -> StepPlan? {
    let entries: [ConfigNode.Entry]
    switch node.value {
    case .string(let name): entries = [ConfigNode.Entry(key: name, keySpan: node.span, value: ConfigNode(.null, span: node.span))]
    case .mapping(let mapping): entries = mapping
    default:
      report(.wrongType(expected: "a step (`name: { … }`)", found: node.typeName), at: path, node.span)
      return nil
    }
    let common = PluginSpec.stepOptions.map(\.name)
    let plugins = entries.filter { !common.contains($0.key) }
    guard let entry = plugins.first else {
      report(.stepWithoutPlugin(kind), at: path, node.span)
      return nil
    }
    if plugins.count > 1 {
      let known = plugins.filter { registry.spec(kind, $0.key) != nil }
      if known.count == 1, let stray = plugins.first(where: { $0.key != known[0].key }) {
        report(.unknownKey(stray.key, known: common), at: path.appending(stray.key), stray.keySpan)
      } else {
        report(.stepWithSeveralPlugins(plugins.map(\.key)), at: path, plugins[1].keySpan)
      }
      return nil
    }
    guard let spec = registry.spec(kind, entry.key) else {
      let other = PluginKind.allCases.first { $0 != kind && registry.spec($0, entry.key) != nil }
      report(
        .unknownPlugin(kind, name: entry.key, known: registry.specs(kind).map(\.name), otherKind: other), at: path, entry.keySpan)
      return nil
    }
    var rest = node
    rest.value = .mapping(entries.filter { common.contains($0.key) })
    let beside = options(PluginSpec.stepOptions, in: rest, at: path)
    var body = entry.value
    if body.span == nil || body.value == .null { body.span = entry.keySpan }
    let own = options(spec.options, in: body, at: path.appending(entry.key))
    return StepPlan(
      kind: kind, plugin: spec.name, label: beside.text("label"), options: own, condition: beside.text("when"), path: path,
      span: entry.keySpan)
  }
}

extension Options {
  fileprivate func text(_ name: String) -> String? {
    if case .string(let text) = values[name] { text } else { nil }
  }
}
