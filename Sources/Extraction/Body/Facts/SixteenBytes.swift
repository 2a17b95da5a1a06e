import CByteMask

/// Sixteen bytes of a text that are tested at once.
struct SixteenBytes {
  private typealias Vector = SIMD16<UInt8>
  fileprivate typealias Halves = SIMD2<UInt64>

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

  /// Which of the bytes pass a test.
  struct Those {
    fileprivate let lanes: Halves

    @inline(__always)
    private init(_ lanes: Halves) { self.lanes = lanes }

    @inline(__always)
    fileprivate init(_ lanes: SIMDMask<SIMD16<Int8>>) { self.lanes = unsafeBitCast(lanes, to: Halves.self) }

    @inline(__always)
    static func | (a: Those, b: Those) -> Those { Those(a.lanes | b.lanes) }

    @inline(__always)
    func without(_ others: Those) -> Those { Those(lanes & ~others.lanes) }

    @inline(__always)
    var isEmpty: Bool { lanes[0] | lanes[1] == 0 }

    /// A bit for each, the first lowest.
    @inline(__always)
    var bits: UInt64 { copydesk_top_bits(UInt64(littleEndian: lanes[0]), UInt64(littleEndian: lanes[1])) }
  }

  /// The bytes that are one of so many from `first` on.
  @inline(__always)
  func among(_ count: UInt8, from first: UInt8) -> Those { Those((bytes &- Self.all(first)) .< Self.all(count)) }

  /// A bit for each of them.
  @inline(__always)
  func isAmong(_ count: UInt8, from first: UInt8) -> UInt64 { among(count, from: first).bits }

  /// The sums of those bytes, eight of two bytes each.
  @inline(__always)
  func sums(of those: Those) -> SIMD8<UInt16> {
    let pairs = unsafeBitCast(bytes, to: Halves.self) & those.lanes
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
}
