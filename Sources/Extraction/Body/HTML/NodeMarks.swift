import Pages

/// What the elements around each of a page's nodes, and the node itself, say of the text there.
struct NodeMarks: Sendable {
  /// By node. Nodes without visible text have none: nobody asks for the marks of what is not read.
  private(set) var all: [NodeMark]

  /// - Parameters:
  ///   - isDominant: Whether an element holds so much of the page's running text that no mark speaks against it: templates put words such
  ///     as `sidebar` or `comments` on the whole page to say that there is one.
  ///   - paragraphs: How many paragraphs it holds. Several belie marks of mere layout; in a menu there is not even one.
  init(_ tree: Tree, isDominant: (Node) -> Bool, paragraphs: (Node) -> Int) {
    all = Array(repeating: [], count: tree.count)
    tree.withView { view in
      var reader = MarkReader(tree, view)
      var index = 0
      while index < tree.count {
        let node = Node(Int32(truncatingIfNeeded: index))
        if tree.textLength(node) == 0 {
          index = Int(tree.subtree(node).upperBound)
          continue
        }
        let inherited = tree.parent(node).map { all[Int($0.index)] } ?? []
        all[index] = inherited
        if tree.isElement(node) {
          var mark = reader.mark(of: node)
          if !mark.isDisjoint(with: NodeMark.surroundings.union(.layout)) {
            let paragraphs = paragraphs(node)
            if paragraphs >= 4 { mark.subtract(.layout) }
            if paragraphs >= 1, tree.name(node) != .nav { mark.remove(.navigation) }
            if isDominant(node) { mark.subtract(NodeMark.surroundings.union(.layout).subtracting(.consent)) }
          }
          all[index] = inherited.union(mark.intersection(.inherited))
        }
        index += 1
      }
    }
  }
}

/// Reads the marks of one element from its name and attributes.
struct MarkReader {
  private let tree: Tree
  private let view: TreeView
  /// Marks by class or id.
  private var seen = ValueCache<NodeMark>()
  private let templateAttributes: [Atom]

  init(_ tree: Tree, _ view: TreeView) {
    self.tree = tree
    self.view = view
    templateAttributes = ["data-testid", "data-component", "data-component-name", "data-qa", "data-type"].compactMap(
      tree.atom(named:))
  }

  mutating func mark(of node: Node) -> NodeMark {
    let name = tree.name(node)
    var mark = Self.byName(name)
    var said: NodeMark = []
    view.forEachAttribute(node) { attribute, value in
      switch attribute {
      case .class: said.formUnion(words(value))
      // A heading's id is an anchor made of the heading's own words.
      case .id: if !Self.isHeading(name) { said.formUnion(words(value)) }
      case .role: mark.formUnion(Self.byRole(value))
      case .itemprop: mark.formUnion(Self.byProperty(value))
      case .href, .src, .style, .rel, .target, .title, .alt: break
      default: if templateAttributes.contains(attribute) { said.formUnion(words(value)) }
      }
    }
    switch name {
    // On these, templates list what is within or about them (`category-video`, `tag-newsletter`, `author-jane`), not what they are.
    case .html, .body, .article, .main: mark.formUnion(said.intersection([.bodyText, .related, .comment]))
    default: mark.formUnion(said)
    }
    return mark
  }

  private mutating func words(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark {
    guard !value.isEmpty, value.count <= 1000 else { return [] }
    return seen.finding(for: value, Self.read)
  }

  private static func isHeading(_ name: Atom) -> Bool {
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
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
