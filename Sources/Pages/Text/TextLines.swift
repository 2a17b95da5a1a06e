/// The lines of a text in UTF-8, whatever ends them: LF, CR, CR LF, form feed, vertical tab, NEL, U+2028 or U+2029.
struct TextLines: Sequence, IteratorProtocol {
  struct Line {
    /// The line without the ASCII blanks at its ends.
    var text: Range<Int>
    /// From 1; counts every line, empty ones too.
    var number: Int
    /// Whether the line begins with a blank.
    var isIndented: Bool
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int
  private var number = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  mutating func next() -> Line? {
    guard position < end else { return nil }
    number += 1
    let start = position
    var i = start
    var terminator = 0
    while i < end {
      i = skipPlain(from: i)
      guard i < end else { break }
      terminator = terminatorLength(at: i)
      if terminator > 0 { break }
      i += 1
    }
    position = i + terminator
    var first = start
    var last = i
    while first < last, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
    while last > first, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 { last -= 1 }
    return Line(text: first..<last, number: number, isIndented: first > start)
  }

  /// Passes what cannot begin a terminator, many bytes at a time: all but what is below 0x0E and the lead bytes of NEL and U+2028, which in full
  /// vectors are told from those of quotes and dashes by the bytes behind them.
  @inline(__always)
  private func skipPlain(from start: Int) -> Int {
    var i = start
    guard let base = bytes.baseAddress else { return i }
    let raw = UnsafeRawPointer(base)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    let capitals = ones << 5
    while i + 18 <= end {
      typealias Vector = SIMD16<UInt8>
      let bytes = raw.loadUnaligned(fromByteOffset: i, as: Vector.self)
      let second = raw.loadUnaligned(fromByteOffset: i + 1, as: Vector.self)
      let third = raw.loadUnaligned(fromByteOffset: i + 2, as: Vector.self)
      let leads = bytes | Vector(repeating: 0x20) .== Vector(repeating: 0xE2)
      let rests = (second .== Vector(repeating: 0x85)) .| (third | Vector(repeating: 1) .== Vector(repeating: 0xA9))
      let hits = (bytes .< Vector(repeating: 0x0E)) .| (leads .& rests)
      // A lane is all ones or all zeros.
      let halves = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
      if halves[0] != 0 { return i + halves[0].littleEndian.trailingZeroBitCount / 8 }
      if halves[1] != 0 { return i + 8 + halves[1].littleEndian.trailingZeroBitCount / 8 }
      i += 16
    }
    while i + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      // Subtracting borrows into the eighth bit of a byte that is too small; the lowest such bit is exact.
      let leads = (word | capitals) ^ ones &* 0xE2
      let hits = ((word &- ones &* 0x0E) & ~word | (leads &- ones) & ~leads) & tops
      if hits != 0 { return i + hits.trailingZeroBitCount / 8 }
      i += 8
    }
    return i
  }

  private func terminatorLength(at i: Int) -> Int {
    switch bytes[i] {
    case 0x0A, 0x0B, 0x0C: 1
    case 0x0D: i + 1 < end && bytes[i + 1] == 0x0A ? 2 : 1
    case 0xC2: i + 1 < end && bytes[i + 1] == 0x85 ? 2 : 0
    case 0xE2: i + 2 < end && bytes[i + 1] == 0x80 && bytes[i + 2] & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }
}
