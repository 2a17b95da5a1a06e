/// The named character references of HTML, found by their names' bytes.
///
/// A name is letters and digits, so the longest match is either the whole run of them, if a semicolon follows, or a prefix of it that
/// is among the 106 names that need no semicolon. The longest of those has six bytes.
///
/// `@unchecked Sendable`: filled in `init`, never written again, and the one instance lives as long as the process.
final class CharacterReferences: @unchecked Sendable {
  static let shared = CharacterReferences()

  struct Match {
    /// The bytes matched after the ampersand, with the semicolon if it was there.
    var length: Int
    var first: UInt32
    /// The second code point, or 0.
    var second: UInt32
    var endsWithSemicolon: Bool
  }

  private struct Entry {
    var start: UInt32
    var length: UInt16
    var standsAlone: Bool
    var first: UInt32
    var second: UInt32
  }

  private let text: UnsafePointer<UInt8>
  private let entries: UnsafeMutablePointer<Entry>
  /// Indices into `entries` plus one; 0 is free.
  private let slots: UnsafeMutablePointer<UInt16>
  private static let slotMask = 8191
  private static let longestName = 31
  private static let longestAlone = 6
  /// The bytes of `amp;` and `quot`.
  private static let ampersand: UInt32 = 0x3B70_6D61
  private static let quotation: UInt32 = 0x746F_7571
  let count: Int

  private init() {
    let names = Self.names
    text = names.utf8Start
    entries = .allocate(capacity: 2304)
    slots = .allocate(capacity: Self.slotMask + 1)
    slots.initialize(repeating: 0, count: Self.slotMask + 1)
    var count = 0
    var i = 0
    let size = names.utf8CodeUnitCount
    while i < size {
      var entry = Entry(start: 0, length: 0, standsAlone: false, first: 0, second: 0)
      if text[i] == 0x21 {
        entry.standsAlone = true
        i += 1
      }
      entry.start = UInt32(i)
      while text[i] != 0x3D { i += 1 }
      entry.length = UInt16(i - Int(entry.start))
      i += 1
      while i < size, text[i] != 0x20 {
        if text[i] == 0x2B {
          entry.second = entry.first
          entry.first = 0
        } else {
          entry.first = entry.first << 4 | UInt32(Self.hexValue(text[i]))
        }
        i += 1
      }
      // The first code point was moved aside when the second began.
      if entry.second != 0 { swap(&entry.first, &entry.second) }
      (entries + count).initialize(to: entry)
      count += 1
      var slot = Self.hash(text + Int(entry.start), Int(entry.length))
      while slots[slot] != 0 { slot = (slot + 1) & Self.slotMask }
      slots[slot] = UInt16(count)
      i += 1
    }
    self.count = count
  }

  /// The reference at the start of the bytes, which follow an ampersand.
  func match(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Match? {
    // Most references stand between the parameters of a link's address, or in an attribute that holds JSON.
    if available >= 5 {
      let front = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self).littleEndian
      if front == Self.ampersand { return Match(length: 4, first: 0x26, second: 0, endsWithSemicolon: true) }
      if front == Self.quotation, bytes[4] == 0x3B { return Match(length: 5, first: 0x22, second: 0, endsWithSemicolon: true) }
    }
    var run = 0
    let limit = min(available, Self.longestName + 1)
    while run < limit, Self.isNameByte(bytes[run]) { run += 1 }
    if run > 1, run < available, bytes[run] == 0x3B, let entry = find(bytes, run) {
      return Match(length: run + 1, first: entry.first, second: entry.second, endsWithSemicolon: true)
    }
    var length = min(run, Self.longestAlone)
    while length > 1 {
      if let entry = find(bytes, length), entry.standsAlone {
        return Match(length: length, first: entry.first, second: entry.second, endsWithSemicolon: false)
      }
      length -= 1
    }
    return nil
  }

  private func find(_ name: UnsafePointer<UInt8>, _ length: Int) -> Entry? {
    var slot = Self.hash(name, length)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if Int(entry.length) == length {
        let stored = text + Int(entry.start)
        var i = 0
        while i < length, stored[i] == name[i] { i += 1 }
        if i == length { return entry }
      }
      slot = (slot + 1) & Self.slotMask
    }
    return nil
  }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    ByteClass.isLetter(byte) || byte &- 0x30 < 10
  }

  private static func hexValue(_ byte: UInt8) -> UInt8 {
    byte < 0x3A ? byte - 0x30 : byte - 0x41 + 10
  }

  /// FNV-1a, with its high bits folded in.
  private static func hash(_ name: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for i in 0..<length { hash = (hash ^ UInt32(name[i])) &* 16_777_619 }
    return Int((hash ^ hash >> 15) & UInt32(slotMask))
  }

  /// The code point of a numeric reference: what the standard replaces is replaced, the C1 controls by what windows-1252 has there.
  static func numeric(_ value: UInt32) -> UInt32 {
    switch value {
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    case 0x80...0x9F: UInt32(windows1252[Int(value) - 0x80])
    default: value
    }
  }

  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
