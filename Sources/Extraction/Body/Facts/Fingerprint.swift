/// A hash of a line's letters and digits in lower case: the same for lines that differ in typography alone.
enum Fingerprint {
  /// FNV-1a over scalars (http://www.isthe.com/chongo/tech/comp/fnv/).
  static func of(_ line: ArraySlice<UInt8>) -> UInt64 {
    let ascii = CharacterClass.ascii
    return line.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var index = 0
      while index < bytes.count {
        let scalar = UTF8Scalar.next(in: bytes, at: &index)
        let kind = scalar < 0x80 ? ascii[Int(scalar)] : CharacterClass.of(scalar)
        if kind.isText { hash = (hash ^ UInt64(FactScanner.lowercased(scalar))) &* 0x100_0000_01B3 }
      }
      return hash
    }
  }
}

extension BlockFacts {
  /// The same for lines of one ``Fingerprint``; hardly ever for others, so that only lines of one shape need be compared.
  var shape: Int { letters &<< 32 ^ digits &<< 16 ^ Int(letterSum) }
}
