/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  private var lines: Set<Int> = []

  init(_ reading: GenericReading) {
    // Only lines with as many letters and digits as another, and the same at the front, are worth comparing.
    var order: [(shape: Int, index: Int)] = []
    order.reserveCapacity(reading.facts.count)
    for (index, facts) in reading.facts.enumerated() where facts.weight > 0 {
      order.append((facts.letters << 24 | (facts.digits & 0xFFFF) << 8 | Int(facts.firstLetter), index))
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
    let hashes = indices.map { Self.hash(reading.bytes($0)) }
    var seen: Set<UInt64> = []
    var repeated: Set<UInt64> = []
    for (index, hash) in zip(indices, hashes) where reading.facts[index].weight >= 2 && reading.facts[index].weight <= 60 {
      if !seen.insert(hash).inserted { repeated.insert(hash) }
    }
    for (index, hash) in zip(indices, hashes) where repeated.contains(hash) { lines.insert(index) }
  }

  /// Hashes the letters and digits in lower case: FNV-1a over scalars (http://www.isthe.com/chongo/tech/comp/fnv/).
  private static func hash(_ line: ArraySlice<UInt8>) -> UInt64 {
    let ascii = CharacterClass.ascii
    return line.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var index = 0
      while index < bytes.count {
        let scalar = UTF8Scalar.next(in: bytes, at: &index)
        switch scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar) {
        case .lower, .upper, .caseless, .digit, .unspaced:
          hash = (hash ^ UInt64(FactScanner.lowercased(scalar))) &* 0x100_0000_01B3
        default: break
        }
      }
      return hash
    }
  }
}
