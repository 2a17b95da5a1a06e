import Copydesk
import FoundationEssentials

/// A folder of pages with ground truth: `ground-truth.jsonl` and `html/<id>.html.gz` (or `.html`), or text dumps in `dumps.jsonl.gz`, whose ground
/// truth is in the folders given beside it.
public struct LabelledCorpus: Sendable {
  public var name: String
  public var pages: [LabelledPage]

  /// Reads a corpus.
  /// - Parameters:
  ///   - path: The corpus folder.
  ///   - dumps: For text dumps, the kind to take (`main`, `page`); `nil` takes all. The ground truth is looked for in the folder and its siblings.
  /// - Throws: ``CorpusError``.
  public init(path: String, dumps: String? = nil) throws {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    name = path.split(separator: "/").last.map(String.init) ?? path
    pages = []
    if let file = Self.existing("\(path)/dumps.jsonl") {
      let parent = path.contains("/") ? String(path[..<path.lastIndex(of: "/")!]) : "."
      let siblings = ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted().map { "\(parent)/\($0)" }
      var truth: [String: JSONValue] = [:]
      for folder in [path] + siblings {
        guard let records = Self.existing("\(folder)/ground-truth.jsonl") else { continue }
        try Self.forEachRecord(of: records) { id, record in truth[id] = record }
      }
      try Self.forEachRecord(of: file) { id, record in
        guard dumps == nil || record["kind"]?.stringValue == dumps, let label = truth[id], let text = record["text"]?.stringValue
        else { return }
        if let page = LabelledPage(label, input: .text(Array(text.utf8))) { pages.append(page) }
      }
    } else {
      guard let file = Self.existing("\(path)/ground-truth.jsonl") else { throw CorpusError.noPages(path) }
      try Self.forEachRecord(of: file) { id, record in
        guard let html = Self.existing("\(path)/html/\(id).html") else { return }
        if let page = LabelledPage(record, input: .html(path: html)) { pages.append(page) }
      }
    }
    if pages.isEmpty { throw CorpusError.noPages(path) }
  }

  /// The file itself, or its compressed form.
  private static func existing(_ path: String) -> String? {
    [path, path + ".gz"].first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func forEachRecord(of path: String, _ body: (String, JSONValue) throws -> Void) throws {
    try GzipFile.forEachLine(of: path) { line, number in
      let record: JSONValue
      do { record = try JSONValue.parse(line) } catch { throw CorpusError.badRecord(path: path, line: number, why: "\(error)") }
      guard let id = record["id"]?.stringValue else { throw CorpusError.badRecord(path: path, line: number, why: "no id") }
      // An id names a file: one that climbs out of the corpus is refused.
      if id.contains("/") || id.hasPrefix(".") {
        throw CorpusError.badRecord(path: path, line: number, why: "id '\(id)' is no file name")
      }
      try body(id, record)
    }
  }
}
