extension Tree {
  /// A node and what it contains, written as HTML after the standard's serialisation algorithm
  /// (https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments).
  ///
  /// Parsing the result gives the same tree for all but the oddest input (a `p` in a `p`, say, that only misnested tags produce).
  ///
  /// - Parameters:
  ///   - node: The node to write; the document for the whole page.
  ///   - includingNode: Whether an element's own tags are written, or only its content.
  public func serializedHTML(of node: Node, includingNode: Bool = true) -> String {
    String(decoding: utf8SerializedHTML(of: node, includingNode: includingNode), as: UTF8.self)
  }

  /// ``serializedHTML(of:includingNode:)`` in UTF-8.
  public func utf8SerializedHTML(of node: Node, includingNode: Bool = true) -> [UInt8] {
    var out: [UInt8] = []
    var open: [(end: Int32, name: Atom)] = []
    let first = includingNode ? node.index : node.index + 1
    for index in first..<max(nodes[Int(node.index)].end, first) {
      close(&open, at: index, &out)
      write(index, &out)
      let record = nodes[Int(index)]
      if record.kind == .element, !(record.namespace == .html && Self.isVoid(record.name)) {
        open.append((record.end, record.name))
      }
    }
    close(&open, at: .max, &out)
    return out
  }

  private func close(_ open: inout [(end: Int32, name: Atom)], at index: Int32, _ out: inout [UInt8]) {
    while let last = open.last, last.end <= index {
      out.append(contentsOf: "</".utf8)
      out.append(contentsOf: text(of: last.name).utf8)
      out.append(0x3E)
      open.removeLast()
    }
  }

  private func write(_ index: Int32, _ out: inout [UInt8]) {
    let record = nodes[Int(index)]
    switch record.kind {
    case .document, .templateContent: break
    case .doctype:
      out.append(contentsOf: "<!DOCTYPE \(text(of: record.name))>".utf8)
    case .comment:
      out.append(contentsOf: "<!--".utf8)
      withBytes(record.bytes) { out.append(contentsOf: $0) }
      out.append(contentsOf: "-->".utf8)
    case .text:
      let parent = nodes[Int(record.parent)]
      withBytes(record.bytes) { bytes in
        if parent.kind == .element, parent.namespace == .html, Self.holdsRawText(parent.name) {
          out.append(contentsOf: bytes)
        } else {
          out.appendEscaped(bytes, quotes: false)
        }
      }
    case .element:
      out.append(0x3C)
      out.append(contentsOf: text(of: record.name).utf8)
      for attribute in storedAttributes(record) {
        out.append(0x20)
        out.append(contentsOf: text(of: attribute.name).utf8)
        out.append(contentsOf: "=\"".utf8)
        withBytes(attribute.value) { out.appendEscaped($0, quotes: true) }
        out.append(0x22)
      }
      out.append(0x3E)
    }
  }

  static func isVoid(_ name: Atom) -> Bool {
    switch name {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  private static func holdsRawText(_ name: Atom) -> Bool {
    switch name {
    case .style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Appends text with `&`, `<`, `>`, the no-break space and, in attributes, `"` as references.
  fileprivate mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>, quotes: Bool) {
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x26: append(contentsOf: "&amp;".utf8)
      case 0x3C: append(contentsOf: "&lt;".utf8)
      case 0x3E: append(contentsOf: "&gt;".utf8)
      case 0x22 where quotes: append(contentsOf: "&quot;".utf8)
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] == 0xA0:
        append(contentsOf: "&nbsp;".utf8)
        i += 1
      default: append(bytes[i])
      }
      i += 1
    }
  }
}
