import DequeModule

/// The rules of a ``BoundedChannel`` as a pure value: who waits, who goes on, what is in between. It neither locks nor suspends.
///
/// Elements leave in the order they came. A channel is full when it holds `countLimit` elements, or when one more would bring the
/// weight above `weightLimit`; an element that alone is heavier passes when the channel is empty, so that nothing can be stuck.
struct BoundedChannelStateMachine<Element, Sender, Receiver> {
  enum SendAction {
    /// The element is in the channel.
    case accepted
    /// Resume the receiver with this element, which is the `sequence`-th.
    case handOver(Receiver, Element, sequence: Int)
    /// There is no room and no sender was given to wait: come again with one.
    case full
    /// The sender waits; it is resumed once its element is in, or refused.
    case waiting
    /// The channel takes nothing more.
    case refused
  }

  enum ReceiveAction {
    /// The elements, the first of which is the `sequence`-th; resume the senders, whose elements are in now.
    case elements([Element], sequence: Int, resume: [Sender])
    /// Nothing is there and no receiver was given to wait: come again with one.
    case empty
    case waiting
    /// Nothing is there and nothing will come.
    case finished
  }

  /// What ending a channel does to those who wait.
  struct EndAction {
    var refused: [Sender] = []
    var finished: [Receiver] = []
  }

  private enum Phase {
    case open
    /// Takes nothing more; what is in can be received.
    case finished
    /// Takes and gives nothing more; what is in waits for ``takeRemaining()``.
    case aborted
  }

  private let countLimit: Int
  private let weightLimit: Int
  private var phase = Phase.open
  private var buffer: Deque<(element: Element, weight: Int)> = []
  private var bufferedWeight = 0
  private var senders: Deque<(element: Element, weight: Int, sender: Sender)> = []
  private var receivers: Deque<Receiver> = []
  /// How many elements have been received.
  private(set) var received = 0

  init(countLimit: Int, weightLimit: Int) {
    self.countLimit = max(1, countLimit)
    self.weightLimit = max(1, weightLimit)
  }

  /// How many elements are in the channel, without those of waiting senders.
  var count: Int { buffer.count }

  mutating func send(_ element: Element, weight: Int, orWait sender: Sender? = nil) -> SendAction {
    guard phase == .open else { return .refused }
    // A receiver waits only where the buffer is empty, and then no sender waits either.
    if let receiver = receivers.popFirst() {
      received += 1
      return .handOver(receiver, element, sequence: received - 1)
    }
    if senders.isEmpty, hasRoom(for: weight) {
      append(element, weight)
      return .accepted
    }
    guard let sender else { return .full }
    senders.append((element, weight, sender))
    return .waiting
  }

  mutating func receive(limit: Int, orWait receiver: Receiver? = nil) -> ReceiveAction {
    if phase == .aborted { return .finished }
    if buffer.isEmpty {
      if phase == .finished { return .finished }
      guard let receiver else { return .empty }
      receivers.append(receiver)
      return .waiting
    }
    var elements: [Element] = []
    let count = min(max(1, limit), buffer.count)
    elements.reserveCapacity(count)
    for _ in 0..<count {
      let (element, weight) = buffer.removeFirst()
      bufferedWeight -= weight
      elements.append(element)
    }
    let sequence = received
    received += count
    var resumed: [Sender] = []
    while let next = senders.first, hasRoom(for: next.weight) {
      senders.removeFirst()
      append(next.element, next.weight)
      resumed.append(next.sender)
    }
    return .elements(elements, sequence: sequence, resume: resumed)
  }

  /// Takes nothing more; what is in can still be received. Senders that wait are refused and keep their elements.
  mutating func finish() -> EndAction {
    guard phase == .open else { return EndAction() }
    phase = .finished
    return end()
  }

  /// Takes and gives nothing more.
  mutating func abort() -> EndAction {
    guard phase != .aborted else { return EndAction() }
    phase = .aborted
    return end()
  }

  /// What an aborted channel still held.
  mutating func takeRemaining() -> [Element] {
    defer {
      buffer.removeAll()
      bufferedWeight = 0
    }
    return buffer.map(\.element)
  }

  private mutating func end() -> EndAction {
    defer {
      senders.removeAll()
      receivers.removeAll()
    }
    return EndAction(refused: senders.map(\.sender), finished: Array(receivers))
  }

  private func hasRoom(for weight: Int) -> Bool {
    buffer.isEmpty || (buffer.count < countLimit && weight <= weightLimit - bufferedWeight)
  }

  private mutating func append(_ element: Element, _ weight: Int) {
    buffer.append((element, weight))
    bufferedWeight += weight
  }
}
