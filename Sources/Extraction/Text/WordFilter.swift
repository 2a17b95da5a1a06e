/// Turns away nearly all words that are not in a set, by their first two bytes and their length, before anything is hashed.
struct WordFilter: Sendable {
  private let bits: [UInt64]

  init(_ words: some Sequence<some Collection<UInt8>>) {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for word in words {
      guard let first = word.first, let second = word.dropFirst().first else { continue }
      let key = Self.key(first, second, word.count)
      bits[key >> 6] |= 1 << UInt64(key & 63)
    }
    self.bits = bits
  }

  /// Whether a word may be in the set. Words of one byte never are.
  @inline(__always)
  func mayHold(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 1 else { return false }
    let key = Self.key(text[range.lowerBound], text[range.lowerBound + 1], range.count)
    return bits[key >> 6] & (1 << UInt64(key & 63)) != 0
  }

  @inline(__always)
  private static func key(_ first: UInt8, _ second: UInt8, _ count: Int) -> Int {
    (Int(first) << 8 ^ Int(second) << 3 ^ count &* 37) & 0xFFFF
  }
}

/// Turns away nearly all hashes that are not in a table, before the table hashes them once more.
struct HashFilter: Sendable {
  private let bits: [UInt64]

  init(_ hashes: some Sequence<UInt64>) {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for hash in hashes { bits[Int(hash >> 48) >> 6] |= 1 << (hash >> 48 & 63) }
    self.bits = bits
  }

  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> 48) >> 6] & (1 << (hash >> 48 & 63)) != 0 }
}
