import Copydesk

extension RightsNotice {
  /// Reads a block that is a rights notice; `nil` where it is none.
  public static func read(_ text: ArraySlice<UInt8>) -> RightsNotice? {
    guard text.count <= CueReader.maximumLength else { return nil }
    return RightsReader(CueReader(text)).read()
  }

  /// Reads a block that is a rights notice; `nil` where it is none.
  public static func read(_ text: String) -> RightsNotice? { read(ArraySlice(text.utf8)) }
}

/// Reads rights notices: a copyright sign or word at the front, or the formulas that reserve rights.
struct RightsReader {
  private let reader: CueReader

  init(_ reader: CueReader) { self.reader = reader }

  func read() -> RightsNotice? {
    guard isNotice else { return nil }
    if reader.isBrief { return RightsNotice(notice: "") }
    var notice = RightsNotice(notice: String(decoding: reader.original, as: UTF8.self).trimmed)
    notice.year = year
    notice.holder = holder
    notice.usageInfo = usageInfo
    if let url = contactURL {
      notice.contactURL = url
      notice.contactDomain = Host.of(url: url).flatMap { RegistrableDomain.of($0) }
    }
    return notice
  }

  // MARK: - Is it one

  private var isNotice: Bool {
    let bytes = reader.folded.bytes
    if startsWithSign { return true }
    if reader.isWord(0, "copyright") || reader.isWord(0, "copyrights")
      || reader.isWord(1, "copyright") && reader.isWord(0, "content")
    {
      // "Copyright law protects …" is prose: a notice has a year, a sign, or reserves something near by.
      return firstYear(within: 8) != nil || hasSign || reserves || reader.words.count <= 6 && !namesPage
    }
    return reserves && bytes.count <= 1600 && (reader.words.count <= 60 || firstYear(within: 12) != nil)
  }

  /// Whether a link to a page about copyright follows: *Copyright & Licensing*, *Copyright agent*.
  private var namesPage: Bool {
    reader.words.dropFirst().contains { Self.pageWords.contains(WordHash(reader.bytes(of: $0))) }
  }

  private static let pageWords = Set(
    "and licensing licence license agent notice policy law infringement information statement complaints guidelines faq permissions dmca"
      .split(at: " ").map { WordHash($0.utf8) })

  private var startsWithSign: Bool {
    let text = reader.folded.bytes
    let isSign = text.starts(with: Self.sign) || text.starts(with: Self.bracketedSign) && firstYear(within: 4) != nil
    // "© dpa" under a picture is a credit: a notice has a year, or reserves rights.
    return isSign && (firstYear(within: 10) != nil || reserves)
  }

  private static let sign = Array("©".utf8)
  private static let bracketedSign = Array("(c) ".utf8)
  private static let signs = PhraseList(["©", "(c)"])

  private var hasSign: Bool { Self.signs.stand(in: reader.folded.bytes) }

  /// Whether one of the formulas stands anywhere in the block.
  private var reserves: Bool {
    let filter = Self.filter
    return reader.folded.bytes.withUnsafeBufferPointer { text in
      for (index, word) in reader.words.enumerated() where filter.mayHold(text, word.range) {
        if Self.formulas.contains(where: { $0.stands(at: index, in: reader) }) { return true }
      }
      return false
    }
  }

  private struct Formula {
    let words: [[UInt8]]

    func stands(at start: Int, in reader: CueReader) -> Bool {
      guard start + words.count <= reader.words.count else { return false }
      for (offset, word) in words.enumerated() where !reader.bytes(of: reader.words[start + offset]).elementsEqual(word) {
        return false
      }
      return true
    }
  }

  private static let formulas: [Formula] = formulaPhrases.map { Formula(words: $0.split(at: " ").map { Array($0.utf8) }) }

  /// One of these phrases is in every rights notice that does not open as one.
  static let tellingPhrases = formulaPhrases
  /// How a notice without a copyright sign may open.
  static let openings = ["copyright", "copyrights", "content copyright", "c"]

  private static let formulaPhrases: [String] = """
    all rights reserved|no part of this|may not be published broadcast|may not be reproduced|without the permission of the copyright owner|without prior written permission|material may not be published|\
    alle rechte vorbehalten|nachdruck verboten|vervielfältigung nur mit|tous droits réservés|reproduction interdite|todos los derechos reservados|derechos reservados|prohibida su reproducción|prohibida la reproducción|\
    tutti i diritti riservati|riproduzione riservata|todos os direitos reservados|proibida a reprodução|alle rechten voorbehouden|wszelkie prawa zastrzeżone|\
    alla rättigheter|med ensamrätt|alle rettigheter|alle rettigheder forbeholdes|kaikki oikeudet pidätetään|tüm hakları saklıdır|все права защищены|усі права захищені|всі права захищені|minden jog fenntartva|\
    toate drepturile rezervate|všechna práva vyhrazena|hak cipta dilindungi
    """.split(at: "|").map(String.init)

  private static let filter = WordFilter(formulas.compactMap(\.words.first))

  // MARK: - What it says

  private func number(at index: Int) -> Int? {
    let bytes = reader.bytes(of: reader.words[index])
    guard bytes.count == 4, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private func firstYear(within limit: Int) -> Int? {
    for index in reader.words.indices.prefix(limit) {
      if let year = number(at: index), (1900...2100).contains(year) { return index }
    }
    return nil
  }

  /// The year; of a span such as 1998–2025 the later one.
  private var year: Int? {
    guard let index = firstYear(within: 20), let first = number(at: index) else { return nil }
    guard let second = spanEnd(of: index), second > first, (1900...2100).contains(second) else { return first }
    return second
  }

  /// The later year of a span that begins with the word at an index, in four digits or in two behind a dash: `2023-24`.
  private func spanEnd(of index: Int) -> Int? {
    guard index + 1 < reader.words.count else { return nil }
    if let second = number(at: index + 1) { return second }
    let bytes = reader.bytes(of: reader.words[index + 1])
    guard let first = number(at: index), bytes.count == 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    let start = reader.folded.bytes.startIndex
    let between = reader.folded.bytes[
      start + reader.words[index].range.upperBound..<start + reader.words[index + 1].range.lowerBound]
    guard Self.dashes.contains(where: between.elementsEqual) else { return nil }
    return first / 100 * 100 + bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static let dashes = ["-", "\u{2013}", "/"].map { Array($0.utf8) }

  /// The name behind the year (`Copyright 2025 Example Ltd.`) or between sign and year (`© Example Ltd 2025`), up to the end of its sentence.
  private var holder: String? {
    let folded = reader.folded
    let start = folded.bytes.startIndex
    guard let yearIndex = firstYear(within: 20) else { return nil }
    var from = yearIndex + 1
    if spanEnd(of: yearIndex) != nil { from += 1 }
    if from < reader.words.count, reader.isWord(from, "by") { from += 1 }
    let yearEnd = reader.words[from - 1].range.upperBound
    let behind = from < reader.words.count ? name(from: reader.words[from].range.lowerBound, after: yearEnd) : nil
    if let behind { return behind }
    var first = 0
    while first < yearIndex, reader.isWord(first, "copyright") || reader.isWord(first, "c") || reader.isWord(first, "by") {
      first += 1
    }
    guard first < yearIndex else { return nil }
    let range = reader.words[first].range.lowerBound..<reader.words[yearIndex - 1].range.upperBound
    let between = folded.bytes[start + range.lowerBound..<start + range.upperBound]
    guard !between.contains(UInt8(ascii: ".")), range.count <= 80 else { return nil }
    return Self.plausibleHolder(folded.originalText(of: range))
  }

  private func name(from position: Int, after yearEnd: Int) -> String? {
    let bytes = reader.folded.bytes
    let start = bytes.startIndex
    // A full stop after the year ends the sentence: no holder is named.
    for index in yearEnd..<position where bytes[start + index] == UInt8(ascii: ".") { return nil }
    var end = position
    while end < bytes.count, end - position < 100 {
      let byte = bytes[start + end]
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(") { break }
      if byte == UInt8(ascii: "."), end + 1 >= bytes.count || bytes[start + end + 1] == 0x20, !isAbbreviation(endingAt: end) {
        break
      }
      end += 1
    }
    // With a space before it, what follows a name can also stand in its place.
    var text = Array((" " + reader.folded.originalText(of: position..<end).trimmed).utf8)
    let lower = text.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let cut = lower.withUnsafeBufferPointer { lower in Self.holderEnds.compactMap { ByteSearch.find($0, in: lower) }.min() }
    if let cut { text.removeSubrange(cut...) }
    return Self.plausibleHolder(String(decoding: text, as: UTF8.self))
  }

  /// What stands behind the holder's name: the reservation of rights, who made the page, and links to what else there is. In small letters.
  private static let holderEnds = [
    " all rights", ", all", " alle rechte", " tous droits", " todos los", " tutti i", " todos os", " - ", " \u{2013} ",
    " \u{2022}", " \u{B7}", " \u{2219}",
    " powered by", " website by", " site by", " theme by", " design by", " designed by", " built with", " wordpress theme",
    " privacy", " terms", " / ",
    " cookie", " sitemap", " impressum", " datenschutz",
  ].map { Array($0.utf8) }

  private func isAbbreviation(endingAt end: Int) -> Bool {
    let bytes = reader.folded.bytes
    let start = bytes.startIndex
    for word in Self.abbreviations {
      guard end >= word.count else { continue }
      if bytes[start + end - word.count..<start + end].elementsEqual(word) {
        return end + 2 < bytes.count && !bytes[start + end + 2..<bytes.endIndex].starts(with: Array("all ".utf8))
      }
    }
    return false
  }

  private static let abbreviations = ["inc", "ltd", "co", "corp", "llc", "s.a", "s.p.a", "st", "gmbh & co"].map { Array($0.utf8) }

  private static func plausibleHolder(_ text: String) -> String? {
    var text = text.trimmed
    while let last = text.last, ",;:-–—|".contains(last) { text = String(text.dropLast()).trimmed }
    guard !text.isEmpty, text.utf8.count <= 90 else { return nil }
    let folded = FoldedText(text, case: .folded)
    let first = folded.bytes.prefix { $0 != 0x20 }
    if Self.notNames.contains(WordHash(first)), folded.bytes.count > 30 || !first.elementsEqual("the".utf8) { return nil }
    return text
  }

  private static let notNames: Set<WordHash> = Set(
    ["all", "no", "this", "any", "the", "alle", "tous", "todos", "tutti", "reproduction", "material", "content"].map {
      WordHash($0.utf8)
    })

  /// The sentence that names terms of use.
  private var usageInfo: String? {
    guard Self.terms.stand(in: reader.folded.bytes) else { return nil }
    let text = String(decoding: reader.original, as: UTF8.self).trimmed
    return Sentences.split(text).first { Self.terms.stand(in: FoldedText($0, case: .folded).bytes) }
  }

  private static let terms = PhraseList([
    "terms of service", "terms of use", "terms and conditions", "nutzungsbedingungen", "conditions d'utilisation",
    "condiciones de uso", "términos de uso", "termini di utilizzo", "condizioni d'uso", "termos de uso", "gebruiksvoorwaarden",
    "creative commons", "cc by",
  ])

  private var contactURL: String? {
    let start = reader.original.withUnsafeBufferPointer { text in
      ByteSearch.find(Self.secureScheme, in: text) ?? ByteSearch.find(Self.scheme, in: text)
    }
    guard let start else { return nil }
    let text = String(decoding: reader.original.dropFirst(start), as: UTF8.self)
    var url = text.prefix { !$0.isWhitespace && !"<>\"”“»)]".contains($0) }
    while let last = url.last, ".,;:!?'’".contains(last) { url = url.dropLast() }
    return url.count > 10 && url.utf8.count <= 2000 ? String(url) : nil
  }

  private static let secureScheme = Array("https://".utf8)
  private static let scheme = Array("http://".utf8)
}
