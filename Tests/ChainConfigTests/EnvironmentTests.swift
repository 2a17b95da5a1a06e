import ChainConfig
import Copydesk
import Testing

@Suite struct EnvironmentTests {
  private func check(_ values: String, environment: [String: String]) -> CheckedChain {
    let text =
      "name: n\nsources: [files: { paths: a }]\nsinks:\n  - jsonl:\n      path: out\n      token: \(values)\nworkers: ${WORKERS:-3}\n"
    return ChainConfig(registry: SamplePlugins.registry, environment: environment).check(Array(text.utf8), file: "c.yaml")
  }

  @Test(arguments: [
    ("${TOKEN}", "s3cret"), ("\"${TOKEN}\"", "s3cret"), ("a${TOKEN}b${TOKEN}", "as3cretbs3cret"),
    ("${NONE:-fallback}", "fallback"),
    ("${EMPTY:-fallback}", "fallback"), ("\"${NONE:-}\"", ""), ("\"x${EMPTY}\"", "x"), ("$${TOKEN}", "${TOKEN}"),
    ("\"$5 $\"", "$5 $"),
    ("${NONE:-a:-b}", "a:-b"),
  ])
  func variablesAreFilledIn(_ written: String, _ expected: String) throws {
    let checked = check(written, environment: ["TOKEN": "s3cret", "EMPTY": ""])
    #expect(checked.diagnostics == [])
    #expect(try checked.plan?.sinks[0].options.string("token") == expected)
    #expect(checked.plan?.workers == 3)
  }

  @Test(arguments: [
    ("${NONE}", "environment variable 'NONE' is not set"), ("${}", "'${}' is not an environment variable"),
    ("${A B}", "'${A B}' is not an environment variable"), ("\"${OPEN\"", "'${OPEN' is not an environment variable"),
    ("${1A}", "'${1A}' is not an environment variable"),
  ])
  func whatIsMissingOrMalformedIsAnError(_ written: String, _ message: String) {
    let checked = check(written, environment: [:])
    #expect(checked.diagnostics.map(\.message) == [message])
    #expect(checked.diagnostics.first?.span?.line == 6)
  }

  @Test func aValueFromTheEnvironmentHasItsType() {
    #expect(check("x", environment: ["WORKERS": "8"]).plan?.workers == 8)
    #expect(check("x", environment: ["WORKERS": "many"]).diagnostics.map(\.message) == ["expected a whole number, found text"])
  }

  @Test func secretsAreNotShown() {
    let text =
      "name: n\nsources: [files: { paths: a }]\ntransforms: [dedupe: { key: \"${TOKEN}\", script: \"${TOKEN}\" }]\nsinks: [stdout]\n"
    let config = ChainConfig(registry: SamplePlugins.registry, environment: ["TOKEN": "hunter2"])
    let checked = config.check(Array(text.utf8), file: "c.yaml")
    #expect(checked.diagnostics.count == 2)
    #expect(!checked.rendered().joined().contains("hunter2"))
  }
}
