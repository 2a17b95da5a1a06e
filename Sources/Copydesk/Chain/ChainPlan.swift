/// A chain as configured and checked: which plugins with which options, in which order. Nothing is opened yet.
public struct ChainPlan: Sendable, Hashable {
  public var name: String
  public var sources: [StepPlan]
  public var transforms: [StepPlan]
  public var sinks: [StepPlan]
  public var delivery: DeliveryPlan
  /// How many documents are worked on side by side; `nil`: as many as there are processors.
  public var workers: Int?
  /// Whether documents reach the sinks in the order of the sources.
  public var isOrdered: Bool

  public init(
    name: String, sources: [StepPlan], transforms: [StepPlan] = [], sinks: [StepPlan], delivery: DeliveryPlan = DeliveryPlan(),
    workers: Int? = nil, isOrdered: Bool = false
  ) {
    self.name = name
    self.sources = sources
    self.transforms = transforms
    self.sinks = sinks
    self.delivery = delivery
    self.workers = workers
    self.isOrdered = isOrdered
  }
}

/// One step of a chain: a plugin and its options.
public struct StepPlan: Sendable, Hashable {
  public var kind: PluginKind
  public var plugin: String
  /// The name in reports and in the dead letter.
  public var label: String
  public var options: Options
  /// The Lua expression of `when:`.
  public var condition: String?
  /// Where the step stands in the chain file: `sinks[0]`.
  public var path: JSONPath
  public var span: TextSpan?

  public init(
    kind: PluginKind, plugin: String, label: String? = nil, options: Options = Options(), condition: String? = nil,
    path: JSONPath = JSONPath(), span: TextSpan? = nil
  ) {
    self.kind = kind
    self.plugin = plugin
    self.label = label ?? plugin
    self.options = options
    self.condition = condition
    self.path = path
    self.span = span
  }
}

/// What a chain does to bring every document to its end.
public struct DeliveryPlan: Sendable, Hashable {
  /// How often a failed write is tried again.
  public var retries: Int
  /// The pause before the first retry; each further one is twice as long.
  public var retryDelay: Duration
  /// No pause is longer.
  public var retryDelayLimit: Duration
  /// The most documents in one write.
  public var batch: Int
  public var deadLetter: StepPlan?

  public init(
    retries: Int = 3, retryDelay: Duration = .milliseconds(200), retryDelayLimit: Duration = .seconds(30), batch: Int = 64,
    deadLetter: StepPlan? = nil
  ) {
    self.retries = retries
    self.retryDelay = retryDelay
    self.retryDelayLimit = retryDelayLimit
    self.batch = batch
    self.deadLetter = deadLetter
  }
}
