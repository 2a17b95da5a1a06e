/// Lines that say the same as another of the dump, typography apart; an article does not repeat itself.
struct RepeatedLines {
  private var lines: Set<Int> = []

  init(_ reading: GenericReading) {
    // Only lines with as many letters and digits as another are worth comparing.
    let facts = reading.facts
    let order = facts.indices.filter { facts[$0].weight > 0 }.sorted {
      (facts[$0].letters, facts[$0].digits) < (facts[$1].letters, facts[$1].digits)
    }
    var start = 0
    while start < order.count {
      let first = facts[order[start]]
      var end = start + 1
      while end < order.count, facts[order[end]].letters == first.letters, facts[order[end]].digits == first.digits { end += 1 }
      if end - start > 1 { compare(order[start..<end], reading) }
      start = end
    }
  }

  func contains(_ index: Int) -> Bool { lines.contains(index) }

  private mutating func compare(_ indices: ArraySlice<Int>, _ reading: GenericReading) {
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
