import Copydesk
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChainFaultTests {
  @Test func aWriteIsTriedAgainWithGrowingPauses() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 1,
      sinks: [.init("sink") { LedgerSink(ledger: ledger, before: { _ in if ledger.now.attempts <= 4 { throw TestFailure() } }) }],
      policy: DeliveryPolicy(retries: 5, retryDelay: .milliseconds(100), retryDelayLimit: .milliseconds(300)))
    let report = await chain.run(ledger)
    #expect(ledger.written() == ["0"])
    #expect(ledger.now.pauses == [.milliseconds(100), .milliseconds(200), .milliseconds(300), .milliseconds(300)])
    #expect(report.isClean)
  }

  @Test func afterTheRetriesTheBatchGoesToTheDeadLetter() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 30,
      sinks: [
        .init("sink") {
          LedgerSink(
            ledger: ledger, before: { batch in if batch.contains(where: { $0.id == "11" }) { throw TestFailure(code: "full") } })
        }
      ], policy: DeliveryPolicy(retries: 2, batch: 1))
    let report = await chain.run(ledger)
    #expect(ledger.written(to: "dead") == ["11"])
    #expect(ledger.now.deadLetters.first?.failure == Failure(stage: "sink", code: "full", message: "as ordered"))
    #expect(ledger.written().count == 29)
    #expect(ledger.now.attempts == 29 + 3 + 1)
    #expect(report.stages[1].failed == 1)
    expectAcknowledged(ledger)
  }

  @Test func withoutADeadLetterABrokenSinkStopsTheRun() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 10_000, sinks: [.init("sink") { LedgerSink(ledger: ledger, before: { _ in throw TestFailure() }) }],
      deadLetter: false)
    let report = await chain.run(ledger)
    #expect(failure(report)?.stage == "sink")
    #expect(failure(report)?.phase == .running)
    #expect(report.documents.undelivered == report.documents.emitted)
    #expect(ledger.now.emitted.count < 10_000)
    #expect(ledger.now.closed["sink"] == 1)
    expectAcknowledged(ledger)
  }

  @Test func aBrokenDeadLetterStopsTheRun() async {
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 10_000, transforms: [.init("t") { ClosureTransform { _ in throw TestFailure() } }])
    chain.deadLetter = .init("dead") { LedgerSink(name: "dead", ledger: ledger, before: { _ in throw TestFailure() }) }
    let report = await chain.run(ledger)
    #expect(failure(report)?.kind == .deadLetter)
    #expect(ledger.now.emitted.count < 10_000)
    #expect(ledger.now.acknowledged.values.allSatisfy { $0 == [.undelivered] })
    #expect(ledger.now.closed == ["sink": 1, "dead": 1])
    expectAcknowledged(ledger)
  }

  @Test func overAFanOutTheWorstStatusCounts() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 20,
      sinks: [
        .init("good") { LedgerSink(name: "good", ledger: ledger) },
        .init("picky") {
          LedgerSink(
            name: "picky", ledger: ledger, before: { batch in if batch.contains(where: { $0.id == "5" }) { throw TestFailure() } }
          )
        },
      ], policy: DeliveryPolicy(retries: 0, batch: 1))
    let report = await chain.run(ledger)
    #expect(ledger.written(to: "good").count == 20)
    #expect(ledger.written(to: "picky").count == 19)
    #expect(ledger.now.acknowledged["5"] == [.deadLettered])
    #expect(report.documents.delivered == 19)
    #expect(report.documents.deadLettered == 1)
    expectAcknowledged(ledger)
  }

  @Test func aSplitDocumentIsAcknowledgedWhenAllPartsAreDone() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 1,
      transforms: [
        .init("split") { ClosureTransform { document in (0..<5).map { Document(id: "\(document.id).\($0)") } } },
        .init("fail") {
          ClosureTransform {
            if $0.id == "0.3" { throw TestFailure() }; return $0.id == "0.4" ? [] : [$0]
          }
        },
      ],
      sinks: [
        .init("sink") {
          LedgerSink(
            ledger: ledger,
            before: { batch in
              // Not before the last part is written.
              #expect(ledger.now.acknowledged.isEmpty)
            })
        }
      ], policy: DeliveryPolicy(batch: 1))
    _ = await chain.run(ledger)
    #expect(ledger.written() == ["0.0", "0.1", "0.2"])
    #expect(ledger.written(to: "dead") == ["0.3"])
    #expect(ledger.now.acknowledged == ["0": [.deadLettered]])
  }

  @Test(arguments: ["transform", "sink", "open", "dead"]) func whatCannotBeOpenedStopsTheRunBeforeTheSources(_ what: String) async
  {
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 10)
    switch what {
    case "transform": chain.transforms = [.init("t") { throw TestFailure() }]
    case "sink": chain.sinks.append(.init("s") { throw TestFailure() })
    case "open": chain.sinks.append(.init("o") { LedgerSink(name: "o", ledger: ledger, onOpen: { throw TestFailure() }) })
    default: chain.deadLetter = .init("d") { throw TestFailure() }
    }
    let report = await chain.run(ledger)
    #expect(failure(report)?.phase == .opening)
    #expect(ledger.now.emitted.isEmpty)
    #expect(ledger.now.opened == ledger.now.closed)
  }

  @Test func aBrokenSourceEndsTheRunAfterWhatItGave() async {
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 0)
    chain.sources = [
      .init("broken") { CountingSource(prefix: "b", count: 10, ledger: ledger, before: { if $0 == 6 { throw TestFailure() } }) },
      .init("endless") { CountingSource(prefix: "e", count: .max, ledger: ledger) },
    ]
    let report = await chain.run(ledger)
    #expect(failure(report)?.stage == "broken")
    #expect(ledger.written().filter { $0.hasPrefix("b") }.count == 6)
    #expect(report.documents.delivered == report.documents.emitted)
    expectAcknowledged(ledger)
  }

  @Test func aSinkThatCannotCloseFailsTheRun() async {
    let ledger = Ledger()
    let chain = Chain.test(ledger, count: 3, sinks: [.init("s") { LedgerSink(ledger: ledger, onClose: { throw TestFailure() }) }])
    #expect(failure(await chain.run(ledger))?.phase == .closing)
  }

  @Test func aClosedOutputEndsTheRunQuietly() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: .max,
      sinks: [.init("s") { LedgerSink(ledger: ledger, before: { _ in if ledger.now.attempts > 3 { throw OutputClosed() } }) }])
    let report = await chain.run(ledger)
    guard case .stopped = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(report.documents.deadLettered == 0)
    expectAcknowledged(ledger)
  }

  @Test func stoppingDrainsWhatIsUnderWay() async {
    let ledger = Ledger()
    let runner = Mutex<ChainRunner?>(nil)
    let chain = Chain.test(
      ledger, count: .max,
      transforms: [
        .init("stop") {
          ClosureTransform { document in
            if document.id == "200" { runner.withLock { $0 }?.stop() }
            return [document]
          }
        }
      ])
    let made = ChainRunner(chain, clock: ImmediateClock(ledger: ledger), logger: .silent)
    runner.withLock { $0 = made }
    let report = await made.run()
    guard case .stopped = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(report.documents.delivered == report.documents.emitted)
    #expect(report.documents.emitted > 200)
    #expect(ledger.now.closed == ["sink": 1, "dead": 1])
    expectAcknowledged(ledger)
  }

  @Test(arguments: [false, true], [false, true]) func cancellingSettlesEverything(_ ordered: Bool, _ byTask: Bool) async {
    let ledger = Ledger()
    let reached = Gate()
    let chain = Chain.test(
      ledger, count: .max,
      transforms: [
        .init("t") {
          ClosureTransform { document in
            if document.id == "100" { reached.open() }
            return [document]
          }
        }
      ], workers: 4, ordered: ordered)
    let runner = ChainRunner(chain, clock: ImmediateClock(ledger: ledger), logger: .silent)
    let report = await withTaskGroup(of: ChainReport?.self) { group in
      group.addTask { await runner.run() }
      await reached.wait()
      if byTask { group.cancelAll() } else { runner.abort() }
      var report: ChainReport?
      for await end in group { report = end }
      return report
    }
    guard case .aborted = report?.outcome else {
      Issue.record("\(String(describing: report?.outcome))")
      return
    }
    #expect((report?.documents.undelivered ?? 0) + (report?.documents.delivered ?? 0) == report?.documents.emitted)
    #expect(ledger.now.closed == ["sink": 1, "dead": 1])
    expectAcknowledged(ledger)
  }

  @Test func cancellingEndsTheRetries() async {
    let ledger = Ledger()
    let reached = Gate()
    let chain = Chain.test(
      ledger, count: 5,
      sinks: [
        .init("s") {
          LedgerSink(
            ledger: ledger,
            before: { _ in
              reached.open(); throw TestFailure()
            })
        }
      ],
      policy: DeliveryPolicy(retries: .max))
    let runner = ChainRunner(chain, clock: ImmediateClock(ledger: ledger), logger: .silent)
    let report = await withTaskGroup(of: ChainReport?.self) { group in
      group.addTask { await runner.run() }
      await reached.wait()
      runner.abort()
      return await group.next() ?? nil
    }
    #expect(report?.documents.undelivered == report?.documents.emitted)
    expectAcknowledged(ledger)
  }

  /// Random chains with random faults: whatever happens, the accounts balance.
  @Test(arguments: 0..<150) func theAccountsAlwaysBalance(_ seed: UInt64) async {
    var random = SeededGenerator(seed)
    let ledger = Ledger()
    let count = Int.random(in: 0...120, using: &random)
    let failing = random.chance(50) ? Int.random(in: 2...9, using: &random) : 0
    let splitting = random.chance(50) ? Int.random(in: 2...9, using: &random) : 0
    let dropping = random.chance(50) ? Int.random(in: 2...9, using: &random) : 0
    let sinkFailing = random.chance(50) ? Int.random(in: 2...9, using: &random) : 0
    let isDeadLetterBroken = random.chance(15)
    let aborting = random.chance(20) ? Int.random(in: 0...100, using: &random) : nil
    let stopping = random.chance(20) ? Int.random(in: 0...100, using: &random) : nil
    @Sendable func number(_ document: Document) -> Int { document.metadata["n"]?.intValue ?? 1 }
    @Sendable func hits(_ n: Int, _ divisor: Int) -> Bool { divisor > 0 && n % divisor == 1 }
    let runner = Mutex<ChainRunner?>(nil)
    var chain = Chain.test(
      ledger, count: count,
      transforms: [
        .init("t") {
          ClosureTransform { document in
            let n = number(document)
            if n == aborting { runner.withLock { $0 }?.abort() }
            if n == stopping { runner.withLock { $0 }?.stop() }
            for _ in 0..<(n % 5) { await Task.yield() }
            if hits(n, failing) { throw TestFailure() }
            if hits(n, dropping) { return [] }
            return hits(n, splitting) ? [document, document, document] : [document]
          }
        }
      ],
      sinks: (0..<Int.random(in: 1...3, using: &random)).map { index in
        .init("sink\(index)") {
          LedgerSink(
            name: "sink\(index)", ledger: ledger,
            before: { batch in
              if index == 0, batch.contains(where: { hits(number($0), sinkFailing) }) { throw TestFailure() }
            })
        }
      }, deadLetter: random.chance(70),
      policy: DeliveryPolicy(
        retries: Int.random(in: 0...2, using: &random), batch: Int.random(in: 1...5, using: &random),
        queue: Int.random(in: 1...8, using: &random)),
      workers: Int.random(in: 1...5, using: &random), ordered: random.chance(50))
    if isDeadLetterBroken, chain.deadLetter != nil {
      chain.deadLetter = .init("dead") { LedgerSink(name: "dead", ledger: ledger, before: { _ in throw TestFailure() }) }
    }
    let limit = random.chance(20) ? Int.random(in: 0...60, using: &random) : nil
    let made = ChainRunner(chain, options: .init(limit: limit), clock: ImmediateClock(ledger: ledger), logger: .silent)
    runner.withLock { $0 = made }
    let report = await made.run()
    let documents = report.documents
    expectAcknowledged(ledger)
    #expect(documents.emitted == ledger.now.emitted.count)
    #expect(documents.delivered + documents.deadLettered + documents.undelivered == documents.emitted)
    let statuses = ledger.now.acknowledged.values.flatMap { $0 }
    #expect(statuses.count { $0 == .delivered } == documents.delivered)
    #expect(statuses.count { $0 == .deadLettered } == documents.deadLettered)
    // What was acknowledged as delivered is at every sink, unless it was dropped.
    for (id, status) in ledger.now.acknowledged where status == [.delivered] && !hits(Int(id) ?? 1, dropping) {
      for sink in chain.sinks { #expect(ledger.written(to: sink.label).contains(id)) }
    }
    // What failed is at no sink.
    for id in ledger.now.emitted where hits(Int(id) ?? 1, failing) {
      for sink in chain.sinks { #expect(!ledger.written(to: sink.label).contains(id)) }
    }
    #expect(ledger.now.opened == ledger.now.closed)
  }

  private func failure(_ report: ChainReport) -> ChainFailure? {
    if case .failed(let failure) = report.outcome { failure } else { nil }
  }
}

@Suite(.timeLimit(.minutes(1))) struct RefusalTests {
  private func chain(_ ledger: Ledger, deadLetter: Bool) -> Chain {
    Chain.test(
      ledger, count: 20,
      sinks: [
        .init("sink") {
          LedgerSink(
            ledger: ledger,
            before: { batch in
              let refused = batch.indices.filter { batch[$0].id.hasSuffix("3") }
              if !refused.isEmpty { throw RefusedDocuments(.init(uniqueKeysWithValues: refused.map { ($0, TestFailure()) })) }
            })
        }
      ], deadLetter: deadLetter)
  }

  @Test func refusedDocumentsGoToTheDeadLetterWithoutTheirBatch() async {
    let ledger = Ledger()
    let report = await chain(ledger, deadLetter: true).run(ledger)
    #expect(Set(ledger.written(to: "dead")) == ["3", "13"])
    #expect(report.documents.delivered == 18)
    #expect(report.stages[1].output == 18)
    #expect(ledger.now.pauses.isEmpty)
    expectAcknowledged(ledger)
  }

  @Test func withoutADeadLetterOnlyTheyAreUndelivered() async {
    let ledger = Ledger()
    let report = await chain(ledger, deadLetter: false).run(ledger)
    #expect(report.documents.delivered == 18)
    #expect(report.documents.undelivered == 2)
    expectAcknowledged(ledger)
  }
}
