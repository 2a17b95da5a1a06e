/// Cuts a list of names at commas, semicolons, bars and words such as *and*.
enum AuthorSplitter {
  struct Part {
    var text: String
    /// Whether a comma stands in front, so that the part may say something about the one before.
    var followsComma: Bool
  }

  static func split(_ text: String) -> [Part] {
    var parts: [Part] = []
    var start = text.startIndex
    var followsComma = false
    // "10+ Years" is a count of years.
    var followsNumber = false
    func flush(upTo end: String.Index) {
      for part in splitAtWords(text[start..<end]).map(withoutSigns) where !part.isEmpty && !followsNumber {
        parts.append(Part(text: part, followsComma: followsComma && !parts.isEmpty))
      }
      followsNumber =
        end < text.endIndex && text.unicodeScalars[end] == "+" && text[start..<end].utf8.last.map { $0 &- 0x30 < 10 } ?? false
      if end < text.endIndex { start = text.unicodeScalars.index(after: end) }
    }
    for index in text.unicodeScalars.indices {
      switch text.unicodeScalars[index] {
      case ",", "、", "،", "，":
        flush(upTo: index)
        followsComma = true
      case ";", "|", "•", "·", "\n", "\t", "/", "+", "│", "‧":
        flush(upTo: index)
        followsComma = false
      default: break
      }
    }
    flush(upTo: text.endIndex)
    return parts
  }

  /// Without signs at the ends that no name has.
  private static func withoutSigns(_ part: String) -> String {
    func isSign(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", "-", "–", "—", ":", "*", "_", "\"", "“", "”", "•", "»", "«", "|": true
      default: false
      }
    }
    let scalars = part.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSign($0) }), let last = scalars.lastIndex(where: { !isSign($0) }) else {
      return ""
    }
    return String(scalars[first...last])
  }

  /// Cuts at *and* and the like, and at what stands behind a dash or a place's preposition.
  private static func splitAtWords(_ chunk: Substring) -> [String] {
    let words = words(of: chunk)
    guard words.contains(where: mayCut) else { return [words.joined(separator: " ")] }
    var parts: [[Substring]] = [[]]
    var index = 0
    scan: while index < words.count {
      let word = words[index]
      let hasBefore = !(parts[parts.count - 1].isEmpty)
      let hasAfter = index + 1 < words.count
      if hasBefore, hasAfter, word == "on", words[index + 1] == "behalf" {
        // "Jane Doe on behalf of the ferry working group": whom she speaks for is no author.
        break scan
      } else if dashes.contains(word) {
        parts.append([])
      } else if hasBefore, hasAfter, isConjunction(word, before: parts[parts.count - 1], after: words[(index + 1)...]) {
        parts.append([])
      } else if parts.count == 1 && !hasBefore && hasAfter
        && isConjunction(word, before: ["A", "B"], after: words[(index + 1)...]), word.count > 1
      {
        // "…, and Jane Doe": nothing stands before.
      } else if hasBefore, hasAfter, word.utf8.count <= longest, placeWords.contains(lowered(word)),
        word.first?.isLowercase ?? false
      {
        // "Jana Muster in Berlin", "Jane Doe for Example Times": the rest is no name.
        let isFor = word == "for" || word == "für"
        if isFor, Organizations.isOrganization(words[(index + 1)...].joined(separator: " ")) {
          parts.append(Array(words[(index + 1)...]))
        }
        break scan
      } else {
        parts[parts.count - 1].append(word)
      }
      index += 1
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// Whether a list may be cut at a word: few words are asked more.
  private static func mayCut(_ word: Substring) -> Bool {
    word.utf8.count <= longest && cutting.contains(lowered(word))
  }

  private static let cutting = PhraseSet(plainWords + shortWords + places + ["-", "–", "—", "on"])

  private static let dashes: [Substring] = ["-", "–", "—"]

  private static func lowered(_ word: Substring) -> WordHash {
    word.utf8.allSatisfy { $0 < 0x80 }
      ? WordHash(word.utf8.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) : WordHash(word.lowercased().utf8)
  }

  private static func words(of chunk: Substring) -> [Substring] {
    // White space of other than the usual widths begins with one of these bytes.
    if chunk.utf8.contains(where: { $0 == 0xE1 || $0 == 0xE2 || $0 == 0xC2 || $0 == 0xE3 }) {
      return chunk.split(whereSeparator: \.isWhitespace)
    }
    return chunk.utf8.split(whereSeparator: PlainText.isASCIISpace).map { Substring($0) }
  }

  private static func isConjunction(_ word: Substring, before: [Substring], after: ArraySlice<Substring>) -> Bool {
    guard word.utf8.count <= longest else { return false }
    let lowered = lowered(word)
    // Dan is a man.
    if names.contains(lowered), word.first?.isUppercase ?? false { return false }
    if plain.contains(lowered) {
      // "Food and Drink Team" is one desk.
      return !(before.count == 1 && Organizations.isOrganization((before + after).joined(separator: " ")))
    }
    // One-letter words stand within names as well (Ortega y Gasset): both sides have to be whole names.
    guard short.contains(lowered), word.first?.isLowercase ?? false else { return false }
    return before.count >= 2 && after.count >= 2
  }

  /// All words that part names from others or from places.
  static var words: [WordHash] { plain.words + short.words + placeWords.words }

  /// Whether a word may stand between two names.
  static func mayPart(_ word: WordHash) -> Bool { plain.contains(word) || short.contains(word) }

  /// Whether a word in small letters says that what follows is a place or a newsroom, and no name.
  static func opensPlace(_ word: WordHash) -> Bool { placeWords.contains(word) }

  /// No word that parts is longer, in bytes.
  private static let longest = 6

  private static let plain = PhraseSet(plainWords)
  private static let plainWords = [
    "and", "und", "et", "och", "og", "&", "és", "și", "ve", "и", "та", "with", "mit", "sowie", "dan", "và", "και", "avec", "con",
    "oraz", "&amp;",
  ]
  private static let names = PhraseSet(["dan", "con", "ve"])
  private static let short = PhraseSet(shortWords)
  private static let shortWords = ["y", "e", "i", "і", "й", "en", "ja", "a", "ir", "un"]
  private static let placeWords = PhraseSet(places)
  private static let places = ["in", "aus", "for", "für", "at", "à", "en", "from", "zu"]

  /// `DOE, Jane` or `Doe, Jane`: a family name with a comma and one or two given names behind. Only where nothing else is in the list.
  static func invertedName(_ parts: [Part], in text: String) -> String? {
    guard parts.count == 2, parts[1].followsComma, text.contains(",") else { return nil }
    let (family, given) = (parts[0].text, parts[1].text)
    guard PersonName.words(in: family) == 1, (1...2).contains(PersonName.words(in: given)), PersonName.isPlausible(family),
      PersonName.isPlausible(given)
    else { return nil }
    guard !AuthorRoles.isRole(given), !Organizations.isOrganization(given), !Organizations.isOrganization(family),
      !PersonName.isSuffix(given), !Agencies.isAgency(given),
      !Agencies.isAgency(family), !PersonName.isWrittenWithoutSpaces(family)
    else { return nil }
    return given + " " + family
  }
}
