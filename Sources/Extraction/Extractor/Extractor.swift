public import Copydesk
public import Pages

/// Makes an accountable article of a page: with a publisher's ``Plan`` where there is one, by the generic heuristics where there is
/// none or where the plan is silent.
///
/// An extractor holds no state and costs nothing to make; the same page, plan and edits always give the same record.
public struct Extractor: Sendable {
  public init() {}

  /// Extracts the article of a page.
  /// - Parameters:
  ///   - page: The parsed input.
  ///   - origin: Where the page came from; its address is a last resort for the article's `url` and publisher.
  ///   - plan: The publisher's compiled rule.
  ///   - routing: How the page was found to be that publisher's; becomes evidence of `publisher`. Without it a finding
  ///     `publisher-unknown` is left unless the page itself names its publisher.
  ///   - edits: The rule's `edit` function. It is called once, with the draft as the table left it, and its edits have the last word.
  /// - Throws: whatever `edits` throws, and ``EditError`` for an edit that does not fit the page.
  public func extract(
    _ page: Page, origin: Origin, plan: Plan? = nil, routing: RoutingEvidence? = nil, edits: ((Draft) throws -> [Edit])? = nil
  ) throws -> ExtractionOutcome {
    var draft = Draft(page: page, origin: origin)
    draft.offerMetadata()
    let judgement = try decide(&draft, plan, routing, edits)
    var record = (consume draft).folded()
    record.kind = judgement.kind
    record.nextPage = judgement.nextPage
    for note in page.notes { record.note("input", note) }
    if let next = record.nextPage { record.note("more-pages", "the article goes on at \(next.url)") }
    Review(plan: plan).review(&record)
    record.judgeQuality(judgement.quality, by: page.kind == .html ? .html : .text)
    return ExtractionOutcome(record: record, fired: judgement.fired)
  }

  /// What is known of a page once all has been decided, beside the decisions.
  private struct Judgement {
    var kind: PageKind
    var nextPage: NextPage?
    /// The signals of quality.
    var quality: [Double]?
    /// The ids of the rule's clauses that hit.
    var fired: [Int]
  }

  /// Makes all decisions about a page. What was counted and looked up for them ends here: it need not stay in memory while the article is
  /// made.
  private func decide(
    _ draft: inout Draft, _ plan: Plan?, _ routing: RoutingEvidence?, _ edits: ((Draft) throws -> [Edit])?
  ) throws -> Judgement {
    let reading = GenericReading(draft.page)
    var evidence = QualityEvidence()
    reading.read(into: &draft) { reviewed, draft in
      evidence = QualityEvidence(reviewed, probabilities: BlockReview(reviewed).review(&draft))
    }
    var fired: [Int] = []
    if let plan {
      var run = PlanRun(plan)
      run.carryOut(on: &draft)
      fired = run.fired.sorted()
    }
    if let edits { try draft.apply(edits(draft)) }
    Corrections(reading).read(into: &draft)
    StatedLanguage.check(&draft)
    draft.settlePublisher(plan: plan, routing: routing)
    let nodes = draft.metadata.nodes
    if let nodes {
      draft.placeMedia(nodes)
      draft.readEntries(nodes)
    }
    var kinds = KindReading(nodes, PageShape.of(draft, reading.facts))
    let kind = kinds.verdict(draft)
    draft.settle(kind)
    let quality = QualityReading(decisions: draft.decisions, facts: reading.facts, evidence: evidence).signals()
    let next = nodes.flatMap { kind.name.isOneWork ? NextPart.find(draft, $0) : nil }
    return Judgement(kind: kind, nextPage: next, quality: quality, fired: fired)
  }

  /// The publication date that the page itself states, as the generic extractor reads it; chooses among a rule's dated versions.
  public func publicationDate(of page: Page, origin: Origin = Origin()) -> PartialDate? {
    var draft = Draft(page: page, origin: origin)
    draft.offerMetadata()
    GenericReading(page).read(into: &draft)
    if case .date(let date) = draft.candidate(for: .datePublished)?.value { return date }
    return nil
  }
}
