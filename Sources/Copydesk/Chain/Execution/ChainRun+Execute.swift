import Synchronization

extension ChainRun {
  func execute() async -> ChainReport {
    let start = ContinuousClock.now
    var tally = StageTally(chain)
    await withTaskCancellationHandler {
      await withTaskGroup(of: StageTally?.self) { group in
        let essential = addTasks(to: &group)
        var ended = 0
        for await end in group {
          if isAborted { group.cancelAll() }
          // The end's watcher and the progress reports have nothing to tell.
          guard let stages = end else { continue }
          tally.add(stages)
          ended += 1
          if ended == essential {
            self.end.release()
            group.cancelAll()
          }
        }
      }
    } onCancel: {
      abort(.aborted)
    }
    await settleRemains()
    let counts = counts
    options.progress?(counts)
    return ChainReport(outcome: outcome, documents: counts, stages: tally.reports, duration: ContinuousClock.now - start)
  }

  private var outcome: ChainReport.Outcome {
    switch state.withLock({ $0.stop }) {
    case nil, .limit?: .completed
    case .stopped?: .stopped
    case .aborted?: .aborted
    case .failed(let failure)?: .failed(failure)
    }
  }

  /// - Returns: the number of tasks that the run waits for.
  private func addTasks(to group: inout TaskGroup<StageTally?>) -> Int {
    for index in outputs.indices {
      group.addTask { await self.runOnThread { await self.runSink(index) } }
    }
    if let deadLetters, let step = chain.deadLetter {
      group.addTask { await self.runOnThread { await self.runDeadLetter(step, deadLetters) } }
    }
    for index in 0..<workerCount { group.addTask { await self.runWorker(index) } }
    if let reordering { group.addTask { await self.dispatchInOrder(reordering) } }
    group.addTask { await self.runSources() }
    group.addTask {
      await self.end.wait()
      return nil
    }
    if let progress = options.progress {
      group.addTask {
        while !Task.isCancelled {
          progress(self.counts)
          try? await self.clock.sleep(for: self.options.progressInterval)
        }
        return nil
      }
    }
    return outputs.count + (deadLetters == nil ? 0 : 1) + workerCount + (reordering == nil ? 0 : 1) + 1
  }

  /// Carries a task out on a thread of its own, where it may block.
  func runOnThread<Result: Sendable>(_ body: @Sendable () async -> Result) async -> Result {
    guard let executor = ThreadExecutor.start() else { return await body() }
    defer { executor.close() }
    return await withTaskExecutorPreference(executor) { await body() }
  }
}
