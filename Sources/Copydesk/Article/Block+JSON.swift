extension Block {
  /// Writes the block; `to`, `edits` and `line` only where they are there.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("n", n)
    json.member("text", text)
    json.member("role", role.rawValue)
    json.member("fate", fate.rawValue)
    json.optionalMember("to", to?.rawValue)
    json.member("by", by)
    json.member("reason", reason)
    if !edits.isEmpty { json.member("edits", edits) { $1.write(to: &$0) } }
    json.optionalMember("line", line)
    json.endObject()
  }

  /// Reads a block as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    var edits: [Span] = []
    for span in try json.optional("edits")?.elements() ?? [] { edits.append(try Span(json: span)) }
    self.init(
      n: try json.member("n").integer(), text: try json.member("text").string(), role: try json.member("role").choice(),
      fate: try json.member("fate").choice(), to: try json.optional("to")?.choice(), by: try json.member("by").string(),
      reason: try json.member("reason").string(), edits: edits, line: try json.optional("line")?.integer())
  }
}

extension Block.Span {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("start", range.lowerBound)
    json.member("end", range.upperBound)
    json.member("text", text)
    json.member("role", role.rawValue)
    json.optionalMember("to", to?.rawValue)
    json.member("by", by)
    json.member("reason", reason)
    json.endObject()
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      range: try json.range(), text: try json.member("text").string(), role: try json.member("role").choice(),
      to: try json.optional("to")?.choice(), by: try json.member("by").string(), reason: try json.member("reason").string())
  }
}
