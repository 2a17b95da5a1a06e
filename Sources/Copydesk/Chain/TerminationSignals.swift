import Dispatch

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns the signals that ask a process to end (SIGINT, SIGTERM) into a graceful stop and, at the second one, a hard one.
///
/// ```swift
/// let report = await TerminationSignals.handle(first: { runner.stop() }, second: { runner.abort() }) { await runner.run() }
/// ```
public enum TerminationSignals {
  /// Runs `body`; meanwhile the first signal calls `first` and each further one `second`. Afterwards signals act as before.
  public static func handle<Result: Sendable>(
    first: @escaping @Sendable () -> Void, second: @escaping @Sendable () -> Void, body: () async -> Result
  ) async -> Result {
    let (signals, continuation) = AsyncStream<Int32>.makeStream()
    let sources = [SIGINT, SIGTERM].map { number in
      let previous = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return (number: number, previous: previous, source: source)
    }
    defer {
      for (number, previous, source) in sources {
        source.cancel()
        signal(number, previous)
      }
    }
    return await handle(signals, first: first, second: second, body: body)
  }

  /// The same with signals from anywhere.
  static func handle<Result: Sendable>(
    _ signals: AsyncStream<Int32>, first: @escaping @Sendable () -> Void, second: @escaping @Sendable () -> Void,
    body: () async -> Result
  ) async -> Result {
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        var isFirst = true
        for await _ in signals {
          if isFirst { first() } else { second() }
          isFirst = false
        }
      }
      let result = await body()
      group.cancelAll()
      return result
    }
  }
}
