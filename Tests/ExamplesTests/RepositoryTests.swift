import Foundation
import Testing

/// What has to hold for the repository as a whole.
struct RepositoryTests {
  static let files: [String] = {
    let outcome = try? Repository.run("git ls-files --cached --others --exclude-standard", in: Repository.root)
    return outcome?.stdout.split(separator: "\n").map(String.init) ?? []
  }()

  @Test func noTwoPathsDifferInCaseAlone() {
    let folded = Dictionary(grouping: Self.files) { $0.lowercased() }
    #expect(folded.values.filter { $0.count > 1 } == [])
  }

  @Test func onlyTheRuleVMIncludesLua() throws {
    let swift = Self.files.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".h") || $0.hasSuffix(".c") }
    for file in swift where !file.hasPrefix("Sources/CRuleVM/") && !file.hasPrefix("Sources/CLua/") {
      guard let text = try? String(contentsOf: Repository.root.appending(path: file), encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") where line.hasPrefix("import ") || line.hasPrefix("#include") {
        #expect(!line.contains("CLua") && !line.contains("lua.h") && !line.contains("lauxlib.h"), "\(file): \(line)")
      }
    }
  }

  /// The guide explains every finding that the sources can make, and no other.
  @Test func everyFindingIsExplained() throws {
    var codes: Set<String> = []
    for file in Self.files where file.hasPrefix("Sources/") && file.hasSuffix(".swift") {
      guard let text = try? String(contentsOf: Repository.root.appending(path: file), encoding: .utf8) else { continue }
      for match in text.matches(of: /(?:note\(\s*|Finding\(\s*code:\s*)"([a-z-]+)"/) { codes.insert(String(match.1)) }
    }
    let guide = try String(contentsOf: Repository.root.appending(path: "docs/extract-articles.md"), encoding: .utf8)
    let table = try #require(guide.split(separator: "## Findings").last)
    let explained = Set(table.matches(of: /`([a-z-]+)`/).map { String($0.1) })
    #expect(codes.count > 10)
    #expect(explained == codes)
  }

  /// The map in ARCHITECTURE.md names every target's folder.
  @Test func theMapIsComplete() throws {
    let map = try String(contentsOf: Repository.root.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    for folder in try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path) {
      #expect(map.contains(folder), "ARCHITECTURE.md does not name Sources/\(folder)")
    }
  }
}
