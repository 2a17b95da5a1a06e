extension BodyElement {
  /// Writes the type, the text where the type has one, and of the rest only what is there.
  public func write(to json: inout JSONWriter) { _ = writeSaying(to: &json) }

  /// Writes the element.
  /// - Returns: Where its plain text stands in what has been written; empty where it is no one string there.
  func writeSaying(to json: inout JSONWriter) -> Range<Int> {
    var said = 0..<0
    json.beginObject()
    json.member("type", type.rawValue)
    switch type {
    case .paragraph, .heading, .quote, .code:
      json.member("text", text)
      said = json.lastString
    case .figure, .embed: json.member("text", text)
    case .list, .table: if !text.isEmpty { json.member("text", text) }
    }
    if hasRest { writeRest(to: &json) }
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
    return said
  }

  /// Writes what most paragraphs have not.
  private func writeRest(to json: inout JSONWriter) {
    json.optionalMember("level", level)
    if let ordered { json.member("ordered", ordered) }
    if !items.isEmpty { json.member("items", items) }
    if !levels.isEmpty { json.member("levels", levels) { $0.integer($1) } }
    if !rows.isEmpty {
      json.member("rows", rows) { json, row in
        json.beginArray()
        for cell in row { json.string(cell) }
        json.endArray()
      }
    }
    json.optionalMember("headerRows", headerRows)
    json.optionalMember("url", url)
    json.optionalMember("creditText", creditText)
    json.optionalMember("provider", provider)
    json.optionalMember("programmingLanguage", programmingLanguage)
    json.optionalMember("datePublished", datePublished?.description)
    json.optionalMember("line", line)
  }

  /// Reads an element as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      try json.member("type").choice(), try json.optional("text")?.string() ?? "", level: try json.optional("level")?.integer())
    ordered = try json.optional("ordered")?.bool()
    items = try json.optional("items")?.strings() ?? []
    for row in try json.optional("rows")?.elements() ?? [] { rows.append(try row.strings()) }
    for level in try json.optional("levels")?.elements() ?? [] { levels.append(try level.integer()) }
    headerRows = try json.optional("headerRows")?.integer()
    url = try json.optional("url")?.string()
    creditText = try json.optional("creditText")?.string()
    provider = try json.optional("provider")?.string()
    programmingLanguage = try json.optional("programmingLanguage")?.string()
    datePublished = try json.optional("datePublished")?.date()
    line = try json.optional("line")?.integer()
    for link in try json.optional("links")?.elements() ?? [] {
      links.append(Link(range: try link.range(), url: try link.member("url").string()))
    }
  }
}
