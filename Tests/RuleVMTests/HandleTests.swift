import Testing

@testable import RuleEngine

/// Handles give scripts the host's things by number, for one call.
@Suite struct HandleTests {
  private func call(_ body: String, in sandbox: Sandbox) throws -> LuaValue {
    let function = try #require(try sandbox.run("return function(p, q)\n\(body) end").functionValue)
    return try sandbox.vm.call(function, [sandbox.handle(7), sandbox.handle(7)])
  }

  @Test(arguments: [
    ("return p.size", LuaValue.integer(7)),
    ("return p:twice(4)", 8),
    ("return #p", 3),
    ("return p[2]", "line 2"),
    ("local n = 0 for i, line in ipairs(p) do n = n + #line end return n", 18),
    ("return tostring(p)", "page 7"),
    ("return ('%s'):format(p)", "page 7"),
    ("return p == q and p ~= 7", true),
    ("return type(p)", "userdata"),
    ("return getmetatable(p)", false),
    ("return p.twice == q.twice", true),
    ("return echo(p).size", 7),
    (
      "return (select(2, pcall(function() return p.sice end)))",
      "rules/a.test/rule.lua:2: page has no member 'sice': did you mean 'size'?"
    ),
  ])
  func membersWork(_ body: String, _ expected: LuaValue) throws {
    #expect(try call(body, in: Sandbox()) == expected)
  }

  @Test(arguments: [
    ("p.size = 1", "a page is read-only"),
    ("return p.twice(4)", "'twice' is a method: write page:twice(…)"),
    ("return p()", "attempt to call a page value (local 'p')"),
    ("return p < q", "attempt to compare two page values"),
    ("return setmetatable(p, {})", "bad argument #1 to 'setmetatable' (table expected, got page)"),
    ("return p[{}]", "page has no member 'table'"),
  ])
  func misuseIsAnError(_ body: String, _ message: String) throws {
    let sandbox = try Sandbox()
    let error = #expect(throws: VMError.self) { try call(body, in: sandbox) }
    #expect(error?.message == message)
    #expect(error?.line == 2)
    try sandbox.expectHealthy()
  }

  @Test(arguments: [
    "return kept.size", "return kept.twice", "return kept:twice(1)", "return #kept", "return kept[1]", "return echo(kept)",
    "return echo { kept }", "return method(kept, 1)", "return p.twice(kept, 1)", "pcall(echo, kept) return kept.size",
  ])
  func aHandleDiesWithItsCall(_ use: String) throws {
    let sandbox = try Sandbox()
    let value = try sandbox.run(
      "local kept, method\nreturn { keep = function(p) kept, method = p, p.twice end, use = function(p)\n \(use) end }")
    let keep = try #require(value.tableValue?["keep"]?.functionValue)
    let use = try #require(value.tableValue?["use"]?.functionValue)
    try sandbox.vm.call(keep, [sandbox.handle(1)])
    let calls = sandbox.vm.statistics.hostCalls
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(use, [sandbox.handle(2)]) }
    #expect(error?.kind == .closedHandle)
    #expect(error?.message == "this page is gone: it was given to an earlier call")
    #expect(error?.line == 3)
    #expect(sandbox.vm.statistics.hostCalls == calls)
    sandbox.vm.endDocument()
    try sandbox.vm.call(keep, [sandbox.handle(1)])
    try sandbox.expectHealthy()
  }

  @Test func aDeadHandleCannotBeTheResult() throws {
    let sandbox = try Sandbox()
    let value = try sandbox.run("local kept return { keep = function(p) kept = p end, use = function() return { kept } end }")
    let keep = try #require(value.tableValue?["keep"]?.functionValue)
    let use = try #require(value.tableValue?["use"]?.functionValue)
    try sandbox.vm.call(keep, [sandbox.handle(1)])
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(use) }
    #expect(error?.kind == .closedHandle)
  }

  @Test func aDeadHandleCanStillBeShownAndCompared() throws {
    let sandbox = try Sandbox()
    let value = try sandbox.run(
      """
      local kept
      return {
        keep = function(p) kept = p end,
        use = function(p) return tostring(kept) .. tostring(kept == p) .. tostring(kept == kept) end,
      }
      """)
    let keep = try #require(value.tableValue?["keep"]?.functionValue)
    let use = try #require(value.tableValue?["use"]?.functionValue)
    try sandbox.vm.call(keep, [sandbox.handle(1)])
    #expect(try sandbox.vm.call(use, [sandbox.handle(1)]) == "pagefalsetrue")
  }

  @Test func aHandleDoesNotReachTheNextDocument() throws {
    let sandbox = try Sandbox()
    let value = try sandbox.run(
      "local kept return { keep = function(p) kept = p end, use = function() return kept == nil end }")
    let keep = try #require(value.tableValue?["keep"]?.functionValue)
    let use = try #require(value.tableValue?["use"]?.functionValue)
    try sandbox.vm.call(keep, [sandbox.handle(1)])
    #expect(try sandbox.vm.call(use) == false)
    sandbox.vm.endDocument()
    #expect(try sandbox.vm.call(use) == true)
  }

  @Test func aFunctionMadeForADocumentGoesWithIt() throws {
    let sandbox = try Sandbox()
    let make = try #require(try sandbox.run("return function(n) return function() return n end end").functionValue)
    let closure = try #require(try sandbox.vm.call(make, [1]).functionValue)
    #expect(try sandbox.vm.call(closure) == 1)
    sandbox.vm.endDocument()
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(closure) }
    #expect(error?.kind == .invalidArgument)
    #expect(error?.message == "the function is gone")
  }

  @Test func anUnknownKindIsRefused() throws {
    let sandbox = try Sandbox()
    let function = try #require(try sandbox.run("return function(p) return 1 end").functionValue)
    let foreign = LuaValue.handle(LuaHandle(kind: HandleKind.ID(rawValue: 99), id: 1))
    let error = #expect(throws: VMError.self) { try sandbox.vm.call(function, [foreign]) }
    #expect(error?.kind == .invalidArgument)
  }
}
