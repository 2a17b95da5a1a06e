/// The unit that flows through a chain: where it came from, its bytes and, after `extract`, what was made of them.
///
/// A source fills ``id``, ``origin``, ``mediaType`` and ``content`` and nothing else. Transforms add the rest. A document is a
/// value: a transform that changes one hands a changed copy on, and two sinks never see each other's changes.
public struct Document: Sendable {
  /// Identifies the document from run to run: the same input gives the same id, so that sinks can be idempotent.
  public var id: String
  public var origin: Origin
  /// The media type as the source states it (`text/html`, `text/plain`); `nil` where it does not, and `extract` looks at the bytes.
  public var mediaType: String?
  /// The raw bytes, never changed after the source.
  public var content: [UInt8]
  /// Free-form facts that travel with the document.
  public var metadata: [String: JSONValue]
  /// What `extract` made of the content; `nil` before.
  public var record: ArticleRecord?
  /// Why the document is in the dead letter; `nil` for one that is well.
  public var failure: Failure?

  public init(
    id: String, origin: Origin = Origin(), mediaType: String? = nil, content: [UInt8] = [],
    metadata: [String: JSONValue] = [:], record: ArticleRecord? = nil
  ) {
    self.id = id
    self.origin = origin
    self.mediaType = mediaType
    self.content = content
    self.metadata = metadata
    self.record = record
  }
}

/// Where a document came from.
public struct Origin: Sendable, Hashable {
  /// The address of the page, where it is known. It routes the document to a publisher's rule.
  public var url: String?
  /// The name of the source in the chain (`files`, `jsonl`, …).
  public var source: String?
  /// The file it was read from, as the user wrote it or relative to the chain file.
  public var path: String?
  /// Response headers, names in lower case; `content-type` decides the charset before the page's own word does.
  public var headers: [String: String]
  /// When the bytes were fetched, RFC 3339; a reference point for relative dates, never a publication date.
  public var fetchedAt: String?

  public init(
    url: String? = nil, source: String? = nil, path: String? = nil, headers: [String: String] = [:], fetchedAt: String? = nil
  ) {
    self.url = url
    self.source = source
    self.path = path
    self.headers = headers
    self.fetchedAt = fetchedAt
  }
}
