/// Prepares the steps of a checked plan: makes a runnable chain, opening nothing.
public struct ChainBuilder: Sendable {
  public var registry: PluginRegistry
  public var context: PluginContext

  public init(registry: PluginRegistry, context: PluginContext) {
    self.registry = registry
    self.context = context
    self.context.registry = registry
  }

  /// - Returns: the chain, or `nil` where a step refused its options; and every such refusal.
  public func build(_ plan: ChainPlan) -> (chain: Chain?, diagnostics: [ConfigDiagnostic]) {
    var diagnostics: [ConfigDiagnostic] = []
    var labels: [String: Int] = [:]
    /// Two steps of one name are told apart in reports by their number.
    func unique(_ step: StepPlan) -> String {
      let count = labels["\(step.kind) \(step.label)", default: 0] + 1
      labels["\(step.kind) \(step.label)"] = count
      return count == 1 ? step.label : "\(step.label)#\(count)"
    }
    func steps<Factory: Sendable>(
      _ plans: [StepPlan], _ prepare: (PluginRegistry.Factory, Options, PluginContext) throws -> Factory?
    ) -> [Chain.Step<Factory>] {
      plans.compactMap { step in
        let label = unique(step)
        do {
          return Chain.Step(label, condition: try condition(of: step), make: try self.prepare(step, label: label, prepare))
        } catch {
          diagnostics.append(Self.diagnostic(error, in: step))
          return nil
        }
      }
    }
    let sources = steps(plan.sources) { if case .source(let make) = $0 { try make($1, $2) } else { nil } }
    let transforms = steps(plan.transforms) { if case .transform(let make) = $0 { try make($1, $2) } else { nil } }
    let sinks = steps(plan.sinks) { if case .sink(let make) = $0 { try make($1, $2) } else { nil } }
    let deadLetter = steps([plan.delivery.deadLetter].compactMap { $0 }) {
      if case .sink(let make) = $0 { try make($1, $2) } else { nil }
    }
    guard diagnostics.isEmpty else { return (nil, diagnostics) }
    let delivery = DeliveryPolicy(
      retries: plan.delivery.retries, retryDelay: plan.delivery.retryDelay, retryDelayLimit: plan.delivery.retryDelayLimit,
      batch: plan.delivery.batch)
    let chain = Chain(
      name: plan.name, sources: sources, transforms: transforms, sinks: sinks, deadLetter: deadLetter.first, delivery: delivery,
      workers: plan.workers, isOrdered: plan.isOrdered)
    return (chain, diagnostics)
  }

  private func prepare<Factory>(
    _ step: StepPlan, label: String, _ prepare: (PluginRegistry.Factory, Options, PluginContext) throws -> Factory?
  ) throws -> Factory {
    var context = context
    context.label = label
    guard let factory = registry.factory(step.kind, step.plugin), let made = try prepare(factory, step.options, context) else {
      throw ConfigDiagnostic(
        .unknownPlugin(step.kind, name: step.plugin, known: registry.specs(step.kind).map(\.name), otherKind: nil),
        path: step.path, span: step.span)
    }
    return made
  }

  private func condition(of step: StepPlan) throws -> ConditionFactory? {
    guard let expression = step.condition else { return nil }
    guard let compile = context.conditions else {
      throw OptionError("when", .refused("this program has no rule engine for 'when'"))
    }
    return try compile(expression, "\(step.path.appending("when"))")
  }

  private static func diagnostic(_ error: any Error, in step: StepPlan) -> ConfigDiagnostic {
    switch error {
    case let error as ConfigDiagnostic: error
    case let error as OptionError:
      ConfigDiagnostic(
        .refused(error.description), path: step.options.path.appending(error.option),
        span: step.options.spans[error.option] ?? step.options.span ?? step.span)
    default: ConfigDiagnostic(.refused("\(error)"), path: step.path, span: step.span)
    }
  }
}
