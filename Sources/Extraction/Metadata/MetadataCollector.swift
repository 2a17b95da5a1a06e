import Pages

/// Walks a tree once and puts what it finds into a ``Metadata``.
struct MetadataCollector {
  let tree: Tree

  /// How much is kept of each kind; a page with more is up to no good.
  private static let maximumEach = 500
  /// The longest text that is taken from an element.
  static let maximumText = 4000

  /// Microdata items around the current node: their end and type.
  private var items: [(end: Int32, type: String)] = []
  private var bylineEnd: Int32 = -1

  init(tree: Tree) { self.tree = tree }

  mutating func run(into metadata: inout Metadata) {
    var index: Int32 = 0
    let count = Int32(tree.count)
    while index < count {
      let node = Node(index)
      switch tree.kind(node) {
      case .element:
        if tree.namespace(node) != .html {
          index = tree.subtree(node).upperBound
          continue
        }
        element(node, &metadata)
      case .templateContent:
        index = tree.subtree(node).upperBound
        continue
      case .document, .doctype, .text, .comment: break
      }
      index += 1
    }
  }

  private mutating func element(_ node: Node, _ metadata: inout Metadata) {
    let name = tree.name(node)
    switch name {
    case .meta: meta(node, &metadata)
    case .link: relation(node, &metadata)
    case .script: script(node, &metadata)
    case .title: if metadata.title == nil { metadata.title = nonEmpty(tree.text(of: node)) }
    case .html: metadata.language = tree.attribute(node, .lang).flatMap(nonEmpty) ?? metadata.language
    case .h1: heading(node, &metadata)
    case .time: time(node, &metadata)
    case .br, .img, .svg, .path, .input, .li, .ul, .p, .b, .i, .style: break
    default: if name == .a { relation(node, &metadata) }
    }
    if name != .meta { marks(node, name, &metadata) }
  }

  private func nonEmpty(_ text: String) -> String? {
    let text = HTMLText.squeezed(text)
    return text.isEmpty ? nil : text
  }

  // MARK: - Head

  private mutating func meta(_ node: Node, _ metadata: inout Metadata) {
    guard metadata.metas.count < Self.maximumEach else { return }
    guard let content = tree.attribute(node, .content), content.utf8.contains(where: { $0 > 0x20 }) else { return }
    let content4 = content.utf8.count > 20_000 ? String(decoding: content.utf8.prefix(20_000), as: UTF8.self) : content
    for attribute in [Atom.property, .name, .itemprop] {
      guard let name = tree.attribute(node, attribute) else { continue }
      let lowered = name.lowercased().trimmed
      guard !lowered.isEmpty else { continue }
      if attribute == .itemprop {
        closeItems(before: node)
        metadata.properties.append(Metadata.Property(name: lowered, value: content4, node: node, itemType: items.last?.type))
      }
      for part in lowered.split(separator: " ") { metadata.metas.append(Metadata.Meta(name: String(part), content: content4)) }
    }
  }

  private func relation(_ node: Node, _ metadata: inout Metadata) {
    guard metadata.relations.count < Self.maximumEach, let rel = tree.attribute(node, .rel), !rel.isEmpty else { return }
    for word in rel.lowercased().split(separator: " ")
    where ["canonical", "author", "license", "amphtml", "shortlink"].contains(word) {
      let text = word == "author" && tree.name(node) == .a ? tree.text(of: node) : ""
      metadata.relations.append(
        Metadata.Relation(rel: String(word), href: tree.attribute(node, .href)?.trimmed ?? "", text: text))
    }
  }

  private func script(_ node: Node, _ metadata: inout Metadata) {
    let isLinkedData = tree.withAttribute(node, .type) { value in
      value.map { Self.hasPrefix($0, "application/ld+json") } ?? false
    }
    guard isLinkedData, let text = tree.firstChild(node) else { return }
    tree.withText(text) { metadata.linkedData.add($0) }
  }

  private static func hasPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ prefix: StaticString) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    guard bytes.count - start >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { prefix in
      for index in prefix.indices {
        let byte = bytes[start + index]
        if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != prefix[index] { return false }
      }
      return true
    }
  }

  // MARK: - Body

  private func heading(_ node: Node, _ metadata: inout Metadata) {
    guard metadata.headings.count < 20, !tree.hasAttribute(node, .hidden), tree.textLength(node) <= Self.maximumText else {
      return
    }
    if let text = nonEmpty(tree.text(of: node)) { metadata.headings.append(Metadata.Heading(text: text, node: node)) }
  }

  private func time(_ node: Node, _ metadata: inout Metadata) {
    guard metadata.times.count < Self.maximumEach, tree.textLength(node) <= 400 else { return }
    let itemprop = tree.attribute(node, .itemprop)
    let isModified =
      itemprop.map { $0.lowercased().contains("modif") }
      ?? (mentionsModification(node) || tree.parent(node).map(mentionsModification) ?? false)
    metadata.times.append(
      Metadata.Time(
        datetime: tree.attribute(node, .datetime).flatMap(nonEmpty), text: tree.text(of: node), itemprop: itemprop, node: node,
        isModified: isModified))
  }

  private func mentionsModification(_ node: Node) -> Bool {
    guard let value = tree.attribute(node, .class)?.lowercased() else { return false }
    return ["updat", "modif", "aktualis"].contains { value.contains($0) }
  }

  private mutating func closeItems(before node: Node) {
    while let item = items.last, item.end <= node.index { items.removeLast() }
  }

  private mutating func marks(_ node: Node, _ name: Atom, _ metadata: inout Metadata) {
    closeItems(before: node)
    if let type = tree.attribute(node, .itemtype) {
      let last = type.split(whereSeparator: { $0 == "/" || $0 == "#" }).last.map { $0.lowercased() } ?? ""
      items.append((tree.subtree(node).upperBound, last))
    }
    if let property = tree.attribute(node, .itemprop), metadata.properties.count < Self.maximumEach {
      for word in property.lowercased().split(separator: " ") where Self.properties.contains(word) {
        let enclosing =
          tree.hasAttribute(node, .itemtype) ? (items.count > 1 ? items[items.count - 2].type : nil) : items.last?.type
        let value = propertyValue(node, name)
        if !value.isEmpty {
          metadata.properties.append(Metadata.Property(name: String(word), value: value, node: node, itemType: enclosing))
        }
      }
    }
    byline(node, name, &metadata)
  }

  private static let properties: Set<Substring> = [
    "headline", "name", "author", "creator", "datepublished", "datemodified", "datecreated", "articlesection", "description",
    "keywords", "alternativeheadline",
    "publisher", "inlanguage", "isaccessibleforfree", "copyrightholder", "copyrightyear", "articlebody",
  ]

  private func propertyValue(_ node: Node, _ name: Atom) -> String {
    if let content = tree.attribute(node, .content) { return content.trimmed }
    if name == .time, let datetime = tree.attribute(node, .datetime) { return datetime.trimmed }
    guard tree.textLength(node) <= Self.maximumText else { return "" }
    return tree.text(of: node)
  }

  /// Elements whose markup calls them bylines; of nested ones the outermost.
  private mutating func byline(_ node: Node, _ name: Atom, _ metadata: inout Metadata) {
    guard node.index >= bylineEnd, metadata.bylines.count < 60 else { return }
    let mark: String
    if name == .a, tree.attribute(node, .rel).map({ $0.lowercased().contains("author") }) ?? false {
      mark = "rel=author"
    } else if let hit = bylineMark(node, .class) ?? bylineMark(node, .id) ?? bylineMark(node, .dataTestid) {
      mark = hit
    } else {
      return
    }
    let length = tree.textLength(node)
    guard length >= 2, length <= 300 else { return }
    bylineEnd = tree.subtree(node).upperBound
    let links = tree.elements(.a, within: node).map { tree.text(of: $0) }.filter { !$0.isEmpty }
    metadata.bylines.append(
      Metadata.MarkedByline(text: tree.text(of: node), node: node, mark: mark, links: Array(links.prefix(12))))
  }

  private func bylineMark(_ node: Node, _ attribute: Atom) -> String? {
    tree.withAttribute(node, attribute) { value in
      guard let value, value.count >= 6, value.count <= 400 else { return nil }
      return BylineMarks.mark(in: value)
    }
  }
}
