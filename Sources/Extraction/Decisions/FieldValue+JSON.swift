public import Copydesk

extension FieldValue {
  /// The value as it stands in the article's JSON.
  public var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .flag(let flag): .bool(flag)
    case .date(let date): .string(date.description)
    case .authors(let authors): .array(authors.map(Self.json))
    case .publisher(let publisher): Self.object([("name", publisher.name), ("domain", publisher.domain)])
    case .origination(let origination):
      Self.object([
        ("name", origination.name), ("domain", origination.domain), ("url", origination.url), ("notice", origination.notice),
      ])
    case .words(let words): .array(words.map(JSONValue.string))
    case .images(let images):
      .array(images.map { Self.object([("url", $0.url), ("caption", $0.caption), ("creditText", $0.creditText)]) })
    }
  }

  private static func json(_ author: Author) -> JSONValue {
    object([("name", author.name), ("affiliation", author.affiliation), ("url", author.url), ("type", author.type)])
  }

  private static func object(_ members: [(String, String?)]) -> JSONValue {
    .object(JSONObject(members.compactMap { key, value in value.map { (key, .string($0)) } }))
  }

  /// Reads a value for a field from JSON, as a rule's `edit` function hands it over.
  /// - Returns: `nil` if the JSON is not of the field's type.
  init?(_ json: JSONValue, for field: Field) {
    switch field {
    case .headline, .alternativeHeadline, .description, .dateline, .articleSection, .inLanguage, .url, .creditText,
      .copyrightHolder, .copyrightNotice, .usageInfo:
      guard let text = json.stringValue else { return nil }
      self = .text(text)
    case .copyrightYear:
      guard let number = json.intValue else { return nil }
      self = .number(number)
    case .isAccessibleForFree, .tdmReservation, .sponsored:
      guard let flag = json.boolValue else { return nil }
      self = .flag(flag)
    case .datePublished, .dateModified:
      guard let text = json.stringValue, let date = PartialDate(text) else { return nil }
      self = .date(date)
    case .author:
      let items = json.arrayValue ?? [json]
      let authors = items.compactMap(Self.author)
      guard authors.count == items.count else { return nil }
      self = .authors(authors)
    case .publisher:
      if let name = json.stringValue {
        self = .publisher(Publisher(name: name))
      } else {
        guard json.objectValue != nil else { return nil }
        self = .publisher(Publisher(name: json["name"]?.stringValue, domain: json["domain"]?.stringValue))
      }
    case .isBasedOn:
      if let name = json.stringValue {
        self = .origination(Origination(name: name))
      } else {
        guard json.objectValue != nil else { return nil }
        self = .origination(
          Origination(
            name: json["name"]?.stringValue, domain: json["domain"]?.stringValue, url: json["url"]?.stringValue,
            notice: json["notice"]?.stringValue))
      }
    case .keywords, .correction:
      let items = json.arrayValue ?? [json]
      let words = items.compactMap(\.stringValue)
      guard words.count == items.count else { return nil }
      self = .words(words)
    case .image:
      let items = json.arrayValue ?? [json]
      let images = items.compactMap { item -> Image? in
        if let url = item.stringValue { return Image(url: url) }
        return item["url"]?.stringValue.map {
          Image(url: $0, caption: item["caption"]?.stringValue, creditText: item["creditText"]?.stringValue)
        }
      }
      guard images.count == items.count else { return nil }
      self = .images(images)
    case .articleBody: return nil
    }
  }

  private static func author(_ json: JSONValue) -> Author? {
    if let name = json.stringValue { return Author(name: name) }
    guard let name = json["name"]?.stringValue else { return nil }
    return Author(
      name: name, affiliation: json["affiliation"]?.stringValue, url: json["url"]?.stringValue, type: json["type"]?.stringValue)
  }

  /// What ``init(_:for:)`` accepts, in words of JSON.
  static func expectation(_ field: Field) -> String {
    switch field {
    case .headline, .alternativeHeadline, .description, .dateline, .articleSection, .inLanguage, .url, .creditText,
      .copyrightHolder, .copyrightNotice, .usageInfo:
      "a string"
    case .copyrightYear: "a whole number"
    case .isAccessibleForFree, .tdmReservation, .sponsored: "true or false"
    case .datePublished, .dateModified: "an ISO 8601 date as a string"
    case .author: "a name, an object with name, or a list of them"
    case .publisher, .isBasedOn: "a name or an object with name and domain"
    case .keywords, .correction: "a string or a list of strings"
    case .image: "an address, an object with url, or a list of them"
    case .articleBody: "nothing"
    }
  }
}
