import Foundation

/// The html5lib tests, where they are: a checkout of https://github.com/html5lib/html5lib-tests.
///
/// Looked for where `COPYDESK_HTML5LIB_TESTS` says, else beside the repository. Without them the conformance suites are skipped.
enum Corpus {
  static let folder: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let candidates =
      environment["COPYDESK_HTML5LIB_TESTS"].map { [URL(fileURLWithPath: $0)] }
      ?? [repository.deletingLastPathComponent().appendingPathComponent("shared/corpora/html5lib-tests")]
    return candidates.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("tree-construction").path) }
  }()

  private static var repository: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .resolvingSymlinksInPath()
  }

  static var isPresent: Bool { folder != nil }

  static let absence = "set COPYDESK_HTML5LIB_TESTS to a checkout of html5lib-tests to run these"

  static func files(in folder: String, suffix: String) -> [URL] {
    guard let root = Self.folder else { return [] }
    let path = root.appendingPathComponent(folder)
    let all = FileManager.default.enumerator(at: path, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return all.filter { $0.pathExtension == suffix }.sorted { $0.path < $1.path }
  }

  /// The tests that do not apply, with the reason: lines of `file`, tab, `input or * for all`, tab, `reason`.
  static let exceptions: [(file: String, input: String, reason: String)] = {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("not-applicable.tsv")
    let lines = (try? String(contentsOf: url, encoding: .utf8))?.split(separator: "\n") ?? []
    return lines.filter { !$0.hasPrefix("#") }.compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      return fields.count == 3 ? (fields[0], fields[1], fields[2]) : nil
    }
  }()

  static func isException(file: String, input: String) -> Bool {
    exceptions.contains { $0.file == file && ($0.input == "*" || $0.input == input.replacingOccurrences(of: "\n", with: "\\n")) }
  }
}
