/// The words that introduce a byline, by language.
enum BylineWords {
  /// Whether a text, folded or not, may begin with an introduction.
  static func mayIntroduce(_ text: ArraySlice<UInt8>) -> Bool {
    guard firstRuns.mayOpen(text) else { return false }
    return text.prefix(60).withUnsafeBufferPointer { text in
      if CharacterFolding.mayHoldOtherLetters(text) { return true }
      guard let (first, end) = LetterRun.next(in: text, from: 0) else { return false }
      // Many lines begin with "A", but few with "A cura".
      if oneRun.mayHold(first.key) { return true }
      guard let second = LetterRun.next(in: text, from: end)?.run else { return false }
      return twoRuns.mayHold(CueGate.pair(first.key, second.key))
    }
  }

  private static let runs = phrases.utf8.split(separator: UInt8(ascii: "|")).map {
    LetterRun.keys(in: String(Substring($0))).map(\.key)
  }
  private static let firstRuns = KeySet(runs.compactMap(\.first))
  private static let oneRun = KeySet(runs.filter { $0.count == 1 }.map { $0[0] })
  private static let twoRuns = KeySet(runs.filter { $0.count > 1 }.map { CueGate.pair($0[0], $0[1]) })

  /// Where the introduction ends in a folded text, if there is one. Letter case does not count, but what follows has to be a name.
  static func introduction(of text: ArraySlice<UInt8>) -> Int? {
    text.withUnsafeBufferPointer { buffer -> Int? in
      var hash = WordHash()
      var best: Int?
      var index = 0
      while index < min(buffer.count, 60) {
        let byte = buffer[index]
        if byte == 0x20 || byte == 0x3A {
          if introductions.contains(hash) { best = index }
          if byte == 0x3A { break }
        }
        var next = index
        let scalar = CharacterFolding.lowercase(UTF8Scalar.next(in: buffer, at: &next))
        UTF8Scalar.encode(scalar) { hash.add($0) }
        index = next
      }
      return best
    }
  }

  /// Whether an introduction cannot be the beginning of a name.
  static func isUnmistakable(_ words: ArraySlice<UInt8>) -> Bool {
    !mistakable.contains(WordHash(FoldedText(words, case: .folded).bytes))
  }

  /// Whether an introduction is also the name of a thing, so that only a colon makes it one: *Text: Jane Doe*, but *Text Size*.
  static func needsColon(_ words: ArraySlice<UInt8>) -> Bool { things.contains(WordHash(words)) }

  private static let things = PhraseSet(["text", "tekst", "texto", "haber", "文", "글"])

  /// Particles of names in one language or another, and words that can be names.
  private static let mistakable = PhraseSet(
    ["von", "van", "de", "di", "av", "af", "od", "aus", "door", "par", "por", "text", "tekst", "του", "της", "文", "글", "haber"])

  static let introductions = PhraseSet(phrases, separator: "|")

  /// Lower case; apart by bars.
  private static let phrases: String = """
    by|written by|words by|story by|report by|reported by|reporting by|review by|analysis by|opinion by|interview by|text by|text and photos by|\
    posted by|published by|author|authors|article by|recipe by|as told to|\
    von|ein kommentar von|kommentar von|eine analyse von|analyse von|ein bericht von|ein interview von|interview von|eine kolumne von|kolumne von|\
    reportage von|essay von|\
    eine reportage von|ein gastbeitrag von|gastbeitrag von|text von|autor|autorin|autorin/autor|autor/in|autoren|aus|von unserem korrespondenten|\
    par|propos recueillis par|publié par|auteur|rédigé par|écrit par|un article de|une chronique de|\
    por|escrito por|publicado por|autor|autora|texto|texto de|una crónica de|redacción|reportagem de|texto por|\
    di|a cura di|scritto da|articolo di|intervista di|door|tekst|auteur|geschreven door|een artikel van|van onze redacteur|van|\
    av|skrevet av|tekst|af|skrevet af|text|text av|kirjoittaja|teksti|eftir|\
    autor|autorzy|tekst|rozmawiał|rozmawiała|opracował|opracowała|oprac.|przez|\
    yazan|haber|автор|авторы|автори|текст|od|napsal|napsala|írta|szerző|de|scris de|oleh|penulis|reporter|tác giả|συντάκτης|του|της|\
    記者|文|執筆|기자|글|بقلم|كتب|كتبت|مؤلف|लेखक|द्वारा|autorius|autore|autors
    """
}
