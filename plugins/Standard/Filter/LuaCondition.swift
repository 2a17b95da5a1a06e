public import Copydesk
import RuleEngine

/// A Lua expression as a chain's `when:`.
final class LuaCondition: Condition {
  private let expression: LuaExpression

  init(_ expression: LuaExpression) {
    self.expression = expression
  }

  func holds(for document: Document) throws -> Bool { try expression.evaluate(document) }
}

extension StandardPlugins {
  /// Compiles the expressions of `when:` with the rule engine.
  public static let conditions: ConditionCompiler = { source, place in
    // Once here, so that a mistake shows before anything runs; then once for each worker.
    try LuaExpression(source, name: place).checkNames()
    return { LuaCondition(try LuaExpression(source, name: place)) }
  }
}
