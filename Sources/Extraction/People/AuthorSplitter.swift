/// Cuts a list of names at commas, semicolons, bars and words such as *and*.
enum AuthorSplitter {
  static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var current: [Substring] = []
    func flush() {
      if !current.isEmpty { parts.append(current.joined(separator: " ")) }
      current.removeAll()
    }
    for chunk in text.split(whereSeparator: { ",;|/•·\n\t".contains($0) }) {
      for word in chunk.split(whereSeparator: \.isWhitespace) {
        if conjunctions.contains(word.lowercased()) && !current.isEmpty { flush() } else { current.append(word) }
      }
      flush()
    }
    return parts
  }

  private static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "en", "och", "og", "i", "&", "és", "și", "ja", "ve", "и", "та", "і", "with", "mit",
  ]
}
