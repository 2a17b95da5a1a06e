/// How a phrase may be spelt: capitals and hurried typing lose accents ("A LIRE AUSSI", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "AYRICA BAKINIZ"), and Indic letters
/// with a dot below come as one character or as two.
enum CueSpelling {
  /// The spellings of all phrases in a list, apart by bars.
  static func all(in list: String) -> [String] {
    list.utf8.split(separator: UInt8(ascii: "|")).flatMap { all(of: String(Substring($0))) }
  }

  /// Calls `take` with each spelling of all phrases in a list, apart by bars. Most are spelt as they stand in the list.
  static func forEach(in list: String, _ take: (ArraySlice<UInt8>) -> Void) {
    for phrase in Array(list.utf8).split(separator: UInt8(ascii: "|")) {
      if phrase.withUnsafeBufferPointer({ !varies($0) }) {
        take(phrase)
      } else {
        for spelling in all(of: String(decoding: phrase, as: UTF8.self)) { take(ArraySlice(spelling.utf8)) }
      }
    }
  }

  /// Whether a phrase may be spelt otherwise: it has a letter with a mark, or Indic ones.
  private static func varies(_ phrase: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < phrase.count {
      let scalar = UTF8Scalar.next(in: phrase, at: &index)
      if scalar >= 0x80, withoutMark(scalar) != scalar || indic.contains(scalar) { return true }
    }
    return false
  }

  static func all(of phrase: String) -> [String] {
    if phrase.utf8.allSatisfy({ $0 < 0x80 }) { return [phrase] }
    let scalars = phrase.unicodeScalars.map(\.value)
    var spellings = [scalars]
    func add(_ spelling: [UInt32]) {
      if !spellings.contains(spelling) { spellings.append(spelling) }
    }
    add(scalars.map(withoutMark))
    if scalars.contains(where: indic.contains) {
      let parts = parted(scalars)
      add(parts)
      add(joined(parts))
    }
    return spellings.map { spelling in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(3 * spelling.count)
      for scalar in spelling { UTF8Scalar.encode(scalar) { bytes.append($0) } }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Letter and dot as two characters.
  private static func parted(_ phrase: [UInt32]) -> [UInt32] {
    phrase.flatMap { scalar in dots.first { $0.whole == scalar }.map { [$0.letter, $0.dot] } ?? [scalar] }
  }

  /// Letter and dot as one character.
  private static func joined(_ phrase: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for scalar in phrase {
      if let letter = result.last, let dotted = dots.first(where: { $0.letter == letter && $0.dot == scalar }) {
        result[result.count - 1] = dotted.whole
      } else {
        result.append(scalar)
      }
    }
    return result
  }

  private static let indic: ClosedRange<UInt32> = 0x900...0x9FF

  private static func withoutMark(_ scalar: UInt32) -> UInt32 { scalar < letters.count ? letters[Int(scalar)] : scalar }

  /// What is left of a letter without its marks: of most characters all.
  private static let letters: [UInt32] = {
    let words = """
      a àáâãäåāăą c çćč d ď e èéêëēėęě g ğ i ìíîïīıį l ł n ñńň o òóôõöőř r ř s śšşș t ťţț u ùúûüūůűų y ýÿ z źżž \
      α ά ε έ η ή ι ίϊΐ ο ό υ ύϋΰ ω ώ σ ς е ё
      """.split(at: " ").map { $0.unicodeScalars.map(\.value) }
    var table = Array<UInt32>(0..<0x500)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      for scalar in words[index + 1] { table[Int(scalar)] = words[index][0] }
    }
    return table
  }()

  /// Devanagari and Bengali letters with a dot below, the letter without, and the dot.
  private static let dots: [(whole: UInt32, letter: UInt32, dot: UInt32)] = [
    (0x958, 0x915, 0x93C), (0x959, 0x916, 0x93C), (0x95A, 0x917, 0x93C), (0x95B, 0x91C, 0x93C), (0x95C, 0x921, 0x93C),
    (0x95D, 0x922, 0x93C), (0x95E, 0x92B, 0x93C), (0x9DC, 0x9A1, 0x9BC), (0x9DD, 0x9A2, 0x9BC), (0x9DF, 0x9AF, 0x9BC),
  ]
}
