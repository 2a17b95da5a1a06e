import Copydesk
import Extraction
import Pages

/// Reads rule files: runs each in a machine of its own making, holds what it returns against the language, compiles it.
final class RuleReader {
  private let evaluator: RuleEvaluator

  /// - Throws: when no machine can be made.
  init(modules: [RuleModule]) throws {
    evaluator = try RuleEvaluator(modules: modules)
  }

  func read(_ source: RuleSource) -> RuleReading {
    let map = SourceMap(source.text)
    var reading = RuleReading(path: source.path, report: RuleReport(file: source.path, map: map))
    let cursor = RuleCursor(root: map.root)
    switch evaluator.evaluate(source) {
    case .failure(let failure):
      reading.report.failure(failure)
    case .success(.clause(let clause)) where clause.name == "publisher":
      interpret(clause.arguments, source, cursor.called(onLine: clause.line, in: map.lines), &reading)
    case .success(let value):
      reading.report.value(.notARule(found: value.kind), cursor)
    }
    return reading
  }

  private func interpret(_ table: RuleTable, _ source: RuleSource, _ cursor: RuleCursor, _ reading: inout RuleReading) {
    if let api = table.integer("api"), api > RuleLanguage.version {
      // What else would be unknown is that version's affair.
      return reading.report.value(.unsupportedVersion(api, supported: RuleLanguage.version), cursor.key("api"))
    }
    var checker = RuleChecker(report: reading.report)
    checker.checkTable(table, RuleLanguage.publisher, cursor)
    var linter = RuleLinter(report: checker.report)
    linter.lint(table, cursor, domain: source.domain)
    reading.report = linter.report
    readHosts(table, cursor.key("hosts"), &reading)
    readFingerprints(table, cursor.key("recognize"), source, &reading)
    if !reading.report.hasErrors { reading.rule = compile(table, source, cursor, reading) }
  }

  private func readHosts(_ table: RuleTable, _ cursor: RuleCursor, _ reading: inout RuleReading) {
    guard case .table(let list)? = table.named["hosts"] else { return }
    if list.positional.isEmpty, list.named.isEmpty {
      reading.report.value(.outOfRange(path: "hosts", expected: "at least one host", found: "empty"), cursor)
    }
    for (index, value) in list.positional.enumerated() {
      guard case .string(let text) = value, let host = try? HostName(rule: text) else { continue }
      let inner = cursor.position(index)
      if RegistrableDomain.of(host.text) == nil {
        reading.report.value(.hostIsPublicSuffix(text), inner)
      } else if !reading.hosts.contains(where: { $0.name == host }) {
        reading.hosts.append((host, inner))
      }
    }
  }

  private func readFingerprints(
    _ table: RuleTable, _ cursor: RuleCursor, _ source: RuleSource, _ reading: inout RuleReading
  ) {
    var parts: [(RuleValue, RuleCursor)] = []
    switch table.named["recognize"] {
    case .table(let list)?: parts = list.positional.enumerated().map { ($1, cursor.position($0)) }
    case let value?: parts = [(value, cursor)]
    case nil: break
    }
    for (value, inner) in parts {
      let arguments: RuleTable
      let place: RuleCursor
      switch value {
      case .string(let text): (arguments, place) = (RuleTable(positional: [.string(text)]), inner)
      case .clause(let clause) where clause.name == "text":
        (arguments, place) = (clause.arguments, inner.called(onLine: clause.line, in: reading.report.map.lines).argument(0))
      default: continue
      }
      guard case .string(let text)? = arguments.positional.first else { continue }
      let fingerprint = Fingerprint(
        text, place: arguments.string("at").flatMap(Fingerprint.Place.init),
        from: "\(source.file):\(reading.report.line(of: place))")
      if fingerprint.folded.count < Fingerprint.minimumLength {
        reading.report.value(.shortFingerprint(text: text, minimum: Fingerprint.minimumLength), place)
      } else {
        if RuleLinter.isCommon(text) {
          reading.report.string(.commonFingerprint(text: text), place, at: 0, length: text.utf8.count)
        }
        reading.fingerprints.append((fingerprint, place))
      }
    }
  }

  private func compile(_ table: RuleTable, _ source: RuleSource, _ cursor: RuleCursor, _ reading: RuleReading) -> Rule? {
    guard let name = table.string("name") else { return nil }
    let line = max(1, reading.report.line(of: cursor))
    var compiler = PlanCompiler(
      name: source.domain, publisher: Publisher(name: name, domain: source.domain), from: "\(source.file):\(line)",
      file: source.file, report: reading.report)
    let base = PlanSource(table, cursor)
    let plan = compiler.plan(base)
    var versions: [Rule.Version] = []
    if case .table(let list)? = table.named["versions"] {
      for (index, value) in list.positional.enumerated() {
        guard case .table(let version) = value, let day = version.string("until_date").flatMap(CalendarDay.init) else { continue }
        let overrides = PlanSource(version, cursor.key("versions").position(index))
        versions.append(Rule.Version(untilDate: day, plan: compiler.plan(base.overridden(by: overrides))))
      }
    }
    return Rule(
      domain: source.domain, name: name, hosts: reading.hosts.map(\.name.text), file: source.file, path: source.path, plan: plan,
      versions: versions, clauses: compiler.clauses, timezone: table.string("timezone"), hasEdit: table.named["edit"] != nil,
      editLine: reading.report.keyLine(of: cursor.key("edit")),
      fingerprints: reading.fingerprints.map(\.fingerprint), source: source.text)
  }
}
