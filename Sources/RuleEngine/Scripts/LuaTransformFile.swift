import Copydesk

/// A Lua plugin's file, run and held against what such a file may say.
struct LuaTransformFile {
  let vm: RuleVM
  let spec: PluginSpec
  let process: LuaFunction
  private let path: String

  /// - Throws: ``RuleErrors`` with everything that is wrong with the file.
  init(_ source: [UInt8], path: String, host: RuleHost) throws {
    self.path = path
    let map = SourceMap(source)
    var report = RuleReport(file: path, map: map)
    vm = try RuleVM(limits: RuleHost.limits, hosts: host.table)
    let value: LuaValue
    do {
      value = try vm.run(try vm.load(source: source, name: path))
    } catch {
      let failure = RuleEvaluator.failure(error, file: path)
      report.failure(failure)
      throw RuleErrors(report.diagnostics)
    }
    let cursor = RuleCursor(root: map.root)
    guard case .clause(let clause) = RuleValue(value), clause.name == "transform" else {
      report.value(.notATransform(found: RuleValue(value).kind), cursor)
      throw RuleErrors(report.diagnostics)
    }
    var checker = RuleChecker(report: report)
    checker.checkTable(clause.arguments, TransformLanguage.transform, cursor)
    guard let function = value.tableValue?["process"]?.functionValue, !checker.report.hasErrors else {
      throw RuleErrors(checker.report.diagnostics)
    }
    process = function
    spec = PluginSpec(
      clause.arguments.string("name") ?? "", .transform, summary: clause.arguments.string("summary") ?? "",
      details: clause.arguments.string("details") ?? "",
      options: Self.options(value.tableValue?["options"]?.tableValue, checked: clause.arguments))
  }

  private static func options(_ table: LuaTable?, checked arguments: RuleTable) -> [OptionSpec] {
    guard case .table(let options)? = arguments.named["options"] else { return [] }
    return options.named.sorted { $0.key < $1.key }.compactMap { name, value in
      guard case .table(let option) = value, let type = option.string("type"),
        let known = TransformLanguage.types.first(where: { $0.name == type })
      else { return nil }
      var isRequired = false
      if case .boolean(true)? = option.named["required"] { isRequired = true }
      return OptionSpec(
        name, known.type, required: isRequired, default: table?[name]?.tableValue?["default"]?.json,
        about: option.string("about") ?? "")
    }
  }

  /// Holds what a chain states against the options, and fills in defaults.
  /// - Throws: ``ScriptSyntaxError`` naming all that does not fit.
  func checked(_ given: JSONObject) throws -> LuaValue {
    var checker = ConfigChecker(registry: PluginRegistry())
    let options = checker.options(spec.options, in: ConfigNode(json: .object(given)), at: JSONPath())
    guard !checker.hasErrors else {
      throw ScriptSyntaxError(
        place: path, line: nil,
        message: "options of '\(spec.name)': " + checker.diagnostics.map(\.description).joined(separator: "; "))
    }
    var members: [LuaTable.Member] = []
    for option in spec.options {
      if let value = options.values[option.name] { members.append(LuaTable.Member(key: option.name, value: Self.lua(value))) }
    }
    return .table(LuaTable(members: members))
  }

  private static func lua(_ value: OptionValue) -> LuaValue {
    switch value {
    case .string(let text): .string(text)
    case .integer(let number), .byteSize(let number): .integer(number)
    case .number(let number): .number(number)
    case .boolean(let value): .bool(value)
    case .list(let elements): .table(LuaTable(elements: elements.map(lua)))
    case .map(let members):
      .table(LuaTable(members: members.sorted { $0.key < $1.key }.map { LuaTable.Member(key: $0.key, value: lua($0.value)) }))
    case .path(let path): .string(path.resolved)
    case .json(let json): LuaValue(json)
    case .duration, .step, .record: .nil
    }
  }
}
