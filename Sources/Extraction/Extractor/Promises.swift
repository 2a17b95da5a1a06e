import Copydesk

/// Holds an article against what its rule expects; each broken promise is a finding.
struct Promises {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  func check(_ record: inout ArticleRecord) {
    let expect = plan.expect
    for field in expect.required where !record.article.states(field) {
      record.note("required-missing", "\(plan.name): the rule requires '\(field.rawValue)', and nothing was found")
    }
    let texts = expect.forbids.isEmpty ? [] : record.article.body.map { FoldedText($0.plainText) }
    for forbidden in expect.forbids {
      let words = FoldedText(forbidden)
      let isThere = texts.contains { $0.contains(words) }
      if isThere {
        record.note("forbidden-text", "\(plan.name): the body has what the rule forbids: \u{201C}\(forbidden)\u{201D}")
      }
    }
    if let limit = expect.maxRemoved {
      let share = record.removedShare
      if share > limit {
        record.note(
          "max-removed",
          "\(plan.name): \(Percentage.words(share)) of the article's region was removed, more than the rule's \(Percentage.words(limit))"
        )
      }
    }
    if let least = expect.minWords, record.article.wordCount < least {
      record.note("min-words", "\(plan.name): the body has \(record.article.wordCount) words, fewer than the rule's \(least)")
    }
  }
}

extension ArticleRecord {
  /// The share of bytes removed between the first and the last block that became part of the article.
  var removedShare: Double {
    func isArticle(_ block: Block) -> Bool { block.fate != .removed }
    guard let first = blocks.firstIndex(where: isArticle), let last = blocks.lastIndex(where: isArticle) else { return 0 }
    var removed = 0
    var all = 0
    for block in blocks[first...last] {
      let bytes = block.text.utf8.count
      all += bytes
      if block.fate == .removed { removed += bytes }
      for edit in block.edits where edit.to == nil { removed += edit.range.count }
    }
    return all == 0 ? 0 : Double(removed) / Double(all)
  }
}

extension Article {
  /// Whether the article has a value for a field.
  func states(_ field: Field) -> Bool {
    switch field {
    case .headline: headline != nil
    case .alternativeHeadline: alternativeHeadline != nil
    case .description: description != nil
    case .author: !author.isEmpty
    case .datePublished: datePublished != nil
    case .dateModified: dateModified != nil
    case .dateline: dateline != nil
    case .publisher: publisher != nil
    case .articleSection: articleSection != nil
    case .keywords: !keywords.isEmpty
    case .inLanguage: inLanguage != nil
    case .image: !image.isEmpty
    case .url: url != nil
    case .isBasedOn: isBasedOn != nil
    case .creditText: creditText != nil
    case .copyrightYear: copyrightYear != nil
    case .copyrightHolder: copyrightHolder != nil
    case .copyrightNotice: copyrightNotice != nil
    case .usageInfo: usageInfo != nil
    case .correction: !correction.isEmpty
    case .isAccessibleForFree: isAccessibleForFree != nil
    case .tdmReservation: tdmReservation != nil
    case .sponsored: sponsored != nil
    case .articleBody: !articleBody.isEmpty
    }
  }
}

extension FoldedText {
  /// Whether another folded text stands in this one.
  func contains(_ other: FoldedText) -> Bool {
    if other.isEmpty { return true }
    let literal = Array(other.bytes)
    return bytes.withUnsafeBufferPointer { text in
      // Short phrases in prose: the plain search is faster than one that prepares itself, and a page's paragraphs bound it.
      literal.count <= 64 ? ByteSearch.find(literal, in: text) != nil : Literal(literal).find(in: text, from: 0) != nil
    }
  }
}
