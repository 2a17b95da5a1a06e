import Copydesk

/// Safe names for the files of documents, whatever the documents say.
enum ArticleFileName {
  /// What file systems commonly allow is 255 bytes; the hash, the extension and a draft's ending take some.
  private static let slugLimit = 80

  /// - Returns: `harbour-reopens-1f0c9a7be2d34455.md`: words of the headline (or of the id) for people, and the id's hash, which
  ///   makes the name the same in every run and different for every document. Only ASCII letters, digits and hyphens, so that no
  ///   headline can lead to another folder, hide the file or mean something to a shell.
  static func name(for document: Document) -> String {
    let hash = String(fnv1a(document.id.utf8), radix: 16)
    let padded = String(repeating: "0", count: 16 - hash.count) + hash
    let words = slug(document.record?.article.headline ?? "")
    let title = words.isEmpty ? slug(document.id) : words
    return (title.isEmpty ? "" : title + "-") + padded + ".md"
  }

  private static func slug(_ text: String) -> String {
    var slug = ""
    var needsHyphen = false
    for scalar in text.unicodeScalars {
      guard slug.utf8.count < slugLimit else { break }
      let lower = scalar.properties.lowercaseMapping
      if lower.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) {
        if needsHyphen, !slug.isEmpty { slug += "-" }
        needsHyphen = false
        slug += lower
      } else if scalar != "'" && scalar != "\u{2019}" {
        needsHyphen = true
      }
    }
    return slug
  }

  /// Fowler, Noll and Vo's hash, 64 bits, variant 1a (RFC 9923).
  private static func fnv1a(_ bytes: String.UTF8View) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
