import ChainConfig
import Copydesk
import Testing

@Suite(.timeLimit(.minutes(1))) struct HostileYAMLTests {
  private func check(_ text: String) -> CheckedChain { check(Array(text.utf8)) }

  private func check(_ bytes: [UInt8]) -> CheckedChain {
    ChainConfig(registry: SamplePlugins.registry).check(bytes, file: "c.yaml")
  }

  @Test func aBillionLaughsAreRefused() {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, last) in zip("bcdefghij", "abcdefghi") {
      text += "\(name): &\(name) [" + Array(repeating: "*\(last)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(check(text).diagnostics.map(\.message) == ["more than 1000000 nodes once aliases are expanded"])
  }

  @Test func aFewAliasesAreFine() {
    let text = """
      name: n
      sources: [files: &input { paths: a }]
      transforms: []
      sinks: [jsonl: &out { path: /dev/null }, jsonl: *out, jsonl: *out]
      """
    #expect(check(text).diagnostics.isEmpty)
  }

  /// Few aliases, but each of a big list.
  @Test func expansionIsBoundedByNodes() {
    let list = Array(repeating: "x", count: 20_000).joined(separator: ",")
    let text = "name: &a [\(list)]\nsources: [*a, *a, *a, *a, *a, *a, *a, *a]\nsinks: []\n"
    #expect(check(text).diagnostics.map(\.message) == ["more than 100000 nodes once aliases are expanded"])
  }

  @Test(arguments: [70, 900, 5000, 100_000]) func deepNestingIsRefused(_ depth: Int) {
    let text = "name: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(check(text).hasErrors)
  }

  @Test(arguments: [
    "", "\n\n", "# nothing\n", "---\n---\n", "- a\n- b\n", "just text", "name: [", "name: \"open", "\tname: x", "a: b: c",
    "? [a]\n: b", "name: *undefined", "%YAML 9\n---\na", "name: !!binary x", "\u{FEFF}name: x", "{{}: x}", "<<: {a: b}",
  ])
  func brokenTextIsAnErrorAndNoCrash(_ text: String) {
    let checked = check(text)
    #expect(checked.hasErrors)
    #expect(checked.plan == nil)
    #expect(!checked.rendered().isEmpty)
  }

  @Test(arguments: 0..<200) func randomBytesNeverCrash(_ seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let alphabet = Array("name:sources sinks-[]{}&*!|>'\"%@`#,?\n\n  ab${}\t\u{E9}".utf8)
    let bytes = (0..<200).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(state >> 33)
      return seed % 4 == 0 ? UInt8(truncatingIfNeeded: pick) : alphabet[pick % alphabet.count]
    }
    #expect(check(bytes).plan == nil)
  }

  @Test func aFileThatIsTooBigIsNotParsed() {
    #expect(check(String(repeating: "a", count: ChainConfig.sizeLimit + 1)).hasErrors)
  }

  @Test func whatIsNoFileIsRefused() {
    let config = ChainConfig(registry: SamplePlugins.registry)
    #expect(throws: ChainFileError(path: "/no/such/chain.yaml", reason: .missing)) { try config.load("/no/such/chain.yaml") }
    #expect(throws: ChainFileError(path: "/", reason: .notAFile)) { try config.load("/") }
    #expect(throws: ChainFileError.self) { try config.load("/dev/null") }
  }

  @Test func thousandsOfDuplicateKeysEnd() {
    let text = Array(repeating: "name: x", count: 3000).joined(separator: "\n")
    #expect(check(text).hasErrors)
  }
}
