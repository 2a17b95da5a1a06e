/// The words in class names that mark a byline.
enum BylineMarks {
  /// The mark that a class attribute holds: *byline* or *author* and their like, not those of boxes about authors.
  static func mark(in value: UnsafeBufferPointer<UInt8>) -> String? {
    guard let word = words.first(where: { contains(value, $0) }) else { return nil }
    if refusals.contains(where: { contains(value, $0) }) { return nil }
    return "class:\(word)"
  }

  private static let words: [StaticString] = ["byline", "author", "autor", "writer", "signature", "reporter"]
  /// Boxes, pictures, teasers and comments carry authors' names too.
  private static let refusals: [StaticString] = [
    "bio", "comment", "image", "img", "avatar", "photo", "picture", "box", "related", "description", "authority", "follow",
    "social", "teaser", "card", "list-item",
  ]

  private static func contains(_ value: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard value.count >= count else { return false }
    return word.withUTF8Buffer { word in
      var start = 0
      while start + count <= value.count {
        if value[start] | 0x20 == word[0] {
          var length = 1
          while length < count,
            value[start + length] | 0x20 == word[length] || word[length] == 0x2D && value[start + length] == 0x2D
          { length += 1 }
          if length == count { return true }
        }
        start += 1
      }
      return false
    }
  }
}
