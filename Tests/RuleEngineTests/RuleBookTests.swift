import Extraction
import FoundationEssentials
import Testing

@testable import RuleEngine

@Suite struct RuleBookTests {
  @Test func reportsEverythingAtOnce() throws {
    let rules = [
      "a.test": "return publisher { api = 1, name = \"A\", hosts = { \"a.test\" }, tak = {} }",
      "b.test": "return publisher { api = 1, name = 5, hosts = { \"b.test\" }, drop = { related = { css \"div[\" } } }",
      "c.test": "return publisher { api = 1, hosts = { \"c.test\" }, drop = { related = css \"p\" } }",
      "d.test": "return publisher { api = 1, name = \"D\", hosts = { \"shared.test\" }, drop = { related = css \"p\" } }",
      "e.test": "return publisher { api = 1, name = \"E\", hosts = { \"shared.test\" }, drop = { related = css \"p\" } }",
      "f.test": "return 5",
      "g.test": "return publisher {",
      "h.test": "while true do end",
      "i.test": "return publisher { api = 1, name = \"I\", hosts = {}, drop = { related = css \"p\" } }",
      "j.test": "error({})",
    ]
    let error = #expect(throws: RuleErrors.self) { try readBook(rules) }
    let errors = try #require(error).diagnostics.filter { $0.severity == .error }
    for domain in rules.keys {
      #expect(errors.contains { $0.file == "rules/\(domain)/rule.lua" }, "\(domain)")
    }
    #expect(errors.count >= 11)
    #expect(errors == errors.sorted())
  }

  @Test func aHostBelongsToOneRule() throws {
    let error = #expect(throws: RuleErrors.self) {
      try readBook(["a.test": rule(hosts: "\"a.test\", \"Shared.TEST\""), "b.test": rule(hosts: "\"b.test\", \"shared.test\"")])
    }
    #expect(
      error?.diagnostics.filter { $0.severity == .error }.map(\.summary) == [
        "rules/a.test/rule.lua:2:50: error: host 'shared.test' is claimed by rules/b.test/rule.lua as well",
        "rules/b.test/rule.lua:2:50: error: host 'shared.test' is claimed by rules/a.test/rule.lua as well",
      ])
  }

  @Test func sharedWordsAreDoubtful() throws {
    let book = try readBook([
      "a.test": rule("recognize = text \"Shared Terms of Use\",", hosts: "\"a.test\""),
      "b.test": rule("recognize = text \"shared  terms of use\",", hosts: "\"b.test\""),
    ])
    #expect(book.warnings.map(\.problem) == [.sharedFingerprint(text: "shared  terms of use", other: "rules/a.test/rule.lua")])
  }

  @Test func earlierLayersWin() throws {
    let mine = layer(["example.test": rule()], modules: ["dates": "return { mine = true }"], path: "mine")
    let builtIn = layer(["example.test": rule("langage = 1,"), "other.test": rule(hosts: "\"other.test\"")], path: "builtin")
    let book = try RuleBook(layers: [mine, builtIn])
    #expect(book.rules.map(\.path) == ["mine/example.test/rule.lua", "builtin/other.test/rule.lua"])
    #expect(
      book.shadowed == [
        RuleBook.Shadow(domain: "example.test", path: "builtin/example.test/rule.lua", by: "mine/example.test/rule.lua")
      ])
  }

  @Test func rulesShareModules() throws {
    let text = """
      local phrases = require "phrases"
      return publisher { api = 1, name = "Example", hosts = { "example.test" }, drop = { related = phrases.related } }
      """
    let modules = ["phrases": "return { related = { line { \"MORE STORIES\", at = \"tail\" } } }"]
    let book = try readBook(["example.test": text], modules: modules)
    #expect(book.rule(for: "example.test")?.plan.drop.first?.clauses.count == 1)
    #expect(diagnostics(text).map(\.problem.message) == ["module 'phrases' not found"])
  }

  @Test func readsADirectory() throws {
    try withTemporaryDirectory { root in
      let rules = root + "/rules"
      try write(rule(), to: rules + "/example.test/rule.lua")
      try write("not lua", to: rules + "/_meta/rule.lua")
      try write("return {}", to: rules + "/_lib/dates.lua")
      try write("notes", to: rules + "/empty.test/notes.txt")
      let book = try RuleBook(directories: [rules])
      #expect(book.rules.map(\.file) == ["rules/example.test/rule.lua"])
      #expect(book.rules.map(\.path) == [rules + "/example.test/rule.lua"])
      #expect(book.modules.map(\.name) == ["dates"])
    }
  }

  @Test func refusesWhatLiesElsewhere() throws {
    try withTemporaryDirectory { root in
      let rules = root + "/rules"
      try write(rule(), to: root + "/elsewhere/rule.lua")
      try write(rule(), to: rules + "/inside.test/real.lua")
      try FileManager.default.createDirectory(atPath: rules + "/linked.test", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: rules + "/linked.test/rule.lua", withDestinationPath: root + "/elsewhere/rule.lua")
      try FileManager.default.createSymbolicLink(atPath: rules + "/folder.test", withDestinationPath: root + "/elsewhere")
      try FileManager.default.createSymbolicLink(atPath: rules + "/inside.test/rule.lua", withDestinationPath: "real.lua")
      try FileManager.default.createDirectory(atPath: rules + "/directory.test/rule.lua", withIntermediateDirectories: true)
      try write(String(repeating: "-", count: RuleSource.maximumSize + 1), to: rules + "/large.test/rule.lua")
      let layer = RuleLayer(directory: rules)
      #expect(layer.sources.map(\.domain) == ["inside.test"])
      #expect(
        layer.diagnostics.map(\.summary).sorted() == [
          "\(rules)/directory.test/rule.lua: error: cannot read the rule: not a plain file",
          "\(rules)/folder.test/rule.lua: error: the file lies outside the rules directory",
          "\(rules)/large.test/rule.lua: error: the file has 262145 bytes; a rule may have 262144",
          "\(rules)/linked.test/rule.lua: error: the file lies outside the rules directory",
        ])
    }
  }

  @Test func aMissingDirectoryIsAnError() {
    let error = #expect(throws: RuleErrors.self) { try RuleBook(directories: ["/nonexistent/rules"]) }
    #expect(error?.description == "/nonexistent/rules: error: cannot read the rule: no such directory")
  }

  @Test func hostileRulesAreErrors() {
    let hostile = [
      "while true do end", "local s = (\"x\"):rep(1 << 30) return s", "local t = {} for i = 1, 1e9 do t[i] = i end",
      "local function f() return f() + 1 end f()", "return setmetatable({}, { __gc = function() end })", "os.exit(1)",
      "return io.open(\"/etc/passwd\")",
      "return load(\"return 1\")()", "return require(\"../../etc/passwd\")", "coroutine.wrap(function() while true do end end)()",
      "return publisher(publisher)", "return publisher(nil)", "return publisher { [1.5] = 2 }",
      "local t = {} t.t = t return publisher(t)",
      "\u{1B}Lua", "return publisher { api = 1, name = \"\\xff\", hosts = {} }", "error(nil)",
    ]
    for text in hostile {
      let found = diagnostics(text)
      #expect(found.contains { $0.severity == .error }, "\(text)")
    }
  }
}

func withTemporaryDirectory(_ body: (String) throws -> Void) throws {
  let path = FileManager.default.temporaryDirectory.path + "/copydesk-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(URL(filePath: path).resolvingSymlinksInPath().path)
}

func write(_ text: String, to path: String) throws {
  let url = URL(filePath: path)
  try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
  try Data(text.utf8).write(to: url)
}
