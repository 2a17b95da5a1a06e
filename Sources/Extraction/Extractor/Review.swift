import Copydesk

/// Looks over the finished article for what a human should know: doubts and broken promises, none of them corrected.
struct Review {
  let plan: Plan?

  /// A body of fewer words is more often a failed extraction than a news flash.
  private static let shortBody = 40

  func review(_ record: inout ArticleRecord) {
    body(&record)
    rights(&record)
    publisher(&record)
    dates(&record)
    if let plan { Promises(plan).check(&record) }
  }

  private func body(_ record: inout ArticleRecord) {
    if !record.article.body.contains(where: \.hasPlainText) {
      record.note("no-body", "no running text was found")
    } else if !record.article.hasWords(Self.shortBody) {
      record.note("short-body", "the body has only \(record.article.wordCount) words")
    }
  }

  /// A republisher that reserves all rights to another publisher's article: stated, not resolved.
  private func rights(_ record: inout ArticleRecord) {
    let article = record.article
    guard article.copyrightNotice != nil, let basis = article.isBasedOn, let source = basis.domain ?? basis.name else { return }
    let publisher = article.publisher?.domain ?? article.publisher?.name
    if let publisher, FieldValue.key(publisher) == FieldValue.key(source) { return }
    if let holder = article.copyrightHolder, let name = basis.name, FieldValue.key(holder) == FieldValue.key(name) { return }
    record.note(
      "rights-conflict",
      "rights asserted by \(publisher ?? "the republisher") over an article that originally appeared at \(basis.name ?? source)")
  }

  private func publisher(_ record: inout ArticleRecord) {
    if record.article.publisher == nil { record.note("publisher-unknown", "nothing says whose page this is") }
  }

  private func dates(_ record: inout ArticleRecord) {
    for field in [Field.datePublished, .dateModified] {
      guard let evidence = record.evidence[field] else { continue }
      let dissent = evidence.others.filter { !$0.agrees && $0.confidence >= 0.7 }
      if let other = dissent.first {
        record.note(
          "date-conflict", "\(field.rawValue): \(evidence.from) says \(evidence.raw), \(other.from) says \(other.raw)")
      }
      if let note = evidence.notes.first(where: { $0.hasPrefix("assumed") }) {
        record.note("date-assumed", "\(field.rawValue): \(evidence.raw), \(note)")
      }
      if evidence.notes.contains(where: { $0.hasPrefix("weekday inconsistent") }) {
        record.note("date-conflict", "\(field.rawValue): the weekday of \(evidence.raw) is another")
      }
    }
    if let published = record.article.datePublished, let modified = record.article.dateModified,
      modified.isDayBefore(published)
    {
      record.note("date-conflict", "modified on \(modified), before it was published on \(published)")
    }
  }
}

extension ArticleRecord {
  mutating func note(_ code: String, _ message: String) {
    let finding = Finding(code: code, message: message)
    if !findings.contains(finding) { findings.append(finding) }
  }
}

extension PartialDate {
  /// Whether the day, as far as both state it, is before another; two time zones may part the same moment by a day.
  fileprivate func isDayBefore(_ other: PartialDate) -> Bool {
    guard let month, let day, let otherMonth = other.month, let otherDay = other.day else { return year < other.year }
    let mine = (year * 12 + month) * 31 + day
    let theirs = (other.year * 12 + otherMonth) * 31 + otherDay
    return mine + 1 < theirs
  }
}
