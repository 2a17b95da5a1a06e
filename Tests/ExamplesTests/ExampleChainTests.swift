import Foundation
import Testing

/// Every example with a chain is run, and what it writes is compared with its `expected/` folder, byte for byte.
@Suite(.serialized)
struct ExampleChainTests {
  static let examples: [String] = {
    let folder = Repository.root.appending(path: "examples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/chain.yaml").path) }.sorted()
  }()

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 2)
  }

  @Test(arguments: examples)
  func writesWhatItPromises(example: String) throws {
    let folder = Repository.root.appending(path: "examples/\(example)")
    let (out, expected) = (folder.appending(path: "out"), folder.appending(path: "expected"))
    try? FileManager.default.removeItem(at: out)

    let check = try Repository.run("copydesk check chain.yaml", in: folder)
    #expect(check.status == 0, "\(check.stderr)")

    let run = try Repository.run("copydesk run chain.yaml", in: folder)
    // A run that sent something to the dead letter says so by its status.
    let hasDeadLetter = FileManager.default.fileExists(atPath: expected.appending(path: "dead.jsonl").path)
    #expect(run.status == (hasDeadLetter ? 1 : 0), "\(run.stderr)")

    let (wanted, written) = (try files(in: expected), try files(in: out))
    #expect(!wanted.isEmpty, "examples/\(example)/expected is empty")
    #expect(written.keys.sorted() == wanted.keys.sorted())
    for (name, content) in wanted {
      #expect(written[name] == content, "examples/\(example)/out/\(name) differs from expected/\(name)")
    }
  }

  private func files(in folder: URL) throws -> [String: String] {
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appending(path: path)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      found[path] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return found
  }
}
