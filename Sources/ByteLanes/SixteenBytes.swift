public import CByteMask

/// Sixteen bytes of a text that are tested at once.
///
/// Inlined wherever it is used, in other targets as well: called, it would cost more than it saves.
public struct SixteenBytes {
  @usableFromInline typealias Vector = SIMD16<UInt8>
  @usableFromInline typealias Halves = SIMD2<UInt64>

  @usableFromInline let bytes: Vector

  @inlinable @inline(__always)
  init(_ bytes: Vector) { self.bytes = bytes }

  /// The bytes at an index; zeros behind the end of the text.
  @inlinable @inline(__always)
  public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 16 <= text.count {
      bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: Vector.self)
    } else {
      let (low, high) = (EightBytes.load(text, at: index), EightBytes.load(text, at: index &+ 8))
      bytes = unsafeBitCast(Halves(low.littleEndian, high.littleEndian), to: Vector.self)
    }
  }

  /// Letters in lower case; other characters may become others.
  @inlinable @inline(__always)
  public var lowercased: SixteenBytes { SixteenBytes(bytes | Self.all(0x20)) }

  /// Which of the bytes pass a test.
  public struct Those {
    @usableFromInline let lanes: Halves

    @inlinable @inline(__always)
    init(_ lanes: Halves) { self.lanes = lanes }

    @inlinable @inline(__always)
    init(_ lanes: SIMDMask<SIMD16<Int8>>) { self.lanes = unsafeBitCast(lanes, to: Halves.self) }

    @inlinable @inline(__always)
    public static func | (a: Those, b: Those) -> Those { Those(a.lanes | b.lanes) }

    @inlinable @inline(__always)
    public func without(_ others: Those) -> Those { Those(lanes & ~others.lanes) }

    @inlinable @inline(__always)
    public var isEmpty: Bool { lanes[0] | lanes[1] == 0 }

    /// A bit for each, the first lowest.
    @inlinable @inline(__always)
    public var bits: ByteMask { copydesk_top_bits(UInt64(littleEndian: lanes[0]), UInt64(littleEndian: lanes[1])) }
  }

  /// The bytes that are one of so many from `first` on.
  @inlinable @inline(__always)
  public func among(_ count: UInt8, from first: UInt8) -> Those { Those((bytes &- Self.all(first)) .< Self.all(count)) }

  /// A bit for each of them.
  @inlinable @inline(__always)
  public func isAmong(_ count: UInt8, from first: UInt8) -> UInt64 { among(count, from: first).bits }

  /// A bit for each byte beyond ASCII.
  @inlinable @inline(__always)
  public var others: UInt64 { Those(unsafeBitCast(bytes, to: Halves.self)).bits }

  /// The sums of those bytes, eight of two bytes each.
  @inlinable @inline(__always)
  public func sums(of those: Those) -> SIMD8<UInt16> {
    let pairs = unsafeBitCast(bytes, to: Halves.self) & those.lanes
    let low = Halves(0x00FF_00FF_00FF_00FF, 0x00FF_00FF_00FF_00FF)
    return unsafeBitCast(pairs & low, to: SIMD8<UInt16>.self)
      &+ unsafeBitCast(pairs &>> Halves(8, 8) & low, to: SIMD8<UInt16>.self)
  }

  /// Sixteen times the same. The library's initialiser makes a loop of it.
  @inlinable @inline(__always)
  static func all(_ byte: UInt8) -> Vector {
    let eight = UInt64(byte) &* 0x0101_0101_0101_0101
    return unsafeBitCast(Halves(eight, eight), to: Vector.self)
  }
}
