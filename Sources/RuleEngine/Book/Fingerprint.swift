import Extraction

/// Words by which a text without an address is known to be a publisher's.
struct Fingerprint: Sendable, Hashable {
  enum Place: String, Sendable {
    /// Among the first ten lines that are not empty.
    case head
    /// Among the last ten.
    case tail
  }

  /// As the rule states them.
  var text: String
  /// Typography and case evened out.
  var folded: [UInt8]
  var place: Place?
  /// `rules/headlineusa.com/rule.lua:6`.
  var from: String

  /// Shorter words would be found by chance.
  static let minimumLength = 8
  /// How many lines ``Place/head`` and ``Place/tail`` cover.
  static let placeLines = 10

  init(_ text: String, place: Place?, from: String) {
    self.text = text
    folded = Array(FoldedText(text, case: .folded).bytes)
    self.place = place
    self.from = from
  }

  /// Whether the words stand in the text at `offset`, whole: not as part of longer words.
  func stands(in bytes: ArraySlice<UInt8>, at offset: Int) -> Bool {
    guard offset >= bytes.startIndex, offset + folded.count <= bytes.endIndex,
      bytes[offset..<offset + folded.count].elementsEqual(folded)
    else { return false }
    let end = offset + folded.count
    let joinsBefore =
      offset > bytes.startIndex && Self.isWordPart(bytes[offset - 1]) && folded.first.map(Self.isWordPart) == true
    let joinsAfter = end < bytes.endIndex && Self.isWordPart(bytes[end]) && folded.last.map(Self.isWordPart) == true
    return !joinsBefore && !joinsAfter
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80
  }
}
