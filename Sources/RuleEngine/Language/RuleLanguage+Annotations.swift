import Copydesk

extension RuleLanguage {
  /// The files of `rules/_meta/` by name: the whole rule language, and all that the host offers to scripts, as declarations for the Lua
  /// language server. Editors complete and check rules and plugins by them.
  public static var annotations: [String: String] {
    ["rule.lua": ruleAnnotations, "host.lua": hostAnnotations]
  }

  private static let head = """
    ---@meta
    -- Generated from the rule language itself by `RuleLanguage.annotations`; a test fails when the two differ.

    """

  private static var ruleAnnotations: String {
    var out = AnnotationWriter(head)
    for spec in [publisher, body, datedVersion, expect] { out.table(spec) }
    out.fieldsClass(
      name: "take", about: "Per article property, where it stands.", keys: takeableFields.map(\.rawValue), place: .take)
    out.fieldsClass(
      name: "drop", about: "Per role, what does not belong to the article.", keys: droppableRoles.map(\.rawValue), place: .drop)
    out.alias("copydesk.Property", takeableFields.map(\.rawValue))
    out.alias("copydesk.Role", droppableRoles.map(\.rawValue))
    for spec in constructors { out.constructor(spec) }
    out.entry("publisher", parameter: "rule", about: "Declares a publisher's rule; what the file returns.")
    return out.text
  }

  private static var hostAnnotations: String {
    var out = AnnotationWriter(head)
    for spec in handles { out.handle(spec) }
    out.line()
    out.line("---@class copydesk.Edit")
    for spec in editConstructors { out.edit(spec) }
    for spec in [TransformLanguage.transform, TransformLanguage.option] { out.table(spec) }
    out.entry("transform", parameter: "plugin", about: "Declares a Lua plugin; what the file returns.")
    return out.text
  }
}

/// Prints LuaLS annotations: https://luals.github.io/wiki/annotations/
struct AnnotationWriter {
  private(set) var text: String

  init(_ head: String) { text = head }

  mutating func line(_ line: String = "") { text += line + "\n" }

  mutating func table(_ spec: TableSpec) {
    line()
    comment(spec.about)
    line("---@class (exact) copydesk.\(spec.name)")
    for key in spec.keys { field(key) }
  }

  mutating func fieldsClass(name: String, about: String, keys: [String], place: ClausePlace) {
    line()
    comment(about)
    line("---@class (exact) copydesk.\(name)")
    let type = Self.type(.oneOrMore(.clause(place)))
    for key in keys { line("---@field \(key)? \(type)") }
  }

  mutating func alias(_ name: String, _ values: [String]) {
    line()
    line("---@alias \(name)")
    for value in values { line("---| \"\(value)\"") }
  }

  mutating func constructor(_ spec: ConstructorSpec) {
    line()
    line("---@class (exact) copydesk.\(spec.name).options")
    line("---@field [1]\(spec.needsArgument ? "" : "?") string \(spec.argumentName)")
    for option in spec.options { field(option) }
    line()
    line("---@class copydesk.\(spec.name)")
    line()
    comment(spec.about)
    line("---")
    line("---Example: `\(spec.example)`")
    line("---@param \(spec.argumentName) string|copydesk.\(spec.name).options")
    line("---@return copydesk.\(spec.name)")
    line("function \(spec.name)(\(spec.argumentName)) end")
  }

  mutating func entry(_ name: String, parameter: String, about: String) {
    line()
    comment(about)
    line("---@param \(parameter) copydesk.\(name)")
    line("---@return copydesk.\(name)")
    line("function \(name)(\(parameter)) end")
  }

  mutating func handle(_ spec: HandleSpec) {
    line()
    comment(spec.about)
    line("---@class (exact) \(spec.className)")
    for member in spec.members {
      switch member {
      case .property(let name, let type, let about): line("---@field \(name) \(type) \(about)")
      case .list(let element): line("---@field [integer] \(element)")
      case .method: break
      }
    }
    let local = String(spec.className.split(separator: ".").last ?? "")
    line("local \(local) = {}")
    for case .method(let name, let parameters, let returns, let about) in spec.members {
      line()
      comment(about)
      for parameter in parameters { line("---@param \(parameter.name) \(parameter.type)") }
      if returns != "nil" { line("---@return \(returns)") }
      line("function \(local):\(name)(\(parameters.map(\.name).joined(separator: ", "))) end")
    }
  }

  mutating func edit(_ spec: EditConstructorSpec) {
    line()
    comment(spec.about)
    for parameter in spec.parameters {
      let type =
        switch parameter.kind {
        case .block: "copydesk.Block|integer"
        case .role: "copydesk.Role"
        case .field: "copydesk.Property"
        case .text: "string"
        case .value: "any"
        }
      line("---@param \(parameter.name)\(parameter.isOptional ? "?" : "") \(type)")
    }
    line("---@return copydesk.Edit")
    line("function \(spec.name)(\(spec.parameters.map(\.name).joined(separator: ", "))) end")
  }

  mutating func field(_ key: KeySpec) {
    line("---@field \(key.name)\(key.isRequired ? "" : "?") \(Self.type(key.type)) \(key.about)")
  }

  mutating func comment(_ text: String) { line("---" + text) }

  static func type(_ spec: ValueSpec) -> String {
    switch spec {
    case .string: "string"
    case .integer: "integer"
    case .share: "number"
    case .boolean: "boolean"
    case .function(let parameters, let returns):
      "fun(" + parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + "): " + returns
    case .choice(let names): names.map { "\"\($0)\"" }.joined(separator: "|")
    case .field: "copydesk.Property"
    case .mark: "copydesk.Property|copydesk.line"
    case .extent: "\"end\"|integer|copydesk.line"
    case .list(let element): list(type(element))
    case .oneOrMore(let element): type(element) + "|" + list(type(element))
    case .clause(let place):
      ((RuleLanguage.constructor(forBareStringIn: place) == nil ? [] : ["string"])
        + RuleLanguage.constructors(in: place).map { "copydesk.\($0)" }).joined(separator: "|")
    case .table(let table): "copydesk.\(table.name)"
    case .fields: "copydesk.take"
    case .roles: "copydesk.drop"
    case .names(let element): "table<string, \(type(element))>"
    case .data: "any"
    }
  }

  private static func list(_ element: String) -> String {
    element.contains("|") ? "(\(element))[]" : element + "[]"
  }
}
