import Copydesk
import Extraction

/// An article as scripts read it: finished, or still in the making.
protocol ArticleReading {
  func value(of field: Field) -> JSONValue
  var articleBody: String { get }
  var wordCount: Int { get }
  /// What was decided about a block, by its position from 0.
  func decision(ofBlock index: Int) -> (role: Role, fate: Fate, to: Field?)?
}

/// A draft that a rule's `edit` looks at.
struct DraftReading: ArticleReading {
  let draft: Draft

  func value(of field: Field) -> JSONValue {
    draft.candidate(for: field)?.value.json ?? .null
  }

  var articleBody: String {
    draft.decisions.indices.filter { draft.decisions[$0].isInBody }.map { draft.text(ofBlock: $0) }.joined(separator: "\n\n")
  }

  var wordCount: Int {
    draft.decisions.indices.reduce(0) { count, index in
      guard draft.decisions[index].isInBody else { return count }
      return count + BodyElement(.paragraph, draft.text(ofBlock: index)).wordCount
    }
  }

  func decision(ofBlock index: Int) -> (role: Role, fate: Fate, to: Field?)? {
    guard draft.decisions.indices.contains(index) else { return nil }
    let decision = draft.decisions[index]
    return (decision.role, decision.fate, decision.to)
  }
}

/// The article of a document that has been extracted.
struct RecordReading: ArticleReading {
  let record: ArticleRecord

  func value(of field: Field) -> JSONValue { record.article.json(of: field) }
  var articleBody: String { record.article.articleBody }
  var wordCount: Int { record.article.wordCount }

  func decision(ofBlock index: Int) -> (role: Role, fate: Fate, to: Field?)? {
    guard record.blocks.indices.contains(index) else { return nil }
    let block = record.blocks[index]
    return (block.role, block.fate, block.to)
  }
}

extension Article {
  /// A property as it stands in the article's JSON; `null` where it is not stated.
  func json(of field: Field) -> JSONValue {
    switch field {
    case .headline: Self.text(headline)
    case .alternativeHeadline: Self.text(alternativeHeadline)
    case .description: Self.text(description)
    case .author: FieldValue.authors(author).json
    case .datePublished: Self.text(datePublished?.description)
    case .dateModified: Self.text(dateModified?.description)
    case .dateline: Self.text(dateline)
    case .publisher: publisher.map { FieldValue.publisher($0).json } ?? .null
    case .articleSection: Self.text(articleSection)
    case .keywords: FieldValue.words(keywords).json
    case .inLanguage: Self.text(inLanguage)
    case .image: FieldValue.images(image).json
    case .url: Self.text(url)
    case .isBasedOn: isBasedOn.map { FieldValue.origination($0).json } ?? .null
    case .creditText: Self.text(creditText)
    case .copyrightYear: copyrightYear.map(JSONValue.integer) ?? .null
    case .copyrightHolder: Self.text(copyrightHolder)
    case .copyrightNotice: Self.text(copyrightNotice)
    case .usageInfo: Self.text(usageInfo)
    case .correction: FieldValue.words(correction).json
    case .isAccessibleForFree: isAccessibleForFree.map(JSONValue.bool) ?? .null
    case .tdmReservation: tdmReservation.map(JSONValue.bool) ?? .null
    case .sponsored: sponsored.map(JSONValue.bool) ?? .null
    case .articleBody: .string(articleBody)
    }
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
