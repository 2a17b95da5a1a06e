import Synchronization

extension ChainRun {
  /// Runs all sources, each in a task of its own, until they are done or have to stop.
  func runSources() async -> StageTally {
    await startup.wait()
    var tally = StageTally(chain)
    if !isAborted {
      await withTaskGroup(of: StageTally?.self) { group in
        var left = chain.sources.count
        if left == 0 { sourcesEnd.release() }
        for index in chain.sources.indices {
          group.addTask { await self.runOnThread { await self.runSource(index) } }
        }
        group.addTask {
          await self.sourcesEnd.wait()
          return nil
        }
        for await end in group {
          guard let end else {
            group.cancelAll()
            continue
          }
          tally.add(end)
          left -= 1
          if left == 0 { sourcesEnd.release() }
        }
      }
    }
    input.finish()
    return tally
  }

  private func runSource(_ index: Int) async -> StageTally {
    let step = chain.sources[index]
    let counter = EmissionCounter()
    let start = ContinuousClock.now
    do {
      let source = try step.make()
      try await source.run(outlet(of: index, counting: counter))
    } catch {
      // A source that is told to stop may end in any way it likes.
      if !(error is CancellationError), !Task.isCancelled {
        requestStop(.failed(ChainFailure(stage: step.label, kind: .source, phase: .running, underlying: error)))
      }
    }
    var tally = StageTally(chain)
    tally[source: index].time = ContinuousClock.now - start
    tally[source: index].output = counter.emitted
    tally[source: index].failed = counter.rejected
    return tally
  }

  private func outlet(of index: Int, counting counter: EmissionCounter) -> Outlet {
    Outlet { [self] document, error, acknowledge in
      if Task.isCancelled { throw CancellationError() }
      let isLast = try reserveSlot()
      var document = document
      if document.origin.source == nil { document.origin.source = chain.sources[index].label }
      let envelope = Envelope(
        document: document, rejection: error.map { Failure(stage: chain.sources[index].label, error: $0) }, source: index,
        receipt: receipt(acknowledge))
      // Counted before it is sent: a worker may be done with it before `send` returns.
      state.withLock { $0.counts.emitted += 1 }
      guard await input.send(envelope, weight: document.content.count) else {
        state.withLock { $0.counts.emitted -= 1 }
        throw CancellationError()
      }
      counter.count(rejected: error != nil)
      if isLast { requestStop(.limit) }
    }
  }

  /// Takes one of the documents that the limit allows.
  /// - Returns: whether it was the last one.
  private func reserveSlot() throws -> Bool {
    guard let limit = options.limit else { return false }
    return try state.withLock { state in
      guard state.reserved < limit else { throw CancellationError() }
      state.reserved += 1
      return state.reserved == limit
    }
  }
}

/// Counts what a source emits; a source may emit from several tasks of its own.
private final class EmissionCounter: Sendable {
  private let counts = Mutex((emitted: 0, rejected: 0))

  var emitted: Int { counts.withLock { $0.emitted } }
  var rejected: Int { counts.withLock { $0.rejected } }

  func count(rejected: Bool) {
    counts.withLock { counts in
      if rejected { counts.rejected += 1 } else { counts.emitted += 1 }
    }
  }
}
