import Synchronization

/// Counts tasks down to zero, once; one task may wait for that.
final class Countdown: Sendable {
  private struct State {
    var left: Int
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state: Mutex<State>

  init(_ count: Int) {
    state = Mutex(State(left: count))
  }

  /// - Returns: whether this was the last arrival.
  @discardableResult
  func arrive() -> Bool {
    let (last, waiter) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
      guard state.left > 0 else { return (false, nil) }
      state.left -= 1
      return state.left == 0 ? (true, state.waiter.take()) : (false, nil)
    }
    waiter?.resume()
    return last
  }

  /// Ends the waiting whatever has not arrived.
  func release() {
    let waiter = state.withLock { state in
      state.left = 0
      return state.waiter.take()
    }
    waiter?.resume()
  }

  /// Waits until all have arrived. For one task only.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        if state.left == 0 { return true }
        state.waiter = continuation
        return false
      }
      if isOver { continuation.resume() }
    }
  }
}
