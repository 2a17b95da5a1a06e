import ArgumentParser
import Foundation
import Testing

@testable import CopydeskCommand

/// The help of every command, held against `Help/<command>.txt`. After a change, `COPYDESK_RECORD_HELP=1 swift test --filter HelpTests`
/// writes the files anew: review the difference.
@Suite struct HelpTests {
  static let commands: [(name: String, type: any ParsableCommand.Type)] = list(RootCommand.self, under: "")

  private static func list(_ type: any ParsableCommand.Type, under parent: String) -> [(
    name: String, type: any ParsableCommand.Type
  )] {
    let name = (parent.isEmpty ? "" : parent + "-") + (type.configuration.commandName ?? "")
    let groups = type.configuration.groupedSubcommands.flatMap(\.subcommands)
    return [(name, type)] + (type.configuration.ungroupedSubcommands + groups).flatMap { list($0, under: name) }
  }

  @Test func everyCommandIsThere() {
    #expect(
      Self.commands.map(\.name).sorted() == [
        "copydesk", "copydesk-check", "copydesk-explain", "copydesk-extract", "copydesk-plugin", "copydesk-plugin-list",
        "copydesk-plugin-show", "copydesk-rule", "copydesk-rule-lint", "copydesk-rule-list", "copydesk-rule-new", "copydesk-run",
        "copydesk-schema", "copydesk-score", "copydesk-select", "copydesk-test", "copydesk-tree",
      ])
  }

  @Test(arguments: commands.indices)
  func helpIsAsWritten(_ index: Int) throws {
    let (name, type) = Self.commands[index]
    let help = RootCommand.helpMessage(for: type, columns: 100) + "\n"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help/\(name).txt")
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD_HELP"] != nil {
      try Data(help.utf8).write(to: file)
    }
    let written = try String(contentsOf: file, encoding: .utf8)
    #expect(help == written)
  }

  @Test(arguments: commands.indices)
  func everyCommandSaysWhatItDoesAndShowsACall(_ index: Int) {
    let configuration = Self.commands[index].type.configuration
    #expect(configuration.abstract.hasSuffix("."))
    #expect(!configuration.abstract.dropLast().contains(". "))
    #expect(configuration.discussion.contains("Example: copydesk "))
  }
}
