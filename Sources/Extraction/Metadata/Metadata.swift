public import Copydesk
public import Pages

/// What an HTML page says about itself outside its text: JSON-LD, meta elements, links, microdata, `time` elements, first-level headings.
///
/// Collected in one pass over the tree; nothing is chosen here. ``candidates(for:)`` then lists what is on offer for a field, best first. A text dump has
/// no metadata; all lists are empty then.
public struct Metadata: Sendable {
  /// The address the page was fetched from, where it is known.
  public let pageURL: String?
  /// The `lang` attribute of the root element.
  public internal(set) var language: String?
  /// The `href` of the first `base` element that has one.
  public internal(set) var base: String?
  /// The `title` element's text.
  public internal(set) var title: String?
  /// First-level headings that are not hidden, in document order.
  public internal(set) var headings: [Heading] = []
  /// All meta elements with a name and a content that is not empty, in document order.
  public private(set) var metas: [Meta] = []
  /// ``MetaName/key(_:)`` of the name of each of ``metas``: few enough to be looked through for each name that is asked for.
  private var metaKeys: [WordHash] = []
  /// A bit for the lowest bits of each key: of most names that are asked for there is none.
  private var metaFilter = [UInt64](repeating: 0, count: 16)
  /// `link` and `a` elements with a `rel` that says something about the article.
  public internal(set) var relations: [Relation] = []
  /// `time` elements, in document order.
  public internal(set) var times: [Time] = []
  /// Microdata and RDFa-like properties, in document order.
  public internal(set) var properties: [Property] = []
  /// Elements marked as bylines by class, `rel` or test id.
  public internal(set) var bylines: [MarkedByline] = []
  /// Elements marked as dates by class.
  public internal(set) var markedDates: [MarkedDate] = []
  /// The page's JSON-LD.
  public internal(set) var linkedData = LinkedData()
  /// What the page's elements say of their text; found on the same way. A text dump has none.
  var elementMarks: ElementMarks?
  /// The elements that are no text but matter for what the page is.
  var nodes: PageNodes?
  /// The first-level heading that says what the page's metadata gives for its headline, else the first.
  private(set) var headlineNode: Node?
  /// ``HeadlineText/key(_:)`` of all names the site goes by.
  private(set) var siteNameKeys: Set<[UInt8]> = []
  /// What the page's relative addresses are relative to: its `base` element, else where it was fetched from, else what it calls its own address.
  private(set) var addresses = AddressBase()
  /// The page's languages, for reading dates.
  private(set) var languages: [String] = []
  /// The registrable domain of the page's address.
  private(set) var domain: String?
  /// What is on offer for the section and the keywords, which are also looked through for a sponsor's label.
  private(set) var sections: [FieldCandidate] = []
  private(set) var keywords: [FieldCandidate] = []
  /// The dates in ``markedDates``, which may be those of publication or of a change.
  private(set) var datedMarks: [(text: String, node: Node, readings: [DateReading])] = []

  /// A first-level heading.
  public struct Heading: Sendable, Hashable {
    public var text: String
    public var node: Node
  }

  /// A meta element.
  public struct Meta: Sendable, Hashable {
    /// `name`, `property` or `itemprop`, in lower case.
    public var name: String
    public var content: String
  }

  /// A typed link.
  public struct Relation: Sendable, Hashable {
    /// `canonical`, `author`, `license`, `amphtml`.
    public var rel: String
    public var href: String
    /// The text of an `a`.
    public var text: String
  }

  /// A `time` element.
  public struct Time: Sendable, Hashable {
    /// The `datetime` attribute; `nil` where there is none.
    public var datetime: String?
    public var text: String
    /// `datePublished` and the like, where the element says so.
    public var itemprop: String?
    public var node: Node
    /// Whether it stands in a heading section, an article's head, or next to a byline, and not in a list of teasers.
    public var isModified: Bool
  }

  /// A microdata property.
  public struct Property: Sendable, Hashable {
    public var name: String
    public var value: String
    public var node: Node
    /// The type of the item around it, in lower case and without its address: `newsarticle`, `person`.
    public var itemType: String?
  }

  /// An element that its markup calls a byline.
  public struct MarkedByline: Sendable, Hashable {
    public var text: String
    public var node: Node
    /// What gave it away: `rel=author`, `class`.
    public var mark: String
    /// The texts of the links in it, where it has any.
    public var links: [String]
  }

  /// An element that its markup calls a date, and whose text is one.
  public struct MarkedDate: Sendable, Hashable {
    public var text: String
    public var node: Node
  }

  /// Collects a page's metadata.
  /// - Parameter url: Where the page comes from, if known; what candidates' relative addresses are resolved against unless a `base` element says otherwise.
  public init(page: Page, url: String? = nil) {
    pageURL = url
    guard let tree = page.tree else {
      if url != nil {
        addresses = AddressBase(pageURL: url)
        domain = registrableDomain()
      }
      return
    }
    var collector = MetadataCollector(tree: tree)
    collector.run(into: &self)
    addresses = AddressBase(pageURL: url ?? canonicalURL.flatMap { Host.stands(in: $0) ? $0 : nil }, baseHref: base)
    domain = registrableDomain()
    languages = statedLanguages()
    linkedData.chooseArticle(for: self)
    headlineNode = findHeadline()
    siteNameKeys = Set(collectSiteNames().map(HeadlineText.key).filter { $0.count >= 2 })
    sections = sectionCandidates()
    keywords = keywordCandidates()
    datedMarks = readMarkedDates()
  }

  /// The first-level heading that says what a stated headline says, else the one that shares most words with them, else the first.
  private func findHeadline() -> Node? {
    guard headings.count > 1 else { return headings.first?.node }
    let stated = (meta("og:title").prefix(1) + linkedData.articleValues(at: ["headline"]).prefix(1).compactMap(\.stringValue))
      .map(HTMLText.plain)
    let keys = Set(stated.map(HeadlineText.key))
    if let same = headings.first(where: { keys.contains(HeadlineText.key($0.text)) }) { return same.node }
    let words = HeadlineText.words(stated.joined(separator: " ") + " " + (title ?? ""))
    var best = (node: headings[0].node, shared: 0)
    for heading in headings {
      let shared = HeadlineText.words(heading.text).intersection(words).count
      if shared > best.shared { best = (heading.node, shared) }
    }
    return best.node
  }

  /// The contents of all meta elements with this `name`, `property` or `itemprop`, in document order. Neither case nor the signs between words matter:
  /// `og:site_name` finds `OG:Site:Name` as well.
  public func meta(_ name: String) -> [String] { meta(MetaName.key(name)) }

  func meta(_ key: WordHash) -> [String] {
    guard metaFilter[Int(key.value >> 6 & 15)] & 1 &<< key.value != 0 else { return [] }
    var contents: [String] = []
    for index in metaKeys.indices where metaKeys[index] == key { contents.append(metas[index].content) }
    return contents
  }

  mutating func add(_ meta: Meta) {
    let key = MetaName.key(meta.name)
    metaFilter[Int(key.value >> 6 & 15)] |= 1 &<< key.value
    metaKeys.append(key)
    metas.append(meta)
  }

  /// The values at a path such as `["author", "name"]` in the page's JSON-LD: in the article's object, or where that has none in all others.
  /// Lists on the way are gone through, references by `@id` followed.
  public func jsonLD(path: [String]) -> [JSONValue] { linkedData.values(at: path) }

  /// The canonical address: `link rel=canonical`, else `og:url`.
  public var canonicalURL: String? {
    relations.first { $0.rel == "canonical" && !$0.href.isEmpty }?.href ?? meta("og:url").first
  }

  /// The article's text as the page's JSON-LD gives it.
  var statedBody: String? {
    linkedData.articleValues(at: ["articleBody"]).lazy.compactMap(\.stringValue).first { $0.utf8.contains { $0 > 0x20 } }
  }

  /// What is on offer for a field, best first; empty where the page says nothing.
  public func candidates(for field: Field) -> [FieldCandidate] {
    switch field {
    case .headline: headlineCandidates()
    case .alternativeHeadline: alternativeHeadlineCandidates()
    case .description: descriptionCandidates()
    case .author: authorCandidates()
    case .datePublished: publishedCandidates()
    case .dateModified: modifiedCandidates()
    case .publisher: publisherCandidates()
    case .articleSection: sections
    case .keywords: keywords
    case .inLanguage: languageCandidates()
    case .image: imageCandidates()
    case .url: addressCandidates()
    case .isBasedOn: originCandidates()
    case .creditText: []
    case .copyrightYear, .copyrightHolder, .copyrightNotice, .usageInfo: rightsCandidates(for: field)
    case .correction: correctionCandidates()
    case .isAccessibleForFree: accessCandidates()
    case .tdmReservation: miningCandidates()
    case .sponsored: sponsorshipCandidates()
    // Some templates give the country of the newsroom. The text's own dateline, where it has one, stands for itself.
    case .dateline: text(at: ["dateline"], confidence: 0.45)
    case .articleBody: text(at: ["articleBody"], confidence: 0.6)
    }
  }

  /// Text candidates from one JSON-LD path.
  func text(at path: [String], confidence: Double, where mayBe: (String) -> Bool = { _ in true }) -> [FieldCandidate] {
    linkedData.articleValues(at: path).compactMap { value in
      guard let raw = value.stringValue, mayBe(raw) else { return nil }
      let text = HTMLText.plain(raw)
      return text.isEmpty
        ? nil : FieldCandidate(.text(text), raw: raw, from: "json-ld:" + path.joined(separator: "."), confidence: confidence)
    }
  }

  /// Text candidates from meta elements.
  func text(ofMeta names: [MetaName], where mayBe: (String) -> Bool = { _ in true }) -> [FieldCandidate] {
    names.flatMap { name in
      meta(name.key).prefix(3).filter(mayBe).compactMap { raw in
        let text = HTMLText.plain(raw)
        return text.isEmpty
          ? nil : FieldCandidate(.text(text), raw: raw, from: name.source, confidence: name.confidence)
      }
    }
  }
}
