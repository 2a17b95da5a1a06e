import Copydesk

extension ConfigChecker {
  /// Checks the root of a chain file. What is missing is reported, and the plan is then incomplete.
  mutating func chain(_ root: ConfigNode) -> ChainPlan? {
    let options = options(ChainSpec.options, in: root, at: JSONPath())
    for key in ["sources", "sinks"] {
      if case .list(let steps) = options.values[key], steps.isEmpty, case .sequence(let nodes) = root[key]?.value, nodes.isEmpty {
        report(.emptyList, at: JSONPath().appending(key), options.spans[key])
      }
    }
    guard let plan = try? plan(from: options) else { return nil }
    files(of: plan)
    return plan
  }

  private func plan(from options: Options) throws -> ChainPlan {
    func steps(_ key: String) throws -> [StepPlan] {
      try options.list(key).compactMap { if case .step(let step) = $0 { step } else { nil } }
    }
    let record = try options.record("delivery")
    let delivery = DeliveryPlan(
      retries: try record.integer("retries"), retryDelay: try record.duration("retry_delay"),
      retryDelayLimit: try record.duration("retry_delay_limit"), batch: try record.integer("batch"),
      deadLetter: try record.optionalStep("dead_letter"))
    return ChainPlan(
      name: try options.string("name"), sources: try steps("sources"), transforms: try steps("transforms"),
      sinks: try steps("sinks"), delivery: delivery, workers: try options.optionalInteger("workers"),
      isOrdered: try options.boolean("ordered"))
  }
}
