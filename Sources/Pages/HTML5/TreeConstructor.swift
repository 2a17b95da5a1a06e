/// The tree construction stage of the WHATWG HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tree-construction).
///
/// As long as every node is put behind all those before it, nodes are written in the order and form the arena keeps them in, and all
/// that is left to do at the end is to fill in where subtrees end. The first node that has to go elsewhere (foster parenting, the
/// adoption agency) makes the builder link siblings (`Links`), and then one pass at the end brings the nodes into document order.
///
/// Everything here is bounded: the stack of open elements by `maxDepth`, the list of active formatting elements by
/// `maxFormattingElements`, and the elements made without a tag of their own by `cloneBudget`, which grows with the page.
struct TreeConstructor: ~Copyable, TokenSink {
  var nodes = GrowableBuffer<NodeRecord>(capacity: 16)
  var links = GrowableBuffer<NodeLinks>(capacity: 16)
  var isLinked = false
  /// Set once something was put behind an element that is still open: the next node has to be checked for its order.
  var needsOrderCheck = false

  var stack = GrowableBuffer<OpenElement>(capacity: 512)
  /// How many HTML elements of each kind are open.
  var openCount = GrowableBuffer<Int32>(capacity: 256)
  var formatting = GrowableBuffer<FormattingEntry>(capacity: 64)
  var templateModes = GrowableBuffer<InsertionMode>(capacity: 16)
  var pendingTableText = GrowableBuffer<ByteRange>(capacity: 16)

  var mode = InsertionMode.initial
  var originalMode = InsertionMode.initial
  var head: Int32 = -1
  var form: Int32 = -1
  var allowsFrameset = true
  var isFosterParenting = false
  var ignoresLineFeed = false
  var isQuirky = false
  /// Whether there has been a `template`.
  var holdsTemplates = false
  /// The element whose content a fragment is; its node is none.
  var context: OpenElement?
  var isScripting: Bool
  var selectedContents = GrowableBuffer<Int32>(capacity: 16)
  var mergedRoot = MergedAttributes()
  var mergedBody = MergedAttributes()

  var maxDepth = 512
  let maxFormattingElements = 256
  var cloneBudget = 0
  var wasDepthCut = false
  var wereClonesCut = false
  /// Steps of all loops that are not over the input: what tests hold against the input's size.
  var steps = 0

  let kinds = ElementKind.byAtom
  let traitsByKind = ElementKind.traits

  init(isScripting: Bool) { self.isScripting = isScripting }

  mutating func reset(sourceCount: Int, maxDepth: Int, context: OpenElement?) {
    nodes.count = 0
    links.count = 0
    isLinked = false
    needsOrderCheck = false
    stack.count = 0
    openCount.base.initialize(repeating: 0, count: 256)
    formatting.count = 0
    templateModes.count = 0
    pendingTableText.count = 0
    mode = .initial
    originalMode = .initial
    head = -1
    form = -1
    allowsFrameset = true
    isFosterParenting = false
    ignoresLineFeed = false
    isQuirky = false
    holdsTemplates = false
    // Less than this and tables could not be built.
    self.maxDepth = max(maxDepth, 16)
    self.context = context
    selectedContents.count = 0
    mergedRoot = MergedAttributes()
    mergedBody = MergedAttributes()
    cloneBudget = 4096 + sourceCount / 16
    wasDepthCut = false
    wereClonesCut = false
    steps = 0

    // The shortest tag has three bytes. Room that is not used takes no memory, while a buffer that grows leaves holes behind; but of
    // address space, too, no more than a page of some megabytes needs.
    nodes.reserve(min(sourceCount / 3, 1 << 20))
    nodes.append(NodeRecord(kind: .document, parent: -1, end: 0))
    guard let context else { return }
    // The fragment's root, an `html` element in the standard, is the document node itself.
    stack.append(
      OpenElement(
        node: 0, place: 0, name: .html, kind: .html, namespace: .html, traits: traitsByKind[Int(ElementKind.html.rawValue)]))
    openCount[Int(ElementKind.html.rawValue)] = 1
    if context.kind == .template { templateModes.append(.inTemplate) }
    resetInsertionMode()
  }

  // MARK: - Tokens

  @inline(__always)
  func kind(of name: Atom) -> ElementKind { name.isFixed ? kinds[Int(name.rawValue)] : .other }

  var allowsCDATA: Bool { stack.count > 0 && adjustedCurrent.has(.foreign) }

  /// The current node, or the context element where a fragment has no other open.
  @inline(__always)
  var adjustedCurrent: OpenElement {
    if stack.count == 1, let context { return context }
    return stack.last
  }

  mutating func startTag(_ tag: TagToken, _ store: inout TokenStore) -> ContentModel {
    ignoresLineFeed = false
    if mode == .inTableText { flushTableText(&store) }
    var tag = tag
    let kind = kind(of: tag.name)
    if isForeignStart(kind) { return foreignStart(&tag, kind, &store) }
    return start(&tag, kind, &store)
  }

  mutating func endTag(_ tag: TagToken, _ store: inout TokenStore) {
    ignoresLineFeed = false
    if mode == .inTableText { flushTableText(&store) }
    let kind = kind(of: tag.name)
    if stack.count > 0, adjustedCurrent.has(.foreign) { return foreignEnd(tag, kind, &store) }
    end(tag, kind, &store)
  }

  /// Applies the current insertion mode's rules to a start tag.
  mutating func start(_ tag: inout TagToken, _ kind: ElementKind, _ store: inout TokenStore) -> ContentModel {
    switch mode {
    case .inBody, .inCaption, .inCell:
      if mode != .inBody { return startInCell(&tag, kind, &store) }
      return startInBody(&tag, kind, &store)
    case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead:
      return startBeforeBody(&tag, kind, &store)
    case .inTable, .inTableText: return startInTable(&tag, kind, &store)
    case .inColumnGroup: return startInColumnGroup(&tag, kind, &store)
    case .inTableBody: return startInTableBody(&tag, kind, &store)
    case .inRow: return startInRow(&tag, kind, &store)
    case .inTemplate: return startInTemplate(&tag, kind, &store)
    case .text, .afterBody, .afterAfterBody:
      if kind == .html { return startInBody(&tag, kind, &store) }
      mode = .inBody
      return startInBody(&tag, kind, &store)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: return startInFrameset(&tag, kind, &store)
    }
  }

  /// Applies the current insertion mode's rules to an end tag.
  mutating func end(_ tag: TagToken, _ kind: ElementKind, _ store: inout TokenStore) {
    switch mode {
    case .inBody: endInBody(tag, kind, &store)
    case .text:
      pop()
      mode = originalMode
    case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead: endBeforeBody(tag, kind, &store)
    case .inTable, .inTableText: endInTable(tag, kind, &store)
    case .inCaption, .inCell: endInCell(tag, kind, &store)
    case .inColumnGroup: endInColumnGroup(tag, kind, &store)
    case .inTableBody: endInTableBody(tag, kind, &store)
    case .inRow: endInRow(tag, kind, &store)
    case .inTemplate: if kind == .template { endTemplate() }
    case .afterBody:
      if kind == .html {
        if context == nil { mode = .afterAfterBody }
      } else {
        mode = .inBody
        endInBody(tag, kind, &store)
      }
    case .afterAfterBody:
      mode = .inBody
      endInBody(tag, kind, &store)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: endInFrameset(tag, kind)
    }
  }

  mutating func comment(_ range: ByteRange, _ store: inout TokenStore) {
    ignoresLineFeed = false
    if mode == .inTableText { flushTableText(&store) }
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: appendOutside(range, to: 0)
    case .afterBody: appendOutside(range, to: stack[0].place)
    default: insert(.comment, bytes: range)
    }
  }

  /// A comment behind elements that may go on.
  private mutating func appendOutside(_ range: ByteRange, to parent: Int32) {
    checkOrder(parent)
    append(NodeRecord(kind: .comment, parent: parent, end: 0, bytes: range))
    needsOrderCheck = true
  }

  mutating func doctype(_ token: DoctypeToken, _ store: inout TokenStore) {
    ignoresLineFeed = false
    if mode == .inTableText { flushTableText(&store) }
    guard mode == .initial else { return }
    var record = NodeRecord(kind: .doctype, parent: 0, end: 0)
    let first = store.attributes.count
    if let name = token.name {
      let bytes = store.bytes(name)
      if let start = bytes.baseAddress, !bytes.isEmpty { record.name = store.names.atom(start, bytes.count) }
    }
    // The identifiers are kept as attributes of the doctype.
    if let id = token.publicID {
      store.attributes.append(AttributeRecord(name: store.names.atom("public"), value: id))
    }
    if let id = token.systemID {
      store.attributes.append(AttributeRecord(name: store.names.atom("system"), value: id))
    }
    record.attributeCount = UInt16(store.attributes.count - first)
    record.bytes = ByteRange(start: UInt32(first), count: 0)
    append(record)
    isQuirky = Quirks.isQuirky(token, store)
    mode = .beforeHTML
  }
}

extension NameTable {
  mutating func atom(_ name: StaticString) -> Atom { atom(name.utf8Start, name.utf8CodeUnitCount, folding: false) }
}

/// Attributes that later `html` and `body` tags add to the first.
struct MergedAttributes {
  private var names: Set<UInt32> = []
  private(set) var added: [AttributeRecord] = []

  mutating func add(_ tag: TagToken, to record: NodeRecord, _ store: borrowing TokenStore) {
    if names.isEmpty {
      for i in 0..<Int(record.attributeCount) { names.insert(store.attributes[Int(record.bytes.start) + i].name.rawValue) }
    }
    for i in 0..<tag.attributeCount {
      let attribute = store.attributes[tag.firstAttribute + i]
      guard names.count < Int(UInt16.max) else { return }
      if names.insert(attribute.name.rawValue).inserted { added.append(attribute) }
    }
  }
}
