public import Copydesk
public import Pages

/// An article in the making: a page that never changes, one decision per block laid over it, and the values on offer for each field.
///
/// The generic extractor decides first, a rule's table over it, a rule's `edit` function last; ``Authority`` keeps a weaker voice from
/// overruling a stronger one.
public struct Draft: Sendable {
  public let page: Page
  public let origin: Origin
  /// What the page says about itself outside its text.
  public let metadata: Metadata
  /// One per block of ``page``, in the same order.
  public internal(set) var decisions: DecisionList
  public internal(set) var findings: [Finding] = []
  var candidates: [Field: [FieldCandidate]] = [:]
  /// The fields that an authority has offered too many values for.
  private var full: [Authority: Set<Field>] = [:]
  /// Pictures and embedded posts of the body, in document order.
  var media: [PlacedMedia] = []
  /// The times of a live blog's entries, by the block that each begins with.
  var entryTimes: [Int: PartialDate] = [:]
  /// What the page's relative addresses are relative to.
  let addresses: AddressBase

  /// Outlets that bylines name; they bear witness to where a republished piece is from.
  var outlets: [Outlet] = []

  struct Outlet: Sendable {
    var name: String
    var raw: String
    var from: String
  }

  init(page: Page, origin: Origin) {
    self.page = page
    self.origin = origin
    metadata = Metadata(page: page, url: origin.url)
    addresses = metadata.addresses
    let undecided = Decision(
      .removed, role: .boilerplate, by: "generic:outside-article", reason: "outside the article")
    decisions = DecisionList(undecided, count: page.blocks.count)
  }

  /// The text of a block by its position from 0.
  public func text(ofBlock index: Int) -> String {
    String(decoding: page.text[page.blocks[index].text], as: UTF8.self)
  }

  /// The value that stands for a field now, and where it is from; `nil` while there is none.
  public func candidate(for field: Field) -> FieldCandidate? {
    FieldResolution.best(candidates[field] ?? [])
  }

  /// All values on offer for a field, best first.
  public func candidates(for field: Field) -> [FieldCandidate] {
    FieldResolution.ranked(candidates[field] ?? [])
  }

  /// How many values are kept on offer for a field by one authority. A page with thousands of rights notices is no article with
  /// thousands of holders, and comparing them all with one another would take longer than reading the page.
  static let candidateLimit = 64

  /// Puts a value on offer; the same value from the same place counts once. Beyond ``candidateLimit`` a finding says so.
  mutating func offer(_ field: Field, _ candidate: FieldCandidate) {
    if isFull(field, for: candidate.authority) || Self.add(candidate, to: &candidates[field, default: []]) { return }
    // From now on none is even compared: thousands would be, each with all that are on offer.
    full[candidate.authority, default: []].insert(field)
    note("candidates", "more than \(Self.candidateLimit) values are on offer for \(field.rawValue); the rest are not weighed")
  }

  /// - Returns: `false` where the authority has as many values on offer as are weighed.
  private static func add(_ candidate: FieldCandidate, to known: inout [FieldCandidate]) -> Bool {
    // Few agree in where they are from, which is soonest compared.
    if known.contains(where: { $0.from == candidate.from && $0 == candidate }) { return true }
    guard known.count < candidateLimit || known.count(where: { $0.authority == candidate.authority }) < candidateLimit else {
      return false
    }
    if known.isEmpty { known.reserveCapacity(4) }
    known.append(candidate)
    return true
  }

  /// Whether an authority may offer no more values for a field.
  func isFull(_ field: Field, for authority: Authority) -> Bool { full[authority]?.contains(field) == true }

  /// Puts everything on offer that the page says about itself.
  mutating func offerMetadata() {
    // A text dump without an address says nothing outside its text.
    if page.tree == nil, origin.url == nil { return }
    for field in Field.allCases where field != .articleBody {
      for candidate in metadata.candidates(for: field) { offer(field, candidate) }
    }
  }

  /// Decides about a block unless a stronger voice has.
  mutating func decide(_ index: Int, _ decision: consuming Decision) {
    if decisions.ruling(index).authority <= decision.authority { decisions[index] = decision }
  }

  /// Cuts a span out of a block that stays. Ignored where another cut covers part of it, or where the block is not in the body; a rule
  /// that cuts for the same field what a heuristic has cut already takes the cut over.
  @discardableResult
  mutating func cut(_ index: Int, _ cut: Decision.Cut) -> Bool {
    var decision = decisions[index]
    guard decision.isInBody, !cut.range.isEmpty else { return false }
    if let other = decision.cuts.firstIndex(where: { $0.range.overlaps(cut.range) }) {
      guard decision.cuts[other].isGeneric, !cut.isGeneric, decision.cuts[other].to == cut.to else { return false }
      decision.cuts[other].by = cut.by
      decision.cuts[other].reason = cut.reason
    } else {
      let position = decision.cuts.firstIndex { $0.range.lowerBound > cut.range.lowerBound } ?? decision.cuts.count
      decision.cuts.insert(cut, at: position)
      decision.fate = .edited
    }
    decisions[index] = decision
    return true
  }

  mutating func note(_ code: String, _ message: String) {
    let finding = Finding(code: code, message: message)
    if !findings.contains(finding) { findings.append(finding) }
  }
}
