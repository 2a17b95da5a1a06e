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
      if notice.isSyndication {
        draft.decide(notice.block, Heuristic.syndication.moves(.isBasedOn, "says where the article first appeared"))
      }
      if notice.isRights { draft.decide(notice.block, Heuristic.rights.moves(.copyrightNotice, "rights notice")) }
    }
    for (index, cue) in reading.notices.read {
      if let notice = cue.syndication { offer(notice, index, &draft) }
      if let notice = cue.rights { offer(notice, index, &draft) }
    }
    corroborate(&draft)
  }

  private func offer(_ notice: SyndicationNotice, _ index: Int, _ draft: inout Draft) {
    draft.offer(
      .isBasedOn,
      FieldCandidate(
        .origination(Origination(name: notice.name, domain: notice.domain, url: notice.url, notice: notice.notice)),
        raw: notice.notice, from: reading.place(index), confidence: 0.85))
  }

  private func offer(_ notice: RightsNotice, _ index: Int, _ draft: inout Draft) {
    let place = reading.place(index)
    func offer(_ field: Field, _ value: FieldValue?) {
      guard let value else { return }
      draft.offer(field, FieldCandidate(value, raw: notice.notice, from: place, confidence: 0.8))
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
