import Testing

@testable import RuleEngine

/// Nothing a script does keeps it running when its budget is spent.
@Suite struct BudgetTests {
  static let endless: [(name: String, source: String)] = [
    ("loop", "while true do end"),
    ("goto", "::again:: goto again"),
    ("recursion by tail call", "local function f() return f() end f()"),
    ("pcall around the loop", "pcall(function() while true do end end)\nwhile true do end"),
    ("loop around pcall", "while true do pcall(function() while true do end end) end"),
    ("nested pcall", "local function f() while true do pcall(f) end end f()"),
    ("xpcall whose handler loops", "xpcall(function() while true do end end, function() while true do end end)"),
    ("xpcall whose handler loops after an error", "xpcall(error, function() while true do end end)"),
    ("loop around xpcall", "while true do xpcall(function() while true do end end, print) end"),
    ("coroutine.wrap", "coroutine.wrap(function() while true do end end)()"),
    ("coroutine.resume", "while true do coroutine.resume(coroutine.create(function() while true do end end)) end"),
    (
      "coroutine in a coroutine",
      "local function f() while true do coroutine.resume(coroutine.create(f)) end end f()"
    ),
    (
      "yields for ever",
      "local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do co() end"
    ),
    ("pcall in a coroutine", "coroutine.wrap(function() while true do pcall(function() while true do end end) end end)()"),
    ("__close", "local x <close> = setmetatable({}, { __close = function() while true do end end })"),
    (
      "__close after the budget is spent",
      "local x <close> = setmetatable({}, { __close = function() while true do end end })\nwhile true do end"
    ),
    (
      "__close in a coroutine after the budget is spent",
      """
      coroutine.wrap(function()
        local x <close> = setmetatable({}, { __close = function() while true do end end })
        while true do end
      end)()
      """
    ),
    (
      "__close by coroutine.close",
      """
      local co = coroutine.create(function()
        local x <close> = setmetatable({}, { __close = function() while true do end end })
        coroutine.yield()
      end)
      coroutine.resume(co)
      coroutine.close(co)
      """
    ),
    ("__index", "local t = setmetatable({}, { __index = function() while true do end end }) return t.x"),
    ("__tostring", "return tostring(setmetatable({}, { __tostring = function() while true do end end }))"),
    ("__pairs", "for _ in pairs(setmetatable({}, { __pairs = function() while true do end end })) do end"),
    ("sort", "local t = {} for i = 1, 100 do t[i] = i end table.sort(t, function() while true do end end)"),
    ("gsub callback", "return (('x'):gsub('x', function() while true do end end))"),
    ("table.move over nothing", "table.move({}, 1, math.maxinteger - 1, 2)"),
    ("table.concat over nothing", "table.concat(setmetatable({}, { __index = rawlen }), '', 1, math.maxinteger - 1)"),
    ("table.insert in front", "local t = {} while true do table.insert(t, 1, 1) end"),
    ("rep, again and again", "while true do local s = ('x'):rep(1000000) end"),
    ("error objects", "while true do pcall(error, {}) end"),
    (
      "__close after the memory is used up",
      "local x <close> = setmetatable({}, { __close = function() while true do end end }) return ('x'):rep(1 << 30)"
    ),
    ("module", "require 'endless'"),
  ]

  @Test(arguments: endless.map(\.name))
  func anEndlessScriptIsStopped(_ name: String) throws {
    let source = try #require(Self.endless.first { $0.name == name }?.source)
    let sandbox = try Sandbox { hosts in
      hosts.module("endless", chunkName: "rules/_lib/endless.lua", source: Array("while true do end".utf8))
    }
    let loading = try sandbox.failure(source)
    #expect(loading.kind == .budget)
    #expect(loading.chunk == (name == "module" ? "rules/_lib/endless.lua" : "rules/a.test/rule.lua"))
    #expect(loading.line != nil)
    #expect(!loading.traceback.isEmpty)

    let calling = try sandbox.failureOfCall("return function() \(source) end")
    #expect(calling.kind == .budget)
  }

  @Test func theErrorNamesTheLine() throws {
    let error = try Sandbox().failure("local n = 0\nlocal function spin()\n  while true do\n  end\nend\npcall(spin)")
    #expect(error.line.map { (3...4).contains($0) } == true)
    #expect(error.description.hasPrefix("rules/a.test/rule.lua:"))
    #expect(error.description.hasSuffix("the instruction budget is spent"))
    #expect(error.traceback.first?.hasSuffix("in the function of line 2") == true)
  }

  @Test func aStoppedInstanceNeverRunsAgain() throws {
    // A coroutine stopped inside the hook would run its handlers with hooks off.
    let sandbox = try Sandbox()
    let value = try sandbox.run(
      """
      local co
      return {
        spin = function()
          co = coroutine.create(function()
            local x <close> = setmetatable({}, { __close = function() while true do end end })
            while true do end
          end)
          coroutine.resume(co)
        end,
        close = function() if co then coroutine.close(co) end return co == nil end,
      }
      """)
    let spin = try #require(value.tableValue?["spin"]?.functionValue)
    let close = try #require(value.tableValue?["close"]?.functionValue)
    #expect(throws: VMError.self) { try sandbox.vm.call(spin, instructions: 100_000) }
    #expect(try sandbox.vm.call(close) == true)
  }

  @Test func callsOfOneDocumentShareABudget() throws {
    let sandbox = try Sandbox()
    let spin = try #require(try sandbox.run("return function() for i = 1, 100000 do end end").functionValue)
    var calls = 0
    let error = #expect(throws: VMError.self) {
      while calls < 1000 {
        try sandbox.vm.call(spin)
        calls += 1
      }
    }
    #expect(error?.kind == .budget)
    #expect((10...25).contains(calls))
    sandbox.vm.endDocument()
    #expect(throws: Never.self) { try sandbox.vm.call(spin) }
  }

  @Test func theHostCanChargeItsWork() throws {
    let sandbox = try Sandbox { hosts in
      hosts.function("select") { call in
        call.charge(100_000)
        return .nil
      }
    }
    #expect(try sandbox.failure("while true do select() end").kind == .budget)
    #expect(sandbox.vm.statistics.hostCalls < 30)
  }

  @Test func aCallMayHaveASmallerBudget() throws {
    let sandbox = try Sandbox()
    let spin = try #require(try sandbox.run("return function() for i = 1, 100000 do end end").functionValue)
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(spin, instructions: 10_000) }
    #expect(error?.kind == .budget)
    #expect(throws: Never.self) { try sandbox.vm.call(spin) }
  }

  @Test func theTimeLimitStopsWhatTheBudgetAllows() throws {
    var limits = Sandbox.limits
    limits.loadInstructions = .max
    limits.milliseconds = 20
    let error = try Sandbox(limits: limits).failure("while true do end")
    #expect(error.kind == .budget)
    #expect(error.message == "the time limit is reached")
  }
}
