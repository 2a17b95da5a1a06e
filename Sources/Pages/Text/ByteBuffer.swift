/// A growing run of bytes, written without the checks that an array makes for each append.
final class ByteBuffer {
  // One owner, one thread: checking each access for overlap costs as much as the access.
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int
  @exclusivity(unchecked) private var base: UnsafeMutablePointer<UInt8>

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  var last: UInt8? { count > 0 ? base[count - 1] : nil }

  @inline(__always)
  private func makeRoom(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
  }

  func append(_ byte: UInt8) {
    makeRoom(1)
    base[count] = byte
    count += 1
  }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  /// Whether the last character ends a sentence, or is a quotation mark that closes one, in the scripts most news is written in.
  var endsSentence: Bool {
    guard let last, last < 0x80 else { return count >= 3 && Self.isWideStop(base[count - 3], base[count - 2], base[count - 1]) }
    if last == UInt8(ascii: "\""), count > 1 {
      return base[count - 2] == 0x2E || base[count - 2] == 0x21 || base[count - 2] == 0x3F
    }
    return last == 0x2E || last == 0x21 || last == 0x3F
  }

  /// The last bytes of …, ”, 。, 」, ।, ！, ？, », ؟ and ۔.
  private static func isWideStop(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE2, 0x80, 0xA6), (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x8D), (0xE0, 0xA5, 0xA4), (0xEF, 0xBC, 0x81),
      (0xEF, 0xBC, 0x9F), (_, 0xC2, 0xBB), (_, 0xD8, 0x9F), (_, 0xDB, 0x94):
      true
    default: false
    }
  }

  func removeLast() { count -= 1 }

  /// Appends bytes that begin with a word, each run of ASCII white space as one space; a run at the end is left out.
  ///
  /// Eight bytes go over at once where they are words with single spaces between them. Of others every byte is written, and the next
  /// overwrites it if it was one space too many: too often for a branch to be foreseen.
  ///
  /// - Returns: Whether there was a run at the end.
  func appendCollapsing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    makeRoom(bytes.count + 1)
    let raw = UnsafeRawBufferPointer(bytes)
    var out = base + count
    var wasSpace = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if let endsInSpace = ASCII.endsWordsInSpace(UInt64(littleEndian: word), afterSpace: wasSpace) {
          UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
          wasSpace = endsInSpace
          out += 8
          index += 8
          continue
        }
      }
      let end = min(index + 8, bytes.count)
      while index < end {
        let isSpace = ASCII.isWhitespaceBit(bytes[index])
        out.pointee = isSpace != 0 ? 0x20 : bytes[index]
        out += 1 - (isSpace & wasSpace)
        wasSpace = isSpace
        index += 1
      }
    }
    count = out - base - wasSpace
    return wasSpace != 0
  }
}

extension ASCII {
  /// ``isWhitespace(_:)`` as 0 or 1, without a branch: bits 9, 10, 12, 13 and 32.
  @inline(__always)
  static func isWhitespaceBit(_ byte: UInt8) -> Int {
    let isLow = byte <= 0x20 ? 1 : 0
    return Int(truncatingIfNeeded: (0x1_0000_3600 as UInt64) &>> UInt64(byte & 63)) & isLow
  }

  /// Whether the last of eight bytes is a space, as 0 or 1, if no two spaces stand together among them and no other white space is there.
  ///
  /// The tests are those of "determine if a word has a zero byte" and "a byte less than n"
  /// (https://graphics.stanford.edu/~seander/bithacks.html), the former in its exact form.
  @inline(__always)
  static func endsWordsInSpace(_ word: UInt64, afterSpace: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    let others = word ^ ones &* 0x20
    let spaces = ~(((others & ~tops) &+ ~tops) | others) & tops
    let controls = (word &- ones &* 0x20) & ~word & tops
    guard controls | (spaces & (spaces << 8 | UInt64(truncatingIfNeeded: afterSpace) << 7)) == 0 else { return nil }
    return Int(truncatingIfNeeded: spaces >> 63)
  }

  /// How many bytes are above 0x20: neither blank nor control character.
  static func countOfVisible(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let high: UInt64 = 0x8080_8080_8080_8080
    /// Sets the top bit of each byte above 0x20: adding 0x5F to the low seven bits carries into the eighth from 0x21 on.
    func visible(_ word: UInt64) -> UInt64 { (((word & ~high) &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & high }
    var count = 0
    var i = 0
    while i + 8 <= bytes.count {
      // Each byte of the sum counts for itself, which 255 words cannot make overflow.
      let end = min(bytes.count - 7, i + 255 * 8)
      var sums: UInt64 = 0
      while i < end {
        sums &+= visible(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)) >> 7
        i += 8
      }
      let pairs = (sums & 0x00FF_00FF_00FF_00FF) &+ (sums >> 8 & 0x00FF_00FF_00FF_00FF)
      count &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    if i > 0, i < bytes.count {
      // The rest with some of the bytes before it, which are shifted out.
      let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
      return count &+ (visible(last) &>> UInt64(truncatingIfNeeded: 8 &* (8 &- (bytes.count &- i)))).nonzeroBitCount
    }
    while i < bytes.count {
      count &+= base[i] > 0x20 ? 1 : 0
      i += 1
    }
    return count
  }
}
