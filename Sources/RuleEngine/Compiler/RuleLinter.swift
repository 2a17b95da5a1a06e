import Copydesk
import Extraction

/// Looks for what a rule may say by the language but hardly means.
struct RuleLinter {
  var report: RuleReport

  mutating func lint(_ table: RuleTable, _ cursor: RuleCursor, domain: String) {
    let base = PlanSource(table, cursor)
    lint(base)
    var versionCount = 0
    if case .table(let versions)? = table.named["versions"] {
      versionCount = versions.positional.count
      lintVersions(versions, cursor.key("versions"))
    }
    lintHosts(table, cursor.key("hosts"), domain: domain)
    let hasClauses = !base.take.isEmpty || !base.within.isEmpty || !base.keep.isEmpty || !base.drop.isEmpty
    if !hasClauses, versionCount == 0, table.named["edit"] == nil { report.value(.nothingToDo, cursor) }
  }

  private mutating func lintVersions(_ versions: RuleTable, _ cursor: RuleCursor) {
    var previous: CalendarDay?
    for (index, value) in versions.positional.enumerated() {
      guard case .table(let version) = value else { continue }
      let inner = cursor.position(index)
      lint(PlanSource(version, inner))
      guard let day = version.string("until_date").flatMap(CalendarDay.init) else { continue }
      if let last = previous, day <= last {
        report.value(.versionsNotAscending(date: day.description, previous: last.description), inner.key("until_date"))
      }
      previous = max(day, previous ?? day)
    }
  }

  private mutating func lintHosts(_ table: RuleTable, _ cursor: RuleCursor, domain: String) {
    guard case .table(let hosts)? = table.named["hosts"] else { return }
    var seen: Set<HostName> = []
    var namesFolder = false
    let folder = try? HostName(rule: domain)
    for (index, value) in hosts.positional.enumerated() {
      guard case .string(let text) = value, let host = try? HostName(rule: text) else { continue }
      if !seen.insert(host).inserted { report.value(.duplicateHost(text), cursor.position(index)) }
      if let folder, host.selfAndParents.contains(Substring(folder.text)) || folder.selfAndParents.contains(Substring(host.text))
      {
        namesFolder = true
      }
    }
    if !seen.isEmpty, !namesFolder { report.value(.domainNotInHosts(domain: domain), cursor) }
  }

  // MARK: - Clauses

  private mutating func lint(_ source: PlanSource) {
    for field in Field.allCases {
      guard let parts = source.take[field] else { continue }
      lintDuplicates(parts)
      for part in parts {
        lintCaptures(part, for: field)
        lintSelector(part)
        lintLooseness(part, drops: false)
      }
    }
    for role in Role.allCases {
      guard let parts = source.drop[role] else { continue }
      lintDuplicates(parts)
      for part in parts {
        lintCaptures(part, for: nil)
        lintSelector(part)
        lintPhrase(part)
        lintLooseness(part, drops: true)
      }
    }
    for part in source.within + source.keep {
      lintSelector(part)
      lintLooseness(part, drops: false)
    }
    for part in source.keep { lintCaptures(part, for: nil) }
  }

  private mutating func lintDuplicates(_ parts: [PlanSource.Part]) {
    for (index, part) in parts.enumerated() {
      if let first = parts[..<index].first(where: { $0.value == part.value }) {
        report.value(.duplicateClause(path: part.cursor.path, line: report.line(of: first.cursor)), part.cursor)
      }
    }
  }

  private mutating func lintCaptures(_ part: PlanSource.Part, for field: Field?) {
    guard case .clause(let clause) = part.value, clause.name == "line" || clause.name == "byline" else { return }
    let cursor = part.cursor.called(onLine: clause.line, in: report.map.lines)
    lintCaptures(clause, cursor, for: field)
    for key in ["after", "before", "through"] {
      if case .clause(let mark)? = clause.arguments.named[key] { lintCaptures(mark, cursor.key(key), for: nil) }
    }
  }

  private mutating func lintCaptures(_ clause: RuleConstruct, _ cursor: RuleCursor, for field: Field?) {
    guard case .string(let text)? = clause.arguments.positional.first, let template = try? TextTemplate(text) else { return }
    let inner = cursor.argument(0)
    for name in template.captureNames {
      let written = "${\(name)}"
      let offset = Self.offset(of: written, in: text)
      guard let field else {
        report.string(.unusedCapture(name, path: cursor.path), inner, at: offset, length: written.utf8.count)
        continue
      }
      let known = RuleLanguage.captures(for: field)
      if !known.contains(name) {
        report.string(
          .unknownCapture(name, field: field.rawValue, known: known), inner, at: offset, length: written.utf8.count)
      }
    }
  }

  /// Words alone, few of them, and no place: such a line may well be a headline or a heading one day.
  private mutating func lintPhrase(_ part: PlanSource.Part) {
    guard case .clause(let clause) = part.value, clause.name == "line",
      case .string(let text)? = clause.arguments.positional.first
    else { return }
    guard ["at", "after", "before", "nth"].allSatisfy({ clause.arguments.named[$0] == nil }) else { return }
    let words = text.split(separator: " ")
    guard words.count <= 3, words.allSatisfy({ $0.allSatisfy(\.isLetter) }) else { return }
    let cursor = part.cursor.called(onLine: clause.line, in: report.map.lines)
    report.string(.unanchoredPhrase(text: text), cursor.argument(0), at: 0, length: text.utf8.count)
  }

  private mutating func lintSelector(_ part: PlanSource.Part) {
    let text: String
    let cursor: RuleCursor
    switch part.value {
    case .string(let selector): (text, cursor) = (selector, part.cursor)
    case .clause(let clause):
      guard clause.name == "css", case .string(let selector)? = clause.arguments.positional.first else { return }
      (text, cursor) = (selector, part.cursor.called(onLine: clause.line, in: report.map.lines).argument(0))
    default: return
    }
    for (name, offset) in BuildHash.names(inSelector: text) {
      report.string(.buildHash(name: name), cursor, at: offset, length: name.utf8.count)
    }
  }

  private static func offset(of needle: String, in text: String) -> Int? {
    let wanted = Array(needle.utf8)
    let bytes = Array(text.utf8)
    guard wanted.count <= bytes.count else { return nil }
    return (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
