import Copydesk
import Synchronization

/// What happened in a run, as its doubles saw it.
final class Ledger: Sendable {
  struct Entries {
    var emitted: [String] = []
    var acknowledged: [String: [DeliveryStatus]] = [:]
    var written: [String: [String]] = [:]
    var batches: [Int] = []
    var opened: [String: Int] = [:]
    var closed: [String: Int] = [:]
    var attempts = 0
    var pauses: [Duration] = []
    var deadLetters: [Document] = []
    /// The most documents that were emitted and not yet written.
    var mostUnderWay = 0
  }

  private let entries = Mutex(Entries())

  var now: Entries { entries.withLock { $0 } }

  func change<Result: Sendable>(_ body: (inout Entries) throws -> Result) rethrows -> Result {
    try entries.withLock { try body(&$0) }
  }

  func written(to sink: String = "sink") -> [String] { now.written[sink] ?? [] }
}

/// Emits documents named `0`, `1`, …, and notes each emission and acknowledgement.
struct CountingSource: Source {
  var prefix = ""
  var count: Int
  var ledger: Ledger
  /// Called before each emission.
  var before: @Sendable (Int) async throws -> Void = { _ in }
  var rejects: Set<Int> = []

  func run(_ outlet: Outlet) async throws {
    for n in 0..<count {
      try await before(n)
      let document = Document(id: "\(prefix)\(n)", content: Array("text \(n)".utf8), metadata: ["n": .integer(n)])
      let acknowledge: Outlet.Acknowledgement = { [ledger] status in
        ledger.change { $0.acknowledged[document.id, default: []].append(status) }
      }
      if rejects.contains(n) {
        try await outlet.reject(document, error: TestFailure(code: "rejected"), acknowledge: acknowledge)
      } else {
        try await outlet.emit(document, acknowledge: acknowledge)
      }
      ledger.change { entries in
        entries.emitted.append(document.id)
        let written = entries.written.values.map(\.count).min() ?? 0
        entries.mostUnderWay = max(entries.mostUnderWay, entries.emitted.count - written)
      }
    }
  }
}

struct TestFailure: DocumentError, Equatable {
  var code = "test"
  var message = "as ordered"
  var rule: String?
}

/// Does what a closure says.
struct ClosureTransform: Transform {
  var body: @Sendable (Document) async throws -> [Document]
  var atEnd: @Sendable () async throws -> [Document] = { [] }

  func process(_ document: Document) async throws -> [Document] { try await body(document) }
  func finish() async throws -> [Document] { try await atEnd() }
}

/// Notes what it is given; `before` may fail or delay a write.
struct LedgerSink: Sink {
  var name = "sink"
  var ledger: Ledger
  var before: @Sendable ([Document]) async throws -> Void = { _ in }
  var onOpen: @Sendable () throws -> Void = {}
  var onClose: @Sendable () throws -> Void = {}

  func open() async throws {
    try onOpen()
    ledger.change { $0.opened[name, default: 0] += 1 }
  }

  func write(_ batch: [Document]) async throws {
    ledger.change { $0.attempts += 1 }
    try await before(batch)
    ledger.change {
      $0.batches.append(batch.count)
      $0.written[name, default: []] += batch.map(\.id)
      $0.deadLetters += batch.filter { $0.failure != nil }
    }
  }

  func close() async throws {
    ledger.change { $0.closed[name, default: 0] += 1 }
    try onClose()
  }
}

struct ClosureCondition: Condition {
  var body: @Sendable (Document) throws -> Bool

  func holds(for document: Document) throws -> Bool { try body(document) }
}

/// A clock on which every sleep is over at once, and noted.
struct ImmediateClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
  }

  var ledger: Ledger
  var now: Instant { Instant(offset: .zero) }
  var minimumResolution: Duration { .zero }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    ledger.change { $0.pauses.append(deadline.offset) }
    await Task.yield()
  }
}

/// Lets through who waits once it is opened.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  func open() {
    let waiters = state.withLock { state in
      state.isOpen = true
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiters.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }
}

extension Chain {
  /// A chain over the ledger's doubles.
  static func test(
    _ ledger: Ledger, count: Int, transforms: [Step<TransformFactory>] = [], sinks: [Step<SinkFactory>]? = nil,
    deadLetter: Bool = true, policy: DeliveryPolicy = DeliveryPolicy(queue: 8), workers: Int = 2, ordered: Bool = false
  ) -> Chain {
    Chain(
      name: "test", sources: [.init("source") { CountingSource(count: count, ledger: ledger) }], transforms: transforms,
      sinks: sinks ?? [.init("sink") { LedgerSink(ledger: ledger) }],
      deadLetter: deadLetter ? .init("dead") { LedgerSink(name: "dead", ledger: ledger) } : nil, delivery: policy,
      workers: workers,
      isOrdered: ordered)
  }

  func run(_ ledger: Ledger, options: ChainRunner.Options = .init()) async -> ChainReport {
    await ChainRunner(self, options: options, clock: ImmediateClock(ledger: ledger), logger: .silent).run()
  }
}
