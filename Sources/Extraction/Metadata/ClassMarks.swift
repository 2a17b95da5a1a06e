/// Looks for the words in class names and `rel`s that say what an element is, all in one pass over the bytes.
struct ClassMarks {
  struct Found: OptionSet {
    let rawValue: UInt8
    static let byline = Found(rawValue: 1 << 0)
    static let date = Found(rawValue: 1 << 1)
    static let modified = Found(rawValue: 1 << 2)
    /// Boxes, pictures, teasers and comments carry names and dates too.
    static let refused = Found(rawValue: 1 << 3)
  }

  static func marks(_ value: UnsafeBufferPointer<UInt8>) -> Found {
    var found: Found = []
    for index in value.indices.prefix(400) {
      let words = table[Int(value[index] | 0x20)]
      if words.isEmpty { continue }
      for word in words where stands(word.text, in: value, at: index) { found.insert(word.mark) }
    }
    return found
  }

  /// Whether one of some words is in a value.
  struct Words {
    let words: [[UInt8]]

    init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

    func isIn(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
      value.indices.prefix(400).contains { index in words.contains { ClassMarks.stands($0, in: value, at: index) } }
    }
  }

  /// Whether an address leads to an author's page: `/author/jane-doe`, `/autoren/…`.
  static func isAuthorAddress(_ value: UnsafeBufferPointer<UInt8>) -> Bool { authorPaths.isIn(value) }

  private static let authorPaths = Words([
    "/author", "/autor", "/auteur", "/reporter", "/journalist", "/by/", "/staff/", "/writers/", "/redakt", "/contributor",
    "/columnist",
  ])
  static let author = Words(["author"])
  static let modification = Words(["updat", "modif", "aktualis", "last-edit"])

  private static let words: [(Found, [String])] = [
    (.byline, ["byline", "author", "autor", "writer", "signature", "reporter", "auteur", "redact", "firma"]),
    (.date, ["date", "time", "publish", "posted", "datum", "fecha", "pubdate"]),
    (
      .refused,
      [
        "bio", "comment", "image", "img", "avatar", "photo", "picture", "box", "related", "description", "authority", "follow",
        "social", "teaser", "card", "list-item", "recommend", "popular", "sidebar", "nav",
      ]
    ),
  ]

  private static let table: [[(text: [UInt8], mark: Found)]] = {
    var table = [[(text: [UInt8], mark: Found)]](repeating: [], count: 256)
    for (mark, texts) in words {
      for text in texts {
        let bytes = Array(text.utf8)
        if let first = bytes.first { table[Int(first)].append((bytes, mark)) }
      }
    }
    return table
  }()

  fileprivate static func stands(_ word: [UInt8], in value: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + word.count <= value.count else { return false }
    for offset in word.indices where value[index + offset] | 0x20 != word[offset] | 0x20 { return false }
    return true
  }
}
