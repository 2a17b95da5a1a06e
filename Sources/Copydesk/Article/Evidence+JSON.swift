extension Evidence {
  /// Writes the evidence; `precision` and `notes` only where they are there.
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("raw", raw)
    json.member("from", from)
    json.optionalMember("precision", precision)
    json.member("confidence", confidence)
    if !notes.isEmpty { json.member("notes", notes) }
    json.member("others", others) { $1.write(to: &$0) }
    json.endObject()
  }

  /// Reads evidence as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    var others: [Candidate] = []
    for candidate in try json.optional("others")?.elements() ?? [] { others.append(try Candidate(json: candidate)) }
    self.init(
      raw: try json.member("raw").string(), from: try json.member("from").string(),
      confidence: try json.member("confidence").number(), precision: try json.optional("precision")?.string(),
      notes: try json.optional("notes")?.strings() ?? [], others: others)
  }
}

extension Evidence.Candidate {
  public func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("value", value)
    json.member("raw", raw)
    json.member("from", from)
    json.member("confidence", confidence)
    json.member("agrees", agrees)
    json.endObject()
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      value: try json.member("value").string(), raw: try json.member("raw").string(), from: try json.member("from").string(),
      confidence: try json.member("confidence").number(), agrees: try json.optional("agrees")?.bool() ?? false)
  }
}

extension Finding {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("code", code)
      $0.member("message", message)
    }
  }

  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(code: try json.member("code").string(), message: try json.member("message").string())
  }
}
