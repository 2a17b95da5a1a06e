import Synchronization

/// Follows one document of a source through the chain until all that became of it has come to its end, and then tells the source,
/// exactly once.
///
/// A document that is split, or that goes to several sinks, has several parts; the worst status of all of them counts.
final class Receipt: Sendable {
  private struct State {
    var outstanding = 1
    var worst = DeliveryStatus.delivered
  }

  private let state = Mutex(State())
  private let acknowledge: Outlet.Acknowledgement?
  private let settled: (@Sendable (DeliveryStatus) -> Void)?

  /// - Parameters:
  ///   - acknowledge: The source's; called once.
  ///   - settled: The run's own accounting; called once, before the source's.
  init(acknowledge: Outlet.Acknowledgement?, settled: (@Sendable (DeliveryStatus) -> Void)?) {
    self.acknowledge = acknowledge
    self.settled = settled
  }

  /// The receipt of documents that no source waits for: those that transforms held back until the end.
  static func uncounted() -> Receipt { Receipt(acknowledge: nil, settled: nil) }

  /// Whether the run counts the document among those of its sources.
  var isCounted: Bool { settled != nil }

  /// Makes one part into `count`, each of which has to be settled. `count` is at least 1.
  func split(into count: Int) {
    if count > 1 { state.withLock { $0.outstanding += count - 1 } }
  }

  /// Settles one part.
  func settle(_ status: DeliveryStatus) async {
    let final = state.withLock { state -> DeliveryStatus? in
      state.outstanding -= 1
      state.worst = max(state.worst, status)
      return state.outstanding == 0 ? state.worst : nil
    }
    guard let final else { return }
    settled?(final)
    await acknowledge?(final)
  }
}
