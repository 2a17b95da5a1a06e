import Testing

@testable import RuleEngine

@Suite struct RuleVMTests {
  @Test func aChunkGivesItsValue() throws {
    let vm = try RuleVM()
    let chunk = try vm.load(source: Array("return { 1, 2.5, 'drei', b = true, a = { x = 'y' } }".utf8), name: "test.lua")
    let value = try vm.run(chunk)
    let expected = LuaTable(
      elements: [.integer(1), .number(2.5), "drei"],
      members: [.init(key: "a", value: .table(LuaTable(members: [.init(key: "x", value: "y")]))), .init(key: "b", value: true)])
    #expect(value == .table(expected))
  }

  @Test func aHostFunctionLearnsWhereItWasCalled() throws {
    var seen: [(String, Int, [LuaValue])] = []
    var hosts = HostTable()
    hosts.function("css") { call in
      seen.append((call.chunk, call.line, call.arguments))
      return .table(LuaTable(members: [.init(key: "selector", value: call.argument(0))]))
    }
    let vm = try RuleVM(hosts: hosts)
    let chunk = try vm.load(
      source: Array("local a = 1\nreturn {\n  css 'h1', css { 'p', nth = 2 } }".utf8), name: "rules/a/rule.lua")
    let value = try vm.run(chunk)
    #expect(value.tableValue?.elements.count == 2)
    #expect(seen.map(\.0) == ["rules/a/rule.lua", "rules/a/rule.lua"])
    #expect(seen.map(\.1) == [3, 3])
    #expect(seen.first?.2 == ["h1"])
  }

  @Test func functionsAreCalledWithHandles() throws {
    var hosts = HostTable()
    let article = hosts.kind("article") { kind in
      kind.property("wordCount") { call in .integer(Int(call.argument(0).handleValue?.id ?? 0)) }
      kind.method("line") { call in call.argument(1) }
    }
    let vm = try RuleVM(hosts: hosts)
    let chunk = try vm.load(
      source: Array("return { edit = function(a) return { a.wordCount, a:line(3) } end }".utf8), name: "rule.lua")
    let edit = try #require(try vm.run(chunk).tableValue?["edit"]?.functionValue)
    for id in [7, 8] as [UInt64] {
      let value = try vm.call(edit, [.handle(LuaHandle(kind: article, id: id))])
      #expect(value == .table(LuaTable(elements: [.integer(Int(id)), .integer(3)])))
      vm.endDocument()
    }
    let filter = try vm.compileExpression("article.wordCount >= 50", name: "chain.yaml:9")
    #expect(try vm.run(filter, globals: [("article", .handle(LuaHandle(kind: article, id: 50)))]) == .bool(true))
    #expect(try vm.run(filter, globals: [("article", .handle(LuaHandle(kind: article, id: 49)))]) == .bool(false))
  }
}
