import Foundation
import Testing

/// Runs every command that the documentation shows in a block marked `console` and compares its output with what is printed there.
///
/// A block's commands start with `$ `; what follows up to the next one is their output, standard output and messages together. A line `…` stands for any
/// lines, so that a long output need not be printed whole. Commands run in the repository's root; `cd` carries over within a block. `/tmp/guide` stands
/// for a folder that each block has to itself.
@Suite(.serialized)
struct DocumentedCommandTests {
  struct Block: CustomTestStringConvertible, Sendable {
    var file: String
    var line: Int
    var commands: [Command]
    var testDescription: String { "\(file):\(line)" }

    struct Command: Sendable {
      var text: String
      var output: [String]
    }
  }

  static let blocks: [Block] = {
    let guides = (try? FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: "docs").path)) ?? []
    let files = ["README.md"] + guides.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return files.flatMap(parse)
  }()

  @Test func theReadmeShowsCommands() {
    #expect(Self.blocks.contains { $0.file == "README.md" })
  }

  @Test(arguments: blocks)
  func printsWhatTheDocumentationSays(block: Block) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "copydesk-docs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var folder = "."
    for command in block.commands {
      if command.text.hasPrefix("cd ") {
        folder = String(command.text.dropFirst(3))
        continue
      }
      let text = command.text.replacingOccurrences(of: "/tmp/guide", with: scratch.path)
      let outcome = try Repository.run("cd '\(folder)' && { \(text) ; } 2>&1", in: Repository.root)
      let output = outcome.stdout.replacingOccurrences(of: scratch.path, with: "/tmp/guide")
      var printed = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while printed.last == "" { printed.removeLast() }
      var wanted = command.output
      while wanted.last == "" { wanted.removeLast() }
      #expect(
        matches(printed[...], wanted[...]),
        "\(block.file):\(block.line): `\(command.text)` printed:\n\(printed.joined(separator: "\n"))")
    }
  }

  /// Whether lines fit a pattern in which `…` stands for any number of lines.
  private func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first == "…" {
      let rest = pattern.dropFirst()
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }
    guard let line = lines.first, line.trimmingSuffix(" ") == first.trimmingSuffix(" ") else { return false }
    return matches(lines.dropFirst(), pattern.dropFirst())
  }

  private static func parse(_ file: String) -> [Block] {
    guard let text = try? String(contentsOf: Repository.root.appending(path: file), encoding: .utf8) else { return [] }
    var blocks: [Block] = []
    var open: Block?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).enumerated() {
      if line.hasPrefix("```console") {
        open = Block(file: file, line: index + 1, commands: [])
      } else if line.hasPrefix("```"), let block = open {
        blocks.append(block)
        open = nil
      } else if open != nil, line.hasPrefix("$ ") {
        open!.commands.append(.init(text: String(line.dropFirst(2)), output: []))
      } else if open?.commands.isEmpty == false {
        open!.commands[open!.commands.count - 1].output.append(line)
      }
    }
    return blocks
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var rest = self[...]
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
