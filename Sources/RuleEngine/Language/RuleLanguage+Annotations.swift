import Copydesk

extension RuleLanguage {
  /// The name of the file in `rules/_meta/` that ``annotations`` belongs in.
  public static let annotationsFile = "rule.lua"

  /// The whole rule language as declarations for the Lua language server (LuaLS annotations): editors complete and check rules by it.
  public static var annotations: String {
    var out = AnnotationWriter()
    out.line("---@meta")
    out.line("-- Generated from the rule language itself; `make test` fails when the two differ.")
    for spec in [publisher, body, version_, expect] { out.table(spec) }
    out.fieldsClass(
      name: "take", about: "Per article property, where it stands.", keys: takeableFields.map(\.rawValue), place: .take)
    out.fieldsClass(
      name: "drop", about: "Per role, what does not belong to the article.", keys: droppableRoles.map(\.rawValue), place: .drop)
    out.alias("copydesk.Property", takeableFields.map(\.rawValue))
    out.alias("copydesk.Role", droppableRoles.map(\.rawValue))
    for spec in constructors { out.constructor(spec) }
    out.line()
    out.line("---Declares a publisher's rule; what the file returns.")
    out.line("---@param rule copydesk.publisher")
    out.line("---@return copydesk.publisher")
    out.line("function publisher(rule) end")
    return out.text
  }
}

/// Prints LuaLS annotations: https://luals.github.io/wiki/annotations/
struct AnnotationWriter {
  private(set) var text = ""

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
