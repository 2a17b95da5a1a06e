import Testing

@testable import StandardPlugins

@Suite(.timeLimit(.minutes(1))) struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "a.html", false), ("*", "", true), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false),
    ("?", "é", true), ("?", "ab", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false), ("[]]", "]", true), ("[", "[", true),
    ("[abc", "[abc", true), ("\\*", "*", true), ("\\*", "a", false), ("*", ".hidden", false), (".*", ".hidden", true),
    ("**x", "aax", true), ("[z-a]", "m", true), ("a\\", "a\\", true),
  ])
  func namesMatch(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(NamePattern(Substring(pattern)).matches(name) == expected)
  }

  @Test(arguments: [
    ("a", ["a"]), ("{a,b}.txt", ["a.txt", "b.txt"]), ("x{1,2}{a,b}", ["x1a", "x1b", "x2a", "x2b"]),
    ("{a,{b,c}}", ["a", "b", "a", "c"]),
    ("{}", [""]), ("a}b", ["a}b"]), ("a{b", ["a{b"]),
  ])
  func alternativesAreWrittenOut(_ pattern: String, _ expected: [String]) throws {
    #expect(try #require(Glob.expand(pattern)).sorted() == expected.sorted())
  }

  @Test func tooManyAlternativesAreRefused() {
    #expect(Glob.expand(String(repeating: "{a,b}", count: 20)) == nil)
  }

  @Test func aHostilePatternEnds() {
    let pattern = NamePattern(Substring(String(repeating: "*a", count: 200)))
    #expect(!pattern.matches(String(repeating: "a", count: 199) + "b"))
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b.txt"]), ("**/*.txt", ["a.txt", "b.txt", "d/c.txt", "d/e/f.txt"]),
    ("d/**", ["d/c.txt", "d/e/f.txt", "d/x.html"]),
    ("**/e/*", ["d/e/f.txt"]), ("d/*/f.txt", ["d/e/f.txt"]), ("*/c.txt", ["d/c.txt", "link/c.txt"]), ("./d/*.html", ["d/x.html"]),
    ("**/.hidden/*", ["d/.hidden/g.txt"]),
    ("**/**/f.txt", ["d/e/f.txt"]), ("nothing/*", []), ("[ab].txt", ["a.txt", "b.txt"]), ("link/*.txt", ["link/c.txt"]),
  ])
  func filesAreFoundInOrder(_ pattern: String, _ expected: [String]) throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a.txt", "d/x.html", "d/c.txt", "d/e/f.txt", "d/.hidden/g.txt"] { try folder.write(name, to: name) }
    try folder.link("link", to: "d")
    try folder.link("d/e/circle", to: "..")
    var walk = GlobWalk(Glob(pattern), in: folder.path)
    var found: [String] = []
    while let path = walk.next() { found.append(path) }
    #expect(found == expected)
  }
}
