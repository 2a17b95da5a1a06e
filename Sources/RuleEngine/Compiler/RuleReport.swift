/// Collects what is found wrong in one rule file and gives each message its place.
struct RuleReport {
  /// As the user knows the file, `rules/example.test/rule.lua`.
  let file: String
  let map: SourceMap
  private var found: [RuleDiagnostic] = []

  /// What was found. A doubt about a line that has an error as well is left out: it is most likely the same mistake.
  var diagnostics: [RuleDiagnostic] {
    let broken = Set(found.filter { $0.severity == .error }.map(\.line))
    return found.filter { $0.severity == .error || !broken.contains($0.line) }
  }

  /// A file with more mistakes than this is not a rule; the rest would help nobody.
  static let limit = 200

  init(file: String, map: SourceMap) {
    self.file = file
    self.map = map
  }

  var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// Points at the value.
  mutating func value(_ problem: RuleProblem, _ cursor: RuleCursor) {
    add(problem, range(of: cursor))
  }

  /// Points at the key that the value is assigned to.
  mutating func key(_ problem: RuleProblem, _ cursor: RuleCursor) {
    add(problem, cursor.node?.key ?? range(of: cursor))
  }

  /// Points at keys that stand a second time in a table.
  mutating func repeatedKeys(_ cursor: RuleCursor) {
    for entry in cursor.node?.repeated ?? [] { add(.repeatedKey(entry.name, path: cursor.path), entry.key) }
  }

  /// Points into a string, `offset` bytes from its start.
  mutating func string(_ problem: RuleProblem, _ cursor: RuleCursor, at offset: Int?, length: Int = 1) {
    add(problem, cursor.node?.place(inString: offset, length: length) ?? range(of: cursor))
  }

  /// Points at a line, and at a word on it if one is named.
  mutating func line(_ problem: RuleProblem, _ line: Int, word: String? = nil) {
    add(problem, word.flatMap { map.token($0, onLine: line) } ?? map.lines.trimmedRange(ofLine: line))
  }

  /// Points at what the machine could not compile or run.
  mutating func failure(_ failure: RuleEvaluator.Failure) {
    if failure.line == 0 { file(failure.problem) } else { line(failure.problem, failure.line, word: failure.word) }
  }

  mutating func file(_ problem: RuleProblem) {
    add(problem, nil)
  }

  /// The line that a value counts as written on, from 1; 0 if not known.
  func line(of cursor: RuleCursor) -> Int {
    range(of: cursor).map { map.lines.line(at: $0.lowerBound) } ?? 0
  }

  /// The line of the key that a value is assigned to, from 1; `nil` where the key is not written down.
  func keyLine(of cursor: RuleCursor) -> Int? {
    (cursor.node?.key).map { map.lines.line(at: $0.lowerBound) }
  }

  private func range(of cursor: RuleCursor) -> Range<Int>? {
    if let node = cursor.node { return node.range }
    if cursor.line > 0, let range = map.lines.trimmedRange(ofLine: cursor.line) { return range }
    return cursor.anchor
  }

  private mutating func add(_ problem: RuleProblem, _ range: Range<Int>?) {
    guard found.count < Self.limit else { return }
    var diagnostic = RuleDiagnostic(problem, file: file)
    if let range {
      diagnostic.line = map.lines.line(at: range.lowerBound)
      diagnostic.column = map.lines.column(at: range.lowerBound)
      diagnostic.width = map.lines.width(of: range)
      diagnostic.sourceLine = map.lines.text(ofLine: diagnostic.line)
    }
    if !found.contains(diagnostic) { found.append(diagnostic) }
  }
}
