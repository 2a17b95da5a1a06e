/// Lines that name who did what for an article: *Translation: Ada Quay, Editing: Bela Pier, Audio version: Cleo Mole and Dan Kade*.
enum StaffCredits {
  /// Whether a line is nothing but two or more pairs of a role and names.
  static func fill(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= longest, line.contains(UInt8(ascii: ":")) else { return false }
    var pairs = 0
    for part in String(decoding: line, as: UTF8.self).split(whereSeparator: { separators.contains($0) }) {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmed }
      switch sides.count {
      // Another name behind the last one.
      case 1 where sides[0].isEmpty || pairs > 0 && isNames(sides[0]): continue
      case 2 where roles.contains(WordHash(FoldedText(sides[0], case: .folded).bytes)) && isNames(sides[1]): pairs += 1
      default: return false
      }
    }
    return pairs >= 2
  }

  private static let longest = 480
  private static let separators: Set<Character> = [",", ";", "|", "/", "·", "•", "\n"]

  /// Names of people or of a desk: few words, each with a capital, joined by an *and* or a particle.
  private static func isNames(_ text: String) -> Bool {
    let words = text.split(at: " ")
    guard (1...8).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let first = word.first else { return false }
      return !first.isLowercase && !first.isNumber || word.utf8.count <= 4
    } && words.contains { $0.first?.isUppercase ?? false || !($0.first?.isLowercase ?? true) }
  }

  private static let roles = PhraseSet(
    """
    text|texts|words|story|reporting|editor|editors|editing|edited by|copy editor|copy editing|photo editor|photo editing|photos|photography|pictures|illustration|illustrations|graphics|design|\
    video|videos|audio|audio version|sound|production|producer|research|fact check|fact checking|fact checker|translation|translated by|translator|voice|additional reporting|proofreading|\
    redaktion|schlussredaktion|bildredaktion|fotoredaktion|audioversion|audio-version|übersetzung|übersetzer|übersetzerin|mitarbeit|redaktionelle mitarbeit|schnitt|produktion|recherche|infografik|grafik|grafiken|\
    autor|autorin|autoren|lektorat|faktencheck|korrektorat|gestaltung|foto|fotos|bild|bilder|kamera|ton|sprecher|sprecherin|regie|stimme|layout|\
    texte|textes|traduction|relecture|montage|réalisation|vidéo|photographie|photographies|édition|infographie|rédaction|\
    texto|textos|redacción|traducción|edición|fotografía|fotografías|fotos|ilustración|ilustraciones|vídeo|corrección|diseño|infografía|\
    reportagem|tradução|edição|revisão|testo|traduzione|montaggio|foto di|revisione|tekst|vertaling|bewerking|eindredactie|redactie|beeld|vormgeving|\
    tłumaczenie|opracowanie|redakcja|korekta|zdjęcia|překlad|översättning|redigering|bild|oversettelse|oversættelse
    """, separator: "|")
}
