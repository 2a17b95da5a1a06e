import Testing

@testable import Copydesk

@Suite struct ReorderingStateMachineTests {
  private typealias Machine = ReorderingStateMachine<Int, Int, Int>

  /// Every order in which six numbered elements can come, with every window, and a receiver that comes early or late.
  @Test(arguments: 1...7, [false, true]) func everyPermutationLeavesInOrder(_ window: Int, _ receivesEarly: Bool) {
    for permutation in permutations(of: Array(0..<6)) {
      var machine = Machine(window: window)
      var left: [Int] = []
      var waiting: Set<Int> = []
      var isReceiving = false

      func receive() {
        switch machine.receive(limit: 2) {
        case .elements(let elements, let resumed):
          left += elements
          waiting.subtract(resumed)
        case .empty:
          if case .waiting = machine.receive(limit: 2, orWait: 0) { isReceiving = true }
        case .waiting, .finished: Issue.record("unexpected")
        }
      }

      for number in permutation {
        if receivesEarly, !isReceiving { receive() }
        switch machine.send(number, number: number) {
        case .accepted: break
        case .handOver(_, let elements, let resumed):
          isReceiving = false
          left += elements
          waiting.subtract(resumed)
        case .full:
          guard case .waiting = machine.send(number, number: number, orWait: number) else {
            Issue.record("full, but nobody waits")
            return
          }
          waiting.insert(number)
        case .waiting, .refused: Issue.record("unexpected")
        }
        #expect(machine.count <= window)
      }
      while left.count < 6, !isReceiving { receive() }
      #expect(left == Array(0..<6))
      #expect(waiting.isEmpty)
    }
  }

  @Test func abortingRefusesWaitersAndGivesBackTheRest() {
    var machine = Machine(window: 2)
    _ = machine.send(1, number: 1)
    _ = machine.send(5, number: 5, orWait: 50)
    let end = machine.abort()
    #expect(end.refused == [50])
    #expect(machine.takeRemaining() == [1])
    guard case .refused = machine.send(0, number: 0) else {
      Issue.record("took something")
      return
    }
  }

  private func permutations(of elements: [Int]) -> [[Int]] {
    if elements.isEmpty { return [[]] }
    return elements.flatMap { first in permutations(of: elements.filter { $0 != first }).map { [first] + $0 } }
  }
}
