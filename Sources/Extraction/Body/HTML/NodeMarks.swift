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
    var marks = [NodeMark](repeating: [], count: tree.count)
    tree.withView { view in
      marks.withUnsafeMutableBufferPointer { marks in
        var reader = MarkReader(tree, view)
        var index = 0
        while index < marks.count {
          let node = Node(Int32(truncatingIfNeeded: index))
          if tree.textLength(node) == 0 {
            index = Int(tree.subtree(node).upperBound)
            continue
          }
          var inherited = tree.parent(node).map { marks[Int($0.index)] } ?? []
          if tree.isElement(node) {
            var mark = reader.mark(of: node)
            if !mark.isDisjoint(with: NodeMark.surroundings.union(.layout)) {
              let paragraphs = paragraphs(node)
              if paragraphs >= 4 { mark.subtract(.layout) }
              if paragraphs >= 1, tree.name(node) != .nav { mark.remove(.navigation) }
              if isDominant(node) { mark.subtract(NodeMark.surroundings.union(.layout).subtracting(.consent)) }
            }
            inherited.formUnion(mark.intersection(.inherited))
          }
          marks[index] = inherited
          index += 1
        }
      }
    }
    all = marks
  }
}

/// Reads the marks of one element from its name and attributes.
struct MarkReader {
  private let tree: Tree
  private let view: TreeView
  /// Marks by class or id.
  private var seen = ValueCache<NodeMark>()
  private let dataQA: Atom?

  init(_ tree: Tree, _ view: TreeView) {
    self.tree = tree
    self.view = view
    dataQA = tree.atom(named: "data-qa")
  }

  mutating func mark(of node: Node) -> NodeMark {
    let name = tree.name(node)
    var mark = Self.byName(name)
    // A heading that is a button opens the text under it (WAI-ARIA's accordion pattern).
    if name == .button, tree.parent(node).map({ Self.isHeading(tree.name($0)) }) == true { mark.remove(.form) }
    var said: NodeMark = []
    view.forEachAttribute(node) { attribute, value in
      switch attribute {
      case .class: said.formUnion(words(value))
      // A heading's id is an anchor made of the heading's own words.
      case .id: if !Self.isHeading(name) { said.formUnion(words(value)) }
      case .role: mark.formUnion(Self.byRole(value))
      case .itemprop: mark.formUnion(Self.byProperty(value))
      case .dataTestid, .dataComponent, .dataComponentName, .dataType: said.formUnion(words(value))
      default: if attribute == dataQA { said.formUnion(words(value)) }
      }
    }
    if said.contains(.foldout) { said.remove(.hidden) }
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
        index = words.read(value, from: index)
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

  private static func byRole(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark { mark(of: value, in: roles) }

  private static func byProperty(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark { mark(of: value, in: properties) }

  private static func mark(of value: UnsafeBufferPointer<UInt8>, in marks: [(value: StaticString, mark: NodeMark)]) -> NodeMark {
    for (known, mark) in marks where known.utf8CodeUnitCount == value.count {
      if known.withUTF8Buffer({ $0.elementsEqual(value) }) { return mark }
    }
    return []
  }

  private static let roles: [(value: StaticString, mark: NodeMark)] = [
    ("navigation", .navigation), ("menu", .navigation), ("menubar", .navigation), ("tablist", .navigation),
    ("complementary", .sidebar), ("contentinfo", .footer), ("search", .form), ("form", .form),
    ("dialog", .hidden), ("alertdialog", .hidden), ("tooltip", .hidden), ("article", .article), ("main", .main),
  ]

  private static let properties: [(value: StaticString, mark: NodeMark)] = [
    ("articleBody", .bodyText), ("author", .byline), ("creator", .byline),
    ("datePublished", .date), ("dateModified", .date), ("dateCreated", .date),
    ("headline", .headline), ("name headline", .headline), ("headline name", .headline),
    ("caption", .caption), ("comment", .comment),
  ]
}
