import Copydesk
import Pages

/// The generic extractor: reads a page that no rule explains, and fills in what a rule leaves open.
///
/// It goes from the whole to the part. Every block is counted once (``BlockFacts``) and looked at for signposts (``Signpost``); then the
/// article's region is chosen, by markup in HTML and by the density of prose in text; then each block in and around the region gets its
/// role from one named heuristic, whose name and reason stand in the block's decision.
///
/// It never changes, and everyone who decides about blocks holds it: so it is a class.
final class GenericReading: Sendable {
  let page: Page
  let facts: [BlockFacts]
  /// The blocks that are rights notices or syndication lines.
  let notices: NoticeBlocks
  /// What speaks against each block being a paragraph of the article.
  let signs: Signposts

  init(_ page: Page) {
    self.page = page
    let facts = BlockFacts.all(in: page)
    var notices = NoticeBlocks()
    signs = Signposts(count: facts.count) { index in
      let facts = facts[index]
      // Most blocks have no word in them that a cue or a sign has.
      if facts.isBlank || facts.cues.isDisjoint(with: CueKinds.cues.union(.sign)) { return nil }
      let cue = CueReader.cue(in: page.text, facts, isBrief: notices.isFull)
      if let cue { notices.note(index, cue) }
      return SignReader.sign(page.text, facts, cue: cue)
    }
    self.facts = facts
    self.notices = notices
  }

  /// - Parameter reviewing: What is done with the heuristics' verdicts; called once, last.
  func read(into draft: inout Draft, reviewing: ((ReviewedPage, inout Draft) -> Void)? = nil) {
    for index in facts.indices where facts[index].isBlank {
      draft.decide(index, Heuristic.artefact.removes(.artefact, "white space only"))
    }
    switch page.kind {
    case .text:
      let text = TextReading(self)
      text.read(into: &draft)
      reviewing?(ReviewedPage(self, draft.decisions, region: text.region, sameLines: text.sameLines), &draft)
    case .html:
      guard let html = HTMLReading(self, draft) else { return }
      html.read(into: &draft)
      reviewing?(ReviewedPage(self, draft.decisions, region: html.region, html: html), &draft)
    }
    offerDateline(to: &draft)
  }

  /// Reads the dateline in front of the first paragraph. It stays there: it is part of the report as printed.
  private func offerDateline(to draft: inout Draft) {
    guard let first = draft.decisions.firstIndex(where: { $0.isInBody && $0.role == .body }),
      let dateline = Dateline.read(bytes(first))
    else { return }
    draft.offer(.dateline, FieldCandidate(.text(dateline.place), raw: dateline.raw, from: place(first), confidence: 0.8))
    guard let credit = dateline.credit else { return }
    draft.offer(.creditText, FieldCandidate(.text(credit), raw: dateline.raw, from: place(first), confidence: 0.7))
  }

  /// The block's text as it stands, blank edges apart.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { page.text[facts[index].visible] }

  func string(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// Whether the text may be English: of other languages in Latin letters most have an accent in every other line, and the rest of the world
  /// writes other letters.
  var mayBeEnglish: Bool {
    var letters = 0
    var foreign = 0
    for byte in page.text.prefix(8000) {
      if (byte | 0x20) &- 0x61 < 26 { letters += 1 }
      // Lead bytes of letters; those of punctuation are C2 and E2.
      if byte >= 0xC3, byte != 0xE2 { foreign += 1 }
    }
    return foreign * 200 < letters + foreign
  }

  /// How evidence names a block's place: `line:3` in a text dump, `block:3` in HTML.
  func place(_ index: Int) -> String {
    let lines = page.blocks[index].lines
    return lines.isEmpty ? "block:\(index + 1)" : "line:\(lines.lowerBound)"
  }
}

/// The names of the generic heuristics, as they stand in decisions.
struct Heuristic: Sendable {
  let by: String

  private init(_ by: String) { self.by = by }

  func keeps(_ role: Role, _ reason: String) -> Decision { Decision(.kept, role: role, by: by, reason: reason) }
  func removes(_ role: Role, _ reason: String) -> Decision { Decision(.removed, role: role, by: by, reason: reason) }
  func moves(_ field: Field, _ reason: String) -> Decision {
    Decision(.moved, role: field.role, to: field, by: by, reason: reason)
  }
  func cuts(_ range: Range<Int>, _ role: Role, to field: Field?, _ reason: String) -> Decision.Cut {
    Decision.Cut(range: range, role: role, to: field, by: by, reason: reason)
  }

  /// Whether a decision's `by` names a heuristic that goes by where a block stands, not by what it is.
  static func isOfPlace(_ by: String) -> Bool { by == beforeArticle.by || by == afterArticle.by }

  static let artefact = Heuristic("generic:artefact")
  static let densestRun = Heuristic("generic:densest-run")
  static let announcedList = Heuristic("generic:announced-list")
  static let container = Heuristic("generic:container")
  static let headline = Heuristic("generic:headline")
  static let dateLine = Heuristic("generic:date-line")
  static let byline = Heuristic("generic:byline")
  static let bylinePrefix = Heuristic("generic:byline-prefix")
  static let deck = Heuristic("generic:deck")
  static let syndication = Heuristic("generic:syndication-notice")
  static let rights = Heuristic("generic:rights-notice")
  static let sign = Heuristic("generic:signpost")
  static let widget = Heuristic("generic:widget")
  static let beforeArticle = Heuristic("generic:before-article")
  static let afterArticle = Heuristic("generic:after-article")
  static let heading = Heuristic("generic:heading")
  static let shortRun = Heuristic("generic:short-lines")
  static let caption = Heuristic("generic:caption")
  static let repeated = Heuristic("generic:repeated")
  static let linkOnly = Heuristic("generic:link-only")
  static let statedBody = Heuristic("generic:stated-body")
  static let markup = Heuristic("generic:markup")
  static let box = Heuristic("generic:box")
  static let media = Heuristic("generic:media")
  static let entryTime = Heuristic("generic:entry-time")
  static let pageKind = Heuristic("generic:page-kind")
  static let blockModel = Heuristic("generic:block-model")
}
