/// The fuzz target of `HTMLParser`: whatever the bytes, the parser must not crash, and the tree must keep what the arena promises.
///
/// Compiled into one module with the parser by `run.sh`, so that internals can be looked at. The first byte chooses what is parsed: a
/// page, or a fragment of one of the elements below.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTMLParser(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard let choice = input.first else { return 0 }
  let page = Array(input.dropFirst())
  let parser = choice & 0x80 == 0 ? parsers.plain : parsers.scripting
  let tree: Tree
  let index = Int(choice & 0x3F)
  if index < contexts.count {
    tree = parser.parseFragment(page, in: contexts[index])
  } else {
    tree = parser.parse(page)
  }
  check(tree)
  // Every loop of the parser has a bound that does not depend on the page's length.
  precondition(parser.steps <= 20_000 + page.count * 2_000, "too many steps")
  if page.count < 4096 {
    _ = tree.html5libDescription
    let html = tree.utf8SerializedHTML(of: tree.root)
    check(parser.parse(html))
  }
  return 0
}

nonisolated(unsafe) private let parsers = (
  plain: HTMLParser(limits: .init(maxDepth: 32)), scripting: HTMLParser(scripting: true)
)

private let contexts: [HTMLParser.Context] =
  [
    "body", "html", "head", "title", "textarea", "script", "style", "table", "tbody", "tr", "td", "caption", "colgroup", "select",
    "template", "frameset", "noscript", "plaintext", "xmp", "div", "p", "a", "form",
  ].map { HTMLParser.Context($0) }
  + ["svg", "foreignObject", "desc", "title", "script", "path"].map { HTMLParser.Context($0, namespace: .svg) }
  + ["math", "mi", "annotation-xml", "mtext"].map { HTMLParser.Context($0, namespace: .mathml) }

private func check(_ tree: Tree) {
  let nodes = tree.nodes
  precondition(nodes[0].kind == .document && nodes[0].end == Int32(nodes.count))
  var open: [Int32] = [0]
  for i in 1..<max(nodes.count, 1) {
    let index = Int32(i)
    let record = nodes[i]
    while let last = open.last, nodes[Int(last)].end <= index { open.removeLast() }
    precondition(open.last == record.parent, "not in document order")
    precondition(record.end > index && record.end <= nodes[Int(record.parent)].end, "a subtree that is no range")
    switch record.kind {
    case .text, .comment:
      precondition(record.end == index + 1, "a leaf with children")
      let limit = record.bytes.isDecoded ? tree.decoded.count : tree.source.count
      precondition(record.bytes.offset + Int(record.bytes.count) <= limit, "bytes out of bounds")
      if record.kind == .text {
        precondition(record.bytes.count > 0 && record.name == .none, "an empty text")
        precondition(nodes[i - 1].kind != .text || nodes[i - 1].parent != record.parent, "text after text")
      }
    case .element, .doctype:
      let first = Int(record.bytes.start)
      precondition(first + Int(record.attributeCount) <= tree.attributes.count, "attributes out of bounds")
    case .document, .templateContent: break
    }
    open.append(index)
  }
  for attribute in tree.attributes {
    let limit = attribute.value.isDecoded ? tree.decoded.count : tree.source.count
    precondition(attribute.value.offset + Int(attribute.value.count) <= limit, "attribute value out of bounds")
  }
}
