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
    let keys = indices.map { Self.key(reading.bytes($0)) }
    var seen: Set<[UInt8]> = []
    var repeated: Set<[UInt8]> = []
    for (index, key) in zip(indices, keys) where reading.facts[index].weight >= 2 && reading.facts[index].weight <= 60 {
      if !seen.insert(key).inserted { repeated.insert(key) }
    }
    for (index, key) in zip(indices, keys) where repeated.contains(key) { lines.insert(index) }
  }

  /// Letters and digits in lower case.
  private static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
    line.withUnsafeBufferPointer { bytes in
      var key: [UInt8] = []
      key.reserveCapacity(bytes.count)
      var index = 0
      while index < bytes.count {
        let scalar = UTF8Scalar.next(in: bytes, at: &index)
        switch scalar < 0x80 ? CharacterClass.ascii[Int(scalar)] : CharacterClass.of(scalar) {
        case .lower, .upper, .caseless, .digit, .unspaced: UTF8Scalar.encode(FactScanner.lowercased(scalar)) { key.append($0) }
        default: break
        }
      }
      return key
    }
  }
}
