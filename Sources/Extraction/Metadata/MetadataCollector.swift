import Pages

/// Walks a tree once and puts what it finds into a ``Metadata``.
struct MetadataCollector {
  let tree: Tree

  /// How much is kept of each kind; a page with more is up to no good.
  static let maximumEach = 500
  /// The longest text that is taken from an element.
  static let maximumText = 4000
  private static let maximumNames = 1000

  /// Microdata items around the current node: their end and type.
  var items: [(end: Int32, type: String)] = []
  var bylineEnd: Int32 = -1
  var dateEnd: Int32 = -1

  init(tree: Tree) { self.tree = tree }

  mutating func run(into metadata: inout Metadata) {
    var marks = [NodeMark](repeating: [], count: tree.count)
    var nodes = PageNodes(of: tree)
    let dataQA = tree.atom(named: "data-qa")
    tree.withView { view in
      var reader = MarkReader(tree, view, dataQA: dataQA)
      marks.withUnsafeMutableBufferPointer { run(view, &reader, $0, &nodes, &metadata) }
    }
    metadata.nodes = nodes
    metadata.elementMarks = ElementMarks(tree, ofText: marks, dataQA: dataQA)
  }

  private mutating func run(
    _ view: TreeView, _ reader: inout MarkReader, _ marks: UnsafeMutableBufferPointer<NodeMark>, _ nodes: inout PageNodes,
    _ metadata: inout Metadata
  ) {
    var index: Int32 = 0
    var foreignEnd: Int32 = 0
    let count = Int32(tree.count)
    while index < count {
      let node = Node(index)
      switch tree.kind(node) {
      case .element:
        nodes.take(node, in: tree)
        if index < foreignEnd || tree.namespace(node) != .html {
          // The words of a formula are text like others; of metadata there is none in it.
          foreignEnd = max(foreignEnd, tree.subtree(node).upperBound)
          if tree.textLength(node) > 0 { marks[Int(index)] = reader.read(node).mark }
          break
        }
        element(node, view, &metadata)
        if tree.textLength(node) > 0 {
          let said = reader.read(node)
          marks[Int(index)] = said.mark
          if said.isMicrodata { microdata(node, &metadata) }
          byline(node, said.credits, &metadata)
        } else if tree.hasAttribute(node, .itemprop) || tree.hasAttribute(node, .itemtype) {
          let name = tree.name(node)
          if name != .meta, name != .script { microdata(node, &metadata) }
        }
      case .templateContent:
        let content = tree.subtree(node)
        for index in content { nodes.takeMedia(Node(index), tree.name(Node(index))) }
        index = content.upperBound
        continue
      case .document, .doctype, .text, .comment: break
      }
      index += 1
    }
  }

  private mutating func element(_ node: Node, _ view: TreeView, _ metadata: inout Metadata) {
    let name = tree.name(node)
    switch name {
    case .meta: meta(node, view, &metadata)
    case .link, .a: relation(node, name, &metadata)
    case .script: script(node, &metadata)
    case .title: if metadata.title == nil { metadata.title = nonEmpty(front(of: tree.text(of: node))) }
    case .html: metadata.language = tree.attribute(node, .lang).flatMap(nonEmpty) ?? metadata.language
    case .h1: heading(node, &metadata)
    case .base: metadata.base = metadata.base ?? tree.attribute(node, .href).flatMap(nonEmpty)
    case .time: time(node, &metadata)
    default: break
    }
  }

  /// As much of a text as is kept: a `title` that nothing closes holds the rest of the page.
  private func front(of text: String) -> String {
    guard text.utf8.count > Self.maximumText else { return text }
    return String(text[..<text.utf8.index(text.startIndex, offsetBy: Self.maximumText)])
  }

  /// Whether an element holds at most so many bytes of text, in as many nodes: what is more is no heading, date or name, and would be read once
  /// for each of the elements that stand in one another.
  private func isWithin(_ limit: Int, _ node: Node) -> Bool {
    let length = tree.textLength(node)
    // Hidden text is not counted; where it is little it stands in few nodes.
    return length <= limit && tree.subtree(node).count <= (length > 0 ? limit : 20)
  }

  /// An attribute that holds a name or some; one that is longer than any such list has swallowed the page behind it.
  func nameAttribute(_ node: Node, _ attribute: Atom) -> String? {
    tree.withAttribute(node, attribute) { value in
      value.flatMap { $0.count <= Self.maximumNames ? String(decoding: $0, as: UTF8.self) : nil }
    }
  }

  func nonEmpty(_ text: String) -> String? {
    let text = HTMLText.squeezed(text)
    return text.isEmpty ? nil : text
  }

  // MARK: - Head

  private mutating func meta(_ node: Node, _ view: TreeView, _ metadata: inout Metadata) {
    guard metadata.metas.count < Self.maximumEach else { return }
    typealias Value = UnsafeBufferPointer<UInt8>
    var (property, name, itemprop, stated): (Value?, Value?, Value?, Value?)
    view.forEachAttribute(node) { attribute, value in
      switch attribute {
      case .content: stated = value
      case .property: property = value
      case .name: name = value
      case .itemprop: itemprop = value
      default: break
      }
    }
    guard property != nil || name != nil || itemprop != nil, let stated, stated.contains(where: { $0 > 0x20 }) else { return }
    let content = String(decoding: stated.prefix(20_000), as: UTF8.self)
    for (value, isProperty) in [(property, false), (name, false), (itemprop, true)] {
      guard let value, value.count <= Self.maximumNames else { continue }
      let name = PlainText.lowercased(value).trimmed
      if name.isEmpty { continue }
      if isProperty {
        closeItems(before: node)
        metadata.properties.append(Metadata.Property(name: name, value: content, node: node, itemType: items.last?.type))
      }
      metadata.add(Metadata.Meta(name: name, content: content))
      // `property="og:title twitter:title"` names two at once.
      if value.contains(0x20), value.contains(UInt8(ascii: ":")) {
        for part in name.split(at: " ").prefix(8) { metadata.add(Metadata.Meta(name: String(part), content: content)) }
      }
    }
  }

  private func relation(_ node: Node, _ name: Atom, _ metadata: inout Metadata) {
    guard metadata.relations.count < Self.maximumEach,
      tree.withAttribute(node, .rel, { $0.map(ClassMarks.relations.isIn) ?? false }),
      let rel = nameAttribute(node, .rel)
    else { return }
    let words = PlainText.lowercased(rel).split(at: " ")
    for word in words where ["canonical", "author", "license", "amphtml"].contains(word) {
      metadata.relations.append(
        Metadata.Relation(
          rel: String(word), href: tree.attribute(node, .href)?.trimmed ?? "", text: name == .a ? tree.text(of: node) : ""))
    }
  }

  private func script(_ node: Node, _ metadata: inout Metadata) {
    let isLinkedData = tree.withAttribute(node, .type) { value in
      value.map { Self.hasPrefix($0, "application/ld+json") } ?? false
    }
    guard isLinkedData, let text = tree.firstChild(node) else { return }
    if tree.nextSibling(text) == nil {
      tree.withText(text) { metadata.linkedData.add($0) }
    } else {
      // A parser may hand over a long script in pieces.
      var whole: [UInt8] = []
      for child in tree.children(node) { tree.withText(child) { whole.append(contentsOf: $0) } }
      whole.withUnsafeBufferPointer { metadata.linkedData.add($0) }
    }
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
    guard metadata.headings.count < 20, !tree.hasAttribute(node, .hidden), isWithin(HeadlineText.longest, node) else { return }
    // Spaces between the words were not counted.
    guard let text = nonEmpty(tree.text(of: node)), text.utf8.count <= 2 * HeadlineText.longest else { return }
    metadata.headings.append(Metadata.Heading(text: text, node: node))
  }

  private func time(_ node: Node, _ metadata: inout Metadata) {
    guard metadata.times.count < Self.maximumEach, isWithin(400, node) else { return }
    let itemprop = nameAttribute(node, .itemprop)
    let isModified =
      itemprop.map { PlainText.lowercased($0).holds("modif") }
      ?? (mentionsModification(node) || tree.parent(node).map(mentionsModification) ?? false || followsModifiedLabel(node))
    metadata.times.append(
      Metadata.Time(
        datetime: tree.attribute(node, .datetime).flatMap(nonEmpty), text: tree.text(of: node), itemprop: itemprop, node: node,
        isModified: isModified))
  }

  /// Whether the words right in front say *Updated* or the like.
  private func followsModifiedLabel(_ node: Node) -> Bool {
    var index = node.index - 1
    while index >= max(0, node.index - 4) {
      if tree.kind(Node(index)) == .text {
        let text = tree.withText(Node(index)) { Array($0.suffix(60)) }
        if text.contains(where: { $0 > 0x20 }) {
          return DateWords.endsInModifiedLabel(FoldedText(text[...], case: .folded).bytes)
        }
      }
      index -= 1
    }
    return false
  }

  private func mentionsModification(_ node: Node) -> Bool {
    // Of a class longer than any template's the front will do: it is asked of the element around each of many times.
    tree.withAttribute(node, .class) {
      $0.map { ClassMarks.modification.isIn(UnsafeBufferPointer(rebasing: $0.prefix(400))) } ?? false
    }
  }

  /// The text with a space wherever one element ends and another begins, as names and roles often stand in elements without one.
  func separatedText(of node: Node) -> String {
    var parts: [UInt8] = []
    parts.reserveCapacity(tree.textLength(node) * 5 / 4 + 16)
    var index = node.index
    let end = tree.subtree(node).upperBound
    while index < end {
      defer { index += 1 }
      let name = tree.name(Node(index))
      if name == .script || name == .style || name == .noscript || name == .template || tree.kind(Node(index)) == .templateContent
      {
        index = tree.subtree(Node(index)).upperBound - 1
        continue
      }
      guard tree.kind(Node(index)) == .text else { continue }
      tree.withText(Node(index)) { text in
        if let first = text.first, !parts.isEmpty,
          first &- 0x30 < 10 || first &- 0x41 < 26 || first &- 0x61 < 26 || first >= 0x80 || first == 0x40
        {
          parts.append(0x20)
        }
        parts.append(contentsOf: text)
      }
    }
    return HTMLText.squeezed(String(decoding: parts, as: UTF8.self))
  }
}
