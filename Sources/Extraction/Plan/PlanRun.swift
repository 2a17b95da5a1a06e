import Copydesk
import Pages

/// Carries out one plan on one draft.
struct PlanRun {
  let plan: Plan
  /// The ids of the clauses that hit.
  private(set) var fired: Set<Int> = []

  init(_ plan: Plan) { self.plan = plan }

  mutating func carryOut(on draft: inout Draft) {}
}
