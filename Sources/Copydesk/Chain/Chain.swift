/// A chain ready to run: its steps are prepared, none is opened.
///
/// `ChainBuilder` makes one from a checked ``ChainPlan``; a program or a test may put one together itself:
///
/// ```swift
/// let chain = Chain(
///   name: "demo", sources: [.init("list") { ListSource(documents) }],
///   transforms: [.init("upper") { Uppercase() }], sinks: [.init("memory") { MemorySink(store) }])
/// let report = await ChainRunner(chain).run()
/// ```
public struct Chain: Sendable {
  /// A step: its name in reports, how its instances are made, and on which documents it works.
  public struct Step<Factory: Sendable>: Sendable {
    public var label: String
    public var make: Factory
    public var condition: ConditionFactory?

    public init(_ label: String, condition: ConditionFactory? = nil, make: Factory) {
      self.label = label
      self.make = make
      self.condition = condition
    }
  }

  public var name: String
  public var sources: [Step<SourceFactory>]
  public var transforms: [Step<TransformFactory>]
  public var sinks: [Step<SinkFactory>]
  /// Where documents go that could not be processed or written; `nil`: nowhere, they count as undelivered.
  public var deadLetter: Step<SinkFactory>?
  public var delivery: DeliveryPolicy
  /// `nil`: as many as there are processors.
  public var workers: Int?
  public var isOrdered: Bool

  public init(
    name: String, sources: [Step<SourceFactory>], transforms: [Step<TransformFactory>] = [], sinks: [Step<SinkFactory>],
    deadLetter: Step<SinkFactory>? = nil, delivery: DeliveryPolicy = DeliveryPolicy(), workers: Int? = nil,
    isOrdered: Bool = false
  ) {
    self.name = name
    self.sources = sources
    self.transforms = transforms
    self.sinks = sinks
    self.deadLetter = deadLetter
    self.delivery = delivery
    self.workers = workers
    self.isOrdered = isOrdered
  }
}

/// How hard a chain tries, and how much it holds at a time.
public struct DeliveryPolicy: Sendable, Hashable {
  /// How often a failed write is tried again before the batch goes to the dead letter.
  public var retries: Int
  /// The pause before the first retry; each further one is twice as long.
  public var retryDelay: Duration
  /// No pause is longer.
  public var retryDelayLimit: Duration
  /// The most documents in one write.
  public var batch: Int
  /// The most documents that wait between two stages.
  public var queue: Int
  /// The most bytes of content that wait between two stages.
  public var queueBytes: Int

  public init(
    retries: Int = 3, retryDelay: Duration = .milliseconds(200), retryDelayLimit: Duration = .seconds(30), batch: Int = 64,
    queue: Int = 64, queueBytes: Int = 64 << 20
  ) {
    self.retries = retries
    self.retryDelay = retryDelay
    self.retryDelayLimit = retryDelayLimit
    self.batch = batch
    self.queue = queue
    self.queueBytes = queueBytes
  }

  /// The pause before the `n`-th retry, from 1.
  func delay(beforeRetry n: Int) -> Duration {
    var delay = retryDelay
    for _ in 1..<max(1, min(n, 64)) where delay < retryDelayLimit { delay *= 2 }
    return min(delay, retryDelayLimit)
  }
}
