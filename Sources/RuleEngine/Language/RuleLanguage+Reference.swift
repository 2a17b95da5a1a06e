import Copydesk

extension RuleLanguage {
  /// The reference page of the rule language, in Markdown.
  public static var referenceMarkdown: String {
    var text = "# The rule language\n\n"
    text +=
      "A rule is one file, `rules/<domain>/rule.lua`, that returns `publisher { … }`. This page is generated from the language itself.\n"
    for spec in [publisher, body, datedVersion, expect] {
      text += "\n## `\(spec.name)`\n\n\(spec.about)\n\n" + table(of: spec.keys)
    }
    text +=
      "\n## Constructors\n\nEach makes a clause: something to look for. With one argument, `css \"h1\"` is short for `css { \"h1\" }`.\n"
    for spec in constructors {
      text += "\n### `\(spec.name)`\n\n\(spec.about)\n\n```lua\n\(spec.example)\n```\n\nStands in: "
      text += ClausePlace.allCases.filter { spec.places.contains($0) }.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ".\n"
      if !spec.options.isEmpty { text += "\n" + table(of: spec.options) }
    }
    text += "\n## Edits\n\nWhat `edit` returns a list of.\n"
    for spec in editConstructors {
      let parameters = spec.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }.joined(separator: ", ")
      text += "\n- `\(spec.name)(\(parameters))`: \(spec.about)"
    }
    text += "\n\n## Handles\n\nWhat `edit`, expressions and Lua plugins look at; nothing can be written to.\n"
    for spec in handles { text += "\n### `\(spec.kind)`\n\n\(spec.about)\n\n" + members(of: spec) }
    text +=
      "\n## Lua plugins\n\nA plugin is a file that returns `transform { … }`.\n\n" + table(of: TransformLanguage.transform.keys)
    text += "\n### Options of a plugin\n\n" + table(of: TransformLanguage.option.keys)
    text += "\n## Properties\n\nThe keys of `take`: " + code(takeableFields.map(\.rawValue)) + ".\n"
    text += "\n## Roles\n\nThe keys of `drop`: " + code(droppableRoles.map(\.rawValue)) + ".\n"
    text += "\n## Captures\n\n`author` understands " + code(captures(for: .author).map { "${\($0)}" }) + ", `isBasedOn` "
    text += code(captures(for: .isBasedOn).map { "${\($0)}" }) + ", `publisher` "
    text += code(captures(for: .publisher).map { "${\($0)}" }) + "; every other property `${value}`.\n"
    return text
  }

  private static func members(of spec: HandleSpec) -> String {
    var text = "| member | type | |\n|---|---|---|\n"
    func escaped(_ text: String) -> String {
      text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
    for member in spec.members {
      switch member {
      case .property(let name, let type, let about): text += "| `.\(name)` | `\(escaped(type))` | \(escaped(about)) |\n"
      case .method(let name, let parameters, let returns, let about):
        text += "| `:\(name)(\(parameters.map(\.name).joined(separator: ", ")))` | `\(escaped(returns))` | \(escaped(about)) |\n"
      case .list(let element): text += "| `[i]`, `#` | `\(element)` | By position, from 1. |\n"
      }
    }
    return text
  }

  private static func table(of keys: [KeySpec]) -> String {
    var text = "| key | type | |\n|---|---|---|\n"
    for key in keys {
      var about = key.about
      if key.isRequired { about = "**Required.** " + about }
      if let places = key.places {
        let names = ClausePlace.allCases.filter { places.contains($0) }.map { "`\($0.rawValue)`" }
        about += " In " + names.joined(separator: ", ") + "."
      }
      text += "| `\(key.name)` | \(words(key.type)) | \(about.split(separator: "|").joined(separator: "\\|")) |\n"
    }
    return text
  }

  /// A type in words.
  private static func words(_ spec: ValueSpec) -> String {
    switch spec {
    case .string(let kind):
      switch kind {
      case .date: "day, `YYYY-MM-DD`"
      case .dateFormat: "date format"
      case .host: "host"
      case .language: "language tag"
      case .timezone: "tz name"
      case .text, .selector, .xpath, .template, .metaName, .jsonPath: "text"
      }
    case .integer: "whole number"
    case .share: "share, 0 to 1"
    case .boolean: "`true` or `false`"
    case .function: "function"
    case .choice(let names): names.map { "`\"\($0)\"`" }.joined(separator: " or ")
    case .field: "property"
    case .mark: "property or `line`"
    case .extent: "`\"end\"`, whole number or `line`"
    case .list(let element): "list of: " + words(element)
    case .oneOrMore(let element): words(element) + ", or a list"
    case .clause(let place):
      ((constructor(forBareStringIn: place) == nil ? [] : ["text"]) + constructors(in: place).map { "`\($0)`" }).joined(
        separator: ", ")
    case .table(let table): "[`\(table.name)`](#\(table.name))"
    case .fields: "[properties](#properties) with clauses"
    case .roles: "[roles](#roles) with clauses"
    case .names(let element): "names with: " + words(element)
    case .data: "any value"
    }
  }

  private static func code(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
