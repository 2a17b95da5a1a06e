import ChainConfig
import Copydesk
import Testing

/// Every mistake is found at its place. The expected messages stand at markers in the sample itself.
@Suite struct ChainDiagnosticsTests {
  @Test func aSoundChainHasNothingToReport() throws {
    let checked = expect(
      """
      name: headlines
      sources:
        - files: { paths: [input/*.txt, input/*.html], max_size: 1 MiB }
      transforms:
        - dedupe: { key: url, near: 0.9, window: 2h, limit: 3, names: [a, b], fields: { a: 1 }, settings: { deep: true } }
          when: article ~= nil
          label: once
        - filter: { when: "article.wordCount >= 50" }
      sinks:
        - jsonl: { path: out/articles.jsonl }
        - stdout
      delivery: { retries: 5, retry_delay: 1s, batch: 10, dead_letter: { jsonl: { path: /var/dead.jsonl } } }
      workers: 4
      ordered: true
      """, [:])
    let plan = try #require(checked.plan)
    #expect(plan.name == "headlines")
    #expect(plan.sources.map(\.plugin) == ["files"])
    #expect(try plan.sources[0].options.strings("paths") == ["input/*.txt", "input/*.html"])
    #expect(try plan.sources[0].options.integer("max_size") == 1 << 20)
    #expect(plan.transforms.map(\.label) == ["once", "filter"])
    #expect(plan.transforms[0].condition == "article ~= nil")
    #expect(try plan.transforms[0].options.duration("window") == .seconds(7200))
    #expect(plan.sinks.map(\.plugin) == ["jsonl", "stdout"])
    #expect(try plan.sinks[0].options.path("path").resolved == "chains/out/articles.jsonl")
    #expect(try plan.delivery.deadLetter?.options.path("path").resolved == "/var/dead.jsonl")
    #expect(plan.delivery.retries == 5)
    #expect(plan.delivery.retryDelay == .seconds(1))
    #expect(plan.delivery.retryDelayLimit == .seconds(30))
    #expect(plan.delivery.batch == 10)
    #expect(plan.workers == 4)
    #expect(plan.isOrdered)
  }

  @Test func namesThatAreNotKnownGetTheNearest() {
    expect(
      """
      name: n
      1️⃣sorces: []
      sources:
        - 2️⃣file: { paths: a }
        - 3️⃣stdout
        - 4️⃣quux: {}
      transforms:
        - dedupe: { 5️⃣kye: url }
      sinks:
        - jsonl: { path: a, 6️⃣zzzzzzzzzzzz: 1 }
      delivery: { 7️⃣retires: 5 }
      """,
      [
        "1️⃣": "unknown key 'sorces' (at sorces); did you mean 'sources'?",
        "2️⃣": "unknown source 'file' (at sources[0]); did you mean 'files'? `copydesk plugin list` shows all sources",
        "3️⃣": "unknown source 'stdout' (at sources[1]); 'stdout' is a sink; `copydesk plugin list` shows all sources",
        "4️⃣": "unknown source 'quux' (at sources[2]); `copydesk plugin list` shows all sources",
        "5️⃣": "unknown key 'kye' (at transforms[0].dedupe.kye); did you mean 'key'?",
        "6️⃣": "unknown key 'zzzzzzzzzzzz' (at sinks[0].jsonl.zzzzzzzzzzzz); known keys: path, token",
        "7️⃣": "unknown key 'retires' (at delivery.retires); did you mean 'retries'?",
      ])
  }

  @Test func valuesOfTheWrongTypeAreRefused() {
    expect(
      """
      name: 1️⃣5
      sources: [files: { paths: [a, 2️⃣7], max_size: 3️⃣many }]
      transforms:
        - dedupe:
            key: 4️⃣contents
            near: 5️⃣1.5
            window: 6️⃣5
            limit: 7️⃣0
            names: [8️⃣[x]]
            settings: 9️⃣true
      sinks: [stdout]
      """,
      [
        "1️⃣": "expected text, found a number (at name); put it in quotes",
        "2️⃣": "expected text, found a number (at sources[0].files.paths[1]); put it in quotes",
        "3️⃣": "expected a size such as 512, 64 KiB or 50 MB (at sources[0].files.max_size)",
        "4️⃣": "'contents' is not one of content, url (at transforms[0].dedupe.key); did you mean 'content'?",
        "5️⃣": "expected a number from 0 to 1 (at transforms[0].dedupe.near)",
        "6️⃣": "expected a duration such as 250ms, 30s, 5m or 2h, found a number (at transforms[0].dedupe.window)",
        "7️⃣": "expected a number from 1 up (at transforms[0].dedupe.limit)",
        "8️⃣": "expected text, found a list (at transforms[0].dedupe.names[0])",
        "9️⃣": "expected a mapping (`key: value`), found true or false (at transforms[0].dedupe.settings)",
      ])
  }

  @Test func whatIsMissingIsNamedWhereItShouldBe() {
    expect(
      """
      1️⃣sources: 2️⃣[]
      sinks:
        - 3️⃣jsonl:
        - 4️⃣when: "true"
      transforms:
        - dedupe: { settings: 5️⃣{} }
      """,
      [
        "1️⃣": "missing key 'name'",
        "2️⃣": "expected at least one (at sources)",
        "3️⃣": "missing key 'path' (at sinks[0].jsonl)",
        "4️⃣": "this step names no sink (at sinks[1]); write the name of a sink and a colon; `copydesk plugin list` shows all",
        "5️⃣": "missing key 'deep' (at transforms[0].dedupe.settings)",
      ])
  }

  @Test func stepsThatAreNoStepsAreRefused() {
    expect(
      """
      name: n
      sources: 1️⃣{ files: { paths: a } }
      transforms:
        - dedupe: {}
          2️⃣filter: { when: x }
        - dedupe: {}
          3️⃣wen: x
        - 4️⃣[dedupe]
        - dedupe: 5️⃣[key]
      sinks: [stdout]
      """,
      [
        "1️⃣": "expected a list, found a mapping (at sources)",
        "2️⃣": "a step names one plugin; found 'dedupe' and 'filter' (at transforms[0])",
        "3️⃣": "unknown key 'wen' (at transforms[1].wen); did you mean 'when'?",
        "4️⃣": "expected a step (`name: { … }`), found a list (at transforms[2])",
        "5️⃣": "expected options (`key: value`), found a list (at transforms[3].dedupe)",
      ])
  }

  @Test func duplicateKeysAreAllFoundAndNothingElseIsLost() {
    expect(
      """
      name: a
      1️⃣name: b
      sources:
        - files: { paths: a, 2️⃣"paths": b, 3️⃣paths: c }
      sinks: [stdout]
      workers: 4️⃣none
      """,
      [
        "1️⃣": "key 'name' stands here twice (at name); first in line 1",
        "2️⃣": "key 'paths' stands here twice (at sources[0].files.paths); first in line 4",
        "3️⃣": "key 'paths' stands here twice (at sources[0].files.paths); first in line 4",
        "4️⃣": "expected a whole number, found text (at workers)",
      ])
  }

  @Test func expressionsAreCompiled() {
    expect(
      """
      name: n
      sources: [files: { paths: a }]
      transforms: [filter: { when: 1️⃣"a ? b" }]
      sinks:
        - stdout:
          when: 2️⃣what?
      """,
      [
        "1️⃣": "line 3: unexpected '?' (at transforms[0].filter.when)",
        "2️⃣": "line 6: unexpected '?' (at sinks[0].when)",
      ])
  }

  @Test func deprecatedOptionsDrawAWarning() {
    let checked = expect(
      """
      name: n
      sources: [files: { paths: a }]
      transforms: [dedupe: { 1️⃣old: true }]
      sinks: [stdout]
      """, ["1️⃣": "'old' is deprecated (at transforms[0].dedupe.old); use 'key'"], severity: .warning)
    #expect(checked.plan != nil)
  }

  @Test func filesOfTheConfigurationHaveToBeThere() {
    expect(
      """
      name: n
      sources: [files: { paths: no/such/input.txt }]
      transforms: [dedupe: { script: 1️⃣no/such.lua }]
      sinks: [stdout]
      """, ["1️⃣": "no such file or folder: no/such.lua (at transforms[0].dedupe.script)"])
  }

  @Test func columnsCountCharacters() {
    expect(
      """
      name: n
      sources: [files: { paths: "é漢😀", 1️⃣siez: 1 }]
      sinks: [stdout]
      """, ["1️⃣": "unknown key 'siez' (at sources[0].files.siez); known keys: paths, max_size"])
  }

  @discardableResult
  private func expect(
    _ marked: String, _ expected: [String: String], severity: ConfigDiagnostic.Severity = .error,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> CheckedChain {
    let sample = MarkedText(marked)
    let config = ChainConfig(registry: SamplePlugins.registry, conditions: SamplePlugins.conditions)
    let checked = config.check(Array(sample.text.utf8), file: "chains/daily.yaml", baseDirectory: "chains")
    let found = checked.diagnostics.map(\.description)
    let wanted = expected.sorted { $0.key < $1.key }.map { marker, message in
      let place = sample.places[marker] ?? (0, 0)
      return "\(place.line):\(place.column): \(severity.rawValue): \(message)"
    }
    #expect(found.sorted() == wanted.sorted(), sourceLocation: sourceLocation)
    #expect((checked.plan == nil) == (severity == .error && !expected.isEmpty), sourceLocation: sourceLocation)
    return checked
  }
}
