import Testing

@testable import RuleEngine

/// The string functions of our own behave as the Lua 5.4 reference manual says, and end.
@Suite struct PatternTests {
  /// An expression and its results as `tostring` shows them, joined by commas.
  static let cases: [(expression: String, results: String)] = [
    ("('hello world'):find('wor')", "7,9"),
    ("('hello'):find('')", "1,0"),
    ("('hello'):find('', 6)", "6,5"),
    ("('hello'):find('', 7)", "nil"),
    ("('hello'):find('l', -2)", "4,4"),
    ("('hello'):find('h', -100)", "1,1"),
    ("('a.b'):find('.', 1, true)", "2,2"),
    ("('a.b'):find('%.')", "2,2"),
    ("('a+b'):find('+', 1, true)", "2,2"),
    ("('abc'):find('b', 1)", "2,2"),
    ("('abc'):find('(b)(c)')", "2,3,b,c"),
    ("('abc'):find('()b()')", "2,2,2,3"),
    ("('abc'):find('^b')", "nil"),
    ("('abc'):find('^b', 2)", "2,2"),
    ("('abc'):find('c$')", "3,3"),
    ("('a$c'):find('$c')", "2,3"),
    ("('a^c'):find('a^')", "1,2"),
    ("('key = value'):match('^(%w+)%s*=%s*(%w+)$')", "key,value"),
    ("('  trim  '):match('^%s*(.-)%s*$')", "trim"),
    ("('2025-10-21'):match('(%d+)-(%d+)-(%d+)')", "2025,10,21"),
    ("('abc'):match('.-')", ""),
    ("('abc'):match('.-$')", "abc"),
    ("('abc'):match('a-b')", "ab"),
    ("('aaab'):match('a-b')", "aaab"),
    ("('aaa'):match('a?a?a?a?')", "aaa"),
    ("('ab'):match('a?b?c?')", "ab"),
    ("('xyz'):match('[x-z]+')", "xyz"),
    ("('x-z'):match('[x%-z]+')", "x-z"),
    ("('a-b'):match('[a-]+')", "a-"),
    ("('a]b'):match('[]]')", "]"),
    ("('a]b'):match('[^]]')", "a"),
    ("('a^b'):match('[b^]')", "^"),
    ("('foo123'):match('%a+')", "foo"),
    ("('foo123'):match('%A+')", "123"),
    ("('a_b'):match('[%w_]+')", "a_b"),
    ("('FF zz'):match('%x+')", "FF"),
    ("('Hello World'):match('%u%l+', 2)", "World"),
    ("('tab\\tx'):match('%c')", "\t"),
    ("('a,b'):match('%p')", ","),
    ("('f(a(b)c)d'):match('%b()')", "(a(b)c)"),
    ("('f(a(b)'):match('%b()')", "(b)"),
    ("('THE (quick) fox'):find('%f[%a]%a+%f[%A]')", "1,3"),
    ("('THE (quick) fox'):match('%f[%l]%a+')", "quick"),
    ("('x'):find('%f[%z]')", "nil"),
    ("('he said \"hi\" ok'):match('([\"\\'])(.-)%1')", "\",hi"),
    ("('abab'):match('(ab)%1')", "ab"),
    ("('abac'):match('(ab)%1')", "nil"),
    ("('a\\0b'):find('%z')", "nil"),
    ("('a\\0b'):find('\\0')", "2,2"),
    ("('a\\0b'):match('[^%w]+') == '\\0'", "true"),
    ("('hello'):gsub('l', 'L')", "heLLo,2"),
    ("('hello'):gsub('l', 'L', 1)", "heLlo,1"),
    ("('hello'):gsub('', '-')", "-h-e-l-l-o-,6"),
    ("('hello'):gsub('x*', '-')", "-h-e-l-l-o-,6"),
    ("('hello'):gsub('(l)(l)', '%2%1%0')", "hellllo,1"),
    ("('hello'):gsub('.', '%0%0', 2)", "hheello,2"),
    ("('hello'):gsub('.', '%%')", "%%%%%,5"),
    ("('hello'):gsub('.', '%1')", "hello,5"),
    ("('$name'):gsub('%$(%w+)', { name = 'Lua' })", "Lua,1"),
    ("('$name $x'):gsub('%$(%w+)', { name = 'Lua', x = false })", "Lua $x,2"),
    ("('abc'):gsub('%w', function(c) if c == 'b' then return 'B' end end)", "aBc,3"),
    ("('abc'):gsub('()', function(p) return p end)", "1a2b3c4,4"),
    ("('abc'):gsub('^a', 'x')", "xbc,1"),
    ("('aaa'):gsub('^a', 'x')", "xaa,1"),
    ("('abc def'):gsub('%f[%w]%w', string.upper)", "Abc Def,2"),
    ("('abc'):gsub('b', '%%1')", "a%1c,1"),
    ("('abc'):gsub('b', 5)", "a5c,1"),
    ("('abc'):gsub('.', { a = 1, b = 2.5 })", "12.5c,3"),
    ("('a b c'):gsub(' ', '', 0)", "a b c,0"),
    ("('one two'):gsub('(%w+) (%w+)', '%2 %1')", "two one,1"),
    ("('x^2'):gsub('%^', '**')", "x**2,1"),
    ("('abc'):gsub('b*', '-')", "-a-c-,3"),
    ("('a  b'):gsub('%s+', ' ')", "a b,1"),
    ("all(('one two'):gmatch('%a+'))", "one;two"),
    ("all(('k=v, x=y'):gmatch('(%w+)=(%w+)'))", "k;x"),
    ("all(('abc'):gmatch(''))", ";;;"),
    ("all(('abc'):gmatch('b*'))", ";b;"),
    ("all(('aXbX'):gmatch('()X'))", "2;4"),
    ("all(('^a^a'):gmatch('^a'))", "^a;^a"),
    ("all(('abc'):gmatch('%w', -2))", "b;c"),
    ("all(('abc'):gmatch('%w', 9))", ""),
    ("('x'):rep(3)", "xxx"),
    ("('x'):rep(3, ', ')", "x, x, x"),
    ("('ab'):rep(5)", "ababababab"),
    ("('x'):rep(0)", ""),
    ("('x'):rep(-1)", ""),
    ("('x'):rep(1, ',')", "x"),
    ("(''):rep(math.maxinteger)", ""),
    ("('%5.1f|%-5s|%05d|%x|%q'):format(1.25, 'ab', 42, 255, 'a\\nb')", "  1.2|ab   |00042|ff|\"a\\\nb\""),
    ("('%s %s %s'):format({}, nil, true)", "table nil true"),
    ("('%s'):format(setmetatable({}, { __tostring = function() return 'me' end }))", "me"),
    ("('%d%%'):format(5)", "5%"),
    ("('é'):len()", "2"),
    ("('naïve café'):gsub('[^%w%s]', '')", "nave caf,4"),
    ("(123):rep(2)", "123123"),
    ("string.find(1234, 3)", "3,3"),
  ]

  @Test(arguments: cases.map(\.expression))
  func theResultIsTheManuals(_ expression: String) throws {
    let expected = try #require(Self.cases.first { $0.expression == expression }?.results)
    // `(123):rep` needs the metatable of numbers, which there is none of.
    let expression = expression.replacing("(123):rep(2)", with: "string.rep(123, 2)")
    let value = try Sandbox().run(
      """
      local function all(f, s, c)
        local t = {}
        for a in f, s, c do t[#t + 1] = tostring(a) end
        return table.concat(t, ';')
      end
      local function list(...)
        local t = table.pack(...)
        for i = 1, t.n do t[i] = tostring(t[i]) end
        return table.concat(t, ',')
      end
      return list(\(expression))
      """)
    #expect(value == .string(expected))
  }

  @Test(arguments: [
    ("('a'):find('[a')", "malformed pattern (missing ']')"),
    ("('a'):find('[a%')", "malformed pattern (missing ']')"),
    ("('a'):find('a%')", "malformed pattern (ends with '%')"),
    ("('a'):find('%b')", "malformed pattern (missing arguments to '%b')"),
    ("('a'):find('%fa')", "missing '[' after '%f' in pattern"),
    ("('a'):find('(a')", "unfinished capture"),
    ("('a'):match('a)')", "invalid pattern capture: ')' without '('"),
    ("('a'):find('%1')", "invalid capture index %1 in pattern"),
    ("('a'):find('(a%1)')", "invalid capture index %1 in pattern"),
    ("('a'):find('%0')", "invalid capture index %0 in pattern"),
    ("('a'):find(('()'):rep(33))", "too many captures"),
    ("('a'):find(('x'):rep(10000) .. '*')", "pattern too long: more than 8192 bytes"),
    ("('a'):gsub('a', '%2')", "invalid capture index %2 in replacement string"),
    ("('a'):gsub('a', '%x')", "invalid use of '%' in replacement string"),
    ("('a'):gsub('a', '%')", "invalid use of '%' in replacement string"),
    ("('a'):gsub('a', function() return {} end)", "invalid replacement value (a table)"),
    ("('a'):gsub('a', true)", "bad argument #2 to 'gsub' (string/function/table expected, got boolean)"),
    ("('a'):gsub('a')", "bad argument #2 to 'gsub' (string/function/table expected, got no value)"),
    ("('a'):find({})", "bad argument #1 to 'find' (string expected, got table)"),
    ("('x'):rep(math.maxinteger, 'yy')", "resulting string too large"),
    ("('%p'):format({})", "'%p' is not allowed: addresses differ from run to run"),
    ("('%d'):format('x')", "bad argument #1 to 'format' (number expected, got string)"),
  ])
  func aBadPatternIsAnErrorAtTheCaller(_ expression: String, _ message: String) throws {
    let error = try Sandbox().failure("\nreturn \(expression)")
    #expect(error.kind == .runtime)
    #expect(error.message == message)
    #expect(error.line == 2)
  }

  @Test(arguments: [
    "return ('a'):rep(20):find(('a-'):rep(20) .. 'b')",
    "return ('a'):rep(30):find(('a*'):rep(30) .. 'b')",
    "return ('a'):rep(30):find(('a?'):rep(30) .. ('a'):rep(30) .. 'b')",
    "return ((' '):rep(50000) .. 'x'):match('^(.-)%s*$')",
    "return ('<p>'):rep(100000):gsub('<p>.-</p>', '')",
    "return ('x'):rep(500):find('.-.-.-.-b')",
    "return ('('):rep(200000):find('%b()')",
    "return ('x'):rep(100000):find('(.*)%1y')",
    "local n = 0 for s in ('<p>'):rep(100000):gmatch('<p>(.-)</p>') do n = n + 1 end return n",
    "while true do pcall(string.find, ('a'):rep(20), ('a-'):rep(20) .. 'b') end",
    "coroutine.wrap(function() return ('a'):rep(20):find(('a-'):rep(20) .. 'b') end)()",
  ])
  func aHostilePatternIsStopped(_ source: String) throws {
    var limits = Sandbox.limits
    limits.loadInstructions = 100_000_000
    let sandbox = try Sandbox(limits: limits)
    let error = try sandbox.failure("\n\n" + source)
    #expect(error.kind == .pattern)
    #expect(error.message == "a pattern takes too many steps on this text")
    #expect(error.chunk == "rules/a.test/rule.lua")
    #expect(error.line == 3)
  }

  @Test func patternStepsAreChargedToTheBudget() throws {
    // Each call keeps within its own limit.
    let error = try Sandbox().failure("local s = ('x'):rep(10000) while true do s:find('x.-y') end")
    #expect(error.kind == .pattern || error.kind == .budget)
    let many = try Sandbox().failure("local s = ('ab'):rep(10000) while true do local n = select(2, s:gsub('a(.)', '%1')) end")
    #expect(many.kind == .budget)
  }

  @Test(arguments: [
    ("return #((' '):rep(50000) .. 'x'):gsub('%s+$', '')", 50001),
    ("return #('x' .. (' '):rep(50000)):gsub('%s+$', '')", 1),
    ("return #((' '):rep(50000) .. 'x' .. (' '):rep(50000)):gsub('%s*$', '')", 50001),
    ("return #((' '):rep(50000) .. 'x'):gsub('^%s+', '')", 1),
    ("return select(2, ('a b'):rep(100000):gsub('%s+', ' '))", 100_000),
    ("return #('x'):rep(1000000):match('.-y?$')", 1_000_000),
  ])
  func usualIdiomsAreLinear(_ source: String, _ result: Int) throws {
    #expect(try Sandbox().run(source) == .integer(result))
  }
}
