/// The fixed names and their numbers: open addressing over the names' first sixteen bytes, read as two words.
///
/// `@unchecked Sendable`: the buffers are filled in `init` and never written again, and the one instance lives as long as the process.
final class AtomTable: @unchecked Sendable {
  static let shared = AtomTable()

  /// How many names there are; atoms `1 ... count` are theirs.
  let count: Int

  private struct Entry {
    var low: UInt64
    var high: UInt64
    var start: UInt32
    var length: UInt32
  }

  /// By atom; the first entry is no name.
  private let entries: UnsafeMutablePointer<Entry>
  /// Atoms by hash; 0 is free. A quarter full at most, so a miss takes one or two looks.
  private let slots: UnsafeMutablePointer<UInt16>
  private let text: UnsafePointer<UInt8>
  private static let slotBits: UInt64 = 12
  private static let slotMask = (1 << Int(slotBits)) - 1
  /// No fixed name is longer; longer ones are not looked up.
  private static let longest = 32

  private init() {
    let names = Atom.fixedNames
    text = names.utf8Start
    let size = names.utf8CodeUnitCount
    var spaces = 0
    for i in 0..<size where text[i] == 0x20 { spaces += 1 }
    count = spaces + 1
    entries = .allocate(capacity: count + 1)
    entries.initialize(repeating: Entry(low: 0, high: 0, start: 0, length: 0), count: count + 1)
    slots = .allocate(capacity: Self.slotMask + 1)
    slots.initialize(repeating: 0, count: Self.slotMask + 1)

    var start = 0
    var atom = 1
    for i in 0...size where i == size || text[i] == 0x20 {
      let name = UnsafeBufferPointer(start: text + start, count: i - start)
      let (low, high) = Self.words(name)
      entries[atom] = Entry(low: low, high: high, start: UInt32(start), length: UInt32(name.count))
      var slot = Self.slot(low, high, name.count)
      while slots[slot] != 0 { slot = (slot + 1) & Self.slotMask }
      slots[slot] = UInt16(atom)
      atom += 1
      start = i + 1
    }
  }

  func name(of atom: Atom) -> UnsafeBufferPointer<UInt8> {
    guard Int(atom.rawValue) <= count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let entry = entries[Int(atom.rawValue)]
    return UnsafeBufferPointer(start: text + Int(entry.start), count: Int(entry.length))
  }

  func atom(of name: UnsafeBufferPointer<UInt8>) -> Atom? {
    guard !name.isEmpty, name.count <= Self.longest else { return nil }
    let (low, high) = Self.words(name)
    return find(low, high, name, folding: false)
  }

  /// As `atom(of:)`, with the ASCII letters of `name` counting as lower case.
  func atomFoldingCase(of name: UnsafeBufferPointer<UInt8>) -> Atom? {
    guard !name.isEmpty, name.count <= Self.longest else { return nil }
    let (low, high) = Self.words(name)
    return find(Self.lowercased(low), Self.lowercased(high), name, folding: true)
  }

  private func find(_ low: UInt64, _ high: UInt64, _ name: UnsafeBufferPointer<UInt8>, folding: Bool) -> Atom? {
    var slot = Self.slot(low, high, name.count)
    while true {
      let atom = Int(slots[slot])
      if atom == 0 { return nil }
      let entry = entries[atom]
      if entry.low == low, entry.high == high, Int(entry.length) == name.count,
        name.count <= 16 || tailIsEqual(entry, name, folding: folding)
      {
        return Atom(rawValue: UInt32(atom))
      }
      slot = (slot + 1) & Self.slotMask
    }
  }

  private func tailIsEqual(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>, folding: Bool) -> Bool {
    for i in 16..<name.count {
      let byte = folding ? ASCII.lowercased(name[i]) : name[i]
      if text[Int(entry.start) + i] != byte { return false }
    }
    return true
  }

  /// The first sixteen bytes as two words, the rest zero. Names hold no NUL, so the length tells apart what this does not.
  @inline(__always)
  private static func words(_ name: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
    let raw = UnsafeRawPointer(name.baseAddress.unsafelyUnwrapped)
    let n = name.count
    if n >= 16 { return (word(raw), word(raw + 8)) }
    if n > 8 { return (word(raw), word(raw + (n - 8)) &>> UInt64(8 * (16 - n))) }
    if n == 8 { return (word(raw), 0) }
    if n >= 4 {
      let head = UInt64(raw.loadUnaligned(as: UInt32.self).littleEndian)
      let tail = UInt64((raw + (n - 4)).loadUnaligned(as: UInt32.self).littleEndian)
      return (head | (tail &<< UInt64(8 * (n - 4))), 0)
    }
    // One to three bytes: the first, the middle and the last.
    let first = UInt64(raw.load(as: UInt8.self))
    let middle = UInt64((raw + n / 2).load(as: UInt8.self))
    let last = UInt64((raw + (n - 1)).load(as: UInt8.self))
    return (first | middle &<< UInt64(8 * (n / 2)) | last &<< UInt64(8 * (n - 1)), 0)
  }

  @inline(__always)
  private static func word(_ raw: UnsafeRawPointer) -> UInt64 {
    raw.loadUnaligned(as: UInt64.self).littleEndian
  }

  /// Sets bit 5 of each byte that is an ASCII capital. Bytes above 0x7F stay.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low7 = word & (0x7F &* ones)
    let fromA = low7 &+ ((0x80 - 0x41) &* ones)
    let pastZ = low7 &+ ((0x80 - 0x5B) &* ones)
    let capitals = (fromA & ~pastZ & ~word) & (0x80 &* ones)
    return word | (capitals &>> 2)
  }

  @inline(__always)
  private static func slot(_ low: UInt64, _ high: UInt64, _ count: Int) -> Int {
    // Multiplicative hashing; the constants are the golden ratio's and a prime near it.
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F) ^ UInt64(truncatingIfNeeded: count)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: ((mixed ^ (mixed &>> 29)) &* 0xBF58_476D_1CE4_E5B9) &>> (64 - slotBits))
  }
}
