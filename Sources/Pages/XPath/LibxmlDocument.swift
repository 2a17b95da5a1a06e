internal import CXML2

/// Owner of a libxml2 document made from the arena. Each element, text and comment carries its arena index in `_private`.
final class LibxmlDocument {
  private let document: xmlDocPtr?
  private var byIndex: [xmlNodePtr?]
  private let tree: Tree

  init(_ tree: Tree) {
    Libxml.initialise()
    self.tree = tree
    document = xmlNewDoc("1.0")
    byIndex = Array(repeating: nil, count: tree.count)
    build()
  }

  deinit { xmlFreeDoc(document) }

  private func build() {
    guard let document else { return }
    let root = UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    byIndex[0] = root
    var buffer: [UInt8] = []
    var index: Int32 = 1
    while Int(index) < tree.count {
      let record = tree.nodes[Int(index)]
      guard record.kind != .templateContent, record.kind != .doctype, let parent = byIndex[Int(record.parent)] else {
        index = record.end
        continue
      }
      var node: xmlNodePtr?
      switch record.kind {
      case .element:
        terminated(tree.localName(Node(index)), &buffer)
        node = buffer.withUnsafeBufferPointer { xmlNewDocNode(document, nil, $0.baseAddress, nil) }
        if let node { addAttributes(of: Node(index), to: node, &buffer) }
      case .text:
        node = tree.withBytes(record.bytes) { xmlNewDocTextLen(document, $0.baseAddress, Int32(truncatingIfNeeded: $0.count)) }
      case .comment:
        tree.withBytes(record.bytes) { terminated($0, &buffer) }
        node = buffer.withUnsafeBufferPointer { xmlNewDocComment(document, $0.baseAddress) }
      case .document, .doctype, .templateContent:
        break
      }
      if let node {
        // Linked by hand: xmlAddChild would merge neighbouring texts and free one of them.
        node.pointee._private = UnsafeMutableRawPointer(bitPattern: Int(index))
        node.pointee.parent = parent
        if let last = parent.pointee.last {
          last.pointee.next = node
          node.pointee.prev = last
        } else {
          parent.pointee.children = node
        }
        parent.pointee.last = node
        byIndex[Int(index)] = node
      }
      index += 1
    }
    // Numbers the elements, so that sorting a node set is not quadratic.
    xmlXPathOrderDocElems(document)
  }

  private func addAttributes(of node: Node, to element: xmlNodePtr, _ buffer: inout [UInt8]) {
    for attribute in tree.attributes[tree.attributeIndices(node)] {
      terminated(tree.text(of: attribute.name), &buffer)
      var value: [UInt8] = []
      tree.withBytes(attribute.value) { terminated($0, &value) }
      guard let made = buffer.withUnsafeBufferPointer({ xmlNewNsProp(element, nil, $0.baseAddress, nil) }) else { continue }
      let text = value.withUnsafeBufferPointer {
        xmlNewDocTextLen(document, $0.baseAddress, Int32(truncatingIfNeeded: $0.count - 1))
      }
      guard let text else { continue }
      made.pointee.children = text
      made.pointee.last = text
      text.pointee.parent = UnsafeMutableRawPointer(made).assumingMemoryBound(to: xmlNode.self)
    }
  }

  private func terminated(_ string: String, _ buffer: inout [UInt8]) {
    var string = string
    string.withUTF8 { terminated($0, &buffer) }
  }

  /// C strings end at the first NUL; what the standard puts in its place is U+FFFD.
  private func terminated(_ bytes: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8]) {
    buffer.removeAll(keepingCapacity: true)
    for byte in bytes {
      if byte == 0 { buffer.append(contentsOf: [0xEF, 0xBF, 0xBD]) } else { buffer.append(byte) }
    }
    buffer.append(0)
  }

  // MARK: - Evaluation

  func evaluate(_ source: String, at node: Node) throws(SelectorError) -> XPathValue {
    guard let context = xmlXPathNewContext(document) else { throw Self.outOfMemory(source) }
    defer { xmlXPathFreeContext(context) }
    let errors = LibxmlErrors()
    errors.attach(to: context)
    context.pointee.opLimit = XPathContext.stepLimit
    context.pointee.node = byIndex.indices.contains(Int(node.index)) ? byIndex[Int(node.index)] : nil
    Self.forbidExternal(context)
    let object = withExtendedLifetime(errors) { xmlXPathEvalExpression(source, context) }
    guard let object else { throw errors.error(source) }
    defer { xmlXPathFreeObject(object) }
    switch object.pointee.type {
    case XPATH_NODESET, XPATH_XSLT_TREE: return nodes(object.pointee.nodesetval)
    case XPATH_BOOLEAN: return .boolean(object.pointee.boolval != 0)
    case XPATH_NUMBER: return .number(object.pointee.floatval)
    case XPATH_STRING: return .string(object.pointee.stringval.map { String(cString: $0) } ?? "")
    default: throw SelectorError(.type, selector: source, range: 0..<source.utf8.count, detail: "a result of no known type")
    }
  }

  static func check(_ source: String) throws(SelectorError) {
    Libxml.initialise()
    guard !source.utf8.contains(0) else {
      throw SelectorError(.syntax, selector: source, range: 0..<source.utf8.count, detail: "a NUL character")
    }
    guard let context = xmlXPathNewContext(nil) else { throw outOfMemory(source) }
    defer { xmlXPathFreeContext(context) }
    let errors = LibxmlErrors()
    errors.attach(to: context)
    let compiled = withExtendedLifetime(errors) { xmlXPathCtxtCompile(context, source) }
    guard let compiled else { throw errors.error(source) }
    xmlXPathFreeCompExpr(compiled)
  }

  private func nodes(_ set: xmlNodeSetPtr?) -> XPathValue {
    guard let set, set.pointee.nodeNr > 0 else { return .nodes([]) }
    xmlXPathNodeSetSort(set)
    var nodes: [Node] = []
    var strings: [String] = []
    for i in 0..<Int(set.pointee.nodeNr) {
      guard let node = set.pointee.nodeTab[i] else { continue }
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        nodes.append(Node(Int32(truncatingIfNeeded: Int(bitPattern: node.pointee._private))))
      case XML_DOCUMENT_NODE, XML_HTML_DOCUMENT_NODE:
        nodes.append(tree.root)
      default:
        if let content = xmlNodeGetContent(node) {
          strings.append(String(cString: content))
          cxml2_free(content)
        }
      }
    }
    // A union may mix both; elements win, as their text is at hand through them.
    return nodes.isEmpty && !strings.isEmpty ? .strings(strings) : .nodes(nodes)
  }

  /// libxml2 itself has no `document()`; a name looked up elsewhere than in its own tables is refused.
  private static func forbidExternal(_ context: xmlXPathContextPtr) {
    xmlXPathRegisterFuncLookup(context, { _, _, _ in nil }, nil)
    xmlXPathRegisterVariableLookup(context, { _, _, _ in nil }, nil)
  }

  private static func outOfMemory(_ source: String) -> SelectorError {
    SelectorError(.tooMuchWork, selector: source, range: 0..<source.utf8.count, detail: "out of memory")
  }
}
