import Pages

/// The marks of a page's elements: each element's own, and what it inherits from those around it.
struct NodeMarks: Sendable {
  /// What the element itself says.
  private(set) var own: [NodeMark]
  /// The same with what the elements around it say.
  private(set) var all: [NodeMark]

  /// - Parameters:
  ///   - isDominant: Whether an element holds so much of the page's running text that no mark speaks against it: templates put words such
  ///     as `sidebar` or `comments` on the whole page to say that there is one.
  ///   - paragraphs: How many paragraphs it holds. Several belie marks of mere layout; in a menu there is not even one.
  init(_ tree: Tree, isDominant: (Node) -> Bool, paragraphs: (Node) -> Int) {
    own = Array(repeating: [], count: tree.count)
    all = own
    var reader = MarkReader(tree)
    var index: Int32 = 0
    while Int(index) < tree.count {
      let node = Node(index)
      let inherited = tree.parent(node).map { all[Int($0.index)] } ?? []
      if tree.isElement(node) {
        var mark = reader.mark(of: node)
        if !mark.isDisjoint(with: NodeMark.surroundings.union(.layout)) {
          let paragraphs = paragraphs(node)
          if paragraphs >= 4 { mark.subtract(.layout) }
          if paragraphs >= 1, tree.name(node) != .nav { mark.remove(.navigation) }
          if isDominant(node) { mark.subtract(NodeMark.surroundings.union(.layout).subtracting(.consent)) }
        }
        own[Int(index)] = mark
        all[Int(index)] = inherited.union(mark.intersection(.inherited))
      } else {
        all[Int(index)] = inherited
      }
      index += 1
    }
  }
}

/// Reads the marks of one element from its name and attributes.
struct MarkReader {
  private let tree: Tree
  /// Marks by the bytes of a class or id: a page says the same few hundred things thousands of times.
  private var seen: [UInt64: NodeMark] = [:]
  private let templateAttributes: [Atom]

  init(_ tree: Tree) {
    self.tree = tree
    templateAttributes = ["data-testid", "data-component", "data-component-name", "data-qa", "data-type"].compactMap(
      tree.atom(named:))
  }

  mutating func mark(of node: Node) -> NodeMark {
    let name = tree.name(node)
    var mark = Self.byName(name)
    let said = saidMarks(of: node, name)
    switch name {
    // On these, templates list what is within or about them (`category-video`, `tag-newsletter`, `author-jane`), not what they are.
    case .html, .body, .article, .main: mark.formUnion(said.intersection([.bodyText, .related, .comment]))
    default: mark.formUnion(said)
    }
    tree.withAttribute(node, .role) { if let value = $0 { mark.formUnion(Self.byRole(value)) } }
    tree.withAttribute(node, .itemprop) { if let value = $0 { mark.formUnion(Self.byProperty(value)) } }
    return mark
  }

  private mutating func saidMarks(of node: Node, _ name: Atom) -> NodeMark {
    var mark = words(node, .class)
    switch name {
    // A heading's id is an anchor made of the heading's own words.
    case .h1, .h2, .h3, .h4, .h5, .h6: break
    default: mark.formUnion(words(node, .id))
    }
    for attribute in templateAttributes { mark.formUnion(words(node, attribute)) }
    return mark
  }

  private mutating func words(_ node: Node, _ attribute: Atom) -> NodeMark {
    tree.withAttribute(node, attribute) { value in
      guard let value, !value.isEmpty, value.count <= 1000 else { return [] }
      var hash = MarkVocabulary.seed
      for byte in value { hash = MarkVocabulary.extend(hash, byte) }
      if let known = seen[hash] { return known }
      let mark = Self.read(value)
      seen[hash] = mark
      return mark
    }
  }

  /// Cuts a value into words and looks them up, alone and with the word before.
  static func read(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark {
    var words = MarkWords()
    var index = 0
    while index < value.count {
      let byte = value[index]
      if MarkWords.isLetter(byte) {
        let end = MarkWords.endOfRun(in: value, from: index)
        words.read(UnsafeBufferPointer(rebasing: value[index..<end]))
        index = end
      } else {
        words.separate(byte)
        index += 1
      }
    }
    return words.finish()
  }

  private static func byName(_ name: Atom) -> NodeMark {
    switch name {
    case .nav, .menu: .navigation
    case .aside: .sidebar
    case .footer: .footer
    case .figcaption, .caption: .caption
    case .figure: .figure
    case .form, .fieldset, .button, .label: .form
    case .dialog: .hidden
    case .article: .article
    case .main: .main
    case .header: .header
    case .time: .date
    case .ul, .ol: .list
    default: []
    }
  }

  private static func byRole(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark {
    switch String(decoding: value, as: UTF8.self) {
    case "navigation", "menu", "menubar", "tablist": .navigation
    case "complementary": .sidebar
    case "contentinfo": .footer
    case "search", "form": .form
    case "dialog", "alertdialog", "tooltip": .hidden
    case "article": .article
    case "main": .main
    default: []
    }
  }

  private static func byProperty(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark {
    switch String(decoding: value, as: UTF8.self) {
    case "articleBody": .bodyText
    case "author", "creator": .byline
    case "datePublished", "dateModified", "dateCreated": .date
    case "headline", "name headline", "headline name": .headline
    case "caption": .caption
    case "comment": .comment
    default: []
    }
  }
}
