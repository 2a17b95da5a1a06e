import Copydesk

extension RuleLanguage {
  /// The reference page of the rule language, in Markdown.
  public static var referenceMarkdown: String {
    var text = "# The rule language\n\n"
    text +=
      "A rule is one file, `rules/<domain>/rule.lua`, that returns `publisher { … }`. This page is generated from the language itself.\n"
    for spec in [publisher, body, version_, expect] {
      text += "\n## `\(spec.name)`\n\n\(spec.about)\n\n" + table(of: spec.keys)
    }
    text +=
      "\n## Constructors\n\nEach makes a clause: something to look for. With one argument, `css \"h1\"` is short for `css { \"h1\" }`.\n"
    for spec in constructors {
      text += "\n### `\(spec.name)`\n\n\(spec.about)\n\n```lua\n\(spec.example)\n```\n\nStands in: "
      text += ClausePlace.allCases.filter { spec.places.contains($0) }.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ".\n"
      if !spec.options.isEmpty { text += "\n" + table(of: spec.options) }
    }
    text += "\n## Properties\n\nThe keys of `take`: " + code(takeableFields.map(\.rawValue)) + ".\n"
    text += "\n## Roles\n\nThe keys of `drop`: " + code(droppableRoles.map(\.rawValue)) + ".\n"
    text += "\n## Captures\n\n`author` understands " + code(captures(for: .author).map { "${\($0)}" }) + ", `isBasedOn` "
    text += code(captures(for: .isBasedOn).map { "${\($0)}" }) + ", `publisher` "
    text += code(captures(for: .publisher).map { "${\($0)}" }) + "; every other property `${value}`.\n"
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
