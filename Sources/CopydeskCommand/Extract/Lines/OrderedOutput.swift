/// Puts what comes in any order back into order; a pure value.
struct OrderedWindow<Element> {
  private var pending: [Int: Element] = [:]
  /// The index of the element that comes next.
  private(set) var next = 0
  /// How many elements may be out of turn.
  let width: Int

  init(width: Int) {
    self.width = width
  }

  /// Whether an element of this index may come now; one that is too far ahead has to wait, or the window would grow without end
  /// while the others are waiting for one slow document.
  func hasRoom(for index: Int) -> Bool { index < next + width }

  /// Takes an element and returns those whose turn has come.
  mutating func insert(_ element: Element, at index: Int) -> [Element] {
    pending[index] = element
    var ready: [Element] = []
    while let element = pending.removeValue(forKey: next) {
      ready.append(element)
      next += 1
    }
    return ready
  }
}

/// Writes the workers' results in the order of the input.
actor OrderedOutput {
  private let output: Output
  private var window: OrderedWindow<ArraySlice<UInt8>>
  private var waiting: [(index: Int, continuation: CheckedContinuation<Void, Never>)] = []
  private var failure: (any Error)?

  init(_ output: Output, width: Int) {
    self.output = output
    window = OrderedWindow(width: width)
  }

  /// Writes a batch's result when its turn comes; returns as soon as there is room for it.
  /// - Throws: the error of any write; after one, every call.
  func submit(_ bytes: ArraySlice<UInt8>, index: Int) async throws {
    while failure == nil, !window.hasRoom(for: index) {
      await withCheckedContinuation { waiting.append((index, $0)) }
    }
    if let failure { throw failure }
    do {
      for bytes in window.insert(bytes, at: index) { try output.write(bytes) }
    } catch {
      fail(error)
      throw error
    }
    resumeThoseWithRoom()
  }

  /// Lets nobody wait any longer for a batch that will not come.
  func fail(_ error: any Error) {
    failure = failure ?? error
    for entry in waiting { entry.continuation.resume() }
    waiting = []
  }

  private func resumeThoseWithRoom() {
    waiting.removeAll { entry in
      guard window.hasRoom(for: entry.index) else { return false }
      entry.continuation.resume()
      return true
    }
  }
}
