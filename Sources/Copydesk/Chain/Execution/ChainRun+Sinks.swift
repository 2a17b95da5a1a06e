import Logging

extension ChainRun {
  /// Writes what comes for one sink, batch by batch.
  func runSink(_ index: Int) async -> StageTally {
    var tally = StageTally(chain)
    tally[sink: index] = await write(
      outputs[index], to: chain.sinks[index], kind: .sink, status: .delivered
    ) { [self] batch, error in
      for delivery in batch { log(WorkerPipeline.fail(delivery.document, at: chain.sinks[index].label, error)) }
      guard deadLetters != nil else { return false }
      for delivery in batch {
        let failed = WorkerPipeline.fail(delivery.document, at: chain.sinks[index].label, error)
        await deadLetter(Delivery(document: failed, receipt: delivery.receipt))
      }
      return true
    }
    if delivering.arrive() { deadLetters?.finish() }
    return tally
  }

  /// Writes failed documents. When even that fails, the run ends.
  func runDeadLetter(_ step: Chain.Step<SinkFactory>, _ channel: BoundedChannel<Delivery>) async -> StageTally {
    var tally = StageTally(chain)
    tally.deadLetter = await write(channel, to: step, kind: .deadLetter, status: .deadLettered) { _, _ in false }
    return tally
  }

  /// Carries a sink through its life: make, open, write, close.
  /// - Parameter divert: Takes over a batch that could not be written; returns `false` where it cannot, which ends the run.
  private func write(
    _ channel: BoundedChannel<Delivery>, to step: Chain.Step<SinkFactory>, kind: StageReport.Kind, status: DeliveryStatus,
    divert: ([Delivery], any Error) async -> Bool
  ) async -> StageReport {
    var report = StageReport(kind, step.label)
    let sink: any Sink
    do {
      sink = try step.make()
      try await sink.open()
    } catch {
      abort(.failed(ChainFailure(stage: step.label, kind: kind, phase: .opening, underlying: error)))
      return report
    }
    startup.arrive()
    var isClosed = false
    while let received = await channel.receive(limit: chain.delivery.batch) {
      let batch = received.elements
      report.input += batch.count
      if isClosed || isAborted {
        for delivery in batch { await delivery.receipt.settle(.undelivered) }
        continue
      }
      let start = ContinuousClock.now
      let error = await write(batch.map(\.document), to: sink)
      report.time += ContinuousClock.now - start
      guard let error else {
        report.output += batch.count
        for delivery in batch { await delivery.receipt.settle(status) }
        continue
      }
      if let refusal = error as? RefusedDocuments {
        for (index, delivery) in batch.enumerated() {
          guard let reason = refusal.errors[index] else {
            report.output += 1
            await delivery.receipt.settle(status)
            continue
          }
          report.failed += 1
          if await divert([delivery], reason) { continue }
          await delivery.receipt.settle(.undelivered)
          // What even the dead letter refuses would be lost.
          if kind == .deadLetter {
            abort(.failed(ChainFailure(stage: step.label, kind: kind, phase: .running, underlying: reason)))
          }
        }
        continue
      }
      report.failed += batch.count
      if error is OutputClosed {
        isClosed = true
        requestStop(.stopped)
      } else if !isAborted, await divert(batch, error) {
        continue
      } else if !isAborted {
        abort(.failed(ChainFailure(stage: step.label, kind: kind, phase: .running, underlying: error)))
      }
      for delivery in batch { await delivery.receipt.settle(.undelivered) }
    }
    do {
      if !isClosed, isInGoodOrder { try await sink.complete() }
    } catch {
      requestStop(.failed(ChainFailure(stage: step.label, kind: kind, phase: .closing, underlying: error)))
    }
    do {
      try await sink.close()
    } catch {
      if !isClosed { requestStop(.failed(ChainFailure(stage: step.label, kind: kind, phase: .closing, underlying: error))) }
    }
    return report
  }

  /// Writes a batch, again and again with growing pauses if need be.
  /// - Returns: why it could not be written after all.
  private func write(_ documents: [Document], to sink: any Sink) async -> (any Error)? {
    var retry = 0
    while true {
      do {
        try await sink.write(documents)
        return nil
      } catch {
        retry += 1
        if error is OutputClosed || error is RefusedDocuments || retry > chain.delivery.retries || isAborted { return error }
        logger.warning("write failed, trying again", metadata: ["retry": "\(retry)", "error": "\(error)"])
        // Cancelled in the pause: the run is over, and so is the trying.
        do { try await clock.sleep(for: chain.delivery.delay(beforeRetry: retry)) } catch { return error }
      }
    }
  }
}
