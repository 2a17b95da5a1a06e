import Copydesk
import Pages

/// Where the body of an extracted HTML page is, as selectors that its next page will probably answer to as well.
struct ArticleRegion {
  /// A selector whose first hit is the element around the body; `nil` where no stable name is at hand.
  private(set) var within: String?
  /// Per role, selectors for what was removed from among the body's blocks.
  private(set) var drop: [(role: Role, clauses: [String])] = []

  private let tree: Tree
  private let page: Page

  init(page: Page, tree: Tree, record: ArticleRecord) {
    self.page = page
    self.tree = tree
    let kept = record.blocks.indices.filter { index in
      page.blocks.indices.contains(index) && [.kept, .edited].contains(record.blocks[index].fate)
    }
    guard let first = kept.first, let last = kept.last else { return }
    let body = commonAncestor(of: kept.map { page.blocks[$0].container })
    within = body.flatMap { named($0, holding: kept) }
    for index in first...last where record.blocks[index].fate == .removed {
      let role = record.blocks[index].role
      guard [.advertisement, .related, .newsletter, .promotion, .social].contains(role),
        let selector = litterSelector(page.blocks[index].container, kept: kept)
      else { continue }
      let clause = "css \(LuaText.quoted(selector))"
      if let known = drop.firstIndex(where: { $0.role == role }) {
        if !drop[known].clauses.contains(clause) { drop[known].clauses.append(clause) }
      } else {
        drop.append((role, [clause]))
      }
    }
  }

  private func commonAncestor(of nodes: [Node]) -> Node? {
    guard let first = nodes.first else { return nil }
    let candidates = [first] + Array(tree.ancestors(first))
    return candidates.first { candidate in tree.isElement(candidate) && nodes.allSatisfy { tree.contains(candidate, $0) } }
  }

  /// The nearest element from the body outwards that a selector names for good.
  private func named(_ body: Node, holding kept: [Int]) -> String? {
    for node in [body] + Array(tree.ancestors(body)) where tree.isElement(node) {
      guard tree.localName(node) != "body", tree.localName(node) != "html" else { return nil }
      for selector in names(of: node) {
        if let compiled = try? CSSSelector(selector), compiled.first(in: tree) == node { return selector }
      }
    }
    return nil
  }

  /// A selector for litter: the nearest named element that holds nothing of the body.
  private func litterSelector(_ container: Node, kept: [Int]) -> String? {
    for node in [container] + Array(tree.ancestors(container)) where tree.isElement(node) {
      guard !kept.contains(where: { tree.contains(node, page.blocks[$0].container) }) else { return nil }
      for selector in names(of: node) where selector.contains(".") || selector.contains("#") {
        guard let compiled = try? CSSSelector(selector) else { continue }
        let hits = compiled.select(in: tree)
        let touchesBody = hits.contains { hit in
          kept.contains { tree.contains(hit, page.blocks[$0].container) || tree.contains(page.blocks[$0].container, hit) }
        }
        if !touchesBody { return selector }
      }
    }
    return nil
  }

  /// Selectors for an element, the most telling first.
  private func names(of node: Node) -> [String] {
    let tag = tree.localName(node)
    var names: [String] = []
    if attribute(node, "itemprop") == "articleBody" { names.append("[itemprop=\"articleBody\"]") }
    if let id = attribute(node, "id"), Self.isPlainName(id) { names.append("#\(id)") }
    for word in (attribute(node, "class") ?? "").split(whereSeparator: \.isWhitespace).prefix(8)
    where Self.isPlainName(String(word)) {
      names.append("\(tag).\(word)")
    }
    if tag == "article" || tag == "main" { names.append(tag) }
    return names
  }

  private func attribute(_ node: Node, _ name: String) -> String? {
    tree.atom(named: name).flatMap { tree.attribute(node, $0) }
  }

  /// A name that needs no escapes, is no post's number and was not made up by a build tool.
  private static func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A, name.utf8.count <= 60 else { return false }
    guard !BuildHash.looksMadeUp(name), name.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) < 3 else { return false }
    return name.utf8.allSatisfy { byte in
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_")
    }
  }
}
