import Testing

@testable import RuleEngine

/// A machine with small limits, a page kind and a few host functions, and short ways to run text in it.
final class Sandbox {
  let vm: RuleVM
  let page: HandleKind.ID

  static let limits: VMLimits = {
    var limits = VMLimits()
    limits.memory = 16 << 20
    limits.loadInstructions = 2_000_000
    limits.documentInstructions = 2_000_000
    return limits
  }()

  init(limits: VMLimits = Sandbox.limits, _ declare: (inout HostTable) -> Void = { _ in }) throws {
    var hosts = HostTable()
    page = hosts.kind("page") { kind in
      kind.property("size") { call in .integer(Int(call.argument(0).handleValue?.id ?? 0)) }
      kind.method("twice") { call in .integer(2 * (call.argument(1).intValue ?? 0)) }
      kind.index { call in
        let index = call.argument(1).intValue ?? 0
        return index <= 3 ? .string("line \(index)") : .nil
      }
      kind.length { _ in 3 }
      kind.description { call in .string("page \(call.argument(0).handleValue?.id ?? 0)") }
    }
    hosts.function("echo") { call in call.argument(0) }
    hosts.function("refuse") { call in throw HostError("refused: \(call.argument(0).stringValue ?? "")") }
    declare(&hosts)
    vm = try RuleVM(limits: limits, hosts: hosts)
  }

  func handle(_ id: UInt64) -> LuaValue { .handle(LuaHandle(kind: page, id: id)) }

  /// The value of an expression.
  func value(_ expression: String) throws -> LuaValue {
    try vm.run(vm.compileExpression(expression, name: "expression"))
  }

  /// The value a chunk returns.
  @discardableResult
  func run(_ source: String, name: String = "rules/a.test/rule.lua") throws -> LuaValue {
    try vm.run(vm.load(source: Array(source.utf8), name: name))
  }

  /// The error a chunk ends with. Afterwards the machine has to serve the next document as if nothing had happened.
  func failure(_ source: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> VMError {
    let error = #expect(throws: VMError.self, sourceLocation: sourceLocation) { try run(source) }
    vm.endDocument()
    try expectHealthy(sourceLocation: sourceLocation)
    return try #require(error, sourceLocation: sourceLocation)
  }

  /// The error that the function a chunk returns ends with.
  func failureOfCall(
    _ source: String, _ arguments: [LuaValue] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> VMError {
    let function = try #require(try run(source).functionValue, sourceLocation: sourceLocation)
    let error = #expect(throws: VMError.self, sourceLocation: sourceLocation) { try vm.call(function, arguments) }
    vm.endDocument()
    try expectHealthy(sourceLocation: sourceLocation)
    return try #require(error, sourceLocation: sourceLocation)
  }

  func expectHealthy(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let healthy = try run(
      "local t = {} for i = 1, 100 do t[i] = ('x'):rep(i):gsub('x', 'y') end return function(p) return p.size + #t end",
      name: "rules/healthy.test/rule.lua")
    let function = try #require(healthy.functionValue, sourceLocation: sourceLocation)
    #expect(try vm.call(function, [handle(5)]) == 105, sourceLocation: sourceLocation)
    vm.endDocument()
    #expect(try vm.call(function, [handle(6)]) == 106, sourceLocation: sourceLocation)
    vm.endDocument()
  }
}
