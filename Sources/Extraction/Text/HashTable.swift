/// Values by the hashes of words and phrases, with open addressing (Knuth, *The Art of Computer Programming* 3, section 6.4).
///
/// A dictionary would hash the hashes once more, lest somebody choose keys that fall together. These words are ours.
struct HashTable<Value: Sendable>: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// The value's place among ``values``; below 0 where the slot is free.
    var place: Int32 = -1
  }

  /// Holds nearly all other hashes back, and stays in the cache.
  private let filter: KeySet
  private var slots: [Slot]
  private var values: [Value] = []
  /// How far to the right a product is shifted to be a place among ``slots``.
  private let shift: UInt64

  init(_ table: [UInt64: Value]) {
    filter = KeySet(table.keys)
    // At least every other slot is free.
    let width = Int.bitWidth - (table.count * 2).leadingZeroBitCount
    shift = UInt64(64 - width)
    slots = Array(repeating: Slot(), count: 1 << width)
    values.reserveCapacity(table.count)
    for (hash, value) in table {
      slots[slot(of: hash)] = Slot(hash: hash, place: Int32(truncatingIfNeeded: values.count))
      values.append(value)
    }
  }

  init(_ table: [WordHash: Value]) { self.init(Dictionary(uniqueKeysWithValues: table.lazy.map { ($0.value, $1) })) }

  /// Whether there may be a value of this hash: never wrongly no.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { filter.mayHold(hash) }

  func contains(_ hash: UInt64) -> Bool { filter.mayHold(hash) && slots[slot(of: hash)].place >= 0 }

  @inline(__always)
  subscript(hash: UInt64) -> Value? {
    guard filter.mayHold(hash) else { return nil }
    let place = slots[slot(of: hash)].place
    return place < 0 ? nil : values[Int(place)]
  }

  /// The slot that a hash is in, or would be.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot].place >= 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
