import Copydesk

/// Holds a rule's table against the language: every unknown key, wrong type and malformed string, each with its place.
struct RuleChecker {
  var report: RuleReport

  mutating func check(_ value: RuleValue, _ spec: ValueSpec, _ cursor: RuleCursor) {
    switch spec {
    case .string(let kind):
      guard case .string(let text) = value else { return wrongType(value, "a string", cursor) }
      check(text, kind, cursor)
    case .integer(let range, let butNotZero):
      guard case .integer(let number) = value else { return wrongType(value, "a whole number", cursor) }
      guard range.contains(number), !(butNotZero && number == 0) else {
        let expected = range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        let exception = butNotZero ? " but not 0" : ""
        return report.value(.outOfRange(path: cursor.path, expected: expected + exception, found: "\(number)"), cursor)
      }
    case .share:
      let number: Double
      switch value {
      case .integer(let integer): number = Double(integer)
      case .number(let real): number = real
      default: return wrongType(value, "a number from 0 to 1", cursor)
      }
      guard number >= 0, number <= 1 else {
        return report.value(.outOfRange(path: cursor.path, expected: "a share from 0 to 1", found: "\(number)"), cursor)
      }
    case .boolean:
      guard case .boolean = value else { return wrongType(value, "true or false", cursor) }
    case .function:
      guard case .function = value else { return wrongType(value, "a function", cursor) }
    case .choice(let names):
      guard case .string(let name) = value else {
        return wrongType(value, names.map { "\"\($0)\"" }.joined(separator: " or "), cursor)
      }
      if !names.contains(name) {
        report.value(.unknownChoice(name, path: cursor.path, what: "place", known: names), cursor)
      }
    case .field:
      guard case .string(let name) = value else { return wrongType(value, "the name of a property", cursor) }
      checkField(name, among: Field.allCases, cursor)
    case .mark: checkMark(value, cursor)
    case .extent: checkExtent(value, cursor)
    case .list(let element):
      guard case .table(let table) = value else { return wrongType(value, "a list", cursor) }
      checkList(table, element, cursor)
    case .oneOrMore(let element):
      if case .table(let table) = value { checkList(table, element, cursor) } else { check(value, element, cursor) }
    case .clause(let place): checkClause(value, place, cursor)
    case .table(let spec):
      guard case .table(let table) = value else { return wrongType(value, "a table", cursor) }
      checkTable(table, spec, cursor)
    case .fields(let element):
      checkNames(value, element, what: "property", known: RuleLanguage.takeableFields.map(\.rawValue), cursor)
    case .names(let element):
      guard case .table(let table) = value else { return wrongType(value, "a table", cursor) }
      for (name, value) in sorted(table.named, cursor) { check(value, element, cursor.key(name)) }
      refusePositional(table, cursor)
    case .data:
      if value.isFunctionOrHandle { wrongType(value, "a text, a number, true, false or a list", cursor) }
    case .roles(let element):
      checkNames(value, element, what: "role", known: RuleLanguage.droppableRoles.map(\.rawValue), cursor)
    }
  }

  private mutating func wrongType(_ value: RuleValue, _ expected: String, _ cursor: RuleCursor) {
    report.value(.wrongType(path: cursor.path, expected: expected, found: value.kind), cursor)
  }

  // MARK: - Tables

  mutating func checkTable(_ table: RuleTable, _ spec: TableSpec, _ cursor: RuleCursor) {
    report.repeatedKeys(cursor)
    for (name, value) in sorted(table.named, cursor) {
      let inner = cursor.key(name)
      if let key = spec.key(name) {
        check(value, key.type, inner)
      } else {
        report.key(.unknownKey(name, path: cursor.path, known: spec.keys.map(\.name)), inner)
      }
    }
    refusePositional(table, cursor)
    for key in spec.keys where key.isRequired && table.named[key.name] == nil {
      report.value(.missingKey(key.name, path: cursor.path), cursor)
    }
  }

  private mutating func checkList(_ table: RuleTable, _ element: ValueSpec, _ cursor: RuleCursor) {
    for (name, _) in sorted(table.named, cursor) { report.key(.namedValue(name, path: cursor.path), cursor.key(name)) }
    for key in table.otherKeys { report.value(.namedValue(key, path: cursor.path), cursor) }
    for (index, value) in table.positional.enumerated() { check(value, element, cursor.position(index)) }
  }

  private mutating func checkNames(_ value: RuleValue, _ element: ValueSpec, what: String, known: [String], _ cursor: RuleCursor)
  {
    guard case .table(let table) = value else { return wrongType(value, "a table", cursor) }
    report.repeatedKeys(cursor)
    for (name, value) in sorted(table.named, cursor) {
      let inner = cursor.key(name)
      if known.contains(name) {
        check(value, element, inner)
      } else {
        report.key(.unknownChoice(name, path: cursor.path, what: what, known: known), inner)
      }
    }
    refusePositional(table, cursor)
  }

  private mutating func refusePositional(_ table: RuleTable, _ cursor: RuleCursor) {
    for index in table.positional.indices {
      report.value(.positionalValue(path: cursor.path), cursor.position(index))
    }
    for key in table.otherKeys { report.value(.unknownKey(key, path: cursor.path, known: []), cursor) }
  }

  private func sorted(_ named: [String: RuleValue], _ cursor: RuleCursor) -> [(String, RuleValue)] {
    named.sorted { (cursor.key($0.key).order, $0.key) < (cursor.key($1.key).order, $1.key) }.map { ($0.key, $0.value) }
  }

  // MARK: - Clauses

  private mutating func checkClause(_ value: RuleValue, _ place: ClausePlace, _ cursor: RuleCursor) {
    let allowed = RuleLanguage.constructors(in: place)
    switch value {
    case .string(let text):
      guard let bare = RuleLanguage.constructor(forBareStringIn: place).flatMap(RuleLanguage.constructor) else {
        return report.value(.bareString(path: cursor.path, allowed: allowed), cursor)
      }
      check(text, bare.argument, cursor)
    case .clause(let clause):
      let called = cursor.called(onLine: clause.line, in: report.map.lines)
      guard let spec = RuleLanguage.constructor(clause.name), spec.places.contains(place) else {
        return report.value(.wrongConstructor(clause.name, path: cursor.path, allowed: allowed), called)
      }
      checkArguments(clause, spec, place, called)
    default:
      wrongType(value, allowed.joined(separator: ", "), cursor)
    }
  }

  private mutating func checkArguments(
    _ clause: RuleConstruct, _ spec: ConstructorSpec, _ place: ClausePlace, _ cursor: RuleCursor
  ) {
    let arguments = clause.arguments
    report.repeatedKeys(cursor)
    if let first = arguments.positional.first {
      let inner = cursor.argument(0)
      if case .string(let text) = first {
        check(text, spec.argument, inner)
      } else {
        report.value(.wrongType(path: cursor.path, expected: "a string", found: first.kind), inner)
      }
    } else if spec.needsArgument {
      report.value(.emptyClause(path: cursor.path, constructor: spec.name, needs: "its \(spec.argumentName)"), cursor)
    } else if arguments.named.isEmpty {
      report.value(.emptyClause(path: cursor.path, constructor: spec.name, needs: "a text, a date or a place"), cursor)
    }
    for index in arguments.positional.indices.dropFirst() {
      report.value(.positionalValue(path: cursor.path), cursor.argument(index))
    }
    for (name, value) in sorted(arguments.named, cursor) {
      let inner = cursor.key(name)
      if let option = spec.option(name, in: place) {
        check(value, option.type, inner)
      } else {
        let known = spec.options.filter { $0.applies(in: place) }.map(\.name)
        report.key(.unknownKey(name, path: cursor.path, known: known), inner)
      }
    }
    for key in arguments.otherKeys { report.value(.unknownKey(key, path: cursor.path, known: []), cursor) }
  }

  // MARK: - Marks and extents

  private mutating func checkMark(_ value: RuleValue, _ cursor: RuleCursor) {
    switch value {
    case .string(let name): checkField(name, among: RuleLanguage.takeableFields, cursor)
    case .clause(let clause) where clause.name == "line": checkPlainLine(clause, cursor)
    default: wrongType(value, "the name of a property, or a 'line'", cursor)
    }
  }

  private mutating func checkExtent(_ value: RuleValue, _ cursor: RuleCursor) {
    switch value {
    case .string("end"): break
    case .string(let name): report.value(.unknownChoice(name, path: cursor.path, what: "extent", known: ["end"]), cursor)
    case .integer: check(value, .integer(1...100_000), cursor)
    case .clause(let clause) where clause.name == "line": checkPlainLine(clause, cursor)
    default: wrongType(value, "\"end\", a number of lines, or a 'line'", cursor)
    }
  }

  /// A `line` that only says what the line reads.
  private mutating func checkPlainLine(_ clause: RuleConstruct, _ cursor: RuleCursor) {
    let called = cursor.called(onLine: clause.line, in: report.map.lines)
    guard case .string(let text)? = clause.arguments.positional.first else {
      return report.value(.emptyClause(path: cursor.path, constructor: "line", needs: "its template"), called)
    }
    check(text, .template, called.argument(0))
    for (name, _) in sorted(clause.arguments.named, called) {
      report.key(.unknownKey(name, path: called.path, known: []), called.key(name))
    }
  }

  private mutating func checkField(_ name: String, among fields: [Field], _ cursor: RuleCursor) {
    if !fields.contains(where: { $0.rawValue == name }) {
      report.value(.unknownChoice(name, path: cursor.path, what: "property", known: fields.map(\.rawValue)), cursor)
    }
  }
}
