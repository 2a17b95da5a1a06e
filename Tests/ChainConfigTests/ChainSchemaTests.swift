import ChainConfig
import Copydesk
import Testing

@Suite struct ChainSchemaTests {
  private let schema = ChainSpec.schema(registry: SamplePlugins.registry)

  @Test func theSchemaNamesItsDraftAndEveryKey() {
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["properties"]?.objectValue?.members.map(\.key) == ChainSpec.options.map(\.name))
    #expect(schema["required"] == ["name", "sources", "sinks"])
    #expect(schema["additionalProperties"] == false)
  }

  @Test func everyPluginIsAnAlternativeOfItsKind() {
    for kind in PluginKind.allCases {
      let alternatives = schema["$defs"]?[kind.rawValue]?["oneOf"]?.arrayValue ?? []
      let names = alternatives.compactMap { $0["properties"]?.objectValue?.members.first?.key }
      #expect(names == SamplePlugins.registry.specs(kind).map(\.name))
    }
  }

  /// Every reference leads somewhere.
  @Test func referencesAreDefined() {
    var references: [String] = []
    func collect(_ value: JSONValue) {
      switch value {
      case .array(let elements): elements.forEach(collect)
      case .object(let object):
        if case .string(let target)? = object["$ref"] { references.append(target) }
        object.members.forEach { collect($0.value) }
      default: break
      }
    }
    collect(schema)
    #expect(!references.isEmpty)
    for reference in references {
      #expect(reference.hasPrefix("#/$defs/"))
      #expect(schema["$defs"]?[String(reference.dropFirst("#/$defs/".count))] != nil)
    }
  }

  @Test func theSchemaIsTheSameEveryTime() {
    #expect(ChainSpec.schema(registry: SamplePlugins.registry).bytes() == schema.bytes())
  }
}
