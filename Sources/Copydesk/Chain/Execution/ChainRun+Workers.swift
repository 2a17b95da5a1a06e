import Logging
import Synchronization

extension ChainRun {
  /// Takes documents from the sources through a set of transforms of its own, until nothing will come any more.
  func runWorker(_ index: Int) async -> StageTally {
    var tally = StageTally(chain)
    do {
      var pipeline = try WorkerPipeline(chain)
      startup.arrive()
      while let received = await input.receive() {
        for (offset, envelope) in received.elements.enumerated() {
          let outcome = await outcome(of: envelope, in: &pipeline)
          await pass(outcome, number: received.sequence + offset)
        }
      }
      if !isAborted {
        var held = Outcome()
        do {
          held = await outcome(of: try await pipeline.finish(), receipt: .uncounted())
        } catch let failure as ChainFailure {
          requestStop(.failed(failure))
        }
        // What was held back comes after all that was received, worker by worker.
        await pass(held, number: input.received + index)
      }
      tally = pipeline.tally
    } catch let failure as ChainFailure {
      abort(.failed(failure))
    } catch {
      abort(.failed(ChainFailure(stage: "", kind: .transform, phase: .running, underlying: error)))
    }
    if working.arrive() {
      if let reordering { reordering.finish() } else { finishOutputs() }
    }
    return tally
  }

  /// Hands outcomes on in the order of their documents.
  func dispatchInOrder(_ reordering: ReorderingChannel<Outcome>) async -> StageTally {
    while let outcomes = await reordering.receive(limit: chain.delivery.queue) {
      for outcome in outcomes { await dispatch(outcome) }
    }
    finishOutputs()
    return StageTally(chain)
  }

  private func finishOutputs() {
    for output in outputs { output.finish() }
    if delivering.arrive() { deadLetters?.finish() }
  }

  private func outcome(of envelope: Envelope, in pipeline: inout WorkerPipeline) async -> Outcome {
    if isAborted {
      await envelope.receipt.settle(.undelivered)
      return Outcome()
    }
    if let rejection = envelope.rejection {
      var document = envelope.document
      document.failure = rejection
      return await outcome(of: WorkerPipeline.Product(failed: [document]), receipt: envelope.receipt)
    }
    let product = await pipeline.process(envelope.document, from: envelope.source)
    if isAborted {
      await envelope.receipt.settle(.undelivered)
      return Outcome()
    }
    return await outcome(of: product, receipt: envelope.receipt)
  }

  /// Shares a receipt out among all that a document became.
  private func outcome(of product: WorkerPipeline.Product, receipt: Receipt) async -> Outcome {
    var outcome = Outcome()
    var written = 0
    for (document, sinks) in product.finished {
      written += sinks.count
      if options.isDryRun { continue }
      for sink in sinks { outcome.deliveries.append((sink, Delivery(document: document, receipt: receipt))) }
    }
    for document in product.failed {
      log(document)
      outcome.failures.append(Delivery(document: document, receipt: receipt))
    }
    let parts = outcome.deliveries.count + outcome.failures.count
    if parts == 0 {
      if written == 0, receipt.isCounted { state.withLock { $0.counts.filtered += 1 } }
      await receipt.settle(.delivered)
    } else {
      receipt.split(into: parts)
    }
    return outcome
  }

  private func pass(_ outcome: Outcome, number: Int) async {
    if let reordering {
      if await !reordering.send(outcome, number: number) { await abandon(outcome) }
    } else {
      await dispatch(outcome)
    }
  }

  private func dispatch(_ outcome: Outcome) async {
    for (sink, delivery) in outcome.deliveries {
      if await !outputs[sink].send(delivery, weight: delivery.document.content.count) {
        await delivery.receipt.settle(.undelivered)
      }
    }
    for delivery in outcome.failures { await deadLetter(delivery) }
  }

  /// Puts a failed document into the dead letter, if there is one.
  func deadLetter(_ delivery: Delivery) async {
    guard let deadLetters else {
      await delivery.receipt.settle(options.isDryRun && chain.deadLetter != nil ? .deadLettered : .undelivered)
      return
    }
    if await !deadLetters.send(delivery, weight: delivery.document.content.count) {
      await delivery.receipt.settle(.undelivered)
    }
  }

  func abandon(_ outcome: Outcome) async {
    for (_, delivery) in outcome.deliveries { await delivery.receipt.settle(.undelivered) }
    for delivery in outcome.failures { await delivery.receipt.settle(.undelivered) }
  }

  func log(_ document: Document) {
    guard let failure = document.failure else { return }
    logger.log(
      level: chain.deadLetter == nil ? .warning : .info, "document failed",
      metadata: [
        "id": "\(document.id)", "stage": "\(failure.stage)", "rule": "\(failure.rule ?? "-")", "code": "\(failure.code)",
        "message": "\(failure.message)",
      ])
  }
}
