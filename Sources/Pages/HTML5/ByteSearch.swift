/// Searches for the next byte that means something, sixteen bytes at a time.
enum ByteSearch {
  typealias Vector = SIMD16<UInt8>

  /// The first position in `start ..< end` that holds one of four bytes, or `end`.
  @inline(__always)
  static func first(
    of a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    var i = start
    let (va, vb, vc, vd) = (Vector(repeating: a), Vector(repeating: b), Vector(repeating: c), Vector(repeating: d))
    while i &+ 16 <= end {
      let v = load(base, i)
      let hit = offset(of: (v .== va) .| (v .== vb) .| (v .== vc) .| (v .== vd))
      if hit < 16 { return i &+ hit }
      i &+= 16
    }
    while i < end {
      let byte = base[i]
      if byte == a || byte == b || byte == c || byte == d { return i }
      i &+= 1
    }
    return end
  }

  /// The first position in `start ..< end` that holds one of two bytes, or `end`.
  @inline(__always)
  static func first(of a: UInt8, _ b: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    let (va, vb) = (Vector(repeating: a), Vector(repeating: b))
    while i &+ 16 <= end {
      let v = load(base, i)
      let hit = offset(of: (v .== va) .| (v .== vb))
      if hit < 16 { return i &+ hit }
      i &+= 16
    }
    while i < end {
      if base[i] == a || base[i] == b { return i }
      i &+= 1
    }
    return end
  }

  /// The first position in `start ..< end` that holds the byte, or `end`.
  @inline(__always)
  static func first(_ a: UInt8, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var i = start
    let va = Vector(repeating: a)
    while i &+ 16 <= end {
      let hit = offset(of: load(base, i) .== va)
      if hit < 16 { return i &+ hit }
      i &+= 16
    }
    while i < end {
      if base[i] == a { return i }
      i &+= 1
    }
    return end
  }

  @inline(__always)
  private static func load(_ base: UnsafePointer<UInt8>, _ index: Int) -> Vector {
    UnsafeRawPointer(base + index).loadUnaligned(as: Vector.self)
  }

  /// The first lane that is set, or 16. A mask's lanes are all ones or all zeros, so a word's trailing zeros count them.
  @inline(__always)
  private static func offset(of mask: SIMDMask<SIMD16<Int8>>) -> Int {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    let low = words[0].littleEndian
    if low != 0 { return low.trailingZeroBitCount &>> 3 }
    let high = words[1].littleEndian
    return high == 0 ? 16 : 8 &+ high.trailingZeroBitCount &>> 3
  }
}
