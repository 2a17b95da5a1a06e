import Testing

@testable import RuleEngine

/// Values cross the boundary unchanged, or not at all.
@Suite struct ValueTests {
  @Test(arguments: [
    LuaValue.nil, true, false, .integer(.min), .integer(.max), 0, .number(0.1), .number(-.infinity), "", "naïve “quotes”",
    .bytes([0xFF, 0, 0xFE]), .string("a\0b"), .table(LuaTable()),
    .table(
      LuaTable(
        elements: [1, "x", .table(LuaTable(elements: [2]))], members: [.init(key: "", value: 1), .init(key: "ä", value: 2)])),
  ])
  func valuesComeBackAsTheyWent(_ value: LuaValue) throws {
    let sandbox = try Sandbox()
    let echo = try #require(try sandbox.run("return function(v) return echo(v) end").functionValue)
    #expect(try sandbox.vm.call(echo, [value]) == value)
  }

  @Test func notANumberComesBack() throws {
    #expect(try Sandbox().value("0/0").doubleValue?.isNaN == true)
  }

  @Test(arguments: [
    ("local t = {} t.t = t return t", "a table that contains itself cannot leave the script"),
    ("local t = {} t[1] = { { t } } return t", "a table that contains itself cannot leave the script"),
    ("local t = {} for i = 1, 100 do t = { t } end return t", "a table is nested too deeply to leave the script"),
    ("return { [1.5] = 1 }", "a key of type number cannot leave the script: use strings, or numbers from 1"),
    ("return { [true] = 1 }", "a key of type boolean cannot leave the script: use strings, or numbers from 1"),
    ("return { [{}] = 1 }", "a key of type table cannot leave the script: use strings, or numbers from 1"),
    ("return { 1, nil, 3 }", "the key 3 cannot leave the script: the table has a hole before it"),
    ("return { [0] = 1 }", "the key 0 cannot leave the script: the table has a hole before it"),
    ("return coroutine.create(print)", "a value of type thread cannot leave the script"),
    ("echo(coroutine.create(print))", "a value of type thread cannot leave the script"),
  ])
  func whatCannotCrossIsAnError(_ source: String, _ message: String) throws {
    let error = try Sandbox().failure(source)
    #expect(error.kind == .runtime)
    #expect(error.message == message)
  }

  @Test func aTableMayBeSharedWithoutACycle() throws {
    #expect(try Sandbox().run("local s = { 1 } return { s, s }").tableValue?.elements.count == 2)
  }

  @Test func aLargeValueIsRefused() throws {
    var limits = Sandbox.limits
    limits.message = 10_000
    let error = try Sandbox(limits: limits).failure("return ('x'):rep(20000)")
    #expect(error.message == "a value is too large to leave the script")
    let shared = try Sandbox(limits: limits).failure("local t = { 'x' } for i = 1, 20 do t = { t, t } end return t")
    #expect(shared.message == "a value is too large to leave the script")
  }

  @Test func aLargeAnswerOfTheHostIsRefused() throws {
    var limits = Sandbox.limits
    limits.message = 10_000
    let sandbox = try Sandbox(limits: limits) { hosts in
      hosts.function("large") { _ in .string(String(repeating: "x", count: 20_000)) }
    }
    let error = try sandbox.failure("\nreturn #large()")
    #expect(error.kind == .host)
    #expect(error.message == "the host's answer is too large")
    #expect(error.line == 2)
  }

  @Test func whatLoadingGetsFromTheHostIsBounded() throws {
    let sandbox = try Sandbox { hosts in
      hosts.function("large") { _ in .string(String(repeating: "x", count: 300_000)) }
    }
    #expect(try sandbox.failure("for i = 1, 10 do large() end").message.hasPrefix("the host calls of this chunk's loading"))
    let function = try #require(try sandbox.run("return function() for i = 1, 4 do large() end return 1 end").functionValue)
    #expect(try sandbox.vm.call(function) == 1)
  }

  @Test func aDeepValueOfTheHostIsRefused() throws {
    var deep = LuaValue.integer(1)
    for _ in 0..<1000 { deep = .table(LuaTable(elements: [deep])) }
    let sandbox = try Sandbox()
    let function = try #require(try sandbox.run("return function(v) return 1 end").functionValue)
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(function, [deep]) }
    #expect(error?.kind == .invalidArgument)
  }

  @Test func membersAreSortedWhateverTheOrder() throws {
    var limits = Sandbox.limits
    limits.memory = 32 << 20
    let value = try Sandbox(limits: limits).run("local t = {} for i = 999, 1, -1 do t['k' .. i] = i end return t")
    let keys = try #require(value.tableValue).members.map(\.key)
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(keys.count == 999)
  }

  @Test func functionsKeepTheirIdentity() throws {
    let sandbox = try Sandbox()
    let value = try sandbox.run("local function f() return 1 end return { f, f, function() return 2 end }")
    let functions = try #require(value.tableValue).elements.compactMap(\.functionValue)
    #expect(functions[0] == functions[1])
    #expect(functions[0] != functions[2])
    #expect(try sandbox.vm.call(functions[2]) == 2)
  }

  @Test func aFunctionOfAnotherChunkIsRefused() throws {
    let sandbox = try Sandbox()
    let foreign = try sandbox.run("return function() end", name: "a.lua")
    let function = try #require(try sandbox.run("return function(f) return f() end", name: "b.lua").functionValue)
    #expect(throws: VMError.self) { try sandbox.vm.call(function, [foreign]) }
  }

  @Test func aFunctionDiesWithItsChunk() throws {
    let sandbox = try Sandbox()
    let chunk = try sandbox.vm.load(source: Array("return function() return 1 end".utf8), name: "a.lua")
    let function = try #require(try sandbox.vm.run(chunk).functionValue)
    sandbox.vm.unload(chunk)
    sandbox.vm.unload(chunk)
    let call = #expect(throws: VMError.self) { try sandbox.vm.call(function) }
    #expect(call?.kind == .invalidArgument)
    let run = #expect(throws: VMError.self) { try sandbox.vm.run(chunk) }
    #expect(run?.kind == .invalidArgument)
    try sandbox.expectHealthy()
  }

  @Test(
    arguments: [[255], [5, 255, 255, 255, 255], [6, 255, 255, 255, 255, 0, 0, 0, 0], [8, 0, 0, 0, 0], [3, 1], []] as [[UInt8]])
  func malformedBytesAreNoValue(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var reader = LuaCodec.Reader(buffer)
      #expect(reader.value() == nil)
    }
  }
}
