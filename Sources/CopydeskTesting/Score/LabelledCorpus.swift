import Copydesk
import FoundationEssentials

/// A folder of pages with ground truth: `ground-truth.jsonl` and `html/<id>.html.gz` (or `.html`), or text dumps in `dumps.jsonl.gz`, whose ground
/// truth is in the same folder or the folders beside it.
public struct LabelledCorpus: Sendable {
  public var name: String
  public var pages: [LabelledPage]
  /// What is in the corpus and is not scored.
  public var warnings: [CorpusWarning] = []

  /// Reads a corpus.
  /// - Parameters:
  ///   - path: The corpus folder.
  ///   - dumps: For text dumps, the kind to take (`main`, `page`); `nil` takes all. Their ground truth is the folder's own, and for what
  ///     that does not have, the siblings', in the order of their names.
  /// - Throws: ``CorpusError``.
  public init(path: String, dumps: String? = nil) throws {
    let path = Self.named(path)
    name = SamplePath.lastComponent(of: path)
    pages = []
    if let file = Self.existing("\(path)/dumps.jsonl") {
      try addDumps(of: file, in: path, kind: dumps)
    } else {
      try addPages(of: path)
    }
    if pages.isEmpty { throw CorpusError.noPages(path) }
  }

  // MARK: - Pages

  private mutating func addPages(of path: String) throws {
    guard let file = Self.existing("\(path)/ground-truth.jsonl") else { throw CorpusError.noPages(path) }
    for record in try Self.records(of: file) {
      guard let html = Self.existing("\(path)/html/\(record.id).html") else {
        warn(record, .noPage(id: record.id))
        continue
      }
      try add(record, input: .html(path: html))
    }
  }

  // MARK: - Dumps

  private mutating func addDumps(of file: String, in path: String, kind: String?) throws {
    var dumps: [Record] = []
    var seen: Set<String> = []
    try Self.forEachRecord(of: file) { record in
      let own = record.json["kind"]?.stringValue
      guard kind == nil || own == kind else { return }
      guard record.json["text"]?.stringValue != nil else { throw record.error("'text' has to be a text") }
      guard seen.insert(record.id + "\0" + (own ?? "")).inserted else {
        throw record.error("a second dump of '\(record.id)'" + (own.map { " of the kind '\($0)'" } ?? ""))
      }
      dumps.append(record)
    }
    let truth = try truth(for: Set(dumps.map(\.id)), in: path)
    // What is wrong with a label that several dumps share is said once.
    var used: Set<String> = []
    for dump in dumps {
      guard let label = truth[dump.id], let text = dump.json["text"]?.stringValue else {
        warn(dump, .noTruth(id: dump.id))
        continue
      }
      try add(label, input: .text(Array(text.utf8)), kind: dump.json["kind"]?.stringValue, isFirst: used.insert(dump.id).inserted)
    }
  }

  /// The folder's own ground truth, then its siblings' for what is still missing.
  private mutating func truth(for ids: Set<String>, in path: String) throws -> [String: Record] {
    var truth: [String: Record] = [:]
    if let file = Self.existing("\(path)/ground-truth.jsonl") {
      for record in try Self.records(of: file) { truth[record.id] = record }
    }
    let parent = path.contains("/") ? SamplePath.parent(of: path) : "."
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted() where name != self.name {
      guard !ids.isSubset(of: truth.keys) else { break }
      guard let file = Self.existing("\(parent)/\(name)/ground-truth.jsonl") else { continue }
      do {
        try Self.forEachRecord(of: file) { record in
          if truth[record.id] == nil { truth[record.id] = record }
        }
      } catch CorpusError.badRecord(let path, let line, let why) {
        warnings.append(CorpusWarning(path: path, line: line, problem: .brokenSibling(why: why)))
      }
    }
    return truth
  }

  // MARK: - Records

  /// A line of a file.
  private struct Record {
    var id: String
    var json: JSONValue
    var path: String
    var line: Int

    func error(_ why: String) -> CorpusError { .badRecord(path: path, line: line, why: why) }
  }

  private mutating func add(_ record: Record, input: LabelledPage.Input, kind: String? = nil, isFirst: Bool = true) throws {
    let labels = LabelReader(id: record.id, record.json)
    do {
      var page = try LabelledPage(labels, input: input)
      page.kind = kind
      pages.append(page)
    } catch let error as LabelReader.WrongType {
      throw record.error("'\(error.key)' has to be \(error.wanted)")
    }
    if isFirst { for problem in labels.problems { warn(record, problem) } }
  }

  private mutating func warn(_ record: Record, _ problem: CorpusWarning.Problem) {
    warnings.append(CorpusWarning(path: record.path, line: record.line, problem: problem))
  }

  /// The records of a file, each with an id of its own.
  private static func records(of path: String) throws -> [Record] {
    var records: [Record] = []
    var lines: [String: Int] = [:]
    try forEachRecord(of: path) { record in
      if let first = lines.updateValue(record.line, forKey: record.id) {
        throw record.error("a second record of '\(record.id)', which is in line \(first) already")
      }
      records.append(record)
    }
    return records
  }

  private static func forEachRecord(of path: String, _ body: (Record) throws -> Void) throws {
    try GzipFile.forEachLine(of: path) { line, number in
      let json: JSONValue
      do { json = try JSONValue.parse(line) } catch { throw CorpusError.badRecord(path: path, line: number, why: "\(error)") }
      guard let id = json["id"]?.stringValue else { throw CorpusError.badRecord(path: path, line: number, why: "no id") }
      let record = Record(id: id, json: json, path: path, line: number)
      // An id names a file: one that climbs out of the corpus is refused.
      if id.contains("/") || id.hasPrefix(".") { throw record.error("id '\(id)' is no file name") }
      try body(record)
    }
  }

  // MARK: - Paths

  /// The path without a slash at its end, and with a name: `.` and `..` are what they stand for.
  private static func named(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard [".", ".."].contains(SamplePath.lastComponent(of: path)) else { return path }
    var components: [Substring] = []
    let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    for component in absolute.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }

  /// The file itself, or its compressed form.
  private static func existing(_ path: String) -> String? {
    [path, path + ".gz"].first { FileManager.default.fileExists(atPath: $0) }
  }
}
