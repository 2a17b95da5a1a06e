/// How a phrase may be spelt: capitals and hurried typing lose accents ("A LIRE AUSSI", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "AYRICA BAKINIZ"), and Indic letters
/// with a dot below come as one character or as two.
enum CueSpelling {
  static func all(of phrase: String) -> [String] {
    let parts = replace(in: phrase, with: dotted)
    let spellings = [phrase, replace(in: phrase, with: letters), parts, joined(parts)]
    // Strings that differ in composition alone count as equal; their bytes do not.
    var known: Set<[UInt8]> = []
    return spellings.filter { known.insert(Array($0.utf8)).inserted }
  }

  private static func replace(in phrase: String, with table: [Unicode.Scalar: String]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in phrase.unicodeScalars {
      if let replacement = table[scalar] { result.append(contentsOf: replacement.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }

  /// Letter and dot as one character.
  private static func joined(_ phrase: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in phrase.unicodeScalars {
      if scalar == "\u{93C}" || scalar == "\u{9BC}", let letter = result.last, let whole = wholes[letter] {
        result.removeLast()
        result.append(whole)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Letters with marks, and what is left of them without.
  private static let letters: [Unicode.Scalar: String] = {
    let words = """
      a àáâãäåāăą c çćč d ď e èéêëēėęě g ğ i ìíîïīıį l ł n ñńň o òóôõöő r ř s śšşș t ťţț u ùúûüūůűų y ýÿ z źżž \
      α ά ε έ η ή ι ίϊΐ ο ό υ ύϋΰ ω ώ σ ς е ё
      """.split(separator: " ")
    var table: [Unicode.Scalar: String] = [:]
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      for scalar in words[index + 1].unicodeScalars { table[scalar] = String(words[index]) }
    }
    return table
  }()

  /// Devanagari and Bengali letters with a dot below, and the letter without.
  private static let dots: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("\u{958}", "\u{915}"), ("\u{959}", "\u{916}"), ("\u{95A}", "\u{917}"), ("\u{95B}", "\u{91C}"), ("\u{95C}", "\u{921}"),
    ("\u{95D}", "\u{922}"), ("\u{95E}", "\u{92B}"), ("\u{9DC}", "\u{9A1}"), ("\u{9DD}", "\u{9A2}"), ("\u{9DF}", "\u{9AF}"),
  ]

  private static let dotted: [Unicode.Scalar: String] = Dictionary(
    dots.map { ($0, String($1) + ($0.value < 0x980 ? "\u{93C}" : "\u{9BC}")) }, uniquingKeysWith: { first, _ in first })

  private static let wholes = Dictionary(dots.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
}
