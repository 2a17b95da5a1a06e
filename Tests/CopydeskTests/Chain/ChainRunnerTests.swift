import Copydesk
import Testing

@Suite(.timeLimit(.minutes(1))) struct ChainRunnerTests {
  @Test func documentsGoThroughAllTransformsToTheSink() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 100,
      transforms: [
        .init("a") {
          ClosureTransform {
            var document = $0; document.metadata["a"] = 1; return [document]
          }
        },
        .init("b") {
          ClosureTransform { document in
            #expect(document.metadata["a"] == 1)
            return [document]
          }
        },
      ])
    let report = await chain.run(ledger)
    #expect(Set(ledger.written()) == Set((0..<100).map(String.init)))
    #expect(report.isClean)
    #expect(report.documents.delivered == 100)
    #expect(report.stages.map(\.label) == ["source", "a", "b", "sink", "dead"])
    #expect(report.stages.map(\.output) == [100, 100, 100, 100, 0])
    expectAcknowledged(ledger)
  }

  @Test(arguments: [1, 2, 4, 16]) func orderIsKeptOnRequest(_ workers: Int) async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 500,
      transforms: [
        .init("uneven") {
          ClosureTransform { document in
            let n = document.metadata["n"]?.intValue ?? 0
            // Uneven work, some dropped, some split: none of it may change the order.
            for _ in 0..<(n * 7 % 23) { await Task.yield() }
            if n % 10 == 3 { return [] }
            if n % 10 == 4 { return ["a", "b"].map { Document(id: document.id + $0) } }
            if n % 10 == 5 { throw TestFailure() }
            return [document]
          }
        }
      ], policy: DeliveryPolicy(batch: 3, queue: 5), workers: workers, ordered: true)
    let report = await chain.run(ledger)
    let expected = (0..<500).flatMap { n -> [String] in
      switch n % 10 {
      case 3, 5: []
      case 4: ["\(n)a", "\(n)b"]
      default: ["\(n)"]
      }
    }
    #expect(ledger.written() == expected)
    #expect(report.documents.filtered == 50)
    #expect(report.documents.deadLettered == 50)
    #expect(report.documents.delivered == 450)
    expectAcknowledged(ledger)
  }

  @Test func aSlowSinkSlowsTheSource() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 3000,
      sinks: [
        .init("sink") {
          LedgerSink(ledger: ledger, before: { _ in for _ in 0..<20 { await Task.yield() } })
        }
      ], policy: DeliveryPolicy(batch: 2, queue: 4), workers: 2)
    _ = await chain.run(ledger)
    #expect(ledger.written().count == 3000)
    // Two queues of four, a document in each worker's hands, and a batch of two being written.
    #expect(ledger.now.mostUnderWay <= 4 + 4 + 2 + 2)
    #expect(ledger.now.batches.allSatisfy { $0 <= 2 })
  }

  @Test func heavyDocumentsFillAQueueByTheirBytes() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 300,
      sinks: [.init("sink") { LedgerSink(ledger: ledger, before: { _ in for _ in 0..<20 { await Task.yield() } }) }],
      policy: DeliveryPolicy(batch: 1, queue: 1000, queueBytes: 14), workers: 1)
    _ = await chain.run(ledger)
    #expect(ledger.written().count == 300)
    // Two documents of six to eight bytes each fill a queue of 14 bytes.
    #expect(ledger.now.mostUnderWay <= 2 + 2 + 1 + 1)
  }

  @Test func aFailedDocumentGoesToTheDeadLetterAndNowhereElse() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 20,
      transforms: [
        .init("fragile") {
          ClosureTransform { document in
            if document.id == "7" { throw TestFailure(code: "budget", message: "too long", rule: "rules/x/rule.lua:3") }
            return [document]
          }
        }
      ])
    let report = await chain.run(ledger)
    #expect(!ledger.written().contains("7"))
    #expect(ledger.written().count == 19)
    #expect(ledger.written(to: "dead") == ["7"])
    let dead = ledger.now.deadLetters.first
    #expect(dead?.failure == Failure(stage: "fragile", rule: "rules/x/rule.lua:3", code: "budget", message: "too long"))
    #expect(dead?.content == Array("text 7".utf8))
    #expect(dead?.origin.source == "source")
    #expect(ledger.now.acknowledged["7"] == [.deadLettered])
    #expect(!report.isClean)
  }

  @Test func withoutADeadLetterAFailedDocumentIsUndelivered() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 3, transforms: [.init("fragile") { ClosureTransform { _ in throw TestFailure() } }], deadLetter: false)
    let report = await chain.run(ledger)
    #expect(ledger.written().isEmpty)
    #expect(report.documents.undelivered == 3)
    expectAcknowledged(ledger)
  }

  @Test func aRejectedInputGoesToTheDeadLetterWithItsSource() async {
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 0)
    chain.sources = [.init("feed") { CountingSource(count: 5, ledger: ledger, rejects: [1, 3]) }]
    let report = await chain.run(ledger)
    #expect(Set(ledger.written(to: "dead")) == ["1", "3"])
    #expect(ledger.now.deadLetters.allSatisfy { $0.failure?.stage == "feed" && $0.failure?.code == "rejected" })
    #expect(report.stages[0].failed == 2)
    #expect(report.stages[0].output == 3)
    expectAcknowledged(ledger)
  }

  @Test func aFilteredDocumentCountsAsDelivered() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 10, transforms: [.init("drop") { ClosureTransform { $0.id == "4" ? [] : [$0] } }])
    let report = await chain.run(ledger)
    #expect(ledger.now.acknowledged["4"] == [.delivered])
    #expect(report.documents.filtered == 1)
    #expect(report.stages[1].filtered == 1)
    #expect(report.isClean)
  }

  @Test func conditionsChooseWhoGetsWhat() async {
    @Sendable func even(_ document: Document) throws -> Bool {
      if document.id == "9" { throw TestFailure() }
      return (Int(document.id) ?? 0) % 2 == 0
    }
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 12)
    chain.sources[0].condition = { ClosureCondition { $0.id != "11" } }
    chain.transforms = [
      .init("mark", condition: { ClosureCondition { $0.id < "5" } }) {
        ClosureTransform {
          var document = $0; document.metadata["marked"] = true; return [document]
        }
      }
    ]
    chain.sinks = [
      .init("even", condition: { ClosureCondition { try even($0) } }) { LedgerSink(name: "even", ledger: ledger) },
      .init("marked", condition: { ClosureCondition { $0.metadata["marked"] == true } }) {
        LedgerSink(name: "marked", ledger: ledger)
      },
    ]
    let report = await chain.run(ledger)
    #expect(Set(ledger.written(to: "even")) == ["0", "2", "4", "6", "8", "10"])
    #expect(Set(ledger.written(to: "marked")) == ["0", "1", "2", "3", "4", "10"])
    #expect(ledger.written(to: "dead") == ["9"])
    #expect(report.stages[0].filtered == 1)
    #expect(report.documents.filtered == 3)
    expectAcknowledged(ledger)
  }

  @Test func severalSourcesMerge() async {
    let ledger = Ledger()
    var chain = Chain.test(ledger, count: 0)
    chain.sources = ["a", "b", "c"].map { name in .init(name) { CountingSource(prefix: name, count: 40, ledger: ledger) } }
    let report = await chain.run(ledger)
    #expect(Set(ledger.written()).count == 120)
    #expect(report.stages.prefix(3).map(\.output) == [40, 40, 40])
    expectAcknowledged(ledger)
  }

  @Test(arguments: [false, true]) func heldBackDocumentsComeAtTheEnd(_ ordered: Bool) async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 5,
      transforms: [
        .init("hold") { ClosureTransform(body: { [$0] }, atEnd: { [Document(id: "held")] }) },
        .init("mark") { ClosureTransform { [Document(id: $0.id + "!")] } },
      ], workers: 1, ordered: ordered)
    let report = await chain.run(ledger)
    #expect(ledger.written() == ["0!", "1!", "2!", "3!", "4!", "held!"])
    #expect(report.documents.emitted == 5)
  }

  @Test(arguments: [0, 1, 7, 30]) func theLimitIsExact(_ limit: Int) async {
    let ledger = Ledger()
    let report = await Chain.test(ledger, count: 30).run(ledger, options: .init(limit: limit))
    #expect(ledger.written().count == limit)
    #expect(report.documents.emitted == limit)
    #expect(report.isClean)
    expectAcknowledged(ledger)
  }

  @Test func aDryRunOpensNoSink() async {
    let ledger = Ledger()
    let chain = Chain.test(
      ledger, count: 10,
      transforms: [
        .init("t") {
          ClosureTransform {
            if $0.id == "3" { throw TestFailure() }; return [$0]
          }
        }
      ])
    let report = await chain.run(ledger, options: .init(isDryRun: true))
    #expect(ledger.now.opened.isEmpty && ledger.now.written.isEmpty)
    #expect(report.documents.delivered == 9)
    #expect(report.documents.deadLettered == 1)
    #expect(report.stages[1].output == 9)
    expectAcknowledged(ledger)
  }

  @Test func progressIsReported() async {
    let ledger = Ledger()
    var options = ChainRunner.Options()
    options.progress = { counts in ledger.change { $0.batches.append(counts.delivered) } }
    _ = await Chain.test(ledger, count: 50, sinks: [.init("sink") { LedgerSink(ledger: ledger) }]).run(ledger, options: options)
    #expect(ledger.now.batches.last == 50)
  }
}

/// Every document that was emitted is acknowledged exactly once, and no other.
func expectAcknowledged(_ ledger: Ledger, sourceLocation: SourceLocation = #_sourceLocation) {
  let entries = ledger.now
  #expect(Set(entries.emitted) == Set(entries.acknowledged.keys), sourceLocation: sourceLocation)
  #expect(entries.acknowledged.values.allSatisfy { $0.count == 1 }, sourceLocation: sourceLocation)
}
