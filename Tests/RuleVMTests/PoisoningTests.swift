import Testing

@testable import RuleEngine

/// What one rule, or one document, leaves behind is seen by no other.
@Suite struct PoisoningTests {
  static let poisons = [
    "x = 'poison'",
    "_G.x = 'poison'",
    "rawset(_G, 'x', 'poison')",
    "string = { find = function() return 'poison' end }",
    "pcall(function() string.find = function() return 'poison' end end)",
    "pcall(rawset, string, 'find', function() return 'poison' end)",
    "pcall(function() getmetatable('').__index = { find = function() return 'poison' end } end)",
    "pcall(function() getmetatable('').__add = function() return 'poison' end end)",
    "pcall(setmetatable, _G, { __index = function() return 'poison' end })",
    "print, pairs, type, tostring, setmetatable = nil, nil, nil, nil, nil",
    "pcall(function() coroutine.wrap = nil end)",
    "echo = function() return 'poison' end",
    "_ENV = setmetatable({}, { __index = function() return 'poison' end })",
    "local lib = require 'lib' pcall(function() lib.name = 'poison' end)",
    "local lib = require 'lib' lib.list[1] = 'poison'",
    "local lib = require 'lib' pcall(rawset, lib, 'name', 'poison')",
    "require 'lib'.set('poison')",
    "local g = _G for k in pairs(g) do g[k] = nil end",
  ]

  static let witness = """
    if x ~= nil then return 'global' end
    if ('abc'):find('b') ~= 2 or string.find('abc', 'b') ~= 2 then return 'string' end
    if not pcall(function() return '1' + 1 end) or '1' + 1 ~= 2 then return 'arithmetic' end
    if type(print) ~= 'function' or tostring(1) ~= '1' or echo(1) ~= 1 then return 'functions' end
    for k in pairs { a = 1 } do if k ~= 'a' then return 'pairs' end end
    if coroutine.wrap(function() return 1 end)() ~= 1 then return 'coroutine' end
    local lib = require 'lib'
    if lib.name ~= 'lib' or lib.list[1] ~= 'one' or lib.get() ~= 'clean' then return 'module' end
    return 'clean'
    """

  private func sandbox() throws -> Sandbox {
    try Sandbox { hosts in
      let source = """
        hidden = 'clean'
        return { name = 'lib', list = { 'one' }, set = function(v) hidden = v end, get = function() return hidden end }
        """
      hosts.module("lib", chunkName: "rules/_lib/lib.lua", source: Array(source.utf8))
    }
  }

  @Test(arguments: poisons)
  func anotherRuleSeesNothing(_ poison: String) throws {
    let sandbox = try sandbox()
    let witness = try #require(try sandbox.run("return function() \(Self.witness) end", name: "b.lua").functionValue)
    try sandbox.run(poison, name: "a.lua")
    #expect(try sandbox.vm.call(witness) == "clean")
    #expect(try sandbox.run(Self.witness, name: "c.lua") == "clean")
  }

  @Test(arguments: poisons)
  func theNextDocumentSeesNothing(_ poison: String) throws {
    let sandbox = try sandbox()
    let value = try sandbox.run(
      "return { poison = function() \(poison) end, witness = function() \(Self.witness) end }", name: "a.lua")
    let poison = try #require(value.tableValue?["poison"]?.functionValue)
    let witness = try #require(value.tableValue?["witness"]?.functionValue)
    for _ in 0..<3 {
      #expect(try sandbox.vm.call(witness) == "clean")
      try sandbox.vm.call(poison)
      sandbox.vm.endDocument()
    }
  }

  @Test func localsAreFreshForEachDocument() throws {
    let sandbox = try sandbox()
    let count = try #require(
      try sandbox.run(
        "local n, seen = 0, {} return function() n = n + 1 seen[#seen + 1] = n total = (total or 0) + 1 return n + #seen + total end"
      ).functionValue)
    for _ in 0..<3 {
      #expect(try sandbox.vm.call(count) == 3)
      #expect(try sandbox.vm.call(count) == 6)
      sandbox.vm.endDocument()
    }
    #expect(sandbox.vm.statistics.instances == 2)
  }

  @Test func hostFunctionsAreNotCalledAgainForAFreshInstance() throws {
    var calls = 0
    let sandbox = try Sandbox { hosts in
      hosts.function("clause") { call in
        calls += 1
        return .table(
          LuaTable(members: [.init(key: "number", value: .integer(calls)), .init(key: "of", value: call.argument(0))]))
      }
    }
    let value = try sandbox.run(
      """
      local a, ok = clause 'a', pcall(refuse, 'no')
      return { when = clause { function() return 'inner' end }, edit = function() return a.number .. tostring(ok) end }
      """)
    let edit = try #require(value.tableValue?["edit"]?.functionValue)
    let inner = try #require(value.tableValue?["when"]?.tableValue?["of"]?.tableValue?.elements.first?.functionValue)
    for _ in 0..<3 {
      #expect(try sandbox.vm.call(edit) == "1false")
      #expect(try sandbox.vm.call(inner) == "inner")
      sandbox.vm.endDocument()
    }
    #expect(calls == 2)
  }

  @Test func aChunkThatLoadsDifferentlyIsRefused() throws {
    let sandbox = try Sandbox()
    // Nothing a script can see changes between two runs, but what the host puts into globals does.
    let chunk = try sandbox.vm.load(
      source: Array("if first then echo(1) end\nreturn function() return 1 end".utf8), name: "a.lua")
    let function = try #require(try sandbox.vm.run(chunk, globals: [("first", true)]).functionValue)
    #expect(try sandbox.vm.call(function) == 1)
    sandbox.vm.endDocument()
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(function) }
    #expect(error?.kind == .runtime)
  }

  @Test func expressionsAreFreshEachTime() throws {
    let sandbox = try Sandbox()
    let expression = try sandbox.vm.compileExpression(
      "(function() n = (n or 0) + 1 return n end)() + (start or 0)", name: "when")
    #expect(try sandbox.vm.run(expression) == 1)
    #expect(try sandbox.vm.run(expression, globals: [("start", 10)]) == 11)
    #expect(try sandbox.vm.run(expression) == 1)
  }
}
