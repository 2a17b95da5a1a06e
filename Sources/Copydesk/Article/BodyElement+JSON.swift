extension BodyElement {
  /// Writes the type, the text where the type has one, and of the rest only what is there.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("type", type.rawValue)
    if !text.isEmpty || (type != .list && type != .table) { json.member("text", text) }
    json.optionalMember("level", level)
    if let ordered { json.member("ordered", ordered) }
    if !items.isEmpty { json.member("items", items) }
    if !rows.isEmpty {
      json.member("rows", rows) { json, row in
        json.beginArray()
        for cell in row { json.string(cell) }
        json.endArray()
      }
    }
    json.optionalMember("url", url)
    json.optionalMember("creditText", creditText)
    if !links.isEmpty {
      json.member("links", links) { json, link in
        json.object {
          $0.member("start", link.range.lowerBound)
          $0.member("end", link.range.upperBound)
          $0.member("url", link.url)
        }
      }
    }
    json.endObject()
  }

  /// Reads an element as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      try json.member("type").choice(), try json.optional("text")?.string() ?? "", level: try json.optional("level")?.integer())
    ordered = try json.optional("ordered")?.bool()
    items = try json.optional("items")?.strings() ?? []
    for row in try json.optional("rows")?.elements() ?? [] { rows.append(try row.strings()) }
    url = try json.optional("url")?.string()
    creditText = try json.optional("creditText")?.string()
    for link in try json.optional("links")?.elements() ?? [] {
      links.append(Link(range: try link.range(), url: try link.member("url").string()))
    }
  }
}
