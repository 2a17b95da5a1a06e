/// One worker's own instances of a chain's transforms and conditions, and what they make of a document.
///
/// Not Sendable: it lives and dies within one task.
struct WorkerPipeline {
  private struct Stage {
    var label: String
    var transform: any Transform
    var condition: (any Condition)?
  }

  /// What became of some documents.
  struct Product {
    /// What reached the end, with the sinks that want it.
    var finished: [(document: Document, sinks: [Int])] = []
    /// What failed, with its ``Document/failure``.
    var failed: [Document] = []
  }

  private let stages: [Stage]
  private let sourceConditions: [(any Condition)?]
  private let sinkConditions: [(label: String, condition: (any Condition)?)]
  private let sourceLabels: [String]
  private(set) var tally: StageTally

  /// - Throws: ``ChainFailure`` when a transform or condition cannot be made.
  init(_ chain: Chain) throws {
    stages = try chain.transforms.map { step in
      try Self.opening(step.label, .transform) {
        Stage(label: step.label, transform: try step.make(), condition: try step.condition?())
      }
    }
    sourceConditions = try chain.sources.map { step in try Self.opening(step.label, .source) { try step.condition?() } }
    sinkConditions = try chain.sinks.map { step in
      (step.label, try Self.opening(step.label, .sink) { try step.condition?() })
    }
    sourceLabels = chain.sources.map(\.label)
    tally = StageTally(chain)
  }

  private static func opening<Value>(_ label: String, _ kind: StageReport.Kind, _ make: () throws -> Value) throws -> Value {
    do {
      return try make()
    } catch {
      throw ChainFailure(stage: label, kind: kind, phase: .opening, underlying: error)
    }
  }

  /// Takes a source's document through all transforms.
  mutating func process(_ document: Document, from source: Int) async -> Product {
    var product = Product()
    if let condition = sourceConditions[source] {
      do {
        guard try condition.holds(for: document) else {
          tally[source: source].filtered += 1
          return product
        }
      } catch {
        tally[source: source].failed += 1
        product.failed.append(Self.fail(document, at: sourceLabels[source], error))
        return product
      }
    }
    await process([document], startingAt: 0, into: &product)
    return product
  }

  /// Ends the transforms, first to last, and takes what they held back through the rest.
  /// - Throws: ``ChainFailure`` when a transform cannot say what it held back.
  mutating func finish() async throws -> Product {
    var product = Product()
    for index in stages.indices {
      let start = ContinuousClock.now
      let held: [Document]
      do {
        held = try await stages[index].transform.finish()
      } catch {
        throw ChainFailure(stage: stages[index].label, kind: .transform, phase: .closing, underlying: error)
      }
      tally[transform: index].time += ContinuousClock.now - start
      tally[transform: index].output += held.count
      await process(held, startingAt: index + 1, into: &product)
    }
    return product
  }

  private mutating func process(_ documents: [Document], startingAt first: Int, into product: inout Product) async {
    var documents = documents
    for index in stages.indices.dropFirst(first) {
      if documents.isEmpty { return }
      var next: [Document] = []
      next.reserveCapacity(documents.count)
      for document in documents {
        tally[transform: index].input += 1
        let start = ContinuousClock.now
        do {
          if let condition = stages[index].condition, try !condition.holds(for: document) {
            next.append(document)
            tally[transform: index].output += 1
          } else {
            let results = try await stages[index].transform.process(document)
            if results.isEmpty { tally[transform: index].filtered += 1 }
            tally[transform: index].output += results.count
            next += results
          }
        } catch {
          tally[transform: index].failed += 1
          product.failed.append(Self.fail(document, at: stages[index].label, error))
        }
        tally[transform: index].time += ContinuousClock.now - start
      }
      documents = next
    }
    for document in documents { route(document, into: &product) }
  }

  /// Finds the sinks that want a document.
  private mutating func route(_ document: Document, into product: inout Product) {
    var wanted: [Int] = []
    wanted.reserveCapacity(sinkConditions.count)
    for index in sinkConditions.indices {
      do {
        if let condition = sinkConditions[index].condition, try !condition.holds(for: document) {
          tally[sink: index].filtered += 1
        } else {
          wanted.append(index)
        }
      } catch {
        tally[sink: index].failed += 1
        product.failed.append(Self.fail(document, at: sinkConditions[index].label, error))
      }
    }
    product.finished.append((document, wanted))
  }

  /// The document as the dead letter gets it: its raw bytes and origin, the failure, and nothing that looks like a result.
  static func fail(_ document: Document, at stage: String, _ error: any Error) -> Document {
    var failed = document
    failed.record = nil
    failed.failure = Failure(stage: stage, error: error)
    return failed
  }
}
