import Copydesk

extension Byline {
  /// Where in the document the text stands.
  public enum Place: Sendable, Hashable {
    /// A line of its own, above or right below the body.
    case line
    /// The first paragraph of the body: the byline may stand in front of running text.
    case firstParagraph
  }

  /// The longest line, in bytes, that can be a byline.
  static let maximumLength = 400

  /// Reads a line that is a byline, or the byline at the front of the first paragraph.
  ///
  /// A bracket is a byline only where it holds a known agency, or a plausible person's name: `(PMF)` is neither.
  public static func read(_ text: String, place: Place = .line) -> Byline? {
    read(ArraySlice(text.utf8), place: place)
  }

  /// Reads a line that is a byline, or the byline at the front of the first paragraph.
  public static func read(_ text: ArraySlice<UInt8>, place: Place = .line) -> Byline? {
    let head = text.prefix(place == .line ? maximumLength + 1 : 600)
    guard place == .firstParagraph || head.count <= maximumLength else { return nil }
    guard mayOpen(head) else { return nil }
    let folded = FoldedText(head)
    guard !folded.isEmpty else { return nil }
    return bracketed(folded, place: place) ?? introduced(folded, place: place)
  }

  /// Whether a text may begin with a byline: sooner asked than what it says, and mostly not so.
  static func mayOpen(_ text: ArraySlice<UInt8>) -> Bool {
    text.first { $0 > 0x20 && $0 != 0x7F } == UInt8(ascii: "(") || BylineWords.mayIntroduce(text)
  }

  // MARK: - (Name, Outlet)

  private static func bracketed(_ text: FoldedText, place: Place) -> Byline? {
    guard text.bytes.first == UInt8(ascii: "("), let close = text.bytes.prefix(200).firstIndex(of: UInt8(ascii: ")")) else {
      return nil
    }
    let start = text.bytes.startIndex
    let inner = 1..<close - start
    let after = close - start + 1
    let isWholeLine = after == text.bytes.count
    guard !inner.isEmpty, place == .firstParagraph || isWholeLine else { return nil }
    let content = text.originalText(of: inner)
    var byline = Byline(authors: [], consumed: 0..<0, raw: "", form: .bracketed)
    if let agency = Agencies.name(in: content) {
      byline.credit = agency
    } else {
      let list = AuthorList(content)
      let authors = list.authors
      guard !authors.isEmpty, authors.allSatisfy({ PersonName.isPlausible($0.name) && PersonName.words(in: $0.name) >= 2 }) else {
        return nil
      }
      byline.authors = authors
      byline.credit = list.credit
    }
    byline.consumed = consumed(text, through: after)
    byline.raw = text.originalText(of: 0..<after)
    return byline
  }

  // MARK: - By Name

  private static func introduced(_ text: FoldedText, place: Place) -> Byline? {
    let bytes = text.bytes
    let start = bytes.startIndex
    guard let introduction = BylineWords.introduction(of: bytes) else { return nil }
    var rest = introduction..<bytes.count
    while rest.lowerBound < rest.upperBound, bytes[start + rest.lowerBound] == 0x20 || bytes[start + rest.lowerBound] == 0x3A {
      rest = rest.lowerBound + 1..<rest.upperBound
    }
    guard !rest.isEmpty else { return nil }
    let words = bytes.prefix(introduction)
    if bytes[start + introduction] != 0x3A, BylineWords.needsColon(FoldedText(words, case: .folded).bytes) { return nil }
    let content = text.originalText(of: rest)
    // "Von der Leyen" is a name, not a byline of der Leyen.
    if !BylineWords.isUnmistakable(words), content.unicodeScalars.first?.properties.isLowercase ?? true {
      return nil
    }
    if place == .firstParagraph, bytes.count > 160 { return nil }
    let list = AuthorList(content)
    if list.authors.isEmpty {
      guard list.credit != nil else { return nil }
    } else {
      guard list.authors.allSatisfy({ PersonName.isPlausible($0.name.prefix { $0 != "," }) || $0.type == "Organization" }),
        !list.hasProse
      else {
        return nil
      }
    }
    return Byline(
      authors: list.authors, credit: list.credit, consumed: consumed(text, through: bytes.count),
      raw: text.originalText(of: 0..<bytes.count), form: .introduced)
  }

  /// From the start of the original to where the next word after a folded offset begins.
  private static func consumed(_ text: FoldedText, through end: Int) -> Range<Int> {
    let bytes = text.bytes
    guard end < bytes.count else { return 0..<text.original.count }
    var next = end
    // A dash or colon between byline and text belongs to neither.
    while next < bytes.count,
      bytes[bytes.startIndex + next] == 0x20 || bytes[bytes.startIndex + next] == 0x2D
        || bytes[bytes.startIndex + next] == 0x3A
    {
      next += 1
    }
    guard next < bytes.count else { return 0..<text.original.count }
    return 0..<text.originalRange(of: next..<next + 1).lowerBound
  }
}
