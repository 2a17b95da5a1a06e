extension Tree {
  /// The tree in the notation of the html5lib tests: one line for each node and attribute, each beginning with `| `.
  ///
  /// See https://github.com/html5lib/html5lib-tests/blob/master/tree-construction/README.md.
  public var html5libDescription: String {
    var out: [UInt8] = []
    // Ends of the subtrees around a node, so that nothing recurses however deep the page is.
    var ends: [Int32] = []
    for index in 1..<max(Int32(nodes.count), 1) {
      while let end = ends.last, end <= index { ends.removeLast() }
      let record = nodes[Int(index)]
      describe(record, depth: ends.count, &out)
      if record.end > index + 1 { ends.append(record.end) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func describe(_ record: NodeRecord, depth: Int, _ out: inout [UInt8]) {
    func line(_ depth: Int, _ text: String) {
      out.append(contentsOf: "| ".utf8)
      out.append(contentsOf: repeatElement(0x20, count: depth * 2))
      out.append(contentsOf: text.utf8)
      out.append(0x0A)
    }
    func bytes(_ prefix: String, _ range: ByteRange, _ suffix: String) {
      out.append(contentsOf: "| ".utf8)
      out.append(contentsOf: repeatElement(0x20, count: depth * 2))
      out.append(contentsOf: prefix.utf8)
      withBytes(range) { out.append(contentsOf: $0) }
      out.append(contentsOf: suffix.utf8)
      out.append(0x0A)
    }
    switch record.kind {
    case .document: break
    case .text: bytes("\"", record.bytes, "\"")
    case .comment: bytes("<!-- ", record.bytes, " -->")
    case .templateContent: line(depth, "content")
    case .doctype: line(depth, doctypeDescription(record))
    case .element:
      let prefix =
        switch record.namespace {
        case .html: ""
        case .svg: "svg "
        case .mathml: "math "
        }
      line(depth, "<\(prefix)\(text(of: record.name))>")
      var attributes = storedAttributes(record).map { attribute in
        var name = text(of: attribute.name)
        if record.namespace != .html, let namespaced = ForeignNames.namespaced(name) { name = namespaced }
        return (name: name, value: withBytes(attribute.value) { String(decoding: $0, as: UTF8.self) })
      }
      attributes.sort { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
      for attribute in attributes { line(depth + 1, "\(attribute.name)=\"\(attribute.value)\"") }
    }
  }

  private func doctypeDescription(_ record: NodeRecord) -> String {
    let name = text(of: record.name)
    let ids = doctypeIdentifiers(record)
    guard ids.publicID?.isEmpty == false || ids.systemID?.isEmpty == false else { return "<!DOCTYPE \(name)>" }
    return "<!DOCTYPE \(name) \"\(ids.publicID ?? "")\" \"\(ids.systemID ?? "")\">"
  }

  /// The identifiers of a doctype, which are stored like attributes named `public` and `system`.
  func doctypeIdentifiers(_ record: NodeRecord) -> (publicID: String?, systemID: String?) {
    var ids: (publicID: String?, systemID: String?) = (nil, nil)
    for attribute in storedAttributes(record) {
      let value = withBytes(attribute.value) { String(decoding: $0, as: UTF8.self) }
      if text(of: attribute.name) == "public" { ids.publicID = value } else { ids.systemID = value }
    }
    return ids
  }

  /// The attributes of an element or doctype.
  func storedAttributes(_ record: NodeRecord) -> ArraySlice<AttributeRecord> {
    guard record.kind == .element || record.kind == .doctype, record.attributeCount > 0 else { return [] }
    let start = Int(record.bytes.start)
    return attributes[start..<start + Int(record.attributeCount)]
  }
}
