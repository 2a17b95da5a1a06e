import Testing

@testable import RuleEngine

/// What scripts see is an allow-list, and it cannot be changed from within.
@Suite struct SandboxTests {
  @Test func theGlobalsAreTheseAndNoOthers() throws {
    let names = [
      "_G", "_VERSION", "assert", "collectgarbage", "coroutine", "debug", "dofile", "error", "getfenv", "getmetatable", "io",
      "ipairs",
      "load", "loadfile", "loadstring", "math", "module", "newproxy", "next", "os", "package", "pairs", "pcall", "print",
      "rawequal",
      "rawget", "rawlen", "rawset", "require", "select", "setfenv", "setmetatable", "string", "table", "tonumber", "tostring",
      "type",
      "unpack", "utf8", "warn", "xpcall",
    ]
    let denied: Set<String> = [
      "collectgarbage", "debug", "dofile", "getfenv", "io", "load", "loadfile", "loadstring", "module", "newproxy", "os",
      "package",
      "setfenv", "unpack", "warn",
    ]
    let sandbox = try Sandbox()
    for name in names {
      #expect(try sandbox.value("\(name) == nil") == .bool(denied.contains(name)), "\(name)")
    }
    #expect(try sandbox.value("string.dump or math.random or math.randomseed") == .nil)
  }

  @Test func librariesListTheirMembersInAFixedOrder() throws {
    let value = try Sandbox().run("local t = {} for k in pairs(coroutine) do t[#t + 1] = k end return t")
    #expect(value.tableValue?.elements == ["close", "create", "isyieldable", "resume", "running", "status", "wrap", "yield"])
  }

  @Test(arguments: ["\u{1B}Lua", "\u{1B}LuaT\0\u{19}\u{93}\r\n\u{1A}\n"])
  func bytecodeIsRefused(_ start: String) throws {
    let vm = try RuleVM()
    let error = #expect(throws: VMError.self) {
      try vm.load(source: Array(start.utf8) + [4, 8, 8, 0x78, 0x56, 0, 0], name: "rule.lua")
    }
    #expect(error?.kind == .syntax)
    #expect(error?.message.contains("binary chunk") == true)
    #expect(throws: VMError.self) { try vm.compileExpression(start, name: "when") }
  }

  @Test(arguments: [
    ("setmetatable({}, { __gc = function() while true do end end })", "'__gc' is not allowed"),
    ("local mt = { __gc = true } setmetatable({}, mt)", "'__gc' is not allowed"),
    ("setmetatable('', {})", "bad argument #1 to 'setmetatable' (table expected, got string)"),
    ("setmetatable(string, {})", "cannot change a protected metatable"),
    ("setmetatable(_G, {})", "cannot change a protected metatable"),
    ("string.find = print", "this table is read-only"),
    ("math.pi = 3", "this table is read-only"),
    ("rawset(string, 'find', print)", "this table is read-only"),
    ("table.insert(string, 'x')", "a table with '__len' cannot be changed by the table library"),
    ("getmetatable('').__index = {}", "attempt to index a boolean value"),
    ("getmetatable(_G).__index.print = 1", "attempt to index a boolean value"),
    ("getmetatable(string).__index.find = 1", "attempt to index a boolean value"),
    ("('x').y = 1", "attempt to index a string value"),
    ("load('return 1')", "attempt to call a nil value (global 'load')"),
    ("dofile('x')", "attempt to call a nil value (global 'dofile')"),
    ("os.exit()", "attempt to index a nil value (global 'os')"),
    ("io.open('x')", "attempt to index a nil value (global 'io')"),
    ("debug.getinfo(1)", "attempt to index a nil value (global 'debug')"),
    ("package.loaded.x = 1", "attempt to index a nil value (global 'package')"),
    ("string.dump(print)", "attempt to call a nil value (field 'dump')"),
  ])
  func whatIsNotAllowedIsAnError(_ source: String, _ message: String) throws {
    let error = try Sandbox().failure("\n" + source)
    #expect(error.kind == .runtime)
    #expect(error.message.hasPrefix(message))
    #expect(error.line == 2)
  }

  @Test func aFinalizerPutInLaterNeverRuns() throws {
    var ran = false
    let sandbox = try Sandbox { hosts in
      hosts.function("ran") { _ in
        ran = true
        return .nil
      }
    }
    try sandbox.run(
      """
      local mt = {}
      for i = 1, 100 do setmetatable({}, mt) end
      mt.__gc = function() ran() end
      for i = 1, 20000 do local t = { {} } end
      """)
    sandbox.vm.endDocument()
    for _ in 0..<50 { try sandbox.expectHealthy() }
    #expect(!ran)
  }

  @Test func noWayToRealTablesThroughIterators() throws {
    let sandbox = try Sandbox()
    try sandbox.run(
      """
      local f, s, v = pairs(string)
      assert(s == string)
      rawset = nil
      assert(next(string) ~= nil and rawget(string, 'find') == string.find)
      """)
    #expect(try sandbox.value("('x'):find('x')") == 1)
  }

  @Test func pairsHasAFixedOrder() throws {
    let source = """
      local t = { zeta = 1, alpha = 2, [3] = 3, [1] = 1, [2] = 2, mid = true, [true] = 1 }
      local out = {}
      for k, v in pairs(t) do out[#out + 1] = tostring(k) t[k] = nil end
      return table.concat(out, ' ') .. ' ' .. tostring(next(t))
      """
    let first = try Sandbox().run(source)
    #expect(first == "1 2 3 alpha mid zeta true nil")
    for _ in 0..<5 { #expect(try Sandbox().run(source) == first) }
  }

  @Test func noAddressesAreShown() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.value("tostring({}) .. tostring(print) .. ('%s'):format({})") == "tablefunctiontable")
    #expect(try sandbox.value("tostring(coroutine.create(print))") == "thread")
  }

  @Test func printGoesToTheHostsLog() throws {
    var lines: [String] = []
    let sandbox = try Sandbox { hosts in hosts.log = { lines.append("\($1):\($2): \($0)") } }
    try sandbox.run("print('a', 1, nil, true)\nprint()")
    #expect(lines == ["rules/a.test/rule.lua:1: a\t1\tnil\ttrue", "rules/a.test/rule.lua:2: "])
  }

  @Test func coroutinesWork() throws {
    let value = try Sandbox().run(
      """
      local co = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b * 2 end)
      local log = { co(1), co(10) }
      local dead = coroutine.create(function() error('x', 0) end)
      local ok, message = coroutine.resume(dead)
      log[#log + 1] = tostring(ok) .. message .. coroutine.status(dead)
      log[#log + 1] = tostring((pcall(coroutine.wrap(function() error({ code = 7 }) end))))
      log[#log + 1] = select(2, pcall(coroutine.wrap(function() local x <close> = setmetatable({}, { __close = function()
        log.closed = true end }) error('boom', 0) end)))
      local suspended = coroutine.create(function() coroutine.yield() end)
      coroutine.resume(suspended)
      log[#log + 1] = tostring(coroutine.close(suspended)) .. coroutine.status(suspended)
      local co2 = coroutine.wrap(function() local ok, v = pcall(function() return coroutine.yield(1) + 1 end) coroutine.yield(v) end)
      co2()
      log[#log + 1] = co2(41)
      return log
      """)
    #expect(value.tableValue?.elements == [2, 20, "falsexdead", "false", "boom", "truedead", 42])
    #expect(value.tableValue?["closed"] == true)
  }

  @Test func protectedCallsWork() throws {
    let value = try Sandbox().run(
      """
      return {
        select('#', pcall(function() return 1, nil, 3 end)),
        select(2, pcall(error, 'm', 0)),
        select(2, xpcall(function() error('a', 0) end, function(m) return m .. 'b' end)),
        select(3, xpcall(function(...) return ... end, print, 1, 2)),
        tostring(select(2, xpcall(error, function() error('again') end))),
      }
      """)
    #expect(value.tableValue?.elements.prefix(4) == [4, "m", "ab", 2])
  }
}
