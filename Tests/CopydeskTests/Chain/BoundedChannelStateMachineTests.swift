import Testing

@testable import Copydesk

/// Walks through every sequence of operations up to a length, which is possible because the machine is a value.
@Suite struct BoundedChannelStateMachineTests {
  private enum Operation: CaseIterable {
    case send, sendHeavy, receive, receiveTwo, finish, abort
  }

  /// What the machine must have done, kept beside it.
  private struct World {
    var machine = BoundedChannelStateMachine<Int, Int, Int>(countLimit: 2, weightLimit: 3)
    var nextElement = 0
    var nextReceiver = 0
    /// In the channel or waiting to be, in order.
    var inside: [Int] = []
    var received: [Int] = []
    var waitingSenders: [Int] = []
    var waitingReceivers: [Int] = []
    var isFinished = false
    var isAborted = false
  }

  @Test func everyShortSequenceKeepsTheRules() {
    var count = 0
    walk(World(), depth: 7, count: &count)
    #expect(count > 100_000)
  }

  private func walk(_ world: World, depth: Int, count: inout Int) {
    count += 1
    if depth == 0 { return }
    for operation in Operation.allCases {
      var next = world
      guard perform(operation, on: &next) else { return }
      walk(next, depth: depth - 1, count: &count)
    }
  }

  /// - Returns: `false` where a rule is broken, so that one fault is reported once and not a thousand times.
  private func perform(_ operation: Operation, on world: inout World) -> Bool {
    switch operation {
    case .send: send(weight: 1, &world)
    case .sendHeavy: send(weight: 5, &world)
    case .receive: receive(limit: 1, &world)
    case .receiveTwo: receive(limit: 2, &world)
    case .finish: end(world.machine.finish(), wasOpen: !world.isFinished && !world.isAborted, &world) { $0.isFinished = true }
    case .abort: end(world.machine.abort(), wasOpen: !world.isAborted, &world) { $0.isAborted = true }
    }
    guard world.machine.count <= 2 else {
      Issue.record("more elements than the limit")
      return false
    }
    guard world.waitingReceivers.isEmpty || (world.inside.isEmpty && world.waitingSenders.isEmpty) else {
      Issue.record("a receiver waits although there is something")
      return false
    }
    guard world.received == world.received.sorted(), world.machine.received == world.received.count else {
      Issue.record("out of order: \(world.received)")
      return false
    }
    return true
  }

  private func send(weight: Int, _ world: inout World) {
    let element = world.nextElement
    world.nextElement += 1
    let open = !world.isFinished && !world.isAborted
    switch world.machine.send(element, weight: weight) {
    case .accepted:
      #expect(open && world.waitingReceivers.isEmpty && world.waitingSenders.isEmpty)
      world.inside.append(element)
    case .handOver(let receiver, let handed, let sequence):
      #expect(open && receiver == world.waitingReceivers.removeFirst() && handed == element && sequence == world.received.count)
      world.received.append(handed)
    case .refused: #expect(!open)
    case .full:
      #expect(open && !world.inside.isEmpty)
      guard case .waiting = world.machine.send(element, weight: weight, orWait: element) else {
        Issue.record("full, but nobody waits")
        return
      }
      world.waitingSenders.append(element)
      world.inside.append(element)
    case .waiting: Issue.record("waits without a sender")
    }
  }

  private func receive(limit: Int, _ world: inout World) {
    switch world.machine.receive(limit: limit) {
    case .elements(let elements, let sequence, let resumed):
      #expect(!elements.isEmpty && elements.count <= limit && sequence == world.received.count)
      #expect(elements == Array(world.inside.prefix(elements.count)))
      world.inside.removeFirst(elements.count)
      world.received += elements
      #expect(resumed == Array(world.waitingSenders.prefix(resumed.count)))
      world.waitingSenders.removeFirst(resumed.count)
    case .empty:
      #expect(world.inside.isEmpty && !world.isFinished && !world.isAborted)
      guard case .waiting = world.machine.receive(limit: limit, orWait: world.nextReceiver) else {
        Issue.record("empty, but nobody waits")
        return
      }
      world.waitingReceivers.append(world.nextReceiver)
      world.nextReceiver += 1
    case .finished: #expect(world.isAborted || (world.isFinished && world.inside.isEmpty))
    case .waiting: Issue.record("waits without a receiver")
    }
  }

  private func end(
    _ action: BoundedChannelStateMachine<Int, Int, Int>.EndAction, wasOpen: Bool, _ world: inout World,
    mark: (inout World) -> Void
  ) {
    mark(&world)
    guard wasOpen else {
      #expect(action.refused.isEmpty && action.finished.isEmpty)
      return
    }
    #expect(action.refused == world.waitingSenders && action.finished == world.waitingReceivers)
    world.inside.removeAll { world.waitingSenders.contains($0) }
    world.waitingSenders = []
    world.waitingReceivers = []
  }

  @Test func anAbortedChannelGivesBackWhatItHeld() {
    var machine = BoundedChannelStateMachine<Int, Int, Int>(countLimit: 3, weightLimit: 100)
    for element in 0..<3 { _ = machine.send(element, weight: 1) }
    _ = machine.receive(limit: 1)
    _ = machine.abort()
    guard case .finished = machine.receive(limit: 1) else {
      Issue.record("an aborted channel gave something")
      return
    }
    #expect(machine.takeRemaining() == [1, 2])
    #expect(machine.takeRemaining().isEmpty)
  }

  @Test func oneElementHeavierThanTheLimitPassesAlone() {
    var machine = BoundedChannelStateMachine<Int, Int, Int>(countLimit: 10, weightLimit: 3)
    guard case .accepted = machine.send(0, weight: .max) else {
      Issue.record("stuck")
      return
    }
    guard case .full = machine.send(1, weight: 1) else {
      Issue.record("beside a heavy one")
      return
    }
  }
}
