import Copydesk
import Pages

/// The blocks of a page that are notices about the article: syndication lines and rights notices, wherever they stand.
struct Notices {
  private let reading: GenericReading

  init(_ reading: GenericReading) { self.reading = reading }

  /// Whether a block is a notice, and no paragraph, for all its full stops.
  func covers(_ index: Int) -> Bool { reading.notices.contains(index) }

  /// Moves the notices into the article's fields.
  func read(into draft: inout Draft) {
    for notice in reading.notices.all {
      if let field = notice.syndication {
        draft.decide(notice.block, Heuristic.syndication.moves(field, Self.reason(field)))
      }
      // What reserves the rights to a picture is part of its caption.
      if notice.isRights, !isCaption(notice.block, draft) {
        draft.decide(notice.block, Heuristic.rights.moves(.copyrightNotice, "rights notice"))
      }
    }
    let end = draft.decisions.lastIndex { $0.isInBody && $0.role == .body } ?? 0
    for (index, cue) in reading.notices.read {
      if let notice = cue.syndication { offer(notice, index, &draft) }
      guard let notice = cue.rights, !isCaption(index, draft) else { continue }
      // On a page a notice above the text's end is a picture's as often as the page's; the footer's is the page's.
      offer(notice, index, index > end || reading.page.tree == nil ? 0.8 : 0.5, &draft)
    }
    corroborate(&draft)
  }

  private static func reason(_ field: Field) -> String {
    switch field {
    case .datePublished: "says when the article first appeared"
    case .author: "says who wrote the article"
    default: "says where the article first appeared"
    }
  }

  private func offer(_ notice: SyndicationNotice, _ index: Int, _ draft: inout Draft) {
    let value: FieldValue =
      if let month = notice.published {
        .date(month)
      } else if let writer = notice.writer {
        .authors([Author(name: writer, type: "Person")])
      } else {
        .origination(Origination(name: notice.name, domain: notice.domain, url: notice.url, notice: notice.notice))
      }
    // A month is less than any date of a day says, and the byline stands for itself.
    let confidence = notice.published != nil ? 0.55 : notice.writer != nil ? 0.7 : 0.85
    draft.offer(
      notice.field, FieldCandidate(value, raw: notice.notice, from: reading.place(index), confidence: confidence))
    guard notice.published != nil else { return }
    // "… and was updated on 20 December 2024."
    for date in DateReader.findAll(in: FoldedText(notice.notice, case: .folded), limit: 2) where date.label == .modified {
      draft.offer(
        .dateModified,
        FieldCandidate(.date(date.date), raw: date.raw, from: reading.place(index), confidence: 0.7, notes: date.notes))
    }
  }

  private func isCaption(_ index: Int, _ draft: Draft) -> Bool {
    let ruling = draft.decisions.ruling(index)
    return reading.page.blocks[index].kind == .caption || ruling.isInBody && (ruling.role == .caption || ruling.role == .credit)
  }

  private func offer(_ notice: RightsNotice, _ index: Int, _ confidence: Double, _ draft: inout Draft) {
    let place = reading.place(index)
    func offer(_ field: Field, _ value: FieldValue?) {
      guard let value else { return }
      draft.offer(field, FieldCandidate(value, raw: notice.notice, from: place, confidence: confidence))
    }
    offer(.copyrightNotice, .text(notice.notice))
    offer(.copyrightYear, notice.year.map(FieldValue.number))
    offer(.copyrightHolder, notice.holder.map(FieldValue.text))
    offer(.usageInfo, notice.usageInfo.map(FieldValue.text))
    if let domain = notice.contactDomain {
      draft.offer(
        .publisher,
        FieldCandidate(
          .publisher(Publisher(domain: domain)), raw: notice.contactURL ?? domain, from: place, confidence: 0.6,
          notes: ["the address for inquiries in the rights notice"]))
    }
  }

  /// An outlet in the byline is a second witness to where a republished article is from; alone it proves nothing, as it may be the
  /// author's own newsroom.
  private func corroborate(_ draft: inout Draft) {
    guard case .origination(let origination)? = draft.candidate(for: .isBasedOn)?.value else { return }
    for outlet in draft.outlets {
      let witness = FieldValue.origination(Origination(name: outlet.name))
      guard witness.agrees(with: .origination(origination)) else { continue }
      draft.offer(
        .isBasedOn,
        FieldCandidate(witness, raw: outlet.raw, from: outlet.from, confidence: 0.7, notes: ["the outlet in the byline"]))
    }
  }
}
