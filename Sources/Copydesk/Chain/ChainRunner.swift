public import Logging

/// Runs a chain from its sources to its sinks.
///
/// Sources and sinks run on threads of their own, transforms in as many workers as asked for, which share nothing. Between the
/// stages are bounded channels. Every document that a source emitted is acknowledged to it exactly once, however the run ends.
///
/// ``stop()`` ends a run gracefully: sources stop, what is under way is brought to its end, sinks are closed. ``abort()``, or cancelling
/// the task of ``run()``, ends it at once: what is under way is acknowledged as undelivered; sinks are still closed.
public struct ChainRunner: Sendable {
  public struct Options: Sendable {
    /// In place of the chain's own number.
    public var workers: Int?
    /// Ends the run after this many documents from the sources.
    public var limit: Int?
    /// Does everything but write: no sink is made or opened.
    public var isDryRun = false
    /// Called now and then while the run goes on, from a task of its own.
    public var progress: (@Sendable (DocumentCounts) -> Void)?
    public var progressInterval = Duration.milliseconds(100)

    public init(workers: Int? = nil, limit: Int? = nil, isDryRun: Bool = false) {
      self.workers = workers
      self.limit = limit
      self.isDryRun = isDryRun
    }
  }

  private let run: ChainRun

  /// - Parameter clock: Measures the pauses between retries and between progress reports.
  public init(
    _ chain: Chain, options: Options = Options(), clock: any Clock<Duration> = ContinuousClock(),
    logger: Logger = Logger(label: "copydesk.chain")
  ) {
    run = ChainRun(chain, options: options, clock: clock, logger: logger)
  }

  /// Stops the run gracefully. May be called from anywhere, at any time, more than once.
  public func stop() { run.requestStop(.stopped) }

  /// Ends the run at once, as cancelling its task does. May be called from anywhere, at any time, more than once.
  public func abort() { run.abort(.aborted) }

  /// What became of the documents so far.
  public var counts: DocumentCounts { run.counts }

  /// Runs the chain to its end. To be called once.
  public func run() async -> ChainReport { await run.execute() }
}
