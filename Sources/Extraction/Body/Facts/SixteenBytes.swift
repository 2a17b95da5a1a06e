/// Sixteen bytes of a text that are tested at once.
struct SixteenBytes {
  private typealias Vector = SIMD16<UInt8>
  private typealias Halves = SIMD2<UInt64>

  private let bytes: Vector

  private init(_ bytes: Vector) { self.bytes = bytes }

  /// The bytes at an index; zeros behind the end of the text.
  @inline(__always)
  init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 16 <= text.count {
      bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: Vector.self)
    } else {
      let (low, high) = (LetterRun.load(text, at: index), LetterRun.load(text, at: index &+ 8))
      bytes = unsafeBitCast(Halves(low.littleEndian, high.littleEndian), to: Vector.self)
    }
  }

  /// Letters in lower case; other characters may become others.
  @inline(__always)
  var lowercased: SixteenBytes { SixteenBytes(bytes | Self.all(0x20)) }

  /// A bit for each byte that is one of so many from `first` on.
  @inline(__always)
  func isAmong(_ count: UInt8, from first: UInt8) -> UInt64 { Self.bits((bytes &- Self.all(first)) .< Self.all(count)) }

  /// The sums of the bytes that are letters in lower case, eight of two bytes each.
  @inline(__always)
  var letterSums: SIMD8<UInt16> {
    let isLetter = (bytes &- Self.all(0x61)) .< Self.all(26)
    let pairs = unsafeBitCast(bytes & unsafeBitCast(isLetter, to: Vector.self), to: Halves.self)
    let low = Halves(0x00FF_00FF_00FF_00FF, 0x00FF_00FF_00FF_00FF)
    return unsafeBitCast(pairs & low, to: SIMD8<UInt16>.self)
      &+ unsafeBitCast(pairs &>> Halves(8, 8) & low, to: SIMD8<UInt16>.self)
  }

  /// Sixteen times the same. The library's initialiser makes a loop of it.
  @inline(__always)
  private static func all(_ byte: UInt8) -> Vector {
    let eight = UInt64(byte) &* 0x0101_0101_0101_0101
    return unsafeBitCast(Halves(eight, eight), to: Vector.self)
  }

  /// The lanes of a mask side by side: of each a bit of its own is left, and a multiplication adds eight of them up.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let own: UInt64 = 0x8040_2010_0804_0201
    let halves = unsafeBitCast(mask, to: Halves.self) & Halves(own.littleEndian, own.littleEndian)
    let low = (UInt64(littleEndian: halves[0]) &* 0x0101_0101_0101_0101) &>> 56
    let high = (UInt64(littleEndian: halves[1]) &* 0x0101_0101_0101_0101) &>> 56
    return low | high &<< 8
  }
}
