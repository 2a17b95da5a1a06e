extension ConfigDiagnostic {
  /// What is wrong, in one line without the place: `unknown transform 'dedup'`.
  public var message: String {
    switch problem {
    case .syntax(let message): message
    case .unknownKey(let key, _): "unknown key '\(key)'"
    case .duplicateKey(let key, _): "key '\(key)' stands here twice"
    case .missingKey(let key): "missing key '\(key)'"
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .wrongValue(let expected): "expected \(expected)"
    case .outOfRange(let minimum, let maximum): "expected \(Self.range(minimum, maximum))"
    case .notOneOf(let choices, let found): "'\(found)' is not one of \(choices.joined(separator: ", "))"
    case .emptyList: "expected at least one"
    case .unknownPlugin(let kind, let name, _, _): "unknown \(kind.rawValue) '\(name)'"
    case .stepWithoutPlugin(let kind): "this step names no \(kind.rawValue)"
    case .stepWithSeveralPlugins(let names):
      "a step names one plugin; found \(names.map { "'\($0)'" }.joined(separator: " and "))"
    case .undefinedVariable(let name): "environment variable '\(name)' is not set"
    case .malformedVariable(let text): "'\(text)' is not an environment variable"
    case .missingFile(let file): "no such file or folder: \(file)"
    case .fileInUse(let other, let isWritten):
      isWritten ? "the same file as \(other) writes" : "the same file as \(other) reads: it would be overwritten"
    case .invalidExpression(let message): message
    case .deprecated(let key, _): "'\(key)' is deprecated"
    case .refused(let message): message
    case .tooBig(let limit): "more than \(limit)"
    }
  }

  /// What to do about it, if that is known: `did you mean 'dedupe'?`.
  public var hint: String? {
    switch problem {
    case .unknownKey(let key, let known):
      if let nearest = NearestName.find(key, in: known) { return "did you mean '\(nearest)'?" }
      return known.isEmpty ? "there are no keys here" : "known keys: " + known.joined(separator: ", ")
    case .duplicateKey(_, let line?): return "first in line \(line)"
    case .unknownPlugin(let kind, let name, let known, let other):
      let list = "`copydesk plugin list` shows all \(kind.plural)"
      if let other { return "'\(name)' is a \(other.rawValue); " + list }
      if let nearest = NearestName.find(name, in: known) { return "did you mean '\(nearest)'? " + list }
      return list
    case .stepWithoutPlugin(let kind): return "write the name of a \(kind.rawValue) and a colon; `copydesk plugin list` shows all"
    case .notOneOf(let choices, let found):
      return NearestName.find(found, in: choices).map { "did you mean '\($0)'?" }
    case .wrongType(let expected, let found)
    where expected.hasPrefix("text") && (found == "a number" || found == "true or false"):
      return "put it in quotes"
    case .undefinedVariable(let name): return "set it, or give a default with ${\(name):-value}"
    case .fileInUse: return "give each output a file of its own"
    case .malformedVariable: return "write ${NAME}, ${NAME:-default}, or $${ for a plain ${"
    case .deprecated(_, let instead): return instead
    default: return nil
    }
  }

  private static func range(_ minimum: Double?, _ maximum: Double?) -> String {
    func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }
    switch (minimum, maximum) {
    case (let minimum?, let maximum?): return "a number from \(number(minimum)) to \(number(maximum))"
    case (let minimum?, nil): return "a number from \(number(minimum)) up"
    case (nil, let maximum?): return "a number up to \(number(maximum))"
    case (nil, nil): return "a number"
    }
  }
}

extension ConfigDiagnostic: CustomStringConvertible {
  /// The message with its place in the file and its key path, on one line.
  public var description: String {
    var text = ""
    if let span { text += "\(span.line):\(span.column): " }
    text += "\(severity.rawValue): \(message)"
    if !path.components.isEmpty { text += " (at \(path))" }
    if let hint { text += "; " + hint }
    return text
  }

  /// The message under the source line it is about, the place underlined:
  /// ```
  /// chains/daily.yaml:14:12: error: unknown transform 'dedup' (at transforms[2])
  ///   14 |     - dedup: {}
  ///      |       ^~~~~ did you mean 'dedupe'? `copydesk plugin list` shows all transforms
  /// ```
  /// - Parameters:
  ///   - file: The file's name as the user knows it.
  ///   - lines: The file's lines.
  public func rendered(file: String, lines: [Substring]) -> String {
    guard let span, span.line >= 1, span.line <= lines.count else {
      // `file:line:column:` where there is a place, `file: ` where there is none.
      return span == nil ? "\(file): \(description)" : "\(file):\(description)"
    }
    let place = path.components.isEmpty ? "" : " (at \(path))"
    let number = String(span.line)
    let line = Self.excerpt(of: lines[span.line - 1], around: span)
    let gutter = String(repeating: " ", count: number.count)
    let underline = "^" + String(repeating: "~", count: max(0, line.length - 1))
    var text = "\(file):\(span.line):\(span.column): \(severity.rawValue): \(message)\(place)\n"
    text += "  \(number) | \(line.text)\n"
    text += "  \(gutter) | \(line.indent)\(underline)"
    if let hint { text += " " + hint }
    return text
  }

  /// A readable window of a line: tabs stay (in the indent too, so that the caret stands right), long lines are cut.
  private static func excerpt(of line: Substring, around span: TextSpan) -> (text: String, indent: String, length: Int) {
    let characters = Array(line)
    let column = min(max(1, span.column), characters.count + 1)
    let start = column > 100 ? column - 60 : 1
    let end = min(characters.count, start + 139)
    let head = start > 1 ? "…" : ""
    let shown = start <= end ? String(characters[(start - 1)..<end]) : ""
    let before = start <= column - 1 ? characters[(start - 1)..<(column - 1)] : []
    let indent = String(repeating: " ", count: head.count) + String(before.map { $0 == "\t" ? "\t" : " " })
    let length = max(1, min(span.length, end - column + 1))
    return (head + shown + (end < characters.count ? "…" : ""), indent, length)
  }
}
