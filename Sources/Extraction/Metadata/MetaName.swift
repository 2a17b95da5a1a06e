/// A name of meta elements that the extractor looks for, hashed once, and how much their content is trusted.
struct MetaName: Sendable {
  let name: String
  /// How evidence names it: `meta:` and the name.
  let source: String
  let key: WordHash
  let confidence: Double

  /// Names in the order in which they are asked.
  static func list(_ names: KeyValuePairs<String, Double>) -> [MetaName] {
    names.map { MetaName(name: $0, source: "meta:" + $0, key: key($0), confidence: $1) }
  }

  /// Hashes a name's letters and digits, in lower case: systems write `article:published_time`, `article.published.time` and more.
  static func key(_ name: String) -> WordHash {
    var name = name
    return name.withUTF8 { name in
      var hash = WordHash()
      for byte in name where byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 {
        hash.add(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      }
      return hash
    }
  }
}
