/// Makes JSON Schemas (draft 2020-12, https://json-schema.org/draft/2020-12) of specs, for editors and other programs.
public struct SchemaGenerator {
  private let registry: PluginRegistry
  private var used: Set<PluginKind> = []

  public init(registry: PluginRegistry) {
    self.registry = registry
  }

  /// The schema of a file whose keys are these options, with the definitions of all plugins that may stand in it.
  public static func schema(title: String, about: String, options: [OptionSpec], registry: PluginRegistry) -> JSONValue {
    var generator = SchemaGenerator(registry: registry)
    var members: [(String, JSONValue)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title)), ("description", .string(about)),
    ]
    members += generator.record(options)
    let definitions = generator.definitions()
    if !definitions.isEmpty { members.append(("$defs", .object(JSONObject(definitions)))) }
    return .object(JSONObject(members))
  }

  /// The schema of one plugin's options.
  public static func schema(of spec: PluginSpec, registry: PluginRegistry) -> JSONValue {
    schema(title: "\(spec.kind.rawValue) \(spec.name)", about: spec.summary, options: spec.options, registry: registry)
  }

  // MARK: - Options

  private mutating func record(_ options: [OptionSpec]) -> [(String, JSONValue)] {
    var properties = JSONObject()
    for option in options { properties[option.name] = schema(of: option) }
    let required = options.filter(\.isRequired).map { JSONValue.string($0.name) }
    var members: [(String, JSONValue)] = [("type", "object"), ("properties", .object(properties))]
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("additionalProperties", false))
    return members
  }

  private mutating func schema(of option: OptionSpec) -> JSONValue {
    var members = schema(of: option.type)
    members.append(("description", .string(option.about)))
    if let value = option.defaultValue { members.append(("default", value)) }
    if option.deprecated != nil { members.append(("deprecated", true)) }
    if option.isSecret { members.append(("writeOnly", true)) }
    return .object(JSONObject(members))
  }

  /// Whatever an option's type, `${NAME}` may stand in its place.
  private mutating func schema(of type: OptionType) -> [(String, JSONValue)] {
    func bounds(_ minimum: JSONValue?, _ maximum: JSONValue?) -> [(String, JSONValue)] {
      [("minimum", minimum), ("maximum", maximum)].compactMap { name, value in value.map { (name, $0) } }
    }
    switch type {
    case .string, .path, .expression: return [("type", "string")]
    case .integer(let minimum, let maximum):
      return orVariable([("type", "integer")] + bounds(minimum.map { .integer($0) }, maximum.map { .integer($0) }))
    case .number(let minimum, let maximum):
      return orVariable([("type", "number")] + bounds(minimum.map { .number($0) }, maximum.map { .number($0) }))
    case .boolean: return orVariable([("type", "boolean")])
    case .duration: return orVariable([("type", "string"), ("pattern", "^[0-9]+(\\.[0-9]+)? ?(ms|s|m|min|h|d)$")])
    case .byteSize:
      return [
        (
          "anyOf",
          [
            ["type": "integer", "minimum": 0],
            ["type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?([KkMmGgTt][Ii]?)?[Bb]?$"],
            Self.variable,
          ]
        )
      ]
    case .globs: return [("anyOf", [["type": "string"], ["type": "array", "items": ["type": "string"]]])]
    case .choice(let choices): return [("enum", .array(choices.map { .string($0) }))]
    case .list(let element):
      let one = JSONValue.object(JSONObject(schema(of: element)))
      return element.isScalar ? [("anyOf", [one, ["type": "array", "items": one]])] : [("type", "array"), ("items", one)]
    case .map(let element): return [("type", "object"), ("additionalProperties", .object(JSONObject(schema(of: element))))]
    case .json: return []
    case .step(let kind):
      used.insert(kind)
      return [("$ref", .string("#/$defs/\(kind.rawValue)"))]
    case .record(let options): return record(options)
    }
  }

  private static let variable: JSONValue = ["type": "string", "pattern": "\\$\\{"]

  private func orVariable(_ members: [(String, JSONValue)]) -> [(String, JSONValue)] {
    [("anyOf", [.object(JSONObject(members)), Self.variable])]
  }

  // MARK: - Steps

  /// The definitions of the kinds of step that were used, and of those that they use.
  private mutating func definitions() -> [(String, JSONValue)] {
    var definitions: [PluginKind: JSONValue] = [:]
    while let kind = PluginKind.allCases.first(where: { used.contains($0) && definitions[$0] == nil }) {
      definitions[kind] = .null
      definitions[kind] = step(kind)
    }
    return PluginKind.allCases.compactMap { kind in definitions[kind].map { (kind.rawValue, $0) } }
  }

  private mutating func step(_ kind: PluginKind) -> JSONValue {
    var alternatives: [JSONValue] = []
    let bare = registry.specs(kind).filter { !$0.options.contains(where: \.isRequired) }.map { JSONValue.string($0.name) }
    if !bare.isEmpty { alternatives.append(["enum": .array(bare)]) }
    for spec in registry.specs(kind) {
      var properties = JSONObject()
      var own = JSONObject(record(spec.options))
      own["type"] = spec.options.contains(where: \.isRequired) ? "object" : ["object", "null"]
      own["description"] = .string(spec.summary)
      properties[spec.name] = .object(own)
      for option in PluginSpec.stepOptions { properties[option.name] = schema(of: option) }
      alternatives.append([
        "type": "object", "properties": .object(properties), "required": [.string(spec.name)], "additionalProperties": false,
      ])
    }
    return ["oneOf": .array(alternatives)]
  }
}
