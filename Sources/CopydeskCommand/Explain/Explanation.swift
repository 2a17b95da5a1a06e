import Copydesk
import Extraction

/// One document's result, ready to be shown block by block.
struct Explanation: Sendable {
  /// What was read: a path, an address.
  var title: String
  /// The rule in charge and how it was found; `nil` where the generic extractor worked alone.
  var rule: String?
  var record: ArticleRecord

  /// How many blocks have each fate, in the order of ``Fate``.
  var counts: [(fate: Fate, count: Int)] {
    [Fate.kept, .edited, .moved, .removed].map { fate in (fate, record.blocks.count { $0.fate == fate }) }
  }

  /// The fields to show: those with a value or with evidence, in the order of ``Field``.
  var fields: [Field] {
    Field.allCases.filter { !record.article.lines(of: $0).isEmpty || record.evidence[$0] != nil }
  }

  /// What the page is and what speaks for it, in one line; `nil` where nobody looked.
  var kind: String? {
    record.kind.map { kind in
      let evidence = kind.evidence.isEmpty ? "" : " (\(kind.evidence.joined(separator: "; ")))"
      return "kind: \(kind.name.words), \(Percentage.words(kind.confidence)) sure\(evidence)"
    }
  }

  /// How good the article likely is, with the three weightiest signals; `nil` where nobody judged.
  var quality: String? {
    record.quality.map { quality in
      let signals = quality.signals.filter { $0.effect != 0 }.prefix(3)
      let sides = [("for it", signals.filter { $0.effect > 0 }), ("against it", signals.filter { $0.effect < 0 })]
        .filter { !$0.1.isEmpty }.map { "\($0): \($1.map(\.words).joined(separator: ", "))" }
      return "quality: \(Percentage.words(quality.value))" + (sides.isEmpty ? "" : " (\(sides.joined(separator: "; ")))")
    }
  }
}

extension Role {
  /// The name in words: `authorBox` becomes `author box`.
  var words: String {
    rawValue.reduce(into: "") { words, character in
      if character.isUppercase { words += " " }
      words += character.lowercased()
    }
  }
}

extension Block {
  /// The block's text cut into runs that stay and spans that went elsewhere, in order.
  var runs: [(text: String, span: Span?)] {
    let bytes = Array(text.utf8)
    var runs: [(text: String, span: Span?)] = []
    var position = 0
    for span in edits where span.range.lowerBound >= position && span.range.upperBound <= bytes.count {
      if span.range.lowerBound > position {
        runs.append((String(decoding: bytes[position..<span.range.lowerBound], as: UTF8.self), nil))
      }
      runs.append((String(decoding: bytes[span.range], as: UTF8.self), span))
      position = span.range.upperBound
    }
    if position < bytes.count { runs.append((String(decoding: bytes[position...], as: UTF8.self), nil)) }
    return runs
  }
}
