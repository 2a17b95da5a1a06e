import Copydesk

extension Article {
  /// A field's value in words, one line per value; empty where the field has none.
  func lines(of field: Field) -> [String] {
    func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    func yesOrNo(_ value: Bool?) -> [String] { value.map { [$0 ? "yes" : "no"] } ?? [] }
    switch field {
    case .headline: return one(headline)
    case .alternativeHeadline: return one(alternativeHeadline)
    case .description: return one(description)
    case .author: return author.map { author in author.name + (author.affiliation.map { ", \($0)" } ?? "") }
    case .datePublished: return one(datePublished?.description)
    case .dateModified: return one(dateModified?.description)
    case .dateline: return one(dateline)
    case .publisher: return named(publisher?.name, publisher?.domain)
    case .articleSection: return one(articleSection)
    case .keywords: return keywords
    case .inLanguage: return one(inLanguage)
    case .image: return image.map { image in image.url + (image.caption.map { " — \($0)" } ?? "") }
    case .url: return one(url)
    case .isBasedOn: return named(isBasedOn?.name, isBasedOn?.domain) + one(isBasedOn?.url) + one(isBasedOn?.notice)
    case .creditText: return one(creditText)
    case .copyrightYear: return one(copyrightYear?.description)
    case .copyrightHolder: return one(copyrightHolder)
    case .copyrightNotice: return one(copyrightNotice)
    case .usageInfo: return one(usageInfo)
    case .correction: return correction
    case .isAccessibleForFree: return yesOrNo(isAccessibleForFree)
    case .tdmReservation: return yesOrNo(tdmReservation)
    case .sponsored: return yesOrNo(sponsored)
    case .articleBody:
      return body.isEmpty
        ? [] : ["\(body.count) \(body.count == 1 ? "element" : "elements"), \(wordCount) \(wordCount == 1 ? "word" : "words")"]
    }
  }

  private func named(_ name: String?, _ domain: String?) -> [String] {
    switch (name, domain) {
    case (let name?, let domain?) where name != domain: ["\(name) (\(domain))"]
    case (let name?, _): [name]
    case (nil, let domain?): [domain]
    case (nil, nil): []
    }
  }
}
