import Copydesk
import Extraction
import Pages

/// Makes native plans of a checked rule. What the checker has reported is skipped here, so that one mistake gives one message.
struct PlanCompiler {
  let name: String
  let publisher: Publisher
  let from: String
  /// The file, for the places of clauses.
  let file: String
  let report: RuleReport
  private(set) var clauses: [RuleClause] = []
  /// Clauses that versions share keep one id.
  private var ids: [String: Int] = [:]

  init(name: String, publisher: Publisher, from: String, file: String, report: RuleReport) {
    self.name = name
    self.publisher = publisher
    self.from = from
    self.file = file
    self.report = report
  }

  mutating func plan(_ source: PlanSource) -> Plan {
    var plan = Plan(name: name, publisher: publisher, from: from)
    plan.language = source.language
    plan.take = source.take.sorted { Self.precedes($0.value, $0.key.rawValue, $1.value, $1.key.rawValue) }.map { field, parts in
      Plan.Take(field: field, alternatives: compile(parts, .take(field), .take, source.language))
    }
    plan.within = compile(source.within, .within, .within, source.language)
    plan.keep = compile(source.keep, .keep, .keep, source.language)
    plan.drop = source.drop.sorted { Self.precedes($0.value, $0.key.rawValue, $1.value, $1.key.rawValue) }.map { role, parts in
      Plan.Drop(role: role, clauses: compile(parts, .drop(role), .drop, source.language))
    }
    if let table = source.expect { plan.expect = Self.expectations(table) }
    return plan
  }

  /// In the order in which they are written.
  private static func precedes(_ a: [PlanSource.Part], _ aName: String, _ b: [PlanSource.Part], _ bName: String) -> Bool {
    let first = a.first?.cursor.order ?? .max
    let second = b.first?.cursor.order ?? .max
    return first == second ? aName < bName : first < second
  }

  private static func expectations(_ table: RuleTable) -> Plan.Expectations {
    var expect = Plan.Expectations()
    expect.required = table.strings("required").compactMap(Field.init)
    expect.forbids = table.strings("forbids")
    expect.maxRemoved = table.number("max_removed")
    expect.minWords = table.integer("min_words")
    return expect
  }

  // MARK: - Clauses

  private mutating func compile(
    _ parts: [PlanSource.Part], _ purpose: RuleClause.Purpose, _ place: ClausePlace, _ language: String?
  ) -> [Clause] {
    parts.compactMap { clause($0, purpose, place, language) }
  }

  private mutating func clause(
    _ part: PlanSource.Part, _ purpose: RuleClause.Purpose, _ place: ClausePlace, _ language: String?
  ) -> Clause? {
    let constructor: String
    let line: Int
    let arguments: RuleTable
    switch part.value {
    case .string(let text):
      guard let bare = RuleLanguage.constructor(forBareStringIn: place) else { return nil }
      constructor = bare
      arguments = RuleTable(positional: [.string(text)])
      line = report.line(of: part.cursor)
    case .clause(let construct):
      constructor = construct.name
      arguments = construct.arguments
      line = report.line(of: part.cursor.called(onLine: construct.line, in: report.map.lines))
    default: return nil
    }
    guard let matcher = matcher(constructor, arguments, language) else { return nil }
    let from = "\(file):\(line)"
    // A version that inherits a clause inherits its path as well; overriding ones have paths of their own.
    let id = ids[part.cursor.path] ?? clauses.count
    if id == clauses.count {
      ids[part.cursor.path] = id
      clauses.append(RuleClause(id: id, from: from, path: part.cursor.path, purpose: purpose, constructor: constructor))
    }
    return Clause(
      id: id, from: from, matcher: matcher, reason: arguments.string("reason"), maxShare: arguments.number("max_share"))
  }

  private func matcher(_ constructor: String, _ arguments: RuleTable, _ language: String?) -> Matcher? {
    // A language without a table of month names still has numbers.
    let format = arguments.string("date").flatMap { (try? DateFormat($0, language: language)) ?? (try? DateFormat($0)) }
    var text: String?
    if case .string(let first)? = arguments.positional.first { text = first }
    if constructor == "line" { return .line(lineMatcher(text, format, arguments)) }
    guard let text else { return nil }
    switch constructor {
    case "css": return (try? CSSSelector(text)).map { .css($0, attribute: arguments.string("attr"), format: format) }
    case "xpath": return (try? XPathExpression(text)).map { .xpath($0, format: format) }
    case "meta": return .meta(text, format: format)
    case "jsonld": return .jsonLD(text.split(separator: ".").map(String.init), format: format)
    case "byline": return (try? TextTemplate(text)).map(Matcher.byline)
    case "value": return .value(text)
    default: return nil
    }
  }

  private func lineMatcher(_ text: String?, _ format: DateFormat?, _ arguments: RuleTable) -> LineMatcher {
    var ignoresCase = false
    if case .boolean(true)? = arguments.named["ignore_case"] { ignoresCase = true }
    var matcher = LineMatcher(template: text.flatMap { try? TextTemplate($0, ignoringCase: ignoresCase) })
    matcher.date = format
    matcher.place = arguments.string("at").flatMap(LineMatcher.Place.init)
    matcher.nth = arguments.integer("nth")
    matcher.after = arguments.named["after"].flatMap(Self.mark)
    matcher.until = arguments.named["before"].flatMap(Self.mark)
    matcher.through = arguments.named["through"].flatMap(Self.extent)
    return matcher
  }

  private static func mark(_ value: RuleValue) -> LineMatcher.Mark? {
    switch value {
    case .string(let name): Field(rawValue: name).map(LineMatcher.Mark.field)
    case .clause(let clause): template(clause).map(LineMatcher.Mark.template)
    default: nil
    }
  }

  private static func extent(_ value: RuleValue) -> LineMatcher.Extent? {
    switch value {
    case .string: .end
    case .integer(let count): .count(count)
    case .clause(let clause): template(clause).map(LineMatcher.Extent.template)
    default: nil
    }
  }

  private static func template(_ clause: RuleConstruct) -> TextTemplate? {
    guard case .string(let text)? = clause.arguments.positional.first else { return nil }
    return try? TextTemplate(text)
  }
}

extension RuleTable {
  func string(_ name: String) -> String? {
    if case .string(let text)? = named[name] { text } else { nil }
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let number)? = named[name] { number } else { nil }
  }

  func number(_ name: String) -> Double? {
    switch named[name] {
    case .integer(let integer): Double(integer)
    case .number(let real): real
    default: nil
    }
  }

  /// The strings of a list; a string by itself is a list of one.
  func strings(_ name: String) -> [String] {
    switch named[name] {
    case .string(let text): [text]
    case .table(let list): list.positional.compactMap { if case .string(let text) = $0 { text } else { nil } }
    default: []
    }
  }
}
