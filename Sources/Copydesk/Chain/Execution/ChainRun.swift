import Logging
import Synchronization

/// One run of a chain: the channels between its tasks, and what all of them share.
final class ChainRun: Sendable {
  /// Why no more documents are taken from the sources, the weightiest last.
  enum StopReason: Sendable {
    case limit, stopped, aborted
    case failed(ChainFailure)

    var weight: Int {
      switch self {
      case .limit: 0
      case .stopped: 1
      case .aborted: 2
      case .failed: 3
      }
    }
  }

  struct State {
    var counts = DocumentCounts()
    /// Slots of the limit that are given out.
    var reserved = 0
    var stop: StopReason?
    var isAborted = false
  }

  let chain: Chain
  let options: ChainRunner.Options
  let clock: any Clock<Duration>
  let logger: Logger
  let workerCount: Int

  let input: BoundedChannel<Envelope>
  /// Only where order is asked for.
  let reordering: ReorderingChannel<Outcome>?
  /// One for each sink; none in a dry run.
  let outputs: [BoundedChannel<Delivery>]
  let deadLetters: BoundedChannel<Delivery>?

  /// Workers and sinks that have to be ready before a source starts.
  let startup: Countdown
  /// Fires when the sources have to stop, or have.
  let sourcesEnd = Countdown(1)
  /// Fires when the run is aborted, or over.
  let end = Countdown(1)
  /// Workers that are not done.
  let working: Countdown
  /// Sinks that may still send to the dead letter.
  let delivering: Countdown
  let state = Mutex(State())

  init(_ chain: Chain, options: ChainRunner.Options, clock: any Clock<Duration>, logger: Logger) {
    self.chain = chain
    self.options = options
    self.clock = clock
    self.logger = logger
    workerCount = min(max(1, options.workers ?? chain.workers ?? processorCount()), 1024)
    let policy = chain.delivery
    input = BoundedChannel(countLimit: policy.queue, weightLimit: policy.queueBytes)
    reordering = chain.isOrdered ? ReorderingChannel(window: policy.queue + workerCount) : nil
    let sinks = options.isDryRun ? [] : chain.sinks
    outputs = sinks.map { _ in BoundedChannel(countLimit: max(policy.queue, policy.batch), weightLimit: policy.queueBytes) }
    let hasDeadLetter = chain.deadLetter != nil && !options.isDryRun
    deadLetters = hasDeadLetter ? BoundedChannel(countLimit: policy.queue, weightLimit: policy.queueBytes) : nil
    startup = Countdown(workerCount + sinks.count + (hasDeadLetter ? 1 : 0))
    working = Countdown(workerCount)
    // One more for the workers, which fail documents as well.
    delivering = Countdown(sinks.count + 1)
  }

  var counts: DocumentCounts { state.withLock { $0.counts } }

  /// Takes no more documents from the sources. Of several reasons the weightiest stays, and of equal ones the first.
  func requestStop(_ reason: StopReason) {
    state.withLock { state in
      if reason.weight > state.stop?.weight ?? -1 { state.stop = reason }
    }
    input.finish()
    sourcesEnd.release()
  }

  /// Lets every task go at once. What is under way is settled in ``settleRemains()``.
  func abort(_ reason: StopReason) {
    state.withLock { $0.isAborted = true }
    requestStop(reason)
    input.abort()
    reordering?.abort()
    for output in outputs { output.abort() }
    deadLetters?.abort()
    startup.release()
    end.release()
  }

  /// Whether the run ends before its documents do.
  var isAborted: Bool { state.withLock { $0.isAborted } }

  /// Whether nothing but the end of the sources, or the limit, ends the run.
  var isInGoodOrder: Bool {
    state.withLock { state in
      switch state.stop {
      case nil, .limit: true
      case .stopped, .aborted, .failed: false
      }
    }
  }

  /// Acknowledges what an aborted run left in its channels. After all tasks have ended.
  func settleRemains() async {
    for envelope in input.takeRemaining() { await envelope.receipt.settle(.undelivered) }
    for outcome in reordering?.takeRemaining() ?? [] { await abandon(outcome) }
    for channel in outputs + [deadLetters].compactMap({ $0 }) {
      for delivery in channel.takeRemaining() { await delivery.receipt.settle(.undelivered) }
    }
  }

  /// Makes the receipt of a document that a source emitted.
  func receipt(_ acknowledge: Outlet.Acknowledgement?) -> Receipt {
    Receipt(acknowledge: acknowledge) { [self] status in
      state.withLock { state in
        switch status {
        case .delivered: state.counts.delivered += 1
        case .deadLettered: state.counts.deadLettered += 1
        case .undelivered: state.counts.undelivered += 1
        }
      }
    }
  }
}

/// A document on its way from a source to a worker.
struct Envelope: Sendable {
  var document: Document
  /// Why the source rejected it.
  var rejection: Failure?
  /// The index of the source.
  var source: Int
  var receipt: Receipt
}

/// A document on its way to a sink, or to the dead letter.
struct Delivery: Sendable {
  var document: Document
  var receipt: Receipt
}

/// All that became of one document of a source.
struct Outcome: Sendable {
  /// What goes to the sinks, by their index. Each part has its own claim on the receipt.
  var deliveries: [(sink: Int, delivery: Delivery)] = []
  /// What goes to the dead letter.
  var failures: [Delivery] = []
}
