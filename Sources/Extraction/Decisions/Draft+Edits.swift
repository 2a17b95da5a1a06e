import Copydesk
import Pages

extension Draft {
  /// Carries out what a rule's `edit` function asks for, in order.
  /// - Throws: ``EditError`` at the first edit that does not fit the page; the draft then holds the edits before it.
  mutating func apply(_ edits: [Edit]) throws(EditError) {
    for edit in edits { try apply(edit) }
  }

  private mutating func apply(_ edit: Edit) throws(EditError) {
    switch edit.action {
    case .remove(let n, let role, let reason):
      let index = try blockIndex(n, edit.by)
      decisions[index] = Decision(.removed, role: role, by: edit.by, reason: reason, authority: .edit)
    case .keep(let n, let reason):
      let index = try blockIndex(n, edit.by)
      decisions[index] = Decision(.kept, role: bodyRole(index), by: edit.by, reason: reason, authority: .edit)
    case .move(let n, let field, let reason):
      let index = try blockIndex(n, edit.by)
      try offerText(text(ofBlock: index), to: field, by: edit.by)
      decisions[index] = Decision(.moved, role: field.role, to: field, by: edit.by, reason: reason, authority: .edit)
    case .cut(let n, let range, let role, let field, let reason):
      try cut(n, range, role, field, reason, edit.by)
    case .set(let field, let json, let reason):
      guard field != .articleBody else { throw EditError(.notSettable(field), by: edit.by) }
      guard let value = FieldValue(json, for: field) else {
        throw EditError(.wrongType(field, expected: FieldValue.expectation(field)), by: edit.by)
      }
      offer(
        field,
        FieldCandidate(
          value, raw: value.description, from: edit.by, confidence: 1, notes: reason.isEmpty ? [] : [reason], authority: .edit))
    case .finding(let code, let message):
      note(code, message)
    }
  }

  private mutating func cut(
    _ n: Int, _ range: Range<Int>, _ role: Role, _ field: Field?, _ reason: String, _ by: String
  ) throws(EditError) {
    let index = try blockIndex(n, by)
    let block = page.blocks[index].text
    func isBoundary(_ offset: Int) -> Bool {
      offset == block.count || page.text[block.lowerBound + offset] & 0xC0 != 0x80
    }
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= block.count, isBoundary(range.lowerBound),
      isBoundary(range.upperBound)
    else { throw EditError(.badRange(range, block: n, bytes: block.count), by: by) }
    guard decisions.ruling(index).isInBody else { throw EditError(.notInBody(block: n), by: by) }
    if let field {
      let bytes = page.text[block.lowerBound + range.lowerBound..<block.lowerBound + range.upperBound]
      try offerText(String(decoding: bytes, as: UTF8.self), to: field, by: by)
    }
    guard self.cut(index, Decision.Cut(range: range, role: role, to: field, by: by, reason: reason)) else {
      throw EditError(.overlappingCut(range, block: n), by: by)
    }
    decisions[index].authority = .edit
  }

  private func blockIndex(_ n: Int, _ by: String) throws(EditError) -> Int {
    guard n >= 1, n <= decisions.count else { throw EditError(.noSuchBlock(n, count: decisions.count), by: by) }
    return n - 1
  }

  private mutating func offerText(_ text: String, to field: Field, by: String) throws(EditError) {
    guard field != .articleBody else { throw EditError(.notSettable(field), by: by) }
    // A field of another type keeps the value it has: the block is filed under it, and a `set` gives the value.
    guard let value = FieldValue(.string(text.trimmedOfWhitespace), for: field) else { return }
    offer(field, FieldCandidate(value, raw: text, from: by, confidence: 1, authority: .edit))
  }

  /// The role of a block that stands in the body, by its kind.
  func bodyRole(_ index: Int) -> Role {
    switch page.blocks[index].kind {
    case .heading: .heading
    case .listItem: .list
    case .quote: .quote
    case .tableRow: .table
    case .preformatted: .code
    case .caption: .caption
    case .paragraph, .line: .body
    }
  }
}

extension Field {
  /// What a block is that became this field.
  var role: Role {
    switch self {
    case .headline: .headline
    case .alternativeHeadline: .alternativeHeadline
    case .description: .description
    case .author: .byline
    case .datePublished, .dateModified: .date
    case .dateline: .dateline
    case .articleSection: .section
    case .keywords: .keywords
    case .isBasedOn: .syndication
    case .creditText: .credit
    case .image: .caption
    case .copyrightYear, .copyrightHolder, .copyrightNotice, .usageInfo: .rights
    case .correction: .correction
    case .isAccessibleForFree: .paywall
    case .sponsored: .advertisement
    case .publisher, .inLanguage, .url, .tdmReservation: .boilerplate
    case .articleBody: .body
    }
  }
}
