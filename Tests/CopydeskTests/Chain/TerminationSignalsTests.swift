import Testing

@testable import Copydesk

@Suite(.timeLimit(.minutes(1))) struct TerminationSignalsTests {
  @Test func theFirstSignalStopsAndTheSecondEnds() async {
    let (signals, continuation) = AsyncStream<Int32>.makeStream()
    let first = Gate()
    let second = Gate()
    let result = await TerminationSignals.handle(signals, first: first.open, second: second.open) {
      continuation.yield(2)
      await first.wait()
      continuation.yield(2)
      await second.wait()
      return 42
    }
    #expect(result == 42)
  }
}
