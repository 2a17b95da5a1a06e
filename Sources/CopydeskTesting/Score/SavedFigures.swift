import Copydesk

/// The figures that an earlier run saved, by page.
public struct SavedFigures: Sendable {
  /// What a page is told apart by: ids are unique within a corpus, and in text dumps within a kind.
  struct Key: Hashable {
    var corpus: String?
    var kind: String?
    var id: String
  }

  let path: String
  let pages: [Key: [Measure: Double]]
  /// The corpora that are named; none in files of a time when they were not.
  let corpora: Set<String>

  /// Reads the JSON Lines of ``ScoreReport/jsonLines``.
  /// - Throws: ``CorpusError/badRecord(path:line:why:)`` for a line that is no page's figures, ``CorpusError/noFigures(_:)`` where there are
  ///   none at all.
  public init(_ bytes: [UInt8], path: String) throws(CorpusError) {
    var pages: [Key: [Measure: Double]] = [:]
    var line = 0
    for bytes in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let record: JSONValue
      do throws(JSONSyntaxError) {
        record = try JSONValue.parse(bytes)
      } catch {
        throw .badRecord(path: path, line: line, why: "not written by `copydesk score --save`: \(error)")
      }
      guard let id = record["id"]?.stringValue else {
        throw .badRecord(path: path, line: line, why: "not written by `copydesk score --save`: there is no id")
      }
      let key = Key(corpus: record["corpus"]?.stringValue, kind: record["kind"]?.stringValue, id: id)
      var figures: [Measure: Double] = [:]
      // Labels are named like some figures, and are no numbers.
      for measure in Measure.allCases { figures[measure] = record[measure.rawValue]?.doubleValue }
      guard pages.updateValue(figures, forKey: key) == nil else {
        throw .badRecord(
          path: path, line: line,
          why: "a second page '\(id)'; what does not tell pages of the same id apart cannot be compared, save it anew")
      }
    }
    guard pages.values.contains(where: { !$0.isEmpty }) else { throw .noFigures(path) }
    self.path = path
    self.pages = pages
    corpora = Set(pages.keys.compactMap(\.corpus))
  }
}
