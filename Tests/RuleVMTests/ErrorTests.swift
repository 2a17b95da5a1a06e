import Testing

@testable import RuleEngine

/// Whatever a script throws arrives as a message with a place.
@Suite struct ErrorTests {
  @Test(arguments: [
    ("error('plain')", "plain"),
    ("error('plain', 0)", "plain"),
    ("error({ message = 'in a table' })", "in a table"),
    ("error({ code = 1 })", "the error object is a table value"),
    ("error(nil)", "the error object is a nil value"),
    ("error()", "the error object is a nil value"),
    ("error(true)", "the error object is a boolean value"),
    ("error(print)", "the error object is a function value"),
    ("error(42)", "42"),
    ("error(1.5)", "1.5"),
    ("error(setmetatable({}, { __tostring = function() error('hostile') end }))", "the error object is a table value"),
    ("error(setmetatable({}, { __tostring = function() while true do end end }))", "the error object is a table value"),
    ("error(setmetatable({}, { __index = function() while true do end end }))", "the error object is a table value"),
    ("error(setmetatable({}, { __name = ('x'):rep(100000) }))", "the error object is a table value"),
    ("local t = nil; t.x = 1", "attempt to index a nil value (local 't')"),
    ("undefined()", "attempt to call a nil value (global 'undefined')"),
    ("return 1 + {}", "attempt to perform arithmetic on a table value"),
    ("assert(false)", "assertion failed!"),
    ("assert(nil, 'said so')", "said so"),
    ("assert(false, {})", "the error object is a table value"),
    ("coroutine.wrap(function() error('inner', 0) end)()", "inner"),
  ])
  func theMessageIsRendered(_ source: String, _ message: String) throws {
    let error = try Sandbox().failure("\n\n" + source)
    #expect(error.kind == .runtime)
    #expect(error.message == message)
    #expect(error.chunk == "rules/a.test/rule.lua")
    #expect(error.line == 3)
  }

  @Test func aLongMessageIsCut() throws {
    let error = try Sandbox().failure("error(('é'):rep(100000), 0)")
    #expect(error.message.utf8.count <= 2048)
    #expect(error.message.allSatisfy { $0 == "é" })
  }

  @Test func theTracebackIsBounded() throws {
    let error = try Sandbox().failure("local function f(n) if n == 0 then error('deep') end f(n - 1) return 1 end\nf(100)")
    #expect(error.traceback.count <= 16)
    #expect(error.traceback.first == "rules/a.test/rule.lua:1: in upvalue 'f'")
  }

  @Test func aSyntaxErrorHasItsLine() throws {
    let error = try Sandbox().failure("return {\n  a = 1,\n  b = = 2,\n}")
    #expect(error.kind == .syntax)
    #expect(error.line == 3)
    #expect(error.chunk == "rules/a.test/rule.lua")
    #expect(error.message == "unexpected symbol near '='")
  }

  @Test func aLongChunkNameIsKeptWhole() throws {
    let sandbox = try Sandbox()
    let name = "rules/" + String(repeating: "a-very-long-directory/", count: 8) + "rule.lua"
    let syntax = #expect(throws: VMError.self) { try sandbox.run("x x", name: name) }
    #expect(syntax?.chunk == name)
    #expect(syntax?.line == 1)
    let runtime = #expect(throws: VMError.self) { try sandbox.run("\nerror('x')", name: name) }
    #expect(runtime?.chunk == name)
    #expect(runtime?.line == 2)
    #expect(runtime?.message == "x")
  }

  @Test func anErrorInAModuleNamesTheModule() throws {
    let sandbox = try Sandbox { hosts in
      hosts.module("broken", chunkName: "rules/_lib/broken.lua", source: Array("\nlocal x =".utf8))
      hosts.module("failing", chunkName: "rules/_lib/failing.lua", source: Array("\n\nerror 'no luck'".utf8))
      hosts.module("circle", chunkName: "rules/_lib/circle.lua", source: Array("return require 'circle'".utf8))
    }
    let syntax = try sandbox.failure("require 'broken'")
    #expect(syntax.kind == .syntax)
    #expect(syntax.chunk == "rules/_lib/broken.lua")
    #expect(syntax.line == 2)
    let runtime = try sandbox.failure("require 'failing'")
    #expect(runtime.chunk == "rules/_lib/failing.lua")
    #expect(runtime.line == 3)
    #expect(runtime.message == "no luck")
    #expect(try sandbox.failure("require 'circle'").message == "module 'circle' requires itself, or has failed")
  }

  @Test(arguments: ["os", "io", "../secret", "/etc/passwd", "lub", "_G", ""])
  func requireKnowsTheHostsModulesOnly(_ name: String) throws {
    let sandbox = try Sandbox { hosts in
      hosts.module("lib", chunkName: "rules/_lib/lib.lua", source: Array("return { 1 }".utf8))
    }
    let error = try sandbox.failure("require '\(name)'")
    #expect(error.kind == .host)
    #expect(error.message == "module '\(name)' not found" + (name == "lub" ? ": did you mean 'lib'?" : ""))
    #expect(try sandbox.run("return require 'lib' == require 'lib' and #require 'lib'") == 1)
  }

  @Test func theHostsErrorsArriveAndCanBeCaught() throws {
    let sandbox = try Sandbox()
    let error = try sandbox.failure("\nrefuse 'this'")
    #expect(error.kind == .host)
    #expect(error.message == "refused: this")
    #expect(error.line == 2)
    #expect(try sandbox.run("local ok, m = pcall(refuse, 'this') return m") == "refused: this")
    // An error of the script's own after a caught one is the script's.
    #expect(try sandbox.failure("pcall(refuse, 'this') error 'mine'").kind == .runtime)
  }

  @Test func reEntryIsRefused() throws {
    var inner: (any Error)?
    var call: (() throws -> Void)?
    let sandbox = try Sandbox { hosts in
      hosts.function("enter") { _ in
        do { try call?() } catch { inner = error }
        return 1
      }
    }
    call = { [unowned sandbox] in try sandbox.run("return 1") }
    #expect(try sandbox.run("return enter()") == 1)
    #expect((inner as? VMError)?.kind == .reentry)
    call = nil
    try sandbox.expectHealthy()
  }
}
