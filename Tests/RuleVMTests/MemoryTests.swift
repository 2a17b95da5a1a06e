import Testing

@testable import RuleEngine

/// The memory limit holds, and what was used is free again for the next document.
@Suite struct MemoryTests {
  @Test(arguments: [
    "return ('x'):rep(1 << 30)",
    "return ('x'):rep(60 << 20)",
    "local s = 'x' while true do s = s .. s end",
    "local t = {} for i = 1, 1e9 do t[i] = i end",
    "local t = {} while true do t = { t } end",
    "local t = {} for i = 1, 1e9 do t[i] = coroutine.create(print) end",
    "local t = {} for i = 1, 1e9 do t['k' .. i] = true end",
    "return table.concat(setmetatable({}, { __index = function() return ('x'):rep(100000) end }), '', 1, 1000)",
    "return (('x'):rep(100000):gsub('x', ('y'):rep(1000)))",
    "return string.format('%s%s', ('x'):rep(9 << 20), ('x'):rep(1 << 20))",
    "while true do pcall(string.rep, 'x', 1 << 30) end",
    "coroutine.wrap(function() return ('x'):rep(1 << 30) end)()",
    "coroutine.resume(coroutine.create(function() return ('x'):rep(1 << 30) end)) while true do end",
  ])
  func aScriptThatTakesTooMuchIsStopped(_ source: String) throws {
    var limits = Sandbox.limits
    limits.loadInstructions = 200_000_000
    let sandbox = try Sandbox(limits: limits)
    let before = sandbox.vm.statistics.memory
    let error = try sandbox.failure("\n" + source)
    #expect(error.kind == .memory)
    #expect(error.message == "not enough memory")
    #expect(error.chunk == "rules/a.test/rule.lua")
    #expect(error.line == 2)
    #expect(sandbox.vm.statistics.peakMemory <= limits.memory)
    #expect(sandbox.vm.statistics.memory < before + 4_000_000)
  }

  @Test func deepRecursionIsAnError() throws {
    var limits = Sandbox.limits
    limits.memory = 64 << 20
    limits.loadInstructions = 20_000_000
    let sandbox = try Sandbox(limits: limits)
    let error = try sandbox.failure("local function f(n) return 1 + f(n + 1) end\nreturn f(1)")
    #expect(error.kind == .runtime)
    #expect(error.message.hasPrefix("stack overflow"))
    #expect(error.line == 1)
    #expect(error.traceback.count <= 16)
    // Swallowing it is fine, as long as that ends.
    #expect(try sandbox.run("local function f(n) return 1 + f(n + 1) end return (pcall(f, 1))") == false)
  }

  @Test(arguments: [
    "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k .. 'x'] end return t.x",
    "local function f() return (('x'):gsub('x', f)) end return f()",
    "local function f() coroutine.wrap(f)() end f()",
    "local function f() pcall(f) end f()",
    "local function f() local x <close> = setmetatable({}, { __close = f }) end f()",
    "return " + String(repeating: "(", count: 100_000),
    "return " + String(repeating: "{", count: 100_000),
    "return " + String(repeating: "-", count: 3) + String(repeating: "not ", count: 100_000) + "1",
    "local s = " + String(repeating: "'x' .. ", count: 100_000) + "'x'",
  ])
  func deepNestingEndsInAnErrorOrAValue(_ source: String) throws {
    let sandbox = try Sandbox()
    do { try sandbox.run(source) } catch is VMError {}
    sandbox.vm.endDocument()
    try sandbox.expectHealthy()
  }

  @Test func aMachineThatCannotHoldItsLibrariesIsRefused() {
    var limits = VMLimits()
    limits.memory = 10_000
    let error = #expect(throws: VMError.self) { try RuleVM(limits: limits) }
    #expect(error?.kind == .memory)
  }

  @Test func whatOneRuleHoldsIsFreeForTheNextDocument() throws {
    let sandbox = try Sandbox()
    let hoard = try #require(
      try sandbox.run(
        "return function() hoard = {} for i = 1, 10 do hoard[i] = ('x'):rep(1000000 + i) end return 1 end", name: "a.lua"
      )
      .functionValue)
    let other = try #require(
      try sandbox.run("return function() return #('y'):rep(4500000) end", name: "b.lua").functionValue)
    #expect(try sandbox.vm.call(hoard) == 1)
    sandbox.vm.endDocument()
    #expect(try sandbox.vm.call(other) == 4_500_000)
    sandbox.vm.endDocument()
    // The same of an expression, which has no function to be called.
    let expression = try sandbox.vm.compileExpression(
      "(function() hoard = {} for i = 1, 10 do hoard[i] = ('x'):rep(1000000 + i) end return true end)()", name: "when")
    #expect(try sandbox.vm.run(expression) == true)
    sandbox.vm.endDocument()
    #expect(try sandbox.vm.call(other) == 4_500_000)
  }

  @Test func manyPatternsLeaveLittleBehind() throws {
    let sandbox = try Sandbox()
    let before = sandbox.vm.statistics.memory
    try sandbox.run(
      "for i = 1, 2000 do ('x'):find(('%a[b]'):rep(20) .. i) end for i = 1, 100 do ('x'):find(('%a[b]'):rep(1000) .. i) end")
    sandbox.vm.endDocument()
    for _ in 0..<10 { try sandbox.expectHealthy() }
    #expect(sandbox.vm.statistics.memory < before + 3_000_000)
  }

  @Test func memoryStaysFlatOverManyDocuments() throws {
    let sandbox = try Sandbox()
    let function = try #require(
      try sandbox.run("local n = {} return function(p) n[#n + 1] = ('x'):rep(1000) return #n end").functionValue)
    for _ in 0..<200 {
      #expect(try sandbox.vm.call(function, [sandbox.handle(1)]) == 1)
      sandbox.vm.endDocument()
    }
    let before = sandbox.vm.statistics.memory
    for _ in 0..<2000 {
      try sandbox.vm.call(function, [sandbox.handle(1)])
      sandbox.vm.endDocument()
    }
    #expect(sandbox.vm.statistics.memory < before + 200_000)
  }
}
