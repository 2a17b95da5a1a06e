import Testing

@testable import Pages

/// Checks what the arena promises of every tree: document order, subtrees as index ranges, ranges within their buffers, sums.
func expectInvariants(_ tree: Tree, sourceLocation: SourceLocation = #_sourceLocation) {
  var failure: String?
  func check(_ condition: Bool, _ message: @autoclosure () -> String) { if !condition, failure == nil { failure = message() } }
  let nodes = tree.nodes
  check(nodes.first?.kind == .document && nodes[0].parent == -1 && nodes[0].end == Int32(nodes.count), "document node")
  var open: [Int32] = [0]
  for i in 1..<max(nodes.count, 1) {
    let index = Int32(i)
    let record = nodes[i]
    while let last = open.last, nodes[Int(last)].end <= index { open.removeLast() }
    check(open.last == record.parent, "node \(i): parent \(record.parent), nearest open \(open.last ?? -1)")
    check(record.end > index && record.end <= nodes[Int(max(record.parent, 0))].end, "node \(i): end \(record.end)")
    check(record.kind != .document, "node \(i): a second document")
    if record.kind == .text || record.kind == .comment || record.kind == .doctype {
      check(record.end == index + 1, "node \(i): a leaf with children")
    }
    if record.kind == .text {
      check(record.bytes.count > 0, "node \(i): empty text")
      check(record.name == .none, "node \(i): a text with a name")
      check(!(nodes[i - 1].kind == .text && nodes[i - 1].parent == record.parent), "node \(i): text after text")
    }
    if record.kind == .text || record.kind == .comment {
      let limit = record.bytes.isDecoded ? tree.decoded.count : tree.source.count
      check(record.bytes.offset + Int(record.bytes.count) <= limit, "node \(i): bytes out of bounds")
    }
    if record.kind == .element || record.kind == .doctype {
      check(Int(record.bytes.start) + Int(record.attributeCount) <= tree.attributes.count, "node \(i): attributes out of bounds")
    }
    check(tree.textBefore[i] <= tree.textBefore[i + 1], "node \(i): sum falls")
    open.append(index)
  }
  for attribute in tree.attributes {
    let limit = attribute.value.isDecoded ? tree.decoded.count : tree.source.count
    check(attribute.value.offset + Int(attribute.value.count) <= limit, "attribute value out of bounds")
    check(!tree.text(of: attribute.name).isEmpty, "attribute without a name")
  }
  #expect(failure == nil, sourceLocation: sourceLocation)
}
