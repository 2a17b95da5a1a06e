import Copydesk

/// Looks up the signs of lines by hash: the line's words in lower case, digits as `#`, punctuation left out.
enum SignTable {
  /// What a phrase says.
  struct Entry: Sendable {
    /// When it is the whole line.
    var whole: Signpost?
    /// When more words follow.
    var opening: Signpost?
    /// How many more words may follow.
    var room = 0
    /// A single common word opens a line of this kind only where a colon or the like parts it from the rest.
    var wantsMark = false
  }

  /// A phrase has at most this many words.
  static let longest = 7

  static func entry(_ hash: UInt64) -> Entry? { table[hash] }

  /// The beginnings of all phrases, up to the end of any word.
  static let prefixes = HashFilter(
    SignPhrases.groups.lazy.flatMap { $0.phrases.split(at: "\n") }.flatMap { words(of: $0).lazy.map(\.hash) })

  private static func words(of phrase: Substring) -> [PhraseHasher.Word] {
    var hasher = PhraseHasher()
    for scalar in phrase.unicodeScalars { hasher.add(scalar.value) }
    return hasher.finish()
  }

  private static let table: HashTable<Entry> = {
    var table: [UInt64: Entry] = [:]
    for group in SignPhrases.groups {
      for phrase in group.phrases.split(at: "\n") {
        let words = words(of: phrase)
        guard let hash = words.last?.hash else { continue }
        var entry = table[hash] ?? Entry()
        if entry.whole == nil {
          entry.whole = Signpost(role: group.role, reason: group.reason, scope: group.isHeading ? .heading : .line)
        }
        if group.room > 0, entry.opening == nil {
          entry.opening = Signpost(role: group.role, reason: group.reason, scope: .opening)
          entry.room = group.room
          entry.wantsMark = words.count == 1
        }
        table[hash] = entry
      }
    }
    return HashTable(table)
  }()
}

/// Hashes the first words of a line, so that after each word the phrase so far can be looked up.
struct PhraseHasher {
  /// A phrase from the line's start to the end of a word, and whether a colon, dash, bar or the like comes next.
  struct Word {
    var hash: UInt64
    var hasMark = false
  }

  private(set) var words: [Word] = []
  /// Whether no phrase begins with the words so far; they are not collected then.
  private(set) var isOver = false
  private let prefixes: HashFilter?
  private let ascii = CharacterClass.ascii
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  private var inWord = false
  private var inNumber = false

  /// - Parameter prefixes: The beginnings of the phrases that are looked for; without them all words are collected.
  init(prefixes: HashFilter? = nil) { self.prefixes = prefixes }

  /// Takes one scalar. Letters count in lower case, a run of digits as one `#`, an apostrophe not at all, all else parts words.
  mutating func add(_ scalar: UInt32) {
    let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
    switch kind {
    case .lower, .caseless, .unspaced: letter(scalar)
    case .upper: letter(FactScanner.lowercased(scalar))
    case .digit:
      if !inNumber { letter(0x23) }
      inNumber = true
    case .apostrophe: break
    case .colon, .separator, .dash, .terminator:
      endWord()
      if !words.isEmpty, !isOver { words[words.count - 1].hasMark = kind != .terminator }
    default:
      // © is a word of its own.
      if scalar == 0xA9 {
        endWord()
        letter(scalar)
      }
      endWord()
    }
  }

  mutating func finish() -> [Word] {
    endWord()
    return words
  }

  private mutating func letter(_ scalar: UInt32) {
    if !inWord, !words.isEmpty { mix(0x20) }
    inWord = true
    inNumber = false
    mix(scalar)
  }

  private mutating func endWord() {
    if inWord {
      if let prefixes, !prefixes.mayHold(hash) { isOver = true } else if !isOver { words.append(Word(hash: hash)) }
    }
    inWord = false
    inNumber = false
  }

  private mutating func mix(_ value: UInt32) { hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 }
}
