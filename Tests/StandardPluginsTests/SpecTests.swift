import Copydesk
import StandardPlugins
import Testing

/// Every plugin's spec holds what it promises.
@Suite struct SpecTests {
  @Test(arguments: PluginFixture.registry.specs) func examplesPassTheirOwnCheck(_ spec: PluginSpec) {
    #expect(!spec.examples.isEmpty || spec.options.isEmpty)
    for example in spec.examples {
      var checker = ConfigChecker(registry: PluginFixture.registry, exists: { _ in true })
      _ = checker.options(spec.options, in: ConfigNode(json: example.options), at: JSONPath())
      #expect(checker.diagnostics.map(\.description) == [])
    }
  }

  @Test(arguments: PluginFixture.registry.specs) func defaultsAreOfTheirType(_ spec: PluginSpec) {
    for option in spec.options {
      guard let value = option.defaultValue else { continue }
      var checker = ConfigChecker(registry: PluginFixture.registry)
      var plain = option
      plain.isRequired = false
      _ = checker.options([plain], in: ConfigNode(json: .object(JSONObject([(option.name, value)]))), at: JSONPath())
      #expect(checker.diagnostics.map(\.description) == [])
    }
  }

  @Test(arguments: PluginFixture.registry.specs) func wordsAreWhole(_ spec: PluginSpec) {
    #expect(spec.summary.hasSuffix("."))
    #expect(spec.manual.contains(spec.summary))
    for option in spec.options {
      #expect(option.about.hasSuffix("."))
      #expect(spec.manual.contains(option.name))
      #expect(spec.reference.contains("`\(option.name)`"))
    }
  }

  @Test func theListIsComplete() {
    #expect(
      PluginFixture.registry.specs.map { "\($0.kind.rawValue) \($0.name)" } == [
        "source files", "source jsonl", "transform extract", "transform filter", "transform lua", "sink jsonl", "sink markdown",
        "sink stdout",
      ])
  }
}
