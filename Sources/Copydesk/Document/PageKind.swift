/// What a page is, how sure that is, and what speaks for it.
public struct PageKind: Sendable, Hashable {
  /// Raw values are used in JSON and in findings; ``schemaType`` is what schema.org calls the same.
  public enum Name: String, Sendable, CaseIterable, Hashable {
    case article
    /// Timed entries, the latest most often first.
    case liveBlog
    /// A film with at most a few words about it.
    case video
    /// Pictures with at most captions.
    case gallery
    /// A front, a topic, an archive: teasers of articles.
    case sectionFront
    /// Something for sale.
    case product
    /// What many people wrote to one another.
    case forum
    /// The beginning of an article whose rest is for those who pay.
    case paywallStub
    /// Not what was asked for: gone, refused, broken, or a check for robots.
    case errorPage
    /// A question for consent in the place of a page.
    case consentWall
  }

  public var name: Name
  /// From 0 to 1.
  public var confidence: Double
  /// What speaks for it, each with its place: `json-ld:@type: LiveBlogPosting`, `title: Page not found`.
  public var evidence: [String]

  public init(_ name: Name, confidence: Double, evidence: [String] = []) {
    self.name = name
    self.confidence = confidence
    self.evidence = evidence
  }
}

extension PageKind.Name {
  /// The schema.org type (https://schema.org/docs/full.html) nearest to it.
  public var schemaType: String {
    switch self {
    case .article, .paywallStub: "NewsArticle"
    case .liveBlog: "LiveBlogPosting"
    case .video: "VideoObject"
    case .gallery: "ImageGallery"
    case .sectionFront: "CollectionPage"
    case .product: "ItemPage"
    case .forum: "DiscussionForumPosting"
    case .errorPage, .consentWall: "WebPage"
    }
  }

  /// The name in words: `section front`.
  public var words: String {
    switch self {
    case .article: "article"
    case .liveBlog: "live blog"
    case .video: "video"
    case .gallery: "gallery"
    case .sectionFront: "section front"
    case .product: "product"
    case .forum: "forum"
    case .paywallStub: "paywall stub"
    case .errorPage: "error page"
    case .consentWall: "consent wall"
    }
  }
}

/// Where an article in several pages goes on.
public struct NextPage: Sendable, Hashable {
  public var url: String
  /// Where that is stated: `link:next`, `a:next`.
  public var from: String

  public init(url: String, from: String) {
    self.url = url
    self.from = from
  }
}

extension PageKind {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("name", name.rawValue)
      $0.member("confidence", confidence)
      $0.member("evidence", evidence)
    }
  }

  /// Reads a kind as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(
      try json.member("name").choice(), confidence: try json.member("confidence").number(),
      evidence: try json.optional("evidence")?.strings() ?? [])
  }
}

extension NextPage {
  public func write(to json: inout JSONWriter) {
    json.object {
      $0.member("url", url)
      $0.member("from", from)
    }
  }

  /// Reads an address as ``write(to:)`` writes it.
  public init(json: JSONCursor) throws(JSONMismatch) {
    self.init(url: try json.member("url").string(), from: try json.member("from").string())
  }
}
