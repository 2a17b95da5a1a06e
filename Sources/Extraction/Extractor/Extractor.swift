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
    let reading = GenericReading(page)
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
    draft.settlePublisher(plan: plan, routing: routing)
    let nodes = page.tree.map(PageNodes.init)
    if let nodes {
      draft.placeMedia(nodes)
      draft.readEntries(nodes)
    }
    var kinds = KindReading(draft, nodes, reading.facts)
    let kind = kinds.verdict()
    draft.settle(kind)
    var record = draft.folded()
    record.kind = kind
    if let nodes, kind.name.isOneWork, let next = NextPart.find(draft, nodes) {
      record.nextPage = next
      record.note("more-pages", "the article goes on at \(next.url)")
    }
    Review(plan: plan).review(&record, draft)
    record.judgeQuality(
      QualityReading(draft, facts: reading.facts, evidence).signals(), by: page.kind == .html ? .html : .text)
    return ExtractionOutcome(record: record, fired: fired)
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
