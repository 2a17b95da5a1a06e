import Testing

@testable import RuleEngine

@Suite struct SourceMapTests {
  /// The text that a path of keys leads to.
  private func text(_ source: String, _ path: [String]) -> String? {
    let bytes = Array(source.utf8)
    var node = SourceMap(bytes).root
    for key in path {
      if let index = Int(key) {
        let positional = node?.positional ?? []
        node = index <= positional.count ? positional[index - 1] : nil
      } else {
        node = node?.named[key]
      }
    }
    return node.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("return f { a = 1, b = { 'x', \"y\" } }", ["b", "2"], "\"y\""),
    ("return f { a = g 'x' }", ["a"], "g 'x'"),
    ("return f { a = g 'x' }", ["a", "1"], "'x'"),
    ("return f({ a = g('x') })", ["a", "1"], "'x'"),
    ("return f { ['a b'] = 2 }", ["a b"], "2"),
    ("return f { a = -1, b = 1 + 2 }", ["a"], "-1"),
    ("return f { a = -1, b = 1 + 2 }", ["b"], "1 + 2"),
    ("return f { a = function(x) if x then return { 1, 2 } end end, b = 3 }", ["b"], "3"),
    ("return f { a = function() repeat local y until true end, b = 3 }", ["b"], "3"),
    ("return f { -- { comment\n --[[ } ]] a = [==[ ]] }]==], b = 3 }", ["b"], "3"),
    ("return f { a = 'it\\'s }', b = 3; c = 4 }", ["c"], "4"),
    ("local t = { x = { 5 } }\nreturn f { a = t }", ["a", "x", "1"], "5"),
    ("local function h() local return_ = { 1 } end\nreturn f { a = 7 }", ["a"], "7"),
    ("return f { a = \"x\" .. \"y\", b = 3 }", ["a"], "\"x\" .. \"y\""),
    ("return f { a = h { 1 }.z, b = 3 }", ["b"], "3"),
    ("return f { a = not g, b = 3 }", ["b"], "3"),
  ])
  func findsValues(_ source: String, _ path: [String], _ expected: String) {
    #expect(text(source, path) == expected)
  }

  @Test(arguments: [
    "", "return", "return {", "return f { a = ", "return f { a = 'x", "return f { a = [[x", "return f { function( }", "}}}}",
    "return f { = }",
    "return f { [1 = 2 }", "--[[", "return f { a = b = c }", "end end until return {", "\u{FEFF}return {}", "#!lua\nreturn {}",
  ])
  func neverFailsOnWhatIsNotLua(_ source: String) {
    _ = SourceMap(Array(source.utf8))
  }

  @Test func boundsDepth() {
    let deep = "return " + String(repeating: "{ ", count: 50_000)
    let map = SourceMap(Array(deep.utf8))
    #expect(map.root != nil)
  }

  @Test func countsColumnsInCharacters() {
    let table = LineTable(Array("a\nÜbér x\r\nend".utf8))
    #expect(table.line(at: 9) == 2)
    #expect(table.column(at: 9) == 6)
    #expect(table.text(ofLine: 2) == "Übér x")
    #expect(table.text(ofLine: 3) == "end")
    #expect(table.text(ofLine: 4) == nil)
  }
}
