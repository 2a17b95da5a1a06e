/// Finds lines that say the same, typography apart.
///
/// Lines are put into a table by their shape, and only those of one shape are read once more.
enum SameLines {
  /// Returns the lines that are not alone with what they say, in groups.
  /// - Parameter lines: Indices of blocks, each once.
  static func groups(among lines: [Int], in reading: GenericReading) -> [[Int]] {
    var groups: [[Int]] = []
    for alike in ofOneShape(lines, reading.facts) {
      var same: [UInt64: [Int]] = [:]
      for line in alike { same[Fingerprint.of(reading.bytes(line)), default: []].append(line) }
      groups += same.values.filter { $0.count > 1 }
    }
    return groups
  }

  /// Open addressing with linear probing (Knuth, *The Art of Computer Programming* 3, section 6.4): of most pages each line finds a place of its
  /// own, and nothing else is made.
  private static func ofOneShape(_ lines: [Int], _ facts: [BlockFacts]) -> [[Int]] {
    let bits = max(4, Int.bitWidth - (lines.count * 2).leadingZeroBitCount)
    var table = [Int32](repeating: -1, count: 1 << bits)
    /// By the first line of a shape.
    var alike: [Int: [Int]] = [:]
    for line in lines {
      let shape = facts[line].shape
      var place = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(shape)) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits))
      while table[place] >= 0, facts[Int(table[place])].shape != shape { place = (place + 1) & (table.count - 1) }
      if table[place] < 0 {
        table[place] = Int32(truncatingIfNeeded: line)
      } else {
        alike[Int(table[place]), default: [Int(table[place])]].append(line)
      }
    }
    return Array(alike.values)
  }
}
