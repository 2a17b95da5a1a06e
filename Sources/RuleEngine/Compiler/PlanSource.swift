import Copydesk

/// A rule's table, or one of its versions, sorted into the parts of a plan while every part still knows its place. Versions are laid
/// over the rule part by part before anything is compiled.
struct PlanSource {
  struct Part {
    var value: RuleValue
    var cursor: RuleCursor
  }

  var language: String?
  var take: [Field: [Part]] = [:]
  var within: [Part] = []
  var keep: [Part] = []
  var drop: [Role: [Part]] = [:]
  var expect: RuleTable?

  init(_ table: RuleTable, _ cursor: RuleCursor) {
    if case .string(let tag)? = table.named["language"] { language = tag }
    if case .table(let fields)? = table.named["take"] {
      let inner = cursor.key("take")
      for (name, value) in fields.named {
        if let field = Field(rawValue: name) { take[field] = Self.parts(value, inner.key(name)) }
      }
    }
    if case .table(let roles)? = table.named["drop"] {
      let inner = cursor.key("drop")
      for (name, value) in roles.named {
        if let role = Role(rawValue: name) { drop[role] = Self.parts(value, inner.key(name)) }
      }
    }
    if case .table(let body)? = table.named["body"] {
      let inner = cursor.key("body")
      if let value = body.named["within"] { within = Self.parts(value, inner.key("within")) }
      if let value = body.named["keep"] { keep = Self.parts(value, inner.key("keep")) }
    }
    if case .table(let table)? = table.named["expect"] { expect = table }
  }

  /// What a version leaves unsaid is as in the rule.
  func overridden(by version: PlanSource) -> PlanSource {
    var result = self
    result.language = version.language ?? language
    result.take.merge(version.take) { _, new in new }
    result.drop.merge(version.drop) { _, new in new }
    if !version.within.isEmpty { result.within = version.within }
    if !version.keep.isEmpty { result.keep = version.keep }
    result.expect = version.expect ?? expect
    return result
  }

  private static func parts(_ value: RuleValue, _ cursor: RuleCursor) -> [Part] {
    guard case .table(let list) = value else { return [Part(value: value, cursor: cursor)] }
    return list.positional.enumerated().map { Part(value: $1, cursor: cursor.position($0)) }
  }
}
