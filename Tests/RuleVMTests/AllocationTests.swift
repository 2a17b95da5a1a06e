import Testing

@testable import RuleEngine

/// Every allocation fails in turn: the call ends with a memory error, or does without, and the machine goes on working.
@Suite struct AllocationTests {
  private static func declare(_ hosts: inout HostTable) {
    let source = "local m = {} function m.trim(s) return (s:gsub('^%s+', '')) end return m"
    hosts.module("text", chunkName: "rules/_lib/text.lua", source: Array(source.utf8))
    hosts.function("css") { call in .table(LuaTable(elements: [call.argument(0)], members: [.init(key: "kind", value: "css")])) }
  }

  private static let source = """
    local text = require 'text'
    local counts = {}
    local function count(s) counts[#counts + 1] = s return #counts end
    setmetatable(counts, { __index = table })
    return {
      name = 'Example', hosts = { 'a.test', 'b.test' }, body = css { 'p', 'h2', nth = 1 },
      edit = function(p, s)
        local out = {}
        for i, line in ipairs(p) do out[i] = text.trim('  ' .. line:upper()) end
        for word in s:gmatch('%a+') do out[word] = word:find('(o)') end
        for k, v in pairs { b = 1, a = 2 } do out[#out + 1] = k .. v end
        local ok, message = pcall(function() return p.missing end)
        local co = coroutine.wrap(function(n) local m = coroutine.yield(n + 1) return m * 2 end)
        out.n, out.size, out.twice = co(1) + co(4), p.size, p:twice(21)
        out.message = not ok and message
        out.text = ('%s-%d'):format(p, count(s)) .. tostring({}) .. ('x'):rep(50, ',')
        out.again = function() return s end
        return out
      end,
    }
    """

  /// All that crosses the boundary: load, run, call, host calls, handles, a second document, an expression, an error.
  private func work(_ sandbox: Sandbox) throws -> [LuaValue] {
    let rule = try sandbox.run(Self.source)
    let edit = try #require(rule.tableValue?["edit"]?.functionValue)
    let first = try sandbox.vm.call(edit, [sandbox.handle(7), "one two three"])
    let again = try #require(first.tableValue?["again"]?.functionValue)
    let text = try sandbox.vm.call(again)
    sandbox.vm.endDocument()
    let second = try sandbox.vm.call(edit, [sandbox.handle(8), "one"])
    let expression = try sandbox.vm.compileExpression("page.size > 3 and #page", name: "when")
    let third = try sandbox.vm.run(expression, globals: [("page", sandbox.handle(9))])
    sandbox.vm.endDocument()
    return [text, third, first.tableValue?["text"] ?? .nil, second.tableValue?["twice"] ?? .nil]
  }

  private let expected: [LuaValue] = [
    "one two three", 3, .string("page 7-1table" + Array(repeating: "x", count: 50).joined(separator: ",")), 42,
  ]

  @Test func everyAllocationOfTheWorkFailsInTurn() throws {
    var failures = 0
    for nth in 1... {
      let sandbox = try Sandbox(Self.declare)
      sandbox.vm.failAllocation(nth)
      do {
        let values = try work(sandbox)
        // Lua can do without some allocations, such as a larger table for its strings.
        #expect(values == expected)
        if sandbox.vm.statistics.failedAllocations == 0 { break }
      } catch let error as VMError {
        failures += 1
        #expect(error.kind == .memory, "\(nth): \(error)")
      }
      sandbox.vm.failAllocation(0)
      sandbox.vm.endDocument()
      #expect(try work(sandbox) == expected)
      try sandbox.expectHealthy()
    }
    #expect(failures > 200)
  }

  @Test func everyAllocationOfMakingAMachineFailsInTurn() throws {
    var hosts = HostTable()
    Self.declare(&hosts)
    hosts.kind("page") { kind in
      kind.method("a") { _ in .nil }
      kind.property("b") { _ in .nil }
    }
    var failures = 0
    for nth in 1... {
      do throws(VMError) {
        let vm = try RuleVM(limits: VMLimits(), hosts: hosts, failingAllocation: nth)
        if vm.statistics.failedAllocations == 0 { break }
      } catch {
        failures += 1
        #expect(error.kind == .memory, "\(nth): \(error)")
      }
    }
    #expect(failures > 200)
  }

  @Test func garbageIsCollectedBeforeMemoryRunsOut() throws {
    var limits = Sandbox.limits
    limits.memory = 2 << 20
    let sandbox = try Sandbox(limits: limits)
    #expect(try sandbox.run("for i = 1, 100 do local s = ('x'):rep(300000 + i) end return 1") == 1)
  }
}
