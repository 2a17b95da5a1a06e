import Copydesk
import Pages

extension Draft {
  /// Folds the decisions into the accountable result: every block once, the body from the blocks that stay, the fields from the best
  /// candidates.
  consuming func folded() -> ArticleRecord {
    var record = ArticleRecord()
    record.blocks = BlockList(
      decisions.overlay(page.text) { index in
        let block = page.blocks[index]
        return (block.text, block.lines.isEmpty ? nil : block.lines.lowerBound)
      })
    for field in Field.allCases {
      let ranked = FieldResolution.ranked(candidates[field] ?? [])
      guard let best = ranked.first, var evidence = FieldResolution.evidence(ranked) else { continue }
      FieldResolution.corroborated(&evidence)
      record.evidence[field] = evidence
      record.article.set(field, to: best, others: ranked.dropFirst())
    }
    record.findings = findings
    var builder = BodyBuilder(draft: self)
    record.article.body = builder.elements()
    return record
  }
}

extension Article {
  /// Sets a property from the winning candidate. What the winner leaves open (an affiliation, a publisher's domain) is filled in from
  /// the others, best first, where they speak of the same person, publisher or work.
  mutating func set(_ field: Field, to best: FieldCandidate, others: ArraySlice<FieldCandidate>) {
    switch (field, best.value) {
    case (.headline, .text(let text)): headline = text
    case (.alternativeHeadline, .text(let text)): alternativeHeadline = text
    case (.description, .text(let text)): description = text
    case (.dateline, .text(let text)): dateline = text
    case (.articleSection, .text(let text)): articleSection = text
    case (.inLanguage, .text(let text)): inLanguage = text
    case (.url, .text(let text)): url = text
    case (.creditText, .text(let text)): creditText = text
    case (.copyrightHolder, .text(let text)): copyrightHolder = text
    case (.copyrightNotice, .text(let text)): copyrightNotice = text
    case (.usageInfo, .text(let text)): usageInfo = text
    case (.copyrightYear, .number(let number)): copyrightYear = number
    case (.isAccessibleForFree, .flag(let flag)): isAccessibleForFree = flag
    case (.tdmReservation, .flag(let flag)): tdmReservation = flag
    case (.sponsored, .flag(let flag)): sponsored = flag
    case (.datePublished, .date(let date)): datePublished = date
    case (.dateModified, .date(let date)): dateModified = date
    case (.keywords, .words(let words)): keywords = words
    case (.correction, .words(let notes)): correction = Self.completed(notes, best.authority, from: others)
    case (.image, .images(let images)): image = images
    case (.author, .authors(let authors)): author = Self.completed(authors, from: others)
    case (.publisher, .publisher(let publisher)): self.publisher = Self.completed(publisher, from: others)
    case (.isBasedOn, .origination(let origination)): isBasedOn = Self.completed(origination, from: others)
    default: break
    }
  }

  private static func completed(_ authors: [Author], from others: ArraySlice<FieldCandidate>) -> [Author] {
    var authors = authors
    for case .authors(let more) in others.lazy.map(\.value) {
      for other in more {
        guard let index = authors.firstIndex(where: { FieldValue.key($0.name) == FieldValue.key(other.name) }) else { continue }
        authors[index].affiliation = authors[index].affiliation ?? other.affiliation
        authors[index].url = authors[index].url ?? other.url
        authors[index].type = authors[index].type ?? other.type
      }
    }
    return authors
  }

  /// A page may print a correction that its metadata does not state, and the other way round. Where a rule names them, those are all.
  private static func completed(
    _ notes: [String], _ authority: Authority, from others: ArraySlice<FieldCandidate>
  ) -> [String] {
    var notes = notes
    var keys = notes.map(FieldValue.key)
    for other in others where other.authority == authority {
      guard case .words(let more) = other.value else { continue }
      for note in more {
        // The page prints "Correction:" in front of what the metadata states.
        let key = FieldValue.key(note)
        guard !keys.contains(where: { $0.contains(key) || key.contains($0) }) else { continue }
        notes.append(note)
        keys.append(key)
      }
    }
    return notes
  }

  private static func completed(_ publisher: Publisher, from others: ArraySlice<FieldCandidate>) -> Publisher {
    var publisher = publisher
    for case .publisher(let other) in others.lazy.map(\.value) {
      let speaksOfSame =
        publisher.domain == nil || other.domain == nil || publisher.domain == other.domain
      guard speaksOfSame else { continue }
      publisher.name = publisher.name ?? other.name
      publisher.domain = publisher.domain ?? other.domain
    }
    return publisher
  }

  private static func completed(_ origination: Origination, from others: ArraySlice<FieldCandidate>) -> Origination {
    var origination = origination
    for case .origination(let other) in others.lazy.map(\.value)
    where FieldValue.origination(origination).agrees(with: .origination(other)) {
      origination.name = origination.name ?? other.name
      origination.domain = origination.domain ?? other.domain
      origination.url = origination.url ?? other.url
      origination.notice = origination.notice ?? other.notice
    }
    return origination
  }
}
