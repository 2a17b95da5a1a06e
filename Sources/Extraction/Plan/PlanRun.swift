import Copydesk
import Pages

/// Carries out one plan on one draft: body first, then what is taken, then what is dropped.
///
/// The generic extractor has read the page before, so the plan says only what it knows better; where it is silent the generic decisions
/// stand, and every decision shows whose it is.
struct PlanRun {
  let plan: Plan
  /// The ids of the clauses that hit.
  private(set) var fired: Set<Int> = []

  init(_ plan: Plan) { self.plan = plan }

  mutating func carryOut(on draft: inout Draft) {
    var search = ClauseSearch(draft)
    setBody(&draft, &search)
    for take in plan.take { self.take(take, &draft, &search) }
    for drop in plan.drop { self.drop(drop, &draft, &search) }
    for problem in search.problems { draft.note("selector-failed", problem) }
  }

  // MARK: - Body

  private mutating func setBody(_ draft: inout Draft, _ search: inout ClauseSearch) {
    var region: (blocks: Set<Int>, clause: Clause)?
    for clause in plan.within {
      let blocks = Set(search.hits(clause, draft).flatMap(\.blocks))
      guard !blocks.isEmpty else { continue }
      fired.insert(clause.id)
      region = (blocks, clause)
      break
    }
    var kept: [Int: Clause] = [:]
    for clause in plan.keep {
      for hit in search.hits(clause, draft) {
        fired.insert(clause.id)
        for block in hit.blocks where kept[block] == nil { kept[block] = clause }
      }
    }
    guard region != nil || !plan.keep.isEmpty else { return }
    for index in draft.decisions.indices where draft.decisions.ruling(index).role != .artefact {
      settle(index, region, kept, &draft)
    }
  }

  private func settle(_ index: Int, _ region: (blocks: Set<Int>, clause: Clause)?, _ kept: [Int: Clause], _ draft: inout Draft) {
    let decision = draft.decisions[index]
    if let region, !region.blocks.contains(index) {
      if decision.isInBody {
        draft.decide(
          index,
          Decision(
            .removed, role: .boilerplate, by: region.clause.from, reason: "outside the body that the rule names", authority: .rule
          ))
      }
      return
    }
    // What the generic extractor made a field of stays one.
    if decision.fate == .moved { return }
    if !plan.keep.isEmpty, kept[index] == nil {
      guard region != nil || decision.isInBody else { return }
      let by = plan.keep.first?.from ?? plan.from
      draft.decide(
        index,
        Decision(
          .removed, role: decision.isInBody ? .boilerplate : decision.role, by: by, reason: "not among what the rule keeps",
          authority: .rule))
      return
    }
    guard let clause = kept[index] ?? region?.clause else { return }
    // The rule says where the body is, so only what was left out for its place comes back. What the generic extractor left out for what it is, an
    // advertisement or a menu that opens on request, stays out wherever it stands; to have it, a rule names it in `keep`.
    if kept[index] == nil, decision.fate == .removed, decision.authority == .generic, !Heuristic.isOfPlace(decision.by) { return }
    // A keep without a region only confirms what is in the article; it does not fetch blocks from menus.
    guard region != nil || decision.isInBody else { return }
    let reason = clause.reason ?? (kept[index] == nil ? "in the body that the rule names" : "what the rule keeps")
    draft.decide(
      index,
      Decision(
        decision.cuts.isEmpty ? .kept : .edited, role: draft.bodyRole(index), by: clause.from, reason: reason,
        cuts: decision.cuts, authority: .rule))
  }

  // MARK: - Take

  private mutating func take(_ take: Plan.Take, _ draft: inout Draft, _ search: inout ClauseSearch) {
    var isTaken = false
    for clause in take.alternatives {
      let values = ClauseValues(field: take.field, clause: clause).read(draft, &search)
      guard !values.isEmpty else { continue }
      fired.insert(clause.id)
      for value in values {
        draft.offer(take.field, value.candidate)
        if !isTaken { move(value, take.field, clause, &draft) }
      }
      isTaken = true
    }
  }

  private func move(_ value: ClauseValues.Value, _ field: Field, _ clause: Clause, _ draft: inout Draft) {
    let reason = clause.reason ?? "taken as \(field.rawValue)"
    for cut in value.cuts where draft.decisions.ruling(cut.block).isInBody {
      draft.cut(cut.block, Decision.Cut(range: cut.range, role: field.role, to: field, by: clause.from, reason: reason))
    }
    for block in value.blocks {
      draft.decide(block, Decision(.moved, role: field.role, to: field, by: clause.from, reason: reason, authority: .rule))
    }
  }

  // MARK: - Drop

  private mutating func drop(_ drop: Plan.Drop, _ draft: inout Draft, _ search: inout ClauseSearch) {
    for clause in drop.clauses {
      let hits = search.hits(clause, draft).map { hit in
        ClauseHit(blocks: hit.blocks.filter { !isTaken($0, draft) }, cuts: hit.cuts, raw: hit.raw)
      }
      guard hits.contains(where: { !$0.blocks.isEmpty || !$0.cuts.isEmpty }) else { continue }
      if let limit = clause.maxShare, let share = share(hits, draft), share > limit {
        draft.note(
          "budget",
          "\(clause.from): would remove \(Int((share * 100).rounded())) % of the text, more than its max_share of \(Int((limit * 100).rounded())) %, and removed nothing"
        )
        continue
      }
      fired.insert(clause.id)
      let reason = clause.reason ?? clause.matcher.dropReason
      for hit in hits {
        for block in hit.blocks {
          draft.decide(block, Decision(.removed, role: drop.role, by: clause.from, reason: reason, authority: .rule))
        }
        for cut in hit.cuts {
          draft.cut(cut.block, Decision.Cut(range: cut.range, role: drop.role, by: clause.from, reason: reason))
        }
      }
    }
  }

  private func isTaken(_ block: Int, _ draft: Draft) -> Bool {
    draft.decisions.ruling(block).fate == .moved && draft.decisions.ruling(block).authority >= .rule
  }

  /// The share of the page's text that hits cover.
  private func share(_ hits: [ClauseHit], _ draft: Draft) -> Double? {
    guard !draft.page.text.isEmpty else { return nil }
    var bytes = 0
    for block in Set(hits.flatMap(\.blocks)) { bytes += draft.page.blocks[block].text.count }
    for cut in hits.flatMap(\.cuts) { bytes += cut.range.count }
    return Double(bytes) / Double(draft.page.text.count)
  }
}

extension Matcher {
  /// Why a block is dropped, where the rule gives no reason of its own.
  var dropReason: String {
    switch self {
    case .css(let selector, _, _): "matches the selector \(selector.source)"
    case .xpath(let expression, _): "matches the path \(expression.source)"
    case .line(let line):
      line.template.map { "matches the line \u{201C}\($0.source)\u{201D}" }
        ?? (line.date == nil ? "a line at the place the rule names" : "a line with a date")
    case .byline(let template): "matches the byline \u{201C}\(template.source)\u{201D}"
    case .meta(let name, _): "meta \(name)"
    case .jsonLD(let path, _): "json-ld \(path.joined(separator: "."))"
    case .value(let value): value
    }
  }
}
