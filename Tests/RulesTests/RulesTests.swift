import Foundation
import Testing

/// The rules that come with the command pass their own samples and the linter, as a rule author would run them.
struct RulesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let domains: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "rules").path)) ?? []
    return names.filter { !$0.hasPrefix("_") && !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreRules() {
    #expect(Self.domains.contains("headlineusa.com") && Self.domains.contains("antiwar.com"))
  }

  @Test(arguments: domains)
  func passesItsSamples(domain: String) throws {
    let (status, output) = try copydesk("test", "rules/\(domain)")
    #expect(status == 0, "\(output)")
  }

  @Test(arguments: domains)
  func isClean(domain: String) throws {
    let (status, output) = try copydesk("rule", "lint", "rules/\(domain)")
    #expect(status == 0, "\(output)")
  }

  private func copydesk(_ arguments: String...) throws -> (status: Int32, output: String) {
    var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    while folder.path.count > 1, !FileManager.default.isExecutableFile(atPath: folder.appending(path: "copydesk").path) {
      folder = folder.deletingLastPathComponent()
    }
    let log = FileManager.default.temporaryDirectory.appending(path: "copydesk-rules-\(UUID().uuidString)")
    try Data().write(to: log)
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = folder.appending(path: "copydesk")
    process.arguments = arguments
    process.currentDirectoryURL = Self.root
    let output = try FileHandle(forWritingTo: log)
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}
