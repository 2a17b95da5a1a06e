import Copydesk
import Extraction
import Pages

/// Turns what a rule's `edit` returns into edits, and says what is wrong with them in the words of the rule's author.
struct EditReading {
  private static let nameKey = "\u{1}edit"

  /// Checks the arguments of `remove`, `keep`, … where they are called, so that an error names that line.
  static func construct(_ spec: EditConstructorSpec, _ call: HostCall) throws -> LuaValue {
    guard call.arguments.count <= spec.parameters.count else {
      throw HostError("'\(spec.name)' takes \(spec.parameters.count) arguments, found \(call.arguments.count)")
    }
    var table = LuaTable()
    table[nameKey] = .string(spec.name)
    table[RuleValue.lineKey] = .integer(call.line)
    for (index, parameter) in spec.parameters.enumerated() {
      let argument = call.argument(index)
      if argument == .nil, parameter.isOptional { continue }
      table[parameter.name] = try check(argument, parameter, spec)
    }
    return .table(table)
  }

  private static func check(
    _ argument: LuaValue, _ parameter: EditConstructorSpec.Parameter, _ spec: EditConstructorSpec
  ) throws -> LuaValue {
    func wrong(_ expected: String) -> HostError {
      HostError("'\(spec.name)': expected \(expected) as \(parameter.name), found \(RuleValue(argument).kind)")
    }
    switch parameter.kind {
    case .block:
      if let index = ScriptHandle.block.id(of: argument) { return .integer(index + 1) }
      guard case .integer = argument else { throw wrong("a block or its number") }
    case .role:
      guard let name = argument.stringValue else { throw wrong("a role") }
      try known(name, RuleLanguage.droppableRoles.map(\.rawValue), what: "role", spec)
    case .field:
      guard let name = argument.stringValue else { throw wrong("a property") }
      try known(name, RuleLanguage.takeableFields.map(\.rawValue), what: "property", spec)
    case .text:
      guard argument.stringValue != nil else { throw wrong("a text") }
    case .value:
      guard argument != .nil, argument.json != nil else { throw wrong("a value that JSON can hold") }
    }
    return argument
  }

  private static func known(_ name: String, _ names: [String], what: String, _ spec: EditConstructorSpec) throws {
    guard !names.contains(name) else { return }
    let hint = Copydesk.NearestName.find(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    throw HostError("'\(spec.name)': unknown \(what) '\(name)'\(hint)")
  }

  // MARK: - Reading

  /// The list that `edit` returned. `file` is the rule's, for the edits' places.
  static func edits(_ value: LuaValue, page: Page, file: String) throws(RuleFailure) -> [Edit] {
    switch value {
    case .nil: return []
    case .table(let table) where table[nameKey] != nil:
      return [try edit(table, page: page, file: file)]
    case .table(let table):
      guard table.members.isEmpty else {
        throw RuleFailure(.badEdits(found: "a table with keys"), line: nil)
      }
      var edits: [Edit] = []
      for element in table.elements {
        guard case .table(let inner) = element, inner[nameKey] != nil else {
          throw RuleFailure(.badEdits(found: RuleValue(element).kind + " in the list"), line: nil)
        }
        edits.append(try edit(inner, page: page, file: file))
      }
      return edits
    default: throw RuleFailure(.badEdits(found: RuleValue(value).kind), line: nil)
    }
  }

  private static func edit(_ table: LuaTable, page: Page, file: String) throws(RuleFailure) -> Edit {
    let line = table[RuleValue.lineKey]?.intValue ?? 0
    let by = line > 0 ? "\(file):\(line)" : file
    let reason = table["reason"]?.stringValue ?? ""
    let block = table["block"]?.intValue ?? 0
    let role = table["role"]?.stringValue.flatMap(Role.init) ?? .boilerplate
    let field = table["property"]?.stringValue.flatMap(Field.init)
    switch (table[nameKey]?.stringValue, field) {
    case ("remove", _): return Edit(.remove(block: block, role: role, reason: reason), by: by)
    case ("keep", _): return Edit(.keep(block: block, reason: reason), by: by)
    case ("move", let field?): return Edit(.move(block: block, to: field, reason: reason), by: by)
    case ("cut", _):
      let words = table["words"]?.stringValue ?? ""
      guard let range = range(of: words, inBlock: block, of: page) else {
        throw RuleFailure(.wordsNotInBlock(words: words, block: block), line: line)
      }
      return Edit(.cut(block: block, range: range, role: role, to: field, reason: reason), by: by)
    case ("set", let field?): return Edit(.set(field: field, value: table["value"]?.json ?? .null, reason: reason), by: by)
    case ("finding", _):
      return Edit(.finding(code: table["code"]?.stringValue ?? "", message: table["message"]?.stringValue ?? ""), by: by)
    default: throw RuleFailure(.badEdits(found: "something else"), line: line)
    }
  }

  /// Where words first stand in a block, exactly as written. The search is naive, but bounded by one block's text and one argument.
  private static func range(of words: String, inBlock n: Int, of page: Page) -> Range<Int>? {
    guard n >= 1, n <= page.blocks.count, !words.isEmpty else { return nil }
    return page.string(of: page.blocks[n - 1]).utf8Range(of: words)
  }
}

extension String {
  /// The UTF-8 offsets at which `words` first stand.
  func utf8Range(of words: String) -> Range<Int>? {
    guard let range = firstRange(of: words) else { return nil }
    return utf8.distance(from: utf8.startIndex, to: range.lowerBound)..<utf8.distance(from: utf8.startIndex, to: range.upperBound)
  }
}
