import Testing

@testable import CopydeskCommand

@Suite struct RuleLocationsTests {
  private func locations(
    _ folders: Set<String>, environment: [String: String] = [:], executable: String? = "/opt/tool/bin/copydesk"
  ) -> [String] {
    RuleLocations.standard(environment: environment, executable: executable) { folders.contains($0) }
  }

  @Test func theProjectComesFirst() {
    #expect(locations(["rules", "/opt/tool/share/copydesk/rules"]) == ["rules", "/opt/tool/share/copydesk/rules"])
    #expect(locations(["rules"]) == ["rules"])
    #expect(locations([]) == [])
  }

  @Test func theEnvironmentNamesTheBuiltInRules() {
    #expect(locations(["/opt/tool/share/copydesk/rules"], environment: ["COPYDESK_RULES": "/etc/rules"]) == ["/etc/rules"])
    #expect(locations([], environment: ["COPYDESK_RULES": ""]) == [])
  }

  @Test(arguments: [["extract", "page.html"], ["rule", "list"], ["test", "."]])
  func aMissingFolderIsToldWithWhatNamesIt(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    try folder.write("rules/quay.test/rule.lua", Fixtures.rule)
    let result = try Copydesk.run(arguments, in: folder.path, environment: ["COPYDESK_RULES": "/nonexistent"])
    #expect(result.status == 2)
    #expect(
      result.messages.contains(
        "/nonexistent: there is no such folder; the environment variable COPYDESK_RULES names it as the folder of the built-in rules"
      ))
  }

  @Test func rulesThatAreAskedForDoNotNeedTheEnvironment() throws {
    let folder = try TemporaryFolder()
    try folder.write("page.html", Fixtures.page)
    let environment = ["COPYDESK_RULES": "/nonexistent"]
    #expect(try Copydesk.run(["extract", "--no-rules", "page.html"], in: folder.path, environment: environment).status == 0)
    #expect(try Copydesk.run(["extract", "--rules", ".", "page.html"], in: folder.path, environment: environment).status == 0)
  }

  @Test func aCheckoutHasItsOwn() {
    #expect(
      locations(
        ["/home/ada/copydesk/rules/_meta"], executable: "/home/ada/copydesk/.build/x86_64-unknown-linux-gnu/debug/copydesk")
        == ["/home/ada/copydesk/rules"])
    #expect(locations(["/home/ada/copydesk/rules/_meta"], executable: nil) == [])
  }

  @Test(arguments: [(".", ".."), ("..", "../.."), ("a", "."), ("a/b", "a"), ("/a", "/"), ("../a", "..")])
  func parents(_ path: String, parent: String) {
    #expect(parentFolder(of: path) == parent)
  }
}
