import Copydesk
import Pages

/// The generic extractor: reads a page that no rule explains, and fills in what a rule leaves open.
///
/// It goes from the whole to the part. Every block is counted once (``BlockFacts``) and looked at for signposts (``Signpost``); then the
/// article's region is chosen, by markup in HTML and by the density of prose in text; then each block in and around the region gets its
/// role from one named heuristic, whose name and reason stand in the block's decision.
struct GenericReading {
  let page: Page
  let facts: [BlockFacts]
  /// The cue in each block, read once.
  let cues: [Cue?]
  /// What speaks against each block being a paragraph of the article.
  let signs: [Signpost?]

  init(_ page: Page) {
    self.page = page
    facts = page.blocks.indices.map { BlockFacts(page: page, index: $0) }
    cues = facts.map { facts in
      // A paragraph so long is no signpost.
      facts.isBlank || facts.weight > 250 ? nil : Cue.read(page.text[facts.visible])
    }
    signs = zip(facts, cues).map { facts, cue in facts.isBlank ? nil : SignReader.sign(page.text, facts, cue: cue) }
  }

  func read(into draft: inout Draft) {
    for index in facts.indices where facts[index].isBlank {
      draft.decide(index, Heuristic.artefact.removes(.artefact, "white space only"))
    }
    switch page.kind {
    case .text: TextReading(self).read(into: &draft)
    case .html: HTMLReading(self, draft)?.read(into: &draft)
    }
  }

  /// The block's text as it stands, blank edges apart.
  func bytes(_ index: Int) -> ArraySlice<UInt8> { page.text[facts[index].visible] }

  func string(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// How evidence names a block's place: `line:3` in a text dump, `block:3` in HTML.
  func place(_ index: Int) -> String {
    let lines = page.blocks[index].lines
    return lines.isEmpty ? "block:\(index + 1)" : "line:\(lines.lowerBound)"
  }
}

/// The names of the generic heuristics, as they stand behind `generic:` in decisions.
struct Heuristic: Sendable {
  let by: String

  private init(_ name: StaticString) { by = "generic:\(name)" }

  func keeps(_ role: Role, _ reason: String) -> Decision { Decision(.kept, role: role, by: by, reason: reason) }
  func removes(_ role: Role, _ reason: String) -> Decision { Decision(.removed, role: role, by: by, reason: reason) }
  func moves(_ field: Field, _ reason: String) -> Decision {
    Decision(.moved, role: field.role, to: field, by: by, reason: reason)
  }
  func cuts(_ range: Range<Int>, _ role: Role, to field: Field?, _ reason: String) -> Decision.Cut {
    Decision.Cut(range: range, role: role, to: field, by: by, reason: reason)
  }

  static let artefact = Heuristic("artefact")
  static let densestRun = Heuristic("densest-run")
  static let container = Heuristic("container")
  static let headline = Heuristic("headline")
  static let dateLine = Heuristic("date-line")
  static let byline = Heuristic("byline")
  static let bylinePrefix = Heuristic("byline-prefix")
  static let deck = Heuristic("deck")
  static let syndication = Heuristic("syndication-notice")
  static let rights = Heuristic("rights-notice")
  static let sign = Heuristic("signpost")
  static let widget = Heuristic("widget")
  static let beforeArticle = Heuristic("before-article")
  static let afterArticle = Heuristic("after-article")
  static let heading = Heuristic("heading")
  static let shortRun = Heuristic("short-lines")
  static let caption = Heuristic("caption")
  static let repeated = Heuristic("repeated")
  static let linkOnly = Heuristic("link-only")
  static let statedBody = Heuristic("stated-body")
  static let markup = Heuristic("markup")
}
