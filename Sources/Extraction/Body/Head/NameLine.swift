import Copydesk
import Pages

/// A line of a text dump that is people's names and nothing else, as most pages set their bylines.
///
/// Two words in capitals may as well be a section, a button, or the subject of the picture above them. So a line is only taken for a byline where
/// something beside it says so: a date, a job title, a picture of the author or a note on them. And who the article speaks of did not write it.
struct NameLine {
  let authors: [Author]
  /// Whether the line has a job title beside the names.
  let hasRole: Bool

  /// Names and a job title have no more words than this.
  private static let longest = 10
  /// In bytes.
  private static let longestBytes = 120

  /// Whether a line has the shape of one.
  static func mayBe(_ facts: BlockFacts) -> Bool {
    facts.weight >= 2 && facts.weight <= longest && facts.capitalised >= 2 && facts.digits == 0 && !facts.endsSentence
      && !facts.endsColon && !facts.startsLower && !facts.isAllCaps && facts.visible.count <= longestBytes
  }

  /// - Returns: `nil` where the line is anything but names of two to four words, and a job title perhaps.
  init?(_ line: ArraySlice<UInt8>, _ facts: BlockFacts) {
    guard Self.mayBe(facts), Self.mayBeNames(line) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let people = AuthorList.people(in: text)
    guard (1...4).contains(people.count), people.allSatisfy(Self.isWholeName), let last = people.last,
      let start = line.withUnsafeBufferPointer({ ByteSearch.find(Array(last.name.utf8), in: $0) })
    else { return nil }
    // What stands behind the names is a job title or says that they are none.
    let rest = String(decoding: line.dropFirst(start + last.name.utf8.count), as: UTF8.self).drop { !$0.isLetter }
    guard rest.isEmpty || AuthorRoles.isJobTitle(String(rest)) else { return nil }
    authors = people
    hasRole = !rest.isEmpty
  }

  /// Turns a line away, before it is taken apart, that has a word no name has: one in small letters that is no particle, or a button's.
  ///
  /// A line with a job title or an introduction is not judged by its words, nor what stands in brackets, or behind *in* and *for*.
  private static func mayBeNames(_ line: ArraySlice<UInt8>) -> Bool {
    if BylineWords.mayIntroduce(line) { return true }
    /// Whether nothing parts the line into several names, and whether it then has a word that speaks against its being one.
    var (isOne, isPhrase) = (true, false)
    var isBehindPlace = false
    for bytes in line.split(separator: 0x20) {
      let word = LineWord(bytes)
      if word.hasBracket || AuthorRoles.roles.contains(word.hash) { return true }
      if word.hasStranger { return false }
      if word.letters == 0 || word.signs > 0 || AuthorSplitter.mayPart(word.hash) {
        (isOne, isBehindPlace) = (false, false)
      } else if word.letters < bytes.count {
        if AuthorRoles.mayHoldTitle(bytes) { return true }
      } else if word.hasCapital {
        if neverNames.contains(word.hash) { isPhrase = true }
      } else if AuthorSplitter.opensPlace(word.hash) {
        (isPhrase, isBehindPlace) = (true, true)
      } else if !PersonName.particles.contains(word.hash) {
        if !isBehindPlace, !PlainName.knows(word.hash), !PersonName.isSuffix(word.hash) { return false }
        isPhrase = true
      }
    }
    return !(isOne && isPhrase)
  }
  private static func isWholeName(_ author: Author) -> Bool {
    let words = author.name.prefix { $0 != "," }.split(at: " ")
    guard author.type == "Person", author.affiliation == nil, (2...4).contains(words.count) else { return false }
    guard !PersonName.isAllCapitals(author.name), !AuthorRoles.isRole(author.name) else { return false }
    let introduction = FoldedText(author.name, case: .folded).bytes + [0x3A]
    guard BylineWords.introduction(of: introduction) != introduction.count - 1 else { return false }
    return !words.contains { word in
      if isRunTogether(word) { return true }
      let hash = WordHash(folding: word)
      return neverNames.contains(hash)
        || !DateWords.meaning(of: hash).roles.isDisjoint(with: [.publishedLabel, .modifiedLabel])
    }
  }

  /// Whether a capital stands behind four small letters, as where two words have run together: no name is written so, unlike *MacDonald*.
  private static func isRunTogether(_ word: Substring) -> Bool {
    var small = 0
    for byte in word.utf8 {
      if byte &- 0x41 < 26, small >= 4 { return true }
      small = byte &- 0x61 < 26 ? small + 1 : 0
    }
    return false
  }

  /// Words of buttons and of sections' names.
  private static let neverNames = PhraseSet(
    """
    by the our your all who we us you this that about get started start find search share follow log login sign up in out view see read more enter code contact \
    privacy notice policy terms learn shop buy download join how what why when where free new best top picks front page home menu skip content main section \
    case studies study general information info products product services service solutions resources links link text video videos photo photos image images \
    story stories article articles post posts blog guide guides review reviews tips events career careers jobs help support center centre customer customers \
    credit cards benefits employee safety alert health travel money sports business world local latest popular trending related featured special interview \
    save print listen watch comments comment reply subscribe newsletter newsletters advertisement sponsored accept cookies settings close open next previous \
    unsere unser alle mehr über folgen teilen merken lesen suche startseite aktuell aktuelle nachrichten \
    nos notre tous toutes plus suivre partager lire recherche accueil actualités \
    nuestro nuestra todos todas más seguir compartir leer buscar inicio noticias \
    nosso nossa todos mais seguir compartilhar ler buscar início notícias segui condividi leggi cerca tutti tutte
    """, separator: " ")
}

/// What a word of a line is made of.
private struct LineWord {
  /// Of its letters, in lower case.
  private(set) var hash = WordHash()
  /// Bytes of letters: those of ASCII and of Latin-1.
  private(set) var letters = 0
  /// What is neither a letter nor stands within names: a comma, a letter of another block.
  private(set) var signs = 0
  private(set) var hasCapital = false
  /// Whether a bracket or an e-mail address's sign is in it.
  private(set) var hasBracket = false
  /// Whether a sign is in it that stands beside no name: a colon, an arrow's head, a question mark.
  private(set) var hasStranger = false

  private static let strangers: [Bool] = (0..<256).map { ":<>[]{}=#?!".utf8.contains(UInt8($0)) }

  init(_ word: ArraySlice<UInt8>) {
    var previous: UInt8 = 0
    for byte in word {
      if (byte | 0x20) &- 0x61 < 26 {
        add(byte | 0x20, isCapital: byte & 0x20 == 0)
      } else if previous == 0xC3 {
        // From À to Þ 32 less than from à to þ.
        add(byte | 0x20, isCapital: byte & 0x20 == 0)
      } else if byte == 0xC3 {
        add(byte, isCapital: false)
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "@") {
        hasBracket = true
      } else {
        signs += byte == 0x27 || byte == 0x2D || byte == 0x2E ? 0 : 1
        if Self.strangers[Int(byte)] { hasStranger = true }
      }
      previous = byte
    }
  }

  private mutating func add(_ byte: UInt8, isCapital: Bool) {
    hash.add(byte)
    letters += 1
    if isCapital { hasCapital = true }
  }
}

/// What an article's paragraphs say, to be asked whether they speak of someone.
struct StoryText {
  private let reading: GenericReading
  private let body: Range<Int>

  /// How much is read, in bytes.
  private static let longest = 8000
  /// Notes on the author stand in the last few paragraphs.
  private static let tail = 3

  init(_ reading: GenericReading, body: Range<Int>) {
    self.reading = reading
    self.body = body.dropLast(min(Self.tail, body.count / 4))
  }

  /// Whether the names are people's whom the story does not speak of: neither their last name stands in it, nor are their words among the story's
  /// own (*Travel Hacks*).
  func leavesOut(_ authors: [Author]) -> Bool {
    authors.allSatisfy { author in
      let words = author.name.prefix { $0 != "," }.split(at: " ")
      guard let first = words.first, let last = words.last else { return false }
      // A paragraph that begins with the name may be a note on its bearer; a story's subject is named in others too.
      let paragraphs = paragraphs(notBeginningWith: Array(first.utf8))
      guard !holds(last, paragraphs) else { return false }
      let common = words.filter { $0.utf8.count >= 3 && holds($0.lowercased(), paragraphs) }
      return common.count < 2 && (common.isEmpty || common[0] != last)
    }
  }

  private func paragraphs(notBeginningWith name: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var room = Self.longest
    for index in body where room > 0 && reading.facts[index].isProse {
      let bytes = reading.bytes(index)
      if bytes.starts(with: name) { continue }
      found.append(bytes.prefix(room))
      room -= bytes.count
    }
    return found
  }

  /// Whether a word stands in the story, as written.
  private func holds(_ word: some StringProtocol, _ paragraphs: [ArraySlice<UInt8>]) -> Bool {
    let phrase = Array(word.utf8)
    return paragraphs.contains { paragraph in
      paragraph.withUnsafeBufferPointer { text in
        var start = 0
        while let place = ByteSearch.find(phrase, in: UnsafeBufferPointer(rebasing: text[start...])) {
          let (from, to) = (start + place, start + place + phrase.count)
          if from == 0 || !Self.isLetter(text[from - 1]), to == text.count || !Self.isLetter(text[to]) { return true }
          start = to
        }
        return false
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0xC3 && byte != 0xE2 || (byte | 0x20) &- 0x61 < 26 }
}
