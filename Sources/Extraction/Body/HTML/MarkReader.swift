import Pages

/// Reads what elements' names and attributes say, each attribute once for all who ask.
struct MarkReader {
  private let tree: Tree
  private let view: TreeView
  private let dataQA: Atom?
  /// By class or test id.
  private var classes: ValueCache<Class>
  /// By names of components; an id stands but once in a page.
  private var names: ValueCache<NodeMark>

  /// - Parameter remembers: Whether many elements will be read.
  init(_ tree: Tree, _ view: TreeView, dataQA: Atom?, remembers: Bool = true) {
    self.tree = tree
    self.view = view
    self.dataQA = dataQA
    classes = ValueCache(remembers: remembers)
    names = ValueCache(remembers: remembers)
  }

  /// What an element says.
  struct Said {
    var mark: NodeMark
    /// What its class makes of names and dates in it.
    var credits: ClassMarks.Found = []
    /// Whether it is a microdata property or item.
    var isMicrodata = false
  }

  /// What a class says.
  private struct Class {
    let mark: NodeMark
    let credits: ClassMarks.Found

    init(_ value: UnsafeBufferPointer<UInt8>) {
      mark = MarkReader.words(value)
      credits = ClassMarks.marks(value)
    }
  }

  mutating func read(_ node: Node) -> Said {
    let name = tree.name(node)
    var said = Said(mark: Self.byName(name))
    // A heading that is a button opens the text under it (WAI-ARIA's accordion pattern).
    if name == .button, tree.parent(node).map({ Self.isHeading(tree.name($0)) }) == true { said.mark.remove(.form) }
    var words: NodeMark = []
    view.forEachAttribute(node) { attribute, value in
      switch attribute {
      case .class, .dataTestid:
        let found = classes.finding(for: value, Class.init)
        words.formUnion(found.mark)
        said.credits.formUnion(found.credits)
      // A heading's id is an anchor made of the heading's own words.
      case .id: if !Self.isHeading(name) { words.formUnion(Self.idWords(value)) }
      case .role: said.mark.formUnion(Self.byRole(value))
      case .itemprop:
        said.mark.formUnion(Self.byProperty(value))
        said.isMicrodata = true
      case .itemtype: said.isMicrodata = true
      case .dataComponent, .dataComponentName, .dataType: words.formUnion(names.finding(for: value, Self.words))
      default: if attribute == dataQA { words.formUnion(names.finding(for: value, Self.words)) }
      }
    }
    if words.contains(.foldout) { words.remove(.hidden) }
    switch name {
    // On these, templates list what is within or about them (`category-video`, `tag-newsletter`, `author-jane`), not what they are.
    case .html, .body, .article, .main: said.mark.formUnion(words.intersection([.bodyText, .related, .comment]))
    default: said.mark.formUnion(words)
    }
    return said
  }

  private static func words(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark {
    value.isEmpty || value.count > 1000 ? [] : read(value)
  }

  /// An id of many words is an anchor too, made of the heading within the element (`the-actor-wore-a-similar-style-in-venice`): no template's
  /// name is so long, and what it says is what the text is about.
  private static func idWords(_ value: UnsafeBufferPointer<UInt8>) -> NodeMark { isAnchor(value) ? [] : words(value) }

  private static func isAnchor(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count >= 30 else { return false }
    var words = 0
    // Whether the word at hand has letters, and nothing else.
    var (hasLetters, hasOthers) = (false, false)
    for byte in value {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        words += hasLetters && !hasOthers ? 1 : 0
        (hasLetters, hasOthers) = (false, false)
      default:
        if MarkWords.isLetter(byte) { hasLetters = true } else { hasOthers = true }
      }
    }
    return words + (hasLetters && !hasOthers ? 1 : 0) >= 8
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
