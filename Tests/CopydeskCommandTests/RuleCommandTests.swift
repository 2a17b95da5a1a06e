import Copydesk
import Testing

@Suite struct RuleCommandTests {
  @Test func lintFindsATypoWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule.replacing("drop =", with: "dorp ="))
    for path in ["rules", "rules/quay.test", "rules/quay.test/rule.lua", "."] {
      let result = try Copydesk.run(["rule", "lint", path], in: folder.path)
      #expect(result.status == 1)
      #expect(result.output.contains("rules/quay.test/rule.lua:8:3: error: "))
      #expect(result.output.contains("^~~~ did you mean 'drop'?"))
      #expect(result.messages == "1 rule, 1 error, 0 warnings\n")
    }
  }

  @Test func lintOfASoundRuleIsQuiet() throws {
    let folder = try TemporaryFolder()
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule)
    let result = try Copydesk.run(["rule", "lint"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(result.messages.hasSuffix(" 0 errors, 0 warnings\n"))
  }

  @Test func lintNeedsARule() throws {
    let folder = try TemporaryFolder()
    #expect(try Copydesk.run(["rule", "lint", "nowhere"], in: folder.path).status == 2)
    #expect(try Copydesk.run(["rule", "lint", "."], in: folder.path).status == 2)
  }

  @Test func listShowsLayersAndWhatTheyHide() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine/quay.test/rule.lua", Fixtures.rule)
    try folder.write("mine/quay.test/samples/page/input.html", Fixtures.page)
    try folder.write("mine/quay.test/samples/page/expected.json", "{}")
    try folder.write("theirs/quay.test/rule.lua", Fixtures.rule)
    let result = try Copydesk.run(["rule", "list", "--json", "--rules", "mine", "--rules", "theirs"], in: folder.path)
    #expect(result.status == 0)
    let json = try JSONValue.parse(result.output)
    #expect(json["domain"] == "quay.test")
    #expect(json["samples"] == 1)
    #expect(json["path"] == "mine/quay.test/rule.lua")
    #expect(json["shadows"] == ["theirs/quay.test/rule.lua"])
    let text = try Copydesk.run(["rule", "list", "--rules", "mine", "--rules", "theirs"], in: folder.path)
    #expect(
      text.output.contains("quay.test") && text.output.contains("1 sample") && text.output.contains("theirs/quay.test/rule.lua"))
  }
}

@Suite struct TestCommandTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule)
    try folder.write("rules/quay.test/samples/page/input.html", Fixtures.page)
    try folder.write("rules/quay.test/samples/page/meta.json", #"{"url": "https://quay.test/night-boats"}"#)
    try folder.write(
      "rules/quay.test/samples/page/expected.json",
      #"{"rule": "quay.test", "article": {"headline": "Night boats stay"}, "excludes": ["Advertisement"]}"#)
    try folder.write("rules/quay.test/samples/elsewhere/input.html", Fixtures.page.replacing("quay.test", with: "other.test"))
    try folder.write("rules/quay.test/samples/elsewhere/meta.json", #"{"url": "https://other.test/night-boats"}"#)
    try folder.write("rules/quay.test/samples/elsewhere/expected.json", #"{"rule": null}"#)
    return folder
  }

  @Test func aSoundRulePasses() throws {
    let folder = try project()
    for path in [".", "rules", "rules/quay.test", "rules/quay.test/rule.lua"] {
      let result = try Copydesk.run(["test", path], in: folder.path)
      #expect(result.output.hasSuffix("passed: 3 of 3 cases, 6 of 6 fields\n"), "\(result.output)")
      #expect(result.status == 0)
    }
    let inside = try Copydesk.run(["test"], in: folder.path + "/rules/quay.test")
    #expect(inside.status == 0)
  }

  @Test func aDifferenceIsShownAndUpdated() throws {
    let folder = try project()
    try folder.write(
      "rules/quay.test/samples/page/expected.json", #"{"rule": "quay.test", "article": {"headline": "Day boats stay"}}"#)
    let result = try Copydesk.run(["test"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("- [-Day -]boats stay") && result.output.contains("+ {+Night +}boats stay"))
    #expect(try Copydesk.run(["test", "--update"], in: folder.path).status == 0)
    #expect(
      try JSONValue.parse(folder.read("rules/quay.test/samples/page/expected.json"))
        == ["rule": "quay.test", "article": ["headline": "Night boats stay"]])
  }

  @Test func samplesOfBothKindsAndEveryClauseAreNeeded() throws {
    let folder = try project()
    try folder.write("rules/quay.test/samples/elsewhere/expected.json", "{}")
    try folder.write(
      "rules/quay.test/rule.lua", Fixtures.rule.replacing("css \".ad-slot\"", with: "css \".ad-slot\", css \".never\""))
    let result = try Copydesk.run(["test"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("there is no negative sample"))
    #expect(result.output.contains("rule.lua:9: drop.advertisement[2] (css) never fires on any sample"))
  }

  @Test func anEmptyExpectationIsNoPositiveSample() throws {
    let folder = try project()
    try folder.write("rules/quay.test/samples/page/expected.json", "{}")
    let result = try Copydesk.run(["test"], in: folder.path)
    #expect(result.status == 1)
    #expect(result.output.contains("expects nothing: list what has to come out"))
    #expect(result.output.contains("there is no positive sample"))
  }

  @Test func reportsForBuildServers() throws {
    let folder = try project()
    let junit = try Copydesk.run(["test", "--format", "junit"], in: folder.path)
    #expect(junit.output.hasPrefix("<?xml") && junit.output.contains("tests=\"6\" failures=\"0\""))
    let tap = try Copydesk.run(["test", "--format", "tap"], in: folder.path)
    #expect(tap.output.hasPrefix("TAP version 14\n1..6\nok 1 - "))
  }

  @Test func aFilterChoosesSamples() throws {
    let folder = try project()
    let result = try Copydesk.run(["test", "--filter", "quay.test/page"], in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("passed: 1 of 1 cases, 3 of 3 fields\n"))
  }

  @Test func nothingToTestIsTwo() throws {
    let folder = try TemporaryFolder()
    #expect(try Copydesk.run(["test"], in: folder.path).status == 2)
    #expect(try Copydesk.run(["test", "nowhere"], in: folder.path).status == 2)
    try folder.write(
      "chain.yaml", "name: bare\nsources:\n  - files: { paths: [input/*] }\nsinks:\n  - jsonl: { path: out/articles.jsonl }\n")
    let none = try Copydesk.run(["test"], in: folder.path)
    #expect(none.status == 2)
    #expect(none.messages.hasPrefix("error: .: there is no sample here"))
  }

  @Test func aFilterThatFitsNothingIsTwo() throws {
    let folder = try project()
    let result = try Copydesk.run(["test", "--filter", "pgae", "rules"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages == "error: rules: the name of no sample contains 'pgae'\n")
  }
}

@Suite struct RuleNewTests {
  @Test func aRuleFromNothingPassesItsTests() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    let made = try Copydesk.run(
      ["rule", "new", "quay.test", "--sample", "page.html", "--url", "https://quay.test/night-boats"], in: folder.path)
    #expect(made.status == 0, "\(made.messages)")
    #expect(made.output.hasPrefix("rules/quay.test/rule.lua\n"))
    #expect(made.messages.contains("copydesk test rules/quay.test"))
    #expect(folder.holds("rules/quay.test/rule.lua"))
    let tested = try Copydesk.run(["test", "rules/quay.test"], in: folder.path)
    #expect(tested.status == 0, "\(tested.output)\(tested.messages)")
    let linted = try Copydesk.run(["rule", "lint", "rules/quay.test"], in: folder.path)
    #expect(linted.status == 0, "\(linted.output)")
  }

  @Test func whatWouldChangeThePageIsLeftOutAndSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "page.html", Fixtures.page.replacing("content=\"Night boats stay\"", with: "content=\"Night boats stay | The Quay\""))
    let made = try Copydesk.run(
      ["rule", "new", "quay.test", "--sample", "page.html", "--url", "https://quay.test/night-boats"], in: folder.path)
    #expect(made.status == 0, "\(made.messages)")
    #expect(
      made.messages.contains(
        """
        Left out, because with it the page would come out otherwise than without a rule:
          headline = meta "og:title": headline would be “Night boats stay | The Quay”, not “Night boats stay”

        """), "\(made.messages)")
    #expect(try !folder.read("rules/quay.test/rule.lua").contains("og:title"))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    try folder.write("rules/quay.test/rule.lua", "-- mine\n")
    let result = try Copydesk.run(["rule", "new", "quay.test", "--sample", "page.html"], in: folder.path)
    #expect(result.status == 2)
    #expect(result.messages == "error: rules/quay.test/rule.lua: already exists; nothing has been changed\n")
    #expect(try folder.read("rules/quay.test/rule.lua") == "-- mine\n")
    #expect(!folder.holds("rules/quay.test/samples"))
  }

  @Test func whatIsNoSampleIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    for arguments in [
      ["quay.test", "--sample", "missing.html"], ["not a domain", "--sample", "page.html"],
      ["quay.test", "--sample", "page.html", "--url", "https://other.test/x"],
    ] {
      let result = try Copydesk.run(["rule", "new"] + arguments, in: folder.path)
      #expect(result.status != 0)
      #expect(result.output == "")
      #expect(!folder.holds("rules"))
    }
  }
}
