/// A news article. Property names are schema.org `NewsArticle`'s (https://schema.org/NewsArticle); `nil` means *not stated*.
public struct Article: Sendable, Hashable {
  public var headline: String?
  public var alternativeHeadline: String?
  /// The deck or lead that the page sets apart from the body.
  public var description: String?
  public var author: [Author] = []
  public var datePublished: PartialDate?
  public var dateModified: PartialDate?
  /// The place line in front of the first paragraph (`BERLIN (Reuters) –`), as printed.
  public var dateline: String?
  public var publisher: Publisher?
  public var articleSection: String?
  public var keywords: [String] = []
  /// BCP 47, as stated or identified.
  public var inLanguage: String?
  public var image: [Image] = []
  /// The canonical address.
  public var url: String?
  /// The work that this article republishes.
  public var isBasedOn: Origination?
  /// The agency or person credited, as printed: `AP`, `Reuters`.
  public var creditText: String?
  public var copyrightYear: Int?
  public var copyrightHolder: String?
  public var copyrightNotice: String?
  /// The terms of use that the notice names, verbatim.
  public var usageInfo: String?
  /// Corrections and editors' notes that stand with the article, verbatim, each apart (https://schema.org/correction).
  public var correction: [String] = []
  public var isAccessibleForFree: Bool?
  public var tdmReservation: Bool?
  public var sponsored: Bool?
  public var body: [BodyElement] = []

  public init() {}

  /// The body as plain text: elements apart by a blank line.
  public var articleBody: String {
    var text = ""
    for index in body.indices where body[index].hasPlainText {
      if !text.isEmpty { text += Self.bodySeparator }
      body[index].forEachPlainPiece { text += $0 }
    }
    return text
  }

  static let bodySeparator = "\n\n"

  /// Words in ``articleBody``: runs with a letter or a digit, apart by white space. Of scripts without spaces two Chinese or Japanese characters,
  /// or four Thai, Lao, Burmese or Khmer letters, count as one.
  public var wordCount: Int {
    body.indices.reduce(0) { $0 + body[$1].wordCount }
  }

  /// Whether ``wordCount`` is at least a number, which most articles show in their first paragraphs.
  public func hasWords(_ least: Int) -> Bool {
    var count = 0
    return least <= 0
      || body.indices.contains { index in
        count += body[index].wordCount
        return count >= least
      }
  }
}

/// Who wrote it.
public struct Author: Sendable, Hashable {
  public var name: String
  public var affiliation: String?
  public var url: String?
  /// `Person` or `Organization`; `nil` where neither is stated.
  public var type: String?

  public init(name: String, affiliation: String? = nil, url: String? = nil, type: String? = nil) {
    self.name = name
    self.affiliation = affiliation
    self.url = url
    self.type = type
  }
}

/// Who published it.
public struct Publisher: Sendable, Hashable {
  public var name: String?
  /// The registrable domain.
  public var domain: String?

  public init(name: String? = nil, domain: String? = nil) {
    self.name = name
    self.domain = domain
  }
}

/// The work an article republishes (schema.org `isBasedOn`).
public struct Origination: Sendable, Hashable {
  public var name: String?
  public var domain: String?
  public var url: String?
  /// The syndication line, verbatim.
  public var notice: String?

  public init(name: String? = nil, domain: String? = nil, url: String? = nil, notice: String? = nil) {
    self.name = name
    self.domain = domain
    self.url = url
    self.notice = notice
  }
}

/// An image of the article.
public struct Image: Sendable, Hashable {
  public var url: String
  public var caption: String?
  public var creditText: String?

  public init(url: String, caption: String? = nil, creditText: String? = nil) {
    self.url = url
    self.caption = caption
    self.creditText = creditText
  }
}
