/// Looks for the words in class names and `rel`s that say what an element is, all in one pass over the bytes.
struct ClassMarks {
  struct Found: OptionSet {
    let rawValue: UInt8
    static let byline = Found(rawValue: 1 << 0)
    static let date = Found(rawValue: 1 << 1)
    static let modified = Found(rawValue: 1 << 2)
    /// Boxes, pictures, teasers and comments carry names and dates too.
    static let refused = Found(rawValue: 1 << 3)
    /// One of a list of words that all mean the same.
    fileprivate static let any = Found(rawValue: 1 << 7)
  }

  static func marks(_ value: UnsafeBufferPointer<UInt8>) -> Found { patterns.find(in: value) }

  /// Words to be found at once: where no word begins with the two bytes at hand, nothing is compared.
  private struct Patterns: Sendable {
    private let words: [(text: [UInt8], mark: Found)]
    /// By the lower five bits of a word's first two bytes, which words begin so; bit n is word n.
    private let starts: [UInt64]
    /// Whether any begins with three bytes, a bit for the lower five bits of each: so little memory that it stays next to the text.
    private let gate: [UInt64]

    init(_ groups: [(Found, [String])]) {
      let words = groups.flatMap { mark, texts in texts.map { (text: Array($0.utf8), mark: mark) } }
      var starts = [UInt64](repeating: 0, count: 1 << 10)
      var gate = [UInt64](repeating: 0, count: 1 << 9)
      for (index, word) in words.prefix(64).enumerated() {
        let pair = Self.hash(Self.hash(0, word.text[0]), word.text[1])
        let start = Self.hash(pair, word.text[2])
        starts[pair] |= 1 << UInt64(index)
        gate[start >> 6] |= 1 << UInt64(start & 63)
      }
      self.words = words
      self.starts = starts
      self.gate = gate
    }

    /// The lower five bits of the last three bytes.
    @inline(__always)
    private static func hash(_ before: Int, _ byte: UInt8) -> Int { (before & 0x3FF) << 5 | Int(byte & 0x1F) }

    func find(in value: UnsafeBufferPointer<UInt8>, stopsAtFirst: Bool = false) -> Found {
      guard value.count > 2 else { return [] }
      var found: Found = []
      gate.withUnsafeBufferPointer { gate in
        var hash = Self.hash(Self.hash(0, value[0]), value[1])
        for index in 0..<min(value.count - 2, 400) {
          hash = Self.hash(hash, value[index + 2])
          guard gate[hash >> 6] & 1 << UInt64(hash & 63) != 0 else { continue }
          var candidates = starts[hash >> 5]
          while candidates != 0 {
            let word = words[candidates.trailingZeroBitCount]
            if ClassMarks.stands(word.text, in: value, at: index) {
              found.insert(word.mark)
              if stopsAtFirst { return }
            }
            candidates &= candidates - 1
          }
        }
      }
      return found
    }
  }

  /// Whether one of some words is in a value.
  struct Words: Sendable {
    private let patterns: Patterns

    init(_ words: [String]) { patterns = Patterns([(.any, words)]) }

    func isIn(_ value: UnsafeBufferPointer<UInt8>) -> Bool { !patterns.find(in: value, stopsAtFirst: true).isEmpty }

    func isIn(_ value: String) -> Bool {
      var value = value
      return value.withUTF8(isIn)
    }
  }

  /// Whether an address leads to an author's page: `/author/jane-doe`, `/autoren/…`.
  static func isAuthorAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool { authorPaths.isIn(value) }

  private static let authorPaths = Words([
    "/author", "/autor", "/auteur", "/reporter", "/journalist", "/by/", "/staff/", "/writers/", "/redakt", "/contributor",
    "/columnist",
  ])
  static let relations = Words(["canonical", "author", "license", "amphtml"])
  static let author = Words(["author"])
  static let modification = Words(["updat", "modif", "aktualis", "last-edit"])

  private static let patterns = Patterns([
    (.byline, ["byline", "author", "autor", "writer", "signature", "reporter", "auteur", "redact", "firma"]),
    (.date, ["date", "time", "publish", "posted", "datum", "fecha", "pubdate"]),
    (
      .refused,
      [
        "bio", "comment", "image", "img", "avatar", "photo", "picture", "box", "related", "description", "authority", "follow",
        "social", "teaser", "card", "list-item", "recommend", "popular", "sidebar", "nav",
      ]
    ),
  ])

  fileprivate static func stands(_ word: [UInt8], in value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + word.count <= value.count else { return false }
    for offset in word.indices where value[index + offset] | 0x20 != word[offset] | 0x20 { return false }
    return true
  }
}
