import Copydesk

/// Makes text for people of a ``FieldMismatch``.
public struct FieldDiff: Sendable, Hashable {
  public var mismatch: FieldMismatch

  public init(_ mismatch: FieldMismatch) {
    self.mismatch = mismatch
  }

  /// The difference in lines: what is wrong, then `-` what was expected and `+` what came out. With `colored`, for a terminal.
  public func lines(colored: Bool = false) -> [String] {
    let paint = Paint(isColored: colored)
    let found = mismatch.actual.map { Self.shown($0) } ?? "nothing"
    let lines: [String]
    switch mismatch.condition {
    case .equals(.string(let expected)):
      if case .string(let actual) = mismatch.actual {
        let pieces = TextDiff.summary(of: TextDiff.pieces(from: expected, to: actual))
        lines = [
          paint.expected("- ") + pieces.filter { $0.kind != .added }.map { paint.piece($0, marking: .removed) }.joined(),
          paint.actual("+ ") + pieces.filter { $0.kind != .removed }.map { paint.piece($0, marking: .added) }.joined(),
        ]
      } else {
        lines = [paint.expected("- " + Self.shown(.string(expected))), paint.actual("+ " + found)]
      }
    case .equals(.array(let expected)):
      if case .array(let actual) = mismatch.actual, expected.count != actual.count {
        lines =
          ["expected \(expected.count), found \(actual.count)"] + Self.elementLines(expected, actual, paint)
      } else {
        lines = [paint.expected("- " + Self.shown(.array(expected))), paint.actual("+ " + found)]
      }
    case .equals(let expected):
      lines = [paint.expected("- " + Self.shown(expected)), paint.actual("+ " + found)]
    case .count(let count):
      lines = ["expected \(count), found \(mismatch.actual?.arrayValue?.count ?? 0)"]
    case .includes(let wanted):
      lines = ["does not include " + Self.shown(wanted), paint.actual("+ " + found)]
    case .excludes(let unwanted):
      lines = ["must not include " + Self.shown(unwanted)] + Self.surroundings(of: unwanted, in: mismatch.actual)
    case .startsWith(let start):
      lines = [
        "does not start as expected", paint.expected("- " + Self.shown(.string(start))),
        paint.actual("+ " + Self.shown(mismatch.actual ?? .null, limit: start.count + 20)),
      ]
    case .endsWith(let end):
      lines = [
        "does not end as expected", paint.expected("- " + Self.shown(.string(end))),
        paint.actual("+ …" + String((mismatch.actual?.stringValue ?? "").suffix(end.count + 20))),
      ]
    case .inapplicable(let key):
      lines = ["'\(key)' does not apply to " + Self.kind(of: mismatch.actual, else: found)]
    case .incomparable(let key, let operand):
      lines = ["'\(key)' cannot compare \(Self.shown(operand)) with what is there: the types differ", paint.actual("+ " + found)]
    }
    return lines.map { $0.replacing("\n", with: "⏎") }
  }

  /// What a condition was held against, and which conditions that has.
  private static func kind(of value: JSONValue?, else found: String) -> String {
    switch value {
    case .string: "a text, which has includes, excludes, startsWith and endsWith"
    case .array: "a list, which has count, first, last, includes and excludes; first and last take conditions on a text"
    default: found
    }
  }

  /// A value in short: text without quotes of its own, JSON else.
  static func shown(_ value: JSONValue, limit: Int = 300) -> String {
    let text = value.description
    return text.count <= limit ? text : String(text.prefix(limit)) + "…"
  }

  /// The elements that only one side has.
  private static func elementLines(_ expected: [JSONValue], _ actual: [JSONValue], _ paint: Paint) -> [String] {
    guard expected.count * actual.count <= 250_000 else { return [] }
    let missing = expected.filter { wanted in !actual.contains { Comparison.mismatches(wanted, $0).isEmpty } }
    let unexpected = actual.filter { found in !expected.contains { Comparison.mismatches($0, found).isEmpty } }
    return missing.prefix(10).map { paint.expected("- " + shown($0)) }
      + unexpected.prefix(10).map { paint.actual("+ " + shown($0)) }
  }

  private static func surroundings(of text: JSONValue, in actual: JSONValue?) -> [String] {
    guard let text = text.stringValue, let actual else { return [] }
    let texts = (actual.arrayValue ?? [actual]).flatMap { Comparison.texts(of: $0) ?? [] }
    for whole in texts {
      guard let range = whole.firstRange(of: text) else { continue }
      return ["+ …" + whole[..<range.lowerBound].suffix(40) + text + whole[range.upperBound...].prefix(40) + "…"]
    }
    return []
  }
}

/// The colours of a diff.
struct Paint {
  var isColored: Bool

  func expected(_ text: String) -> String { color("31", text) }
  func actual(_ text: String) -> String { color("32", text) }
  func good(_ text: String) -> String { color("32", text) }
  func bad(_ text: String) -> String { color("1;31", text) }
  func faint(_ text: String) -> String { color("2", text) }

  /// Marks the words in which two texts differ: in reverse colours, or between brackets where there are none.
  func piece(_ piece: TextDiff.Piece, marking kind: TextDiff.Piece.Kind) -> String {
    guard piece.kind == kind else { return piece.text }
    if isColored { return color(kind == .removed ? "31;7" : "32;7", piece.text) }
    return kind == .removed ? "[-\(piece.text)-]" : "{+\(piece.text)+}"
  }

  private func color(_ code: String, _ text: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
