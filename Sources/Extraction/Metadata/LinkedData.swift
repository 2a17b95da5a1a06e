public import Copydesk

/// A page's JSON-LD, laid flat, and which of its objects is the article.
public struct LinkedData: Sendable {
  /// Every object with a type, outermost first.
  public private(set) var objects: [Item] = []
  /// What had to be repaired to read it.
  public private(set) var repairs: JSONRepairs = []
  /// Scripts that could not be read at all.
  public private(set) var unreadable = 0
  /// The index of the article among ``objects``.
  public private(set) var articleIndex: Int?
  private var byID: [String: Int] = [:]

  /// One object and how it hangs in the whole.
  public struct Item: Sendable {
    public var object: JSONObject
    /// The types in lower case, without address or prefix.
    public var types: [String]
    /// The property under which the object stands, such as `itemlistelement`, in lower case; `nil` at the top.
    public var property: String?
    public var depth: Int
  }

  /// Objects of a page; a page has few, one that has more is up to no good.
  static let maximumObjects = 2000

  /// The object that describes the article.
  public var article: JSONObject? { articleIndex.map { objects[$0].object } }

  /// Whether the article's object says that it is news (schema.org's NewsArticle and what is below it, live blogs, reports).
  var isNews: Bool {
    guard let articleIndex else { return false }
    return objects[articleIndex].types.contains { $0.hasSuffix("newsarticle") || $0 == "liveblogposting" || $0 == "report" }
  }

  init() {}

  /// Reads one script's content.
  mutating func add(_ script: UnsafeBufferPointer<UInt8>) {
    guard script.contains(where: { $0 > 0x20 }) else { return }
    let outcome = JSONParser.parseTolerantly(script)
    if outcome.values.isEmpty { unreadable += 1 }
    repairs.formUnion(outcome.repairs)
    for value in outcome.values { flatten(value, property: nil, depth: 0) }
  }

  private mutating func flatten(_ value: JSONValue, property: String?, depth: Int) {
    guard depth < 12, objects.count < Self.maximumObjects else { return }
    switch value {
    case .array(let elements):
      for element in elements { flatten(element, property: property, depth: depth) }
    case .object(let object):
      let types = Self.types(of: object)
      if !types.isEmpty || depth == 0 {
        if let id = object["@id"]?.stringValue, object.members.count > 2 || byID[id] == nil, types.isEmpty == false {
          byID[id] = objects.count
        }
        objects.append(Item(object: object, types: types, property: property.map(PlainText.lowercased), depth: depth))
      }
      for member in object.members {
        switch member.value {
        case .object, .array:
          flatten(member.value, property: member.key == "@graph" ? property : member.key, depth: depth + 1)
        default: break
        }
      }
    default: break
    }
  }

  static func types(of object: JSONObject) -> [String] {
    switch object["@type"] ?? object["type"] {
    case .string(let name)?: [bareType(name)]
    case .array(let names)?: names.compactMap(\.stringValue).map(bareType)
    default: []
    }
  }

  /// A type in lower case, without address or prefix: what stands behind the last sign that parts them.
  private static func bareType(_ name: String) -> String {
    func parts(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":") }
    guard let last = name.utf8.lastIndex(where: { !parts($0) }) else { return "" }
    let front = name.utf8[...last]
    return PlainText.lowercased(Substring(front[(front.lastIndex(where: parts).map(front.index(after:)) ?? front.startIndex)...]))
  }

  // MARK: - The article

  mutating func chooseArticle(for metadata: Metadata) {
    let address = (metadata.canonicalURL ?? metadata.pageURL).map(Self.comparableAddress)
    // Few, and most differ in their first letters.
    let titles = ([metadata.meta("og:title").first, metadata.title] + metadata.headings.map(\.text)).compactMap { $0 }
      .filter(HeadlineText.mayBeHeadline).map(HeadlineText.key)
    var best: (index: Int, score: Int)?
    for (index, item) in objects.enumerated() {
      guard var score = item.types.lazy.compactMap({ Self.articleTypes[$0] }).max() else { continue }
      if let address, Self.addresses(of: item.object).contains(where: { Self.comparableAddress($0) == address }) { score += 8 }
      if let headline = (item.object["headline"] ?? item.object["name"])?.stringValue {
        score += 2
        if HeadlineText.mayBeHeadline(headline), titles.contains(HeadlineText.key(HTMLText.plain(headline))) { score += 8 }
      }
      if item.object["datePublished"] != nil { score += 2 }
      if item.object["author"] != nil { score += 1 }
      if item.object["articleBody"] != nil { score += 1 }
      if let property = item.property, Self.listProperties.contains(property) { score -= 20 }
      if item.depth > 2 { score -= 2 }
      if score > best?.score ?? 0 { best = (index, score) }
    }
    articleIndex = best?.index
  }

  private static func addresses(of object: JSONObject) -> [String] {
    ["url", "@id", "mainEntityOfPage"].compactMap { key in
      guard let value = object[key] else { return nil }
      return value.stringValue ?? value["@id"]?.stringValue ?? value["url"]?.stringValue
    }
  }

  /// Without scheme, `www.`, query, fragment and final slash.
  static func comparableAddress(_ url: String) -> [UInt8] {
    var url = url
    return url.withUTF8 { bytes in
      var rest = bytes[...]
      if let scheme = rest.firstIndex(of: UInt8(ascii: ":")), rest[scheme...].starts(with: "://".utf8) {
        rest = rest[(scheme + 3)...]
      }
      if rest.prefix(4).elementsEqual("www.".utf8, by: { $0 == $1 || $0 | 0x20 == $1 && $1 &- 0x61 < 26 }) {
        rest = rest.dropFirst(4)
      }
      rest = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      while rest.last == UInt8(ascii: "/") { rest.removeLast() }
      return rest.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
  }

  /// schema.org's Article and what is below it, with what a type says about being the page's article.
  private static let articleTypes: [String: Int] = [
    "newsarticle": 10, "reportagenewsarticle": 11, "analysisnewsarticle": 11, "askpublicnewsarticle": 11,
    "backgroundnewsarticle": 11,
    "opinionnewsarticle": 11, "reviewnewsarticle": 11, "advertisercontentarticle": 10, "satiricalarticle": 10,
    "liveblogposting": 11, "blogposting": 9,
    "article": 9, "scholarlyarticle": 9, "techarticle": 9, "report": 8, "socialmediaposting": 4, "medicalscholarlyarticle": 8,
    "review": 6,
    "mediagallery": 4, "imagegallery": 4, "videoobject": 2, "podcastepisode": 3, "recipe": 6, "webpage": 2, "itempage": 2,
    "creativework": 3, "howto": 5,
  ]

  private static let listProperties: Set<String> = [
    "itemlistelement", "haspart", "relatedlink", "mentions", "citation", "isrelatedto", "blogpost", "item", "liveblogupdate",
    "video", "review", "ispartof", "about",
  ]

  // MARK: - Looking up

  /// The values at a path in the article's object; where that has none, in the others, outermost first.
  func values(at path: [String]) -> [JSONValue] {
    if let article {
      let values = values(at: path[...], in: .object(article), depth: 0)
      if !values.isEmpty { return values }
    }
    for item in objects {
      let values = values(at: path[...], in: .object(item.object), depth: 0)
      if !values.isEmpty { return values }
    }
    return []
  }

  /// The values at a path in the article's object alone.
  func articleValues(at path: [String]) -> [JSONValue] {
    guard let article else { return [] }
    return values(at: path[...], in: .object(article), depth: 0)
  }

  func values(at path: ArraySlice<String>, in value: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < 24 else { return [] }
    if case .array(let elements) = value { return elements.prefix(200).flatMap { values(at: path, in: $0, depth: depth + 1) } }
    guard let key = path.first else {
      if case .object(let object) = value { return [.object(resolved(object))] }
      return value == .null ? [] : [value]
    }
    guard case .object(let object) = value, let member = resolved(object)[key] else { return [] }
    return values(at: path.dropFirst(), in: member, depth: depth + 1)
  }

  /// The object that a bare `{"@id": …}` refers to.
  func resolved(_ object: JSONObject) -> JSONObject {
    guard object.members.count <= 2, let id = object["@id"]?.stringValue, let index = byID[id] else { return object }
    return objects[index].object
  }
}
