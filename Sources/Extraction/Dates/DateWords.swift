/// What words mean in dates.
enum DateWords {
  /// The meanings of one word; several languages can give a word more than one.
  struct Meaning {
    /// 1 to 12; 0 for none.
    var month: UInt8 = 0
    /// Bit n for weekday n, Monday being 1.
    var weekdays: UInt8 = 0
    var roles: Roles = []

    static let none = Meaning()
  }

  struct Roles: OptionSet {
    let rawValue: UInt16

    /// May stand between the parts of a date: *of*, *de*, *den*.
    static let link = Roles(rawValue: 1 << 0)
    /// May stand between date and time: *at*, *um*, *à*.
    static let timeLink = Roles(rawValue: 1 << 1)
    /// Follows a day's number: *st*, *th*, *er*.
    static let ordinal = Roles(rawValue: 1 << 2)
    /// Follows a time: *Uhr*, *h*.
    static let clock = Roles(rawValue: 1 << 3)
    /// Follows or precedes a year: *год*, *m.*, *năm*.
    static let yearMark = Roles(rawValue: 1 << 4)
    static let publishedLabel = Roles(rawValue: 1 << 5)
    static let modifiedLabel = Roles(rawValue: 1 << 6)
    /// May stand in or beside a label: *on*, *last*, *le*.
    static let labelFiller = Roles(rawValue: 1 << 7)
    static let am = Roles(rawValue: 1 << 8)
    static let pm = Roles(rawValue: 1 << 9)
  }

  static func meaning(of hash: WordHash) -> Meaning { table[hash.value] ?? .none }

  /// Whether letters may be the first of a month's name, as ``LetterRun`` has them.
  static func mayBeMonth(_ run: UInt64) -> Bool { monthRuns.mayHold(run) }

  private static let monthRuns: KeySet = {
    var runs: [UInt64] = []
    for (_, names) in DateVocabulary.months {
      for var alternatives in names {
        alternatives.withUTF8 { text in
          for name in text.split(separator: 0x20) {
            if let run = LetterRun.next(in: UnsafeBufferPointer(rebasing: name), from: 0)?.run { runs.append(run.key) }
          }
        }
      }
    }
    return KeySet(runs)
  }()

  /// The month a name means in a language; `nil` asks all.
  static func month(_ word: some Sequence<UInt8>, language: String?) -> Int? {
    if let language, let number = monthsByLanguage[language]?[WordHash(word)] { return Int(number) }
    if language == nil {
      let month = meaning(of: WordHash(word)).month
      return month == 0 ? nil : Int(month)
    }
    return nil
  }

  static func weekdays(_ word: some Sequence<UInt8>) -> UInt8 { meaning(of: WordHash(word)).weekdays }

  /// Whether a word labels dates, fills such a label, or names a weekday.
  static func isLabel(_ word: some Sequence<UInt8>) -> Bool {
    let meaning = meaning(of: WordHash(Array(word).filter { $0 != 0x3A }))
    return meaning.weekdays != 0 || !meaning.roles.isDisjoint(with: [.publishedLabel, .modifiedLabel, .labelFiller])
  }

  /// Whether a folded text ends in a label that says that a date of change follows, such as *Last updated on:*. A headline may well hold such a
  /// word, but with others behind it: *Nine ferries stand still*.
  static func endsInModifiedLabel(_ text: ArraySlice<UInt8>) -> Bool { label(endingIn: text) == .modified }

  /// What a folded text says about the date behind it. A word for publication has no others beside it: *Date* says when, *Due date* says something else.
  static func label(endingIn text: ArraySlice<UInt8>) -> DateReading.Label? {
    var isPublished = false
    for word in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x3A || $0 == 0x2C }).reversed() {
      let roles = meaning(of: WordHash(word)).roles
      if roles.contains(.modifiedLabel) { return .modified }
      if roles.contains(.publishedLabel) {
        isPublished = true
      } else if roles.isDisjoint(with: [.labelFiller, .link, .timeLink]) {
        return nil
      }
    }
    return isPublished ? .published : nil
  }

  /// Whether dates can be read in a language's words.
  static func knows(language: String) -> Bool { monthsByLanguage[language] != nil }
  static var languages: [String] { monthsByLanguage.keys.sorted() }

  private static let monthsByLanguage: [String: [WordHash: UInt8]] = {
    var all: [String: [WordHash: UInt8]] = [:]
    for (language, names) in DateVocabulary.months {
      var table: [WordHash: UInt8] = [:]
      for (index, alternatives) in names.enumerated() {
        for name in alternatives.split(at: " ") { table[WordHash(name.utf8)] = UInt8(index + 1) }
      }
      all[language] = table
    }
    return all
  }()

  private static let table: HashTable<Meaning> = {
    var table: [WordHash: Meaning] = [:]
    func add(_ words: String, _ change: (inout Meaning) -> Void) {
      for word in words.split(at: " ") { change(&table[WordHash(word.utf8), default: .none]) }
    }
    for (language, names) in DateVocabulary.months where !DateVocabulary.onlyOnRequest.contains(language) {
      for (index, alternatives) in names.enumerated() {
        add(alternatives) { if $0.month == 0 { $0.month = UInt8(index + 1) } }
      }
    }
    for (_, names) in DateVocabulary.weekdays {
      for (index, alternatives) in names.enumerated() { add(alternatives) { $0.weekdays |= 1 << UInt8(index + 1) } }
    }
    for (role, words) in DateVocabulary.roles { add(words) { $0.roles.insert(role) } }
    return HashTable(table)
  }()
}
