/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  private var lines: Set<Int> = []

  init(_ reading: GenericReading) {
    var order: [(shape: Int, index: Int)] = []
    order.reserveCapacity(reading.facts.count)
    for (index, facts) in reading.facts.enumerated() where facts.weight > 0 {
      order.append((facts.shape, index))
    }
    order.sort { $0 < $1 }
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end].shape == order[start].shape { end += 1 }
      if end - start > 1 { compare(order[start..<end].map(\.index), reading) }
      start = end
    }
  }

  func contains(_ index: Int) -> Bool { lines.contains(index) }

  private mutating func compare(_ indices: [Int], _ reading: GenericReading) {
    let hashes = indices.map { Fingerprint.of(reading.bytes($0)) }
    var seen: Set<UInt64> = []
    var repeated: Set<UInt64> = []
    for (index, hash) in zip(indices, hashes) where reading.facts[index].weight >= 2 && reading.facts[index].weight <= 60 {
      if !seen.insert(hash).inserted { repeated.insert(hash) }
    }
    for (index, hash) in zip(indices, hashes) where repeated.contains(hash) { lines.insert(index) }
  }
}
