/// A hash of a line's letters and digits in lower case: the same for lines that differ in typography alone.
enum Fingerprint {
  /// FNV-1a over scalars (http://www.isthe.com/chongo/tech/comp/fnv/).
  static func of(_ line: ArraySlice<UInt8>) -> UInt64 { line.withUnsafeBufferPointer { of($0) } }

  static func of(_ line: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    forEachLetter(of: line) { hash = (hash ^ UInt64($0)) &* 0x100_0000_01B3 }
    return hash
  }

  /// What ``BlockFacts/letterSum`` is of a line with these letters.
  static func letterSum(of line: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var sum = 0
    forEachLetter(of: line) { sum &+= Int($0) }
    return UInt16(truncatingIfNeeded: sum)
  }

  @inline(__always)
  private static func forEachLetter(of line: UnsafeBufferPointer<UInt8>, _ take: (UInt32) -> Void) {
    let ascii = CharacterClass.ascii
    var index = 0
    while index < line.count {
      // Nearly all are ASCII letters.
      if (line[index] | 0x20) &- 0x61 < 26 {
        take(UInt32(line[index] | 0x20))
        index += 1
        continue
      }
      let scalar = UTF8Scalar.next(in: line, at: &index)
      let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
      if kind.isText { take(FactScanner.lowercased(scalar)) }
    }
  }
}

extension BlockFacts {
  /// The same for lines of one ``Fingerprint``; hardly ever for others, so that only lines of one shape need be compared.
  var shape: Int { letters &<< 32 ^ digits &<< 16 ^ Int(letterSum) }
}
