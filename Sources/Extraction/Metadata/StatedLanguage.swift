import Copydesk
import Pages

/// Holds the language that a page's metadata state against the article's text: templates state a language by default, whatever the article's is.
///
/// Of a text of a hundred words a quarter or more are articles, prepositions and conjunctions in most European languages; a text without any of
/// a language's commonest ones is not in it, and a text without a letter of its script neither. Which language it is in instead is not told:
/// that takes a library's models.
struct StatedLanguage {
  /// Shorter texts prove nothing.
  private static let fewestWords = 100
  private static let mostWords = 300
  /// In bytes: a block without spaces may be the page.
  private static let longestBlock = 8192
  /// Fewer words of a hundred are by chance: names, quotations, the same word in another language.
  private static let chance = 1.5
  /// So many words of a hundred are no chance.
  private static let telling = 12.0

  private var words = 0
  private var letters = 0
  private var common = [Int](repeating: 0, count: languages.count)
  private var scripts = [Int](repeating: 0, count: Script.allCases.count)

  /// Lowers the languages that the text contradicts, and takes them off the article where nothing else is on offer.
  static func check(_ draft: inout Draft) {
    guard let candidates = draft.candidates[.inLanguage], candidates.contains(where: { $0.authority == .generic }) else { return }
    let text = StatedLanguage(draft)
    guard text.words >= fewestWords || text.letters >= 6 * fewestWords else { return }
    var contradicted: [FieldCandidate] = []
    var rest: [FieldCandidate] = []
    for candidate in candidates {
      guard candidate.authority == .generic, case .text(let tag) = candidate.value, let reason = text.contradiction(of: tag)
      else {
        rest.append(candidate)
        continue
      }
      var candidate = candidate
      candidate.confidence = min(candidate.confidence, 0.2)
      candidate.notes.append(reason)
      contradicted.append(candidate)
    }
    guard let first = contradicted.first, let reason = first.notes.last else { return }
    if rest.isEmpty {
      draft.note("language-conflict", "inLanguage: \(first.from) says \(first.raw), but \(reason)")
    }
    // A language that the text contradicts is worse than none.
    draft.candidates[.inLanguage] = rest.isEmpty ? nil : rest + contradicted
  }

  private init(_ draft: Draft) {
    let text = draft.page.text
    for index in draft.decisions.indices where words < Self.mostWords && letters < 10 * Self.mostWords {
      guard draft.decisions.ruling(index).isInBody, draft.decisions.ruling(index).role == .body else { continue }
      read(text[draft.page.blocks[index].text].prefix(Self.longestBlock))
    }
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { text in
      var index = 0
      var hash = WordHash()
      var length = 0
      var others = 0
      let before = letters
      defer { scripts[Script.latin.rawValue] += letters - before - others }
      while index <= text.count {
        // Most letters.
        if index < text.count, (text[index] | 0x20) &- 0x61 < 26 {
          hash.add(text[index] | 0x20)
          length += 1
          index += 1
          continue
        }
        var next = index
        let scalar = index < text.count ? CharacterFolding.lowercase(UTF8Scalar.next(in: text, at: &next)) : 0x20
        if let script = Script(scalar) {
          UTF8Scalar.encode(scalar) { hash.add($0) }
          length += 1
          if script != .latin {
            scripts[script.rawValue] += 1
            others += 1
          }
        } else if length > 0 {
          words += 1
          letters += length
          if var mask = Self.commonWords[hash.value] {
            while mask != 0 {
              common[mask.trailingZeroBitCount] += 1
              mask &= mask - 1
            }
          }
          hash = WordHash()
          length = 0
        }
        index = max(next, index + 1)
      }
    }
  }

  private func share(_ script: Script) -> Double { 100 * Double(scripts[script.rawValue]) / Double(max(letters, 1)) }

  private func share(ofWordsOf place: Int) -> Double { 100 * Double(common[place]) / Double(max(words, 1)) }

  /// What in the text contradicts a language; `nil` where nothing does.
  private func contradiction(of tag: String) -> String? {
    let primary = String(tag.prefix { $0 != "-" })
    if let expected = Self.scripts[primary] {
      return expected.contains { share($0) >= 3 } ? nil : "the text has no letters of its script"
    }
    if let place = Self.languages.firstIndex(of: primary) {
      if share(.latin) < 20 { return "the text is not in Latin letters" }
      return words >= Self.fewestWords && share(ofWordsOf: place) < Self.chance ? "the text has none of its commonest words" : nil
    }
    // The code of Northern Sami is the sign of Sweden's sites.
    if primary == "se", let swedish = Self.languages.firstIndex(of: "sv"), share(ofWordsOf: swedish) >= Self.telling {
      return "the text's commonest words are Swedish"
    }
    return nil
  }

  // MARK: - What is known of languages

  private enum Script: Int, CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, indic, thai, georgian, hangul, kana, han, other

    /// The script of a letter; `nil` for what is none. Apostrophes part words here, as they do in *l'eau*.
    init?(_ scalar: UInt32) {
      switch scalar {
      case 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
      case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFF00...0xFF65, 0x1F000...: return nil
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0x400...0x52F: self = .cyrillic
      case 0x530...0x58F: self = .armenian
      case 0x590...0x5FF: self = .hebrew
      case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: self = .arabic
      case 0x900...0xDFF: self = .indic
      case 0xE00...0xE7F: self = .thai
      case 0x10A0...0x10FF: self = .georgian
      case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
      case 0x3040...0x30FF: self = .kana
      case 0x3400...0x4DBF, 0x4E00...0x9FFF: self = .han
      default: self = .other
      }
    }
  }

  private static let scripts: [String: [Script]] = [
    "ru": [.cyrillic], "uk": [.cyrillic], "bg": [.cyrillic], "be": [.cyrillic], "mk": [.cyrillic], "el": [.greek],
    "hy": [.armenian],
    "he": [.hebrew], "ar": [.arabic], "fa": [.arabic], "hi": [.indic], "bn": [.indic], "mr": [.indic], "ne": [.indic],
    "ta": [.indic], "te": [.indic], "ml": [.indic], "th": [.thai], "ka": [.georgian], "ko": [.hangul], "ja": [.kana, .han],
    "zh": [.han],
  ]

  private static let lists: [(language: String, words: String)] = [
    (
      "en",
      "the of and to in that is was for on with as at by it from be are this have has not he she they but an or which their were will"
    ),
    (
      "de",
      "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach bei"
    ),
    ("fr", "les des et le la du est une un que dans pour qui sur pas plus par au avec ce il sont cette aux ont été elle mais se"),
    ("es", "el los las del que y en por con para una un se su es al lo como más fue pero sus ha este también entre la"),
    ("it", "il di che della per non è una gli del nel con si dei alla le sono anche da più delle questo ma ha dal un"),
    ("pt", "que os as do da em um uma para com não por mais dos das se na no foi ao são como mas sua pelo também"),
    ("nl", "het een van en dat die niet zijn op voor met aan er om ook als bij maar werd hij naar wordt deze heeft"),
    ("sv", "och att det som för på är av med till inte den har ett om var från kan sig men vi också"),
    ("da", "og at det som på er af med til ikke den har et om var fra kan sig men også der blev efter"),
    ("no", "og at det som på er av med til ikke den har et om var fra kan seg men også etter ble sier"),
    ("pl", "się na nie jest że do to jak za przez od po oraz ale dla tym były który która już"),
    ("tr", "ve bir bu için ile da de olarak daha çok olan gibi kadar sonra ise en ne var ya"),
    ("id", "yang dan di dengan untuk dari dalam pada ini itu tidak akan oleh juga telah karena bisa ada mereka"),
  ]

  private static let languages = lists.map(\.language)

  /// Of which languages a word is common, a bit each, by its hash.
  private static let commonWords: HashTable<UInt32> = {
    var all: [WordHash: UInt32] = [:]
    for (place, list) in lists.enumerated() {
      for word in list.words.split(at: " ") { all[WordHash(word.utf8), default: 0] |= 1 << UInt32(place) }
    }
    return HashTable(all)
  }()
}
