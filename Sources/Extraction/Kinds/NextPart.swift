import Copydesk
import Pages

/// Finds where an article in several pages goes on.
///
/// `rel=next` alone says little: many systems give it to the next article. So the address has to be the page's own but for its page number, which
/// has to be the next one.
struct NextPart {
  private let stem: String
  private let number: Int

  /// - Returns: `nil` where the page's own address is not known.
  init?(address: String?) {
    guard let address, Host.of(url: address) != nil else { return nil }
    (stem, number) = Self.split(address)
  }

  static func find(_ draft: Draft, _ nodes: PageNodes) -> NextPage? {
    guard let tree = draft.page.tree, let part = NextPart(address: draft.origin.url ?? draft.metadata.canonicalURL) else {
      return nil
    }
    for link in nodes.nextLinks {
      guard let href = tree.attribute(link, .href).map(draft.addresses.resolved), part.isFollowed(by: href) else { continue }
      return NextPage(url: href, from: tree.name(link) == .link ? "link:next" : "a:next")
    }
    for link in draft.page.links where (1...30).contains(link.text.count) {
      guard part.names(draft.page.text[link.text]), let href = tree.attribute(link.node, .href).map(draft.addresses.resolved),
        part.isFollowed(by: href)
      else { continue }
      return NextPage(url: href, from: "a: \(draft.page.string(of: link))")
    }
    return nil
  }

  func isFollowed(by address: String) -> Bool {
    guard SafeAddress.isSafe(address) else { return false }
    let other = Self.split(address)
    return other.number == number + 1 && other.stem == stem
  }

  /// Whether a link's text is the next page's number, or says *next*.
  private func names(_ text: ArraySlice<UInt8>) -> Bool {
    let folded = FoldedText(text, case: .folded).bytes
    if folded.elementsEqual(String(number + 1).utf8) { return true }
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
  static func split(_ address: String) -> (stem: String, number: Int) {
    var address = address.prefix { $0 != "#" }
    for scheme in ["https://", "http://"] where address.hasPrefix(scheme) { address = address.dropFirst(scheme.count) }
    if address.hasPrefix("www.") { address = address.dropFirst(4) }
    var parts = address.split(separator: "?", maxSplits: 1)
    guard var path = parts.first.map(String.init) else { return ("", 1) }
    var number: Int?
    var query: [Substring] = []
    if parts.count == 2 {
      for parameter in parts.removeLast().split(separator: "&") {
        let pair = parameter.split(separator: "=", maxSplits: 1)
        if pair.count == 2, parameters.contains(pair[0].lowercased()), let value = Int(pair[1]), (1...99).contains(value) {
          number = value
        } else {
          query.append(parameter)
        }
      }
    }
    while path.hasSuffix("/") { path.removeLast() }
    var ending = ""
    for suffix in [".html", ".htm", ".php", ".aspx"] where path.hasSuffix(suffix) {
      ending = suffix
      path.removeLast(suffix.count)
    }
    if number == nil {
      let digits = path.reversed().prefix { $0.isASCII && $0.isNumber }.count
      if (1...2).contains(digits), let value = Int(path.suffix(digits)), value > 1 {
        let rest = path.dropLast(digits)
        for joint in joints where rest.hasSuffix(joint) {
          number = value
          path = String(rest.dropLast(joint.count))
          break
        }
      }
    }
    return (path + ending + (query.isEmpty ? "" : "?" + query.joined(separator: "&")), number ?? 1)
  }

  private static let parameters: Set<String> = [
    "page", "p", "pg", "pag", "pagina", "seite", "part", "teil", "paged", "sayfa", "strona", "sida", "side",
  ]
  /// What stands before a page number in a path, longest first.
  private static let joints = [
    "/page/", "/seite/", "/pagina/", "/page-", "/page", "/seite-", "-seite-", "-page-", "-teil-", "/p", "-p", "_p", ",", "/",
  ]
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
