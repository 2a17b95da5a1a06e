import Copydesk
import FoundationEssentials
import Testing

@testable import RuleEngine

/// The declarations in `rules/_meta/` and the language as the host really offers it are one.
@Suite struct LanguageTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test(arguments: RuleLanguage.annotations.keys.sorted())
  func annotationsAreCommitted(_ name: String) throws {
    let path = Self.repository.appending(path: "rules/_meta/\(name)").path
    let generated = try #require(RuleLanguage.annotations[name])
    if ProcessInfo.processInfo.environment["COPYDESK_REGENERATE"] != nil {
      try Data(generated.utf8).write(to: URL(filePath: path))
    }
    let committed = try #require(FileManager.default.contents(atPath: path), "run the tests with COPYDESK_REGENERATE=1")
    #expect(
      String(decoding: committed, as: UTF8.self) == generated,
      "run the tests with COPYDESK_REGENERATE=1 and look at the difference")
  }

  @Test func scriptsSeeJustTheDeclaredFunctions() throws {
    let declared = RuleLanguage.annotations.values.joined(separator: "\n").split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("function "), !line.contains(":") else { return nil }
      return String(line.dropFirst(9).prefix { $0 != "(" })
    }
    let table = RuleHost().table
    #expect(table.functions.map(\.name).sorted() == declared.sorted())
    let vm = try RuleVM(hosts: table)
    for name in declared {
      #expect(try vm.run(try vm.load(source: Array("return type(\(name))".utf8), name: "type")) == "function", "\(name)")
    }
  }

  @Test func handlesHaveJustTheDeclaredMembers() {
    let kinds = RuleHost().table.kinds
    #expect(kinds.map(\.name) == ScriptHandle.allCases.map { "\($0)" })
    #expect(kinds.map(\.name) == RuleLanguage.handles.map(\.kind))
    for (kind, spec) in zip(kinds, RuleLanguage.handles) {
      let offered = kind.members.compactMap { member -> String? in
        switch member.role {
        case .property: "." + member.name
        case .method: ":" + member.name
        case .index, .length: "list"
        case .description: nil
        }
      }
      let declared = spec.members.flatMap { member -> [String] in
        switch member {
        case .property(let name, _, _): ["." + name]
        case .method(let name, _, _, _): [":" + name]
        case .list: ["list", "list"]
        }
      }
      #expect(offered.sorted() == declared.sorted(), "\(kind.name)")
    }
  }

  @Test func everyExampleIsARuleClause() throws {
    for spec in RuleLanguage.constructors {
      let text =
        spec.places.contains(.recognize)
        ? rule("recognize = \(spec.example),")
        : "return publisher { api = 1, name = \"E\", hosts = { \"example.test\" }, \(spec.places.contains(.take) ? "take = { author" : "drop = { related") = \(spec.example) } }"
      let errors = diagnostics(text.replacing(", at = \"tail\", through = \"end\", max_share = 0.05", with: "")).filter {
        $0.severity == .error
      }
      #expect(errors == [], "\(spec.name)")
    }
  }

  @Test func everyKeyIsUnderstood() {
    // What the checker accepts by name, something reads.
    let names = Set(RuleLanguage.publisher.keys.map(\.name))
    #expect(
      names == [
        "api", "name", "hosts", "recognize", "language", "timezone", "take", "body", "drop", "versions", "edit", "expect",
      ])
    #expect(Set(RuleLanguage.datedVersion.keys.map(\.name)).subtracting(["until_date"]).isSubset(of: names))
  }

  @Test func theReferenceNamesEverything() {
    let page = RuleLanguage.referenceMarkdown
    for spec in RuleLanguage.constructors { #expect(page.contains("### `\(spec.name)`")) }
    for key in RuleLanguage.publisher.keys { #expect(page.contains("| `\(key.name)` |")) }
    for spec in RuleLanguage.handles { #expect(page.contains("### `\(spec.kind)`")) }
  }
}
