/// The names of a page as atoms: HTML's own, which are there from the start, and those the page brings along, numbered as they come.
///
/// Open addressing over whole names. The hash is keyed at random per process, so that a page cannot be made whose names collide; the
/// numbers do not depend on it.
struct NameTable: ~Copyable {
  struct Entry {
    /// The first eight bytes of the name, rest zero: settles nearly every comparison.
    var head: UInt64
    var start: UInt32
    var length: UInt32
  }

  struct Slot {
    /// Index into `entries` plus one; 0 is free.
    var entry: UInt32
    var hash: UInt32
  }

  private var entries: GrowableBuffer<Entry>
  private var text: GrowableBuffer<UInt8>
  private var slots: GrowableBuffer<Slot>
  private var mask: Int
  private let fixedCount: Int
  private let fixedText: Int
  private let key: UInt64

  private static let processKey = UInt64.random(in: .min ... .max) | 1
  private static let initialSlots = 4096

  init() {
    key = Self.processKey
    entries = GrowableBuffer(capacity: 2048)
    text = GrowableBuffer(capacity: 16384)
    slots = GrowableBuffer(capacity: Self.initialSlots)
    mask = Self.initialSlots - 1
    fixedCount = AtomTable.shared.count
    var size = 0
    for i in 1...fixedCount { size += AtomTable.shared.name(of: Atom(rawValue: UInt32(i))).count }
    fixedText = size
    clearSlots()
    for i in 1...fixedCount {
      let name = AtomTable.shared.name(of: Atom(rawValue: UInt32(i)))
      insertFixed(name.baseAddress.unsafelyUnwrapped, name.count)
    }
  }

  /// Forgets the names of the last page.
  mutating func reset() {
    guard entries.count > fixedCount else { return }
    defer {
      entries.count = fixedCount
      text.count = fixedText
    }
    guard mask + 1 > Self.initialSlots else {
      // Those that were there from the start stand in nobody's place, so that nothing moves when the others go.
      for i in fixedCount..<entries.count {
        var slot = Int(truncatingIfNeeded: hash(text.base + Int(entries[i].start), Int(entries[i].length), folding: false)) & mask
        while slots[slot].entry != UInt32(i + 1) { slot = (slot + 1) & mask }
        slots[slot] = Slot(entry: 0, hash: 0)
      }
      return
    }
    slots.shrink(keeping: Self.initialSlots)
    mask = Self.initialSlots - 1
    clearSlots()
    for i in 0..<fixedCount {
      place(UInt32(i + 1), hash(text.base + Int(entries[i].start), Int(entries[i].length), folding: false))
    }
  }

  /// Whether the last page's names took so much memory that it is better given back.
  var isLarge: Bool { text.capacity > 1 << 20 || entries.capacity > 1 << 16 }

  /// The names the page brought along, in the order of their atoms.
  func dynamicNames() -> [String] {
    guard entries.count > fixedCount else { return [] }
    return (fixedCount..<entries.count).map { i in
      String(
        decoding: UnsafeBufferPointer(start: text.base + Int(entries[i].start), count: Int(entries[i].length)), as: UTF8.self)
    }
  }

  /// The bytes of an atom's name; valid until the next name is added.
  func name(of atom: Atom) -> UnsafeBufferPointer<UInt8> {
    let raw = Int(atom.rawValue)
    let index = raw >= Int(Atom.firstDynamic) ? raw - Int(Atom.firstDynamic) + fixedCount : raw - 1
    guard index >= 0, index < entries.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: text.base + Int(entries[index].start), count: Int(entries[index].length))
  }

  /// The atom of a name, ASCII capitals counting as small letters if `folding`; a new one if the name is new.
  @inline(__always)
  mutating func atom(_ name: UnsafePointer<UInt8>, _ count: Int, folding: Bool = true) -> Atom {
    atom(
      name, count, head: Self.head(name, count, folding: folding), hash: hash(name, count, folding: folding), folding: folding)
  }

  /// The atom of a name of one to seven bytes, given it and what follows it, the first byte lowest.
  @inline(__always)
  mutating func atom(_ name: UnsafePointer<UInt8>, _ count: Int, bytes: UInt64) -> Atom {
    let head = Self.lowercased(bytes & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1))
    return atom(name, count, head: head, hash: hash(head, count), folding: true)
  }

  @inline(__always)
  private mutating func atom(
    _ name: UnsafePointer<UInt8>, _ count: Int, head: UInt64, hash: UInt32, folding: Bool
  ) -> Atom {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let found = slots[slot]
      if found.entry == 0 { return add(name, count, hash, folding: folding) }
      if found.hash == hash {
        let index = Int(found.entry) - 1
        let entry = entries[index]
        if entry.head == head, Int(entry.length) == count, count <= 8 || tailIsEqual(entry, name, count, folding) {
          return atom(at: index)
        }
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  private func atom(at index: Int) -> Atom {
    Atom(rawValue: index < fixedCount ? UInt32(index + 1) : UInt32(index - fixedCount) + Atom.firstDynamic)
  }

  @inline(never)
  private func tailIsEqual(_ entry: Entry, _ name: UnsafePointer<UInt8>, _ count: Int, _ folding: Bool) -> Bool {
    let stored = text.base + Int(entry.start)
    var i = 8
    while i < count {
      // The last eight bytes overlap those before.
      let at = min(i, count - 8)
      guard Self.head(stored + at, 8, folding: false) == Self.head(name + at, 8, folding: folding) else { return false }
      i += 8
    }
    return true
  }

  @inline(never)
  private mutating func add(_ name: UnsafePointer<UInt8>, _ count: Int, _ hash: UInt32, folding: Bool) -> Atom {
    let start = text.count
    text.append(from: name, count: count)
    if folding { for i in start..<text.count { text[i] = Self.folded(text[i]) } }
    entries.append(Entry(head: Self.head(name, count, folding: folding), start: UInt32(start), length: UInt32(count)))
    if entries.count * 2 > mask { growSlots() } else { place(UInt32(entries.count), hash) }
    return atom(at: entries.count - 1)
  }

  private mutating func insertFixed(_ name: UnsafePointer<UInt8>, _ count: Int) {
    let start = text.count
    text.append(from: name, count: count)
    entries.append(Entry(head: Self.head(name, count, folding: false), start: UInt32(start), length: UInt32(count)))
    place(UInt32(entries.count), hash(name, count, folding: false))
  }

  private mutating func place(_ entry: UInt32, _ hash: UInt32) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].entry != 0 { slot = (slot + 1) & mask }
    slots[slot] = Slot(entry: entry, hash: hash)
  }

  private mutating func growSlots() {
    mask = mask * 2 + 1
    slots.reserve(mask + 1 - slots.count)
    clearSlots()
    for i in 0..<entries.count {
      place(UInt32(i + 1), hash(text.base + Int(entries[i].start), Int(entries[i].length), folding: false))
    }
  }

  private mutating func clearSlots() {
    slots.base.initialize(repeating: Slot(entry: 0, hash: 0), count: mask + 1)
    slots.count = mask + 1
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Up to eight bytes as a word, the rest zero, read without touching memory past the name.
  @inline(__always)
  private static func head(_ name: UnsafePointer<UInt8>, _ count: Int, folding: Bool) -> UInt64 {
    let raw = UnsafeRawPointer(name)
    let word: UInt64
    if count >= 8 {
      word = raw.loadUnaligned(as: UInt64.self).littleEndian
    } else if count >= 4 {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self).littleEndian)
      let high = UInt64((raw + (count - 4)).loadUnaligned(as: UInt32.self).littleEndian)
      word = low | high &<< UInt64(truncatingIfNeeded: 8 &* (count - 4))
    } else if count > 0 {
      let middle = UInt64(name[count / 2]) &<< UInt64(truncatingIfNeeded: 8 &* (count / 2))
      word = UInt64(name[0]) | middle | UInt64(name[count - 1]) &<< UInt64(truncatingIfNeeded: 8 &* (count - 1))
    } else {
      word = 0
    }
    return folding ? lowercased(word) : word
  }

  @inline(__always)
  private func hash(_ name: UnsafePointer<UInt8>, _ count: Int, folding: Bool) -> UInt32 {
    var state = beginning(Self.head(name, count, folding: folding), count)
    if count > 8 {
      // The last eight bytes overlap the words before; that does no harm.
      var i = 8
      while i < count {
        let at = min(i, count - 8)
        state = Self.mix(Self.head(name + at, 8, folding: folding) ^ state, key)
        i += 8
      }
    }
    return UInt32(truncatingIfNeeded: state ^ (state &>> 32))
  }

  /// The hash of a name of up to eight bytes.
  @inline(__always)
  private func hash(_ head: UInt64, _ count: Int) -> UInt32 {
    let state = beginning(head, count)
    return UInt32(truncatingIfNeeded: state ^ (state &>> 32))
  }

  @inline(__always)
  private func beginning(_ head: UInt64, _ count: Int) -> UInt64 {
    Self.mix(head ^ key, 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count))
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.low ^ product.high
  }

  /// Sets bit 5 of each byte that is an ASCII capital; bytes above 0x7F stay as they are.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7F &* ones)
    let fromA = low &+ ((0x80 - 0x41) &* ones)
    let pastZ = low &+ ((0x80 - 0x5B) &* ones)
    return word | ((fromA & ~pastZ & ~word & (0x80 &* ones)) &>> 2)
  }
}
