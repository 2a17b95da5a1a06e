extension Document {
  /// Writes the document: identity and origin, then the article, its evidence, the blocks asked for, and the findings.
  ///
  /// Before `extract` the article is `null`. A failed document has `error`, and always its raw bytes. Headers, fetch time, media type and metadata are written where they are there.
  /// - Parameters:
  ///   - blocks: Which blocks to write.
  ///   - content: Whether to write the raw bytes too: as `content` where they are UTF-8, else as `contentBase64`.
  public func write(to json: inout JSONWriter, blocks: BlockSelection = .removed, content: Bool = false) {
    json.beginObject()
    json.member("id", id)
    json.member("url", origin.url)
    json.member("source") { origin.write(to: &$0) }
    json.optionalMember("mediaType", mediaType)
    if !metadata.isEmpty {
      json.member("metadata") { json in
        json.object { json in
          for key in metadata.keys.sorted() {
            json.key(key)
            json.value(metadata[key] ?? .null)
          }
        }
      }
    }
    if let failure { json.member("error") { failure.write(to: &$0) } }
    if content || failure != nil { writeContent(to: &json) }
    if let record { record.writeMembers(to: &json, blocks: blocks) } else { json.member("article", JSONValue.null) }
    json.endObject()
  }

  /// The document as JSON text in UTF-8.
  public func json(blocks: BlockSelection = .removed, content: Bool = false, pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer, blocks: blocks, content: content)
    return writer.bytes
  }

  /// Reads a document as ``write(to:blocks:content:)`` writes it. A document written without some of its blocks or its content
  /// comes back without them.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(id: try json.member("id").string())
    if let source = try json.optional("source") { origin = try Origin(json: source) }
    origin.url = try json.optional("url")?.string()
    mediaType = try json.optional("mediaType")?.string()
    for (key, member) in try json.optional("metadata")?.members() ?? [] { metadata[key] = member.value }
    if let text = try json.optional("content") {
      content = Array(try text.string().utf8)
    } else if let encoded = try json.optional("contentBase64") {
      guard let bytes = Base64.decode(try encoded.string()) else { throw encoded.mismatch(.base64) }
      content = bytes
    }
    if let error = try json.optional("error") { failure = try Failure(json: error) }
    if try json.optional("article") != nil { record = try ArticleRecord(json: json) }
  }

  private func writeContent(to json: inout JSONWriter) {
    if let text = String(validating: content, as: UTF8.self) {
      json.member("content", text)
    } else {
      json.member("contentBase64", Base64.encode(content))
    }
  }
}

extension Origin {
  /// Writes everything but the address, which stands beside it.
  func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", source)
    json.member("path", path)
    if !headers.isEmpty {
      json.member("headers") { json in
        json.object { json in
          for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            json.key(name)
            json.string(value)
          }
        }
      }
    }
    json.optionalMember("fetchedAt", fetchedAt)
    json.endObject()
  }

  init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      source: try json.optional("name")?.string(), path: try json.optional("path")?.string(),
      fetchedAt: try json.optional("fetchedAt")?.string())
    for (name, value) in try json.optional("headers")?.members() ?? [] { headers[name] = try value.string() }
  }
}

extension ArticleRecord {
  /// Writes `article`, `evidence`, `blocks` and `findings` into the object that is open, and `kind`, `quality` and `nextPage` where they are known.
  public func writeMembers(to json: inout JSONWriter, blocks selection: BlockSelection = .removed) {
    if let kind { json.member("kind") { kind.write(to: &$0) } }
    if let quality { json.member("quality") { quality.write(to: &$0) } }
    json.member("article") { article.write(to: &$0) }
    if let nextPage { json.member("nextPage") { nextPage.write(to: &$0) } }
    json.member("evidence") { json in
      json.object { json in
        for field in Field.allCases {
          guard let evidence = evidence[field] else { continue }
          json.key(field.rawValue)
          evidence.write(to: &json)
        }
      }
    }
    if selection != .none { json.member("blocks") { blocks.write(to: &$0, selection: selection) } }
    json.member("findings", findings) { $1.write(to: &$0) }
  }

  /// Reads what ``writeMembers(to:blocks:)`` wrote, from the object it was written into.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(article: try Article(json: try json.member("article")))
    for (name, cursor) in try json.optional("evidence")?.members() ?? [] {
      guard let field = Field(rawValue: name) else { continue }
      evidence[field] = try Evidence(json: cursor)
    }
    for block in try json.optional("blocks")?.elements() ?? [] { blocks.append(try Block(json: block)) }
    for finding in try json.optional("findings")?.elements() ?? [] { findings.append(try Finding(json: finding)) }
    if let cursor = try json.optional("kind") { kind = try PageKind(json: cursor) }
    if let cursor = try json.optional("quality") { quality = try Quality(json: cursor) }
    if let cursor = try json.optional("nextPage") { nextPage = try NextPage(json: cursor) }
  }
}
