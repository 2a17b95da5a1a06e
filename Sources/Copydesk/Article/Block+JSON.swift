extension Block {
  /// Writes the block; `to`, `edits` and `line` only where they are there.
  public func write(to json: inout JSONWriter) {
    Self.write(to: &json, n: n, edits: edits, line: line) {
      $0.string(text)
    } verdict: {
      Self.writeVerdict(to: &$0, role: role, fate: fate, field: to, by: by, reason: reason)
    }
  }

  /// Writes a block whose text and verdict are written by closures.
  static func write(
    to json: inout JSONWriter, n: Int, edits: [Span], line: Int?, text: (inout JSONWriter) -> Void,
    verdict: (inout JSONWriter) -> Void
  ) {
    json.beginObject()
    json.member("n", n)
    json.member("text", writing: text)
    verdict(&json)
    if !edits.isEmpty { json.member("edits", edits) { $1.write(to: &$0) } }
    json.optionalMember("line", line)
    json.endObject()
  }

  static func writeVerdict(to json: inout JSONWriter, role: Role, fate: Fate, field: Field?, by: String, reason: String) {
    json.member("role", role.rawValue)
    json.member("fate", fate.rawValue)
    json.optionalMember("to", field?.rawValue)
    json.member("by", by)
    json.member("reason", reason)
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
