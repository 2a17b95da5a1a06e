/// A queue between tasks that holds only so much: who sends into a full one waits. That is how a slow sink slows a source.
///
/// Any number of tasks may send and receive. Neither waits for cancellation; ``finish()`` and ``abort()`` let everyone go.
struct BoundedChannel<Element: Sendable>: Sendable {
  private let storage: BoundedChannelStorage<Element>

  /// - Parameters:
  ///   - countLimit: The most elements.
  ///   - weightLimit: The most weight of all elements together; one that alone is heavier still passes, alone.
  init(countLimit: Int, weightLimit: Int = .max) {
    storage = BoundedChannelStorage(countLimit: countLimit, weightLimit: weightLimit)
  }

  /// Puts an element in, waiting until there is room.
  /// - Returns: `false` where the channel takes nothing more; the element is then still the caller's.
  func send(_ element: Element, weight: Int = 0) async -> Bool { await storage.send(element, weight: weight) }

  /// Takes what is there, at most `limit` elements, waiting until there is at least one.
  /// - Returns: `nil` once nothing will come any more.
  func receive(limit: Int = 1) async -> Received<Element>? { await storage.receive(limit: limit) }

  /// Takes nothing more; what is in can still be received.
  func finish() { storage.finish() }

  /// Takes and gives nothing more.
  func abort() { storage.abort() }

  /// Empties an aborted channel.
  func takeRemaining() -> [Element] { storage.takeRemaining() }

  /// How many elements have been received so far.
  var received: Int { storage.received }
  /// How many elements are in the channel.
  var count: Int { storage.count }
}

/// What was taken out of a channel at once.
struct Received<Element: Sendable>: Sendable {
  /// At least one.
  var elements: [Element]
  /// The position of the first one among all that were ever received, from 0.
  var sequence: Int
}
