import Synchronization

/// A ``ProgressBar`` with its clock, which any worker may move.
final class ProgressDisplay: Sendable {
  private let bar: Mutex<ProgressBar>
  private let total: Int?
  private let start = ContinuousClock.now

  /// - Parameter total: How many documents there will be, where that is known.
  init(total: Int? = nil, in context: CommandContext) {
    self.total = total
    bar = Mutex(
      ProgressBar(output: context.messages, traits: TerminalTraits(of: context.messages, environment: context.environment)))
  }

  /// A terminal that has gone away is no reason to stop the work.
  func update(done: Int, failed: Int = 0) {
    bar.withLock { try? $0.update(.init(done: done, total: total, failed: failed, elapsed: ContinuousClock.now - start)) }
  }

  /// Takes the bar off the screen, so that what follows starts on an empty line.
  func clear() {
    bar.withLock { try? $0.clear() }
  }
}
