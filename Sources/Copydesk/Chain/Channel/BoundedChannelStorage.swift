import Synchronization

/// The lock and the continuations of a ``BoundedChannel``. All decisions are the state machine's; continuations are resumed outside
/// the lock.
final class BoundedChannelStorage<Element: Sendable>: Sendable {
  typealias Sender = CheckedContinuation<Bool, Never>
  typealias Receiver = CheckedContinuation<Received<Element>?, Never>
  private typealias StateMachine = BoundedChannelStateMachine<Element, Sender, Receiver>

  private let state: Mutex<StateMachine>

  init(countLimit: Int, weightLimit: Int) {
    state = Mutex(StateMachine(countLimit: countLimit, weightLimit: weightLimit))
  }

  var received: Int { state.withLock { $0.received } }
  var count: Int { state.withLock { $0.count } }

  func send(_ element: Element, weight: Int) async -> Bool {
    if let accepted = perform(state.withLock { $0.send(element, weight: weight) }) { return accepted }
    return await withCheckedContinuation { sender in
      if let accepted = perform(state.withLock { $0.send(element, weight: weight, orWait: sender) }) {
        sender.resume(returning: accepted)
      }
    }
  }

  func receive(limit: Int) async -> Received<Element>? {
    if case .some(let received) = perform(state.withLock { $0.receive(limit: limit) }) { return received }
    return await withCheckedContinuation { receiver in
      if case .some(let received) = perform(state.withLock { $0.receive(limit: limit, orWait: receiver) }) {
        receiver.resume(returning: received)
      }
    }
  }

  func finish() { perform(state.withLock { $0.finish() }) }
  func abort() { perform(state.withLock { $0.abort() }) }
  func takeRemaining() -> [Element] { state.withLock { $0.takeRemaining() } }

  /// - Returns: whether the element is in; `nil` while that is open.
  private func perform(_ action: StateMachine.SendAction) -> Bool? {
    switch action {
    case .accepted: return true
    case .handOver(let receiver, let element, let sequence):
      receiver.resume(returning: Received(elements: [element], sequence: sequence))
      return true
    case .refused: return false
    case .full, .waiting: return nil
    }
  }

  /// - Returns: what was received, or that nothing will come; `nil` while that is open.
  private func perform(_ action: StateMachine.ReceiveAction) -> Received<Element>?? {
    switch action {
    case .elements(let elements, let sequence, let senders):
      for sender in senders { sender.resume(returning: true) }
      return .some(Received(elements: elements, sequence: sequence))
    case .finished: return .some(nil)
    case .empty, .waiting: return nil
    }
  }

  private func perform(_ action: StateMachine.EndAction) {
    for sender in action.refused { sender.resume(returning: false) }
    for receiver in action.finished { receiver.resume(returning: nil) }
  }
}
