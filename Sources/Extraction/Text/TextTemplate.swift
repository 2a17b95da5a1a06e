/// A text with open places, matched against whole lines: `(${name}, ${affiliation})`, `This article originally appeared at ${name}.`,
/// `Copyright * Example Ltd`.
///
/// `${name}` captures at least one character other than white space, `*` fits anything or nothing, and a backslash takes the next character literally. Each
/// open place takes as little as it can, there is no backtracking, and the time is linear in the text. Matching is on the ``FoldedText``, so straight and
/// curly quotes, the dashes and all white space are equal; ranges and values are the original's. Where a template's literal text has round brackets, a capture
/// never holds an unbalanced one.
public struct TextTemplate: Sendable, Hashable {
  public static let maximumLength = 2000

  /// As written in the rule.
  public let source: String
  /// Whether case counts.
  public let ignoresCase: Bool
  let parts: [Part]
  private let hasBrackets: Bool

  enum Part: Sendable, Hashable {
    case literal(Literal)
    case capture(String)
    case wildcard
  }

  /// The names of the captures, in order.
  public var captureNames: [String] {
    parts.compactMap { if case .capture(let name) = $0 { name } else { nil } }
  }

  /// Reads a template.
  /// - Throws: when the source is empty, or its captures are malformed, repeated or adjacent.
  public init(_ source: String, ignoringCase: Bool = false) throws(TemplateError) {
    self.source = source
    ignoresCase = ignoringCase
    parts = try TemplateReader(source, ignoringCase: ignoringCase).read()
    hasBrackets = parts.contains { part in
      if case .literal(let literal) = part { literal.bytes.contains { $0 == 0x28 || $0 == 0x29 } } else { false }
    }
  }

  /// Whether, and how, the template fits the whole text.
  public func match(_ text: String) -> TemplateMatch? { match(FoldedText(text, case: folding)) }

  /// Whether, and how, the template fits the beginning of a text. A template that ends in a capture takes everything.
  public func matchPrefix(_ text: String) -> TemplateMatch? { matchPrefix(FoldedText(text, case: folding)) }

  /// Whether, and where, the template fits any part of a text; the first place counts.
  public func firstMatch(in text: String) -> TemplateMatch? { firstMatch(in: FoldedText(text, case: folding)) }

  /// Whether the template fits any part of a text.
  public func contains(in text: String) -> Bool { firstMatch(in: text) != nil }

  /// How to fold a text for this template, so that one folding can serve many templates.
  public var folding: FoldedText.Case { ignoresCase ? .folded : .kept }

  /// See ``match(_:)-(String)``. The text must be folded as ``folding`` says.
  public func match(_ text: FoldedText) -> TemplateMatch? { run(text, atStart: true, atEnd: true) }
  /// See ``matchPrefix(_:)-(String)``.
  public func matchPrefix(_ text: FoldedText) -> TemplateMatch? { run(text, atStart: true, atEnd: false) }
  /// See ``firstMatch(in:)-(String)``.
  public func firstMatch(in text: FoldedText) -> TemplateMatch? { run(text, atStart: false, atEnd: false) }

  private func run(_ text: FoldedText, atStart: Bool, atEnd: Bool) -> TemplateMatch? {
    text.bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      var start: Int? = atStart ? 0 : nil
      var open: (name: String?, start: Int)?
      var captures: [(name: String, range: Range<Int>)] = []

      func close(at end: Int) -> Bool {
        guard let (name, start) = open else { return true }
        open = nil
        guard let name else { return true }
        let trimmed = Self.trim(start..<end, in: buffer)
        guard !trimmed.isEmpty, !hasBrackets || Self.isBalanced(trimmed, in: buffer) else { return false }
        captures.append((name, trimmed))
        return true
      }

      for (index, part) in parts.enumerated() {
        switch part {
        case .capture(let name): open = (name, position)
        case .wildcard: open = (nil, position)
        case .literal(let literal):
          let isLast = index == parts.count - 1
          let found: Int?
          if isLast, atEnd, open != nil {
            found = literal.isSuffix(of: buffer, from: position) ? buffer.count - literal.bytes.count : nil
          } else if open == nil, start != nil {
            found = literal.stands(in: buffer, at: position) ? position : nil
          } else {
            // A capture takes at least one byte.
            found = literal.find(in: buffer, from: open?.name != nil ? position + 1 : position)
          }
          guard let found, close(at: found) else { return nil }
          if start == nil { start = index == 0 ? found : 0 }
          position = found + literal.bytes.count
        }
        if start == nil { start = 0 }
      }
      if open != nil {
        guard close(at: buffer.count) else { return nil }
        position = buffer.count
      }
      guard !atEnd || position == buffer.count else { return nil }
      return TemplateMatch(
        range: text.originalRange(of: (start ?? 0)..<position),
        captures: captures.map {
          TemplateMatch.Capture(name: $0.name, value: text.originalText(of: $0.range), range: text.originalRange(of: $0.range))
        })
    }
  }

  private static func trim(_ range: Range<Int>, in buffer: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, buffer[start] == 0x20 { start += 1 }
    while end > start, buffer[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private static func isBalanced(_ range: Range<Int>, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var depth = 0
    for index in range {
      if buffer[index] == UInt8(ascii: "(") { depth += 1 }
      if buffer[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

extension TextTemplate: CustomStringConvertible {
  public var description: String { source }
}

/// Where a ``TextTemplate`` fits.
public struct TemplateMatch: Sendable, Hashable {
  /// The part of the original text that fits, in UTF-8 offsets.
  public var range: Range<Int>
  public var captures: [Capture]

  /// What an open place took.
  public struct Capture: Sendable, Hashable {
    public var name: String
    /// In the original's own characters, without white space at the ends.
    public var value: String
    /// UTF-8 offsets into the original text.
    public var range: Range<Int>
  }

  public subscript(name: String) -> String? { captures.first { $0.name == name }?.value }
}
