/// Looks, eight bytes at a time, whether a text needs folding at all.
///
/// The word tests are those of "determine if a word has a byte between m and n" (https://graphics.stanford.edu/~seander/bithacks.html);
/// they are exact here, because no byte of a word that gets so far has its top bit set.
enum PlainText {
  struct Reading {
    /// The text without white space at its ends.
    var range: Range<Int>
    var hasCapitals: Bool
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The trimmed range of a text that is ASCII without grave accents, controls and runs of spaces; `nil` for any other.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> Reading? {
    var start = 0
    var end = text.count
    while start < end, isASCIISpace(text[start]) { start += 1 }
    while end > start, isASCIISpace(text[end - 1]) { end -= 1 }
    var capitals: UInt64 = 0
    var afterSpace: UInt64 = 0
    var index = start
    let raw = UnsafeRawBufferPointer(text)
    while index + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      guard isPlain(word, &afterSpace) else { return nil }
      capitals |= self.capitals(word)
      index += 8
    }
    while index < end {
      let byte = text[index]
      if byte >= 0x80 || byte < 0x20 || byte == 0x7F || byte == 0x60 { return nil }
      if byte == 0x20 {
        if afterSpace != 0 { return nil }
        afterSpace = 0x80
      } else {
        afterSpace = 0
        if byte &- 0x41 < 26 { capitals = 0x80 }
      }
      index += 1
    }
    return Reading(range: start..<end, hasCapitals: capitals & tops != 0)
  }

  /// Whether eight bytes are plain.
  /// - Parameter afterSpace: 0x80 where a space stands in front, else 0; says the same of the next eight if these are plain.
  @inline(__always)
  static func isPlain(_ word: UInt64, _ afterSpace: inout UInt64) -> Bool {
    guard word & tops == 0 else { return false }
    let spaces = equal(word, 0x20)
    // Below a space, DEL, a grave accent, or a space behind a space.
    let odd = ~(word &+ ones &* 0x60) | (word &+ ones) | equal(word, 0x60) | (spaces & (spaces << 8 | afterSpace))
    guard odd & tops == 0 else { return false }
    afterSpace = spaces >> 56
    return true
  }

  /// How many of eight bytes are plain, up to the first that is not; ``isPlain(_:_:)`` says what `afterSpace` is.
  @inline(__always)
  static func plainPrefix(_ word: UInt64, _ afterSpace: inout UInt64) -> Int {
    let spaces = equal(word, 0x20)
    // What a byte beyond ASCII carries goes into those behind it.
    let odd =
      (word | ~(word &+ ones &* 0x60) | (word &+ ones) | equal(word, 0x60) | (spaces & (spaces << 8 | afterSpace))) & tops
    let count = odd == 0 ? 8 : odd.trailingZeroBitCount / 8
    if count > 0 { afterSpace = spaces &>> UInt64(truncatingIfNeeded: 8 &* count &- 8) & 0x80 }
    return count
  }

  /// How many of eight bytes are printable ASCII, up to the first that is not.
  @inline(__always)
  static func printablePrefix(_ word: UInt64) -> Int {
    let others = (word | ~(word &+ ones &* 0x60) | (word &+ ones)) & tops
    return others == 0 ? 8 : others.trailingZeroBitCount / 8
  }

  /// A text with ASCII's letters in lower case.
  static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.withUnsafeBytes { source in
      [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
        lowercase(UnsafeMutableRawBufferPointer(start: target.baseAddress, count: source.count))
        count = source.count
      }
    }
  }

  /// A keyword or an address in lower case, of which only ASCII letters have one that counts. Whoever made the page decides how long it is,
  /// and the language's own folding takes fifty times as long for a letter.
  static func lowercased(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8(lowercased)
  }

  static func lowercased(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: utf8.count) { target in
      let target = UnsafeMutableRawBufferPointer(target)
      target.copyMemory(from: UnsafeRawBufferPointer(utf8))
      lowercase(UnsafeMutableRawBufferPointer(rebasing: target[..<utf8.count]))
      return utf8.count
    }
  }

  /// Calls `body` with a text's bytes, ASCII's letters in lower case, in memory that lasts no longer.
  static func withLowercased<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: text.count, alignment: 1) { copy in
      copy.copyMemory(from: UnsafeRawBufferPointer(text))
      lowercase(copy)
      return body(UnsafeBufferPointer(copy.bindMemory(to: UInt8.self)))
    }
  }

  /// Eight plain bytes in lower case.
  @inline(__always)
  static func lowercased(_ word: UInt64) -> UInt64 { word | capitals(word) &>> 2 }

  /// Makes bytes lower case where they are, those of ASCII's letters.
  static func lowercase(_ bytes: UnsafeMutableRawBufferPointer) {
    var index = 0
    while index &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      bytes.storeBytes(of: lowercased(word).littleEndian, toByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    while index < bytes.count {
      if bytes[index] &- 0x41 < 26 { bytes[index] |= 0x20 }
      index &+= 1
    }
  }

  static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// Sets the top bit of each byte that is `value`.
  @inline(__always)
  private static func equal(_ word: UInt64, _ value: UInt64) -> UInt64 {
    ~((word ^ (ones &* value)) &+ ones &* 0x7F) & tops
  }

  /// Sets the top bit of each byte that is a capital; no byte of a letter beyond ASCII is one.
  @inline(__always)
  private static func capitals(_ word: UInt64) -> UInt64 {
    let low = word & ~tops
    return (low &+ ones &* 0x3F) & ~(low &+ ones &* 0x25) & ~word & tops
  }
}
