/// The rules of a ``ReorderingChannel`` as a pure value: elements come numbered in any order and leave in order, without gaps.
///
/// No element further than `window` ahead of the next one to leave is let in, so what is held is bounded. That cannot block for
/// ever as long as the numbers are given out in order and each is sent: the next one to leave always has room.
struct ReorderingStateMachine<Element, Sender, Receiver> {
  enum SendAction {
    case accepted
    case handOver(Receiver, [Element], resume: [Sender])
    case full
    case waiting
    case refused
  }

  enum ReceiveAction {
    case elements([Element], resume: [Sender])
    case empty
    case waiting
    case finished
  }

  struct EndAction {
    var refused: [Sender] = []
    var finished: [Receiver] = []
  }

  private enum Phase {
    case open, finished, aborted
  }

  private let window: Int
  private var phase = Phase.open
  /// The number of the next element to leave.
  private var next = 0
  private var held: [Int: Element] = [:]
  private var senders: [Int: (element: Element, sender: Sender)] = [:]
  private var receivers: [Receiver] = []

  init(window: Int) {
    self.window = max(1, window)
  }

  var count: Int { held.count }

  mutating func send(_ element: Element, number: Int, orWait sender: Sender? = nil) -> SendAction {
    guard phase == .open else { return .refused }
    guard number < next + window else {
      guard let sender else { return .full }
      senders[number] = (element, sender)
      return .waiting
    }
    held[number] = element
    guard number == next, !receivers.isEmpty else { return .accepted }
    let receiver = receivers.removeFirst()
    let (elements, resumed) = takeRun(limit: .max)
    return .handOver(receiver, elements, resume: resumed)
  }

  mutating func receive(limit: Int, orWait receiver: Receiver? = nil) -> ReceiveAction {
    if phase == .aborted { return .finished }
    let (elements, resumed) = takeRun(limit: limit)
    if !elements.isEmpty { return .elements(elements, resume: resumed) }
    if phase == .finished { return .finished }
    guard let receiver else { return .empty }
    receivers.append(receiver)
    return .waiting
  }

  mutating func finish() -> EndAction {
    guard phase == .open else { return EndAction() }
    phase = .finished
    return end()
  }

  mutating func abort() -> EndAction {
    guard phase != .aborted else { return EndAction() }
    phase = .aborted
    return end()
  }

  mutating func takeRemaining() -> [Element] {
    defer { held.removeAll() }
    return held.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The elements from the next one on, without a gap; lets in those who waited for the window to move.
  private mutating func takeRun(limit: Int) -> (elements: [Element], resumed: [Sender]) {
    var elements: [Element] = []
    var resumed: [Sender] = []
    while elements.count < limit, let element = held.removeValue(forKey: next) {
      elements.append(element)
      next += 1
      if let (waiting, sender) = senders.removeValue(forKey: next + window - 1) {
        held[next + window - 1] = waiting
        resumed.append(sender)
      }
    }
    return (elements, resumed)
  }

  private mutating func end() -> EndAction {
    defer {
      senders.removeAll()
      receivers.removeAll()
    }
    return EndAction(refused: senders.sorted { $0.key < $1.key }.map(\.value.sender), finished: receivers)
  }
}
