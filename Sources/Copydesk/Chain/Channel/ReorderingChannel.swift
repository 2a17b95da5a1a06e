import Synchronization

/// A queue that brings elements, which workers finish in any order, back into the order of their numbers.
///
/// Numbers go from 0 without gaps. Who is further ahead than the window waits. All decisions are ``ReorderingStateMachine``'s.
final class ReorderingChannel<Element: Sendable>: Sendable {
  private typealias StateMachine = ReorderingStateMachine<
    Element, CheckedContinuation<Bool, Never>, CheckedContinuation<[Element]?, Never>
  >

  private let state: Mutex<StateMachine>

  /// - Parameter window: How far an element may be ahead of the next one to leave.
  init(window: Int) {
    state = Mutex(StateMachine(window: window))
  }

  /// - Returns: `false` where the channel takes nothing more; the element is then still the caller's.
  func send(_ element: Element, number: Int) async -> Bool {
    if let accepted = perform(state.withLock { $0.send(element, number: number) }) { return accepted }
    return await withCheckedContinuation { sender in
      if let accepted = perform(state.withLock { $0.send(element, number: number, orWait: sender) }) {
        sender.resume(returning: accepted)
      }
    }
  }

  /// - Returns: the next elements in order; `nil` once nothing will come any more.
  func receive(limit: Int) async -> [Element]? {
    if case .some(let elements) = perform(state.withLock { $0.receive(limit: limit) }) { return elements }
    return await withCheckedContinuation { receiver in
      if case .some(let elements) = perform(state.withLock { $0.receive(limit: limit, orWait: receiver) }) {
        receiver.resume(returning: elements)
      }
    }
  }

  func finish() { perform(state.withLock { $0.finish() }) }
  func abort() { perform(state.withLock { $0.abort() }) }
  func takeRemaining() -> [Element] { state.withLock { $0.takeRemaining() } }

  private func perform(_ action: StateMachine.SendAction) -> Bool? {
    switch action {
    case .accepted: return true
    case .handOver(let receiver, let elements, let senders):
      receiver.resume(returning: elements)
      for sender in senders { sender.resume(returning: true) }
      return true
    case .refused: return false
    case .full, .waiting: return nil
    }
  }

  private func perform(_ action: StateMachine.ReceiveAction) -> [Element]?? {
    switch action {
    case .elements(let elements, let senders):
      for sender in senders { sender.resume(returning: true) }
      return .some(elements)
    case .finished: return .some(nil)
    case .empty, .waiting: return nil
    }
  }

  private func perform(_ action: StateMachine.EndAction) {
    for sender in action.refused { sender.resume(returning: false) }
    for receiver in action.finished { receiver.resume(returning: nil) }
  }
}
