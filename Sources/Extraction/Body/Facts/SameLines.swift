/// Finds lines that say the same, typography apart.
///
/// Lines are put into a table by their shape, and only those of one shape are read once more.
enum SameLines {
  /// A line that has another's shape.
  private struct Alike {
    /// The first line of the shape.
    var first: Int
    var line: Int
    var fingerprint: UInt64 = 0
  }

  /// Returns all lines of a page that are not alone with what they say, in groups.
  static func groups(in reading: GenericReading) -> [[Int]] {
    groups(among: reading.facts.indices.lazy.filter { reading.facts[$0].weight > 0 }, atMost: reading.facts.count, in: reading)
  }

  /// Returns the lines that are not alone with what they say, in groups.
  /// - Parameters:
  ///   - lines: Indices of blocks, each once.
  ///   - count: At least as many as there are.
  static func groups(among lines: some Sequence<Int>, atMost count: Int, in reading: GenericReading) -> [[Int]] {
    var alike = ofOneShape(lines, atMost: count, reading.facts)
    for index in alike.indices { alike[index].fingerprint = Fingerprint.of(reading.bytes(alike[index].line)) }
    alike.sort { ($0.first, $0.fingerprint, $0.line) < ($1.first, $1.fingerprint, $1.line) }
    var groups: [[Int]] = []
    var start = 0
    while start < alike.count {
      let (first, fingerprint) = (alike[start].first, alike[start].fingerprint)
      let same = alike[start...].prefix { $0.first == first && $0.fingerprint == fingerprint }
      if same.count > 1 { groups.append(same.map(\.line)) }
      start = same.endIndex
    }
    return groups
  }

  /// Open addressing with linear probing (Knuth, *The Art of Computer Programming* 3, section 6.4): of most pages each line finds a place of its
  /// own, and nothing else is made.
  private static func ofOneShape(_ lines: some Sequence<Int>, atMost count: Int, _ facts: [BlockFacts]) -> [Alike] {
    let bits = max(4, Int.bitWidth - (count * 2).leadingZeroBitCount)
    /// The first line of each shape, and whether it is alone so far.
    var table = [(line: Int32, isAlone: Bool)](repeating: (-1, true), count: 1 << bits)
    var alike: [Alike] = []
    for line in lines {
      let shape = facts[line].shape
      var place = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(shape)) &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits))
      while table[place].line >= 0, facts[Int(table[place].line)].shape != shape { place = (place + 1) & (table.count - 1) }
      let first = Int(table[place].line)
      if first < 0 {
        table[place].line = Int32(truncatingIfNeeded: line)
        continue
      }
      if table[place].isAlone { alike.append(Alike(first: first, line: first)) }
      table[place].isAlone = false
      alike.append(Alike(first: first, line: line))
    }
    return alike
  }
}
