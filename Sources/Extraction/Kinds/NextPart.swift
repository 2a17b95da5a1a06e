import Copydesk
import Pages

/// Finds where an article in several pages goes on.
///
/// `rel=next` alone says little: many systems give it to the next article. So the address has to be the page's own but for its page number, which
/// has to be the next one.
struct NextPart {
  private let stem: [UInt8]
  private let number: Int
  /// The next page's number.
  private let next: [UInt8]

  /// - Returns: `nil` where the page's own address is not known.
  init?(address: String?) {
    guard let address, Host.stands(in: address) else { return nil }
    (stem, number) = Self.split(address)
    next = Array(String(number + 1).utf8)
  }

  static func find(_ draft: Draft, _ nodes: PageNodes) -> NextPage? {
    guard let tree = draft.page.tree, let part = NextPart(address: draft.origin.url ?? draft.metadata.canonicalURL) else {
      return nil
    }
    // Most links lead to no address with that number.
    func mayFollow(_ link: Node) -> Bool {
      tree.withAttribute(link, .href) { $0.map { ByteSearch.find(part.next, in: $0) != nil } ?? false }
    }
    func following(_ link: Node) -> String? {
      tree.attribute(link, .href).map(draft.addresses.resolved).flatMap { part.isFollowed(by: $0) ? $0 : nil }
    }
    for link in nodes.nextLinks where mayFollow(link) {
      guard let href = following(link) else { continue }
      return NextPage(url: href, from: tree.name(link) == .link ? "link:next" : "a:next")
    }
    for link in part.candidates(draft.page) where mayFollow(link.node) {
      guard part.names(draft.page.text[link.text]), let href = following(link.node) else { continue }
      return NextPage(url: href, from: "a: \(draft.page.string(of: link))")
    }
    return nil
  }

  func isFollowed(by address: String) -> Bool {
    guard SafeAddress.isSafe(address) else { return false }
    let other = Self.split(address)
    return other.number == number + 1 && other.stem == stem
  }

  /// The links whose text may say where the article goes on, by its first four letters: few do.
  private func candidates(_ page: Page) -> [PageLink] {
    page.text.withUnsafeBufferPointer { text in
      page.links.filter { link in
        guard (1...30).contains(link.text.count) else { return false }
        let front = text[link.text].prefix(4)
        guard front.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), front[front.startIndex] &- 0x30 >= 10 else { return true }
        return Self.openings.mayHold(Self.opening(front))
      }
    }
  }

  private static let openings = KeySet(words.map { opening($0) })

  private static func opening(_ word: some Collection<UInt8>) -> UInt64 {
    word.prefix(4).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// Whether a link's text is the next page's number, or says *next*.
  private func names(_ text: ArraySlice<UInt8>) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes
    if folded.elementsEqual(next) { return true }
    guard folded.count >= 4 else { return false }
    return Self.words.contains { folded.starts(with: $0) }
  }

  private static let words: [[UInt8]] = [
    "next", "continue", "page 2", "weiter", "nächste", "auf seite", "suivant", "page suivante", "lire la suite", "siguiente",
    "página siguiente", "avanti",
    "pagina successiva", "successiv", "próxima", "seguinte", "volgende", "następna", "nästa", "neste", "næste", "seuraava",
    "следующ", "далее", "sonraki",
    "次へ", "次のページ", "下一页", "下一頁", "다음", "التالي",
  ].map { Array($0.utf8) }

  /// An address without its page number, and the number; 1 where it has none.
  static func split(_ address: String) -> (stem: [UInt8], number: Int) {
    var address = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
    for scheme in schemes where address.starts(with: scheme) { address = address.dropFirst(scheme.count) }
    let question = address.firstIndex(of: UInt8(ascii: "?")) ?? address.endIndex
    var path = address[..<question]
    var number: Int?
    var query: [ArraySlice<UInt8>] = []
    for parameter in address[question...].dropFirst().split(separator: UInt8(ascii: "&")) {
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      if let value = Self.number(parameter[name.endIndex...].dropFirst()), (1...99).contains(value),
        parameters.contains(WordHash(name.lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }))
      {
        number = value
      } else {
        query.append(parameter)
      }
    }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let ending = endings.first { path.reversed().starts(with: $0.reversed()) } ?? []
    path.removeLast(ending.count)
    if number == nil {
      let digits = path.reversed().prefix { $0 &- 0x30 < 10 }.count
      if (1...2).contains(digits), let value = Self.number(path.suffix(digits)), value > 1 {
        let rest = path.dropLast(digits)
        if let joint = joints.first(where: { rest.reversed().starts(with: $0.reversed()) }) {
          number = value
          path = rest.dropLast(joint.count)
        }
      }
    }
    return (Array(path) + ending + query.flatMap { [UInt8(ascii: "&")] + $0 }, number ?? 1)
  }

  /// The value of a run of at most a few digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private static let schemes = ["https://", "http://", "www."].map { Array($0.utf8) }
  private static let endings = [".html", ".htm", ".php", ".aspx"].map { Array($0.utf8) }
  private static let parameters = PhraseSet([
    "page", "p", "pg", "pag", "pagina", "seite", "part", "teil", "paged", "sayfa", "strona", "sida", "side",
  ])
  /// What stands before a page number in a path, longest first.
  private static let joints = [
    "/page/", "/seite/", "/pagina/", "/page-", "/page", "/seite-", "-seite-", "-page-", "-teil-", "/p", "-p", "_p", ",", "/",
  ].map { Array($0.utf8) }
}

extension PageKind.Name {
  /// Whether further pages are more of the same work, not of a list or of what others say.
  var isOneWork: Bool {
    switch self {
    case .article, .liveBlog, .gallery, .paywallStub: true
    case .video, .sectionFront, .product, .forum, .errorPage, .consentWall: false
    }
  }
}
